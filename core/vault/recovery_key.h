// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace cas::vault {

/// 25 random bytes (200 bits).
SecretBytes newRecoverySecret();

/// `XXXXX-XXXXX-...`: 8 groups of 5 characters, Crockford base 32 (no I, L, O, U), upper case.
/// @param secret 25 bytes
SecretBytes formatRecoveryKey(const SecretBytes &secret);

/// Reads it as people type it: any case, O for 0, I and L for 1, dashes and spaces anywhere.
/// @return 25 bytes
/// @errors WrongPassphrase(field `recoveryKey`): not 40 characters of the alphabet
Result<SecretBytes> parseRecoveryKey(const SecretBytes &text);

} // namespace cas::vault
