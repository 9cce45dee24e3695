// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"
#include "core/vault/vault_store.h"

namespace cas::vault {

/// Makes a slot: `dataKey` wrapped under a key made from `secret`.
/// A passphrase goes through scrypt (N=2^17, r=8, p=1; N=2^12 with CAS_TEST_FAST_SCRYPT=1), the
/// others are random already and go through HKDF.
/// @param header the one the slot will belong to; its flags are bound into the wrapping
Result<Slot> makeSlot(const Header &header, SlotKind kind, const SecretBytes &secret,
                      const SecretBytes &dataKey, qint64 createdAt);

/// The data key out of a slot, 32 bytes.
/// @errors WrongPassphrase: not the secret of this slot; SealBroken: the slot or the header's flags
///         were changed, or ask for more than 1 GiB of memory; NotFound: no such slot
Result<SecretBytes> openSlot(const Header &header, SlotKind kind, const SecretBytes &secret);

} // namespace cas::vault
