// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

namespace cas::vault {

/// Whether a passphrase is one that guessers try first: a listed password, also in capitals, with
/// digits for letters (`p4ssw0rd`), or with up to four digits or marks after it.
bool isCommonPassword(const SecretBytes &utf8);

} // namespace cas::vault
