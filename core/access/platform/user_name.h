// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cas::access::platform {

/// Login name of whoever runs this process, by the system and not by the environment; empty when
/// the system does not know.
QString userName();

} // namespace cas::access::platform
