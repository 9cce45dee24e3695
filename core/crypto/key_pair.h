// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/key.h"

namespace cas::crypto {

/// A key that is made to be kept: its encodings, without the object that signs.
struct NewKeyPair
{
    PublicKey publicKey;
    SecretBytes pkcs8; // DER PrivateKeyInfo, as PrivateKey::toPkcs8()
};

/// For bulk work: makes the scalar and the point of a curve key directly, which saves a third of
/// what PrivateKey::generate() and toPkcs8() cost; other kinds go through them.
/// @param cancel as in PrivateKey::generate()
/// @source FIPS 186-5 A.2 (scalar by discarding), SEC 1 §3.2.1
/// @errors those of PrivateKey::generate()
/// @thread any
Result<NewKeyPair> generateKeyPair(KeyAlgorithm algorithm,
                                   const std::atomic<bool> *cancel = nullptr);

} // namespace cas::crypto
