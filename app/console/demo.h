// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

namespace cas {

/// A throw-away store full of plausible data, for trying things out and for screenshots.
/// @param folder where the store goes; deleted with it
/// @return the console, unlocked
Result<std::unique_ptr<Console>> makeDemo(const QString &folder, Executors &executors,
                                          const Clock &clock);

} // namespace cas
