// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/key_algorithm.h"

#include <QByteArrayView>

#include <optional>

namespace cas::crypto {

/// The kind of a public key, read off its DER without building a key: some 50 times as fast as
/// PublicKey::fromSpki(), for lists and bulk work. Says nothing of whether the point lies on its
/// curve: who verifies a signature with the key builds it and finds out (crypto-notes §1.5).
/// @return nothing for a kind or size we do not make, and for every unusual encoding
/// @source RFC 5480 §2, RFC 8410 §4, RFC 3279 §2.3.1
/// @thread any
std::optional<KeyAlgorithm> plainKeyAlgorithm(QByteArrayView spkiDer);

/// The same with the contents of the BIT STRING: the point of a curve key, RSAPublicKey.
struct PlainKey
{
    KeyAlgorithm algorithm;
    QByteArrayView bits; // inside `spkiDer`
};
std::optional<PlainKey> plainKey(QByteArrayView spkiDer);

} // namespace cas::crypto
