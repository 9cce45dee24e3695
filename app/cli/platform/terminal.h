// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace cas::cli::platform {

/// Asks on the terminal with echo off. @errors PassphraseMissing: there is no terminal
Result<SecretBytes> askSecret(const QString &prompt);
/// Whether standard output, or the error stream, is a terminal.
bool outputIsTerminal();
bool errorIsTerminal();
/// Reads a descriptor to its end. @errors Io
Result<SecretBytes> readDescriptor(int descriptor);

} // namespace cas::cli::platform
