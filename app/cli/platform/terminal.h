// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace cas::cli::platform {

/// Asks on the terminal with echo off. @errors PassphraseMissing: there is no terminal
Result<SecretBytes> askSecret(const QString &prompt);
/// Whether standard output is a terminal.
bool outputIsTerminal();
/// Reads a descriptor to its end. @errors Io
Result<SecretBytes> readDescriptor(int descriptor);

} // namespace cas::cli::platform
