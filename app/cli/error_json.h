// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace cas::cli {

/// A user error of the command line itself reads as it stands; everything else has its sentence.
QString errorText(const Error &error);
/// `{"code","message","field","detail"}`, as cli.md has it.
QJsonObject errorJson(const Error &error);

} // namespace cas::cli
