// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the command line says of itself to shells and to man, made from the table of verbs, so that
/// neither can fall behind it.
namespace cas::cli {

/// A completion script for `bash` or `zsh`; empty for another shell.
QString completionScript(const QString &shell);
/// casctl.1, in man(7) macros.
QString manualPage();

} // namespace cas::cli
