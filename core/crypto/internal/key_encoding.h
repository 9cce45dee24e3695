// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/internal/openssl_ptr.h"
#include "core/crypto/key_algorithm.h"

#include <QByteArray>

namespace cas::crypto {

/// How private keys are encrypted under a passphrase (crypto-notes §5.2).
inline constexpr int kPkcs8Iterations = 100'000;
inline constexpr int kPkcs8SaltBytes = 16;

/// The OpenSSL group name of an EC key (`prime256v1`, `SM2`), else empty.
QByteArray groupName(const EVP_PKEY *key);
/// Contents octets of the named curve's OID, for the curves we make; empty for others.
QByteArrayView curveOid(const QByteArray &group);
/// DER SubjectPublicKeyInfo, written by hand for the kinds we make: OpenSSL's encoders cost 100 us.
/// @errors KeyInvalid
Result<QByteArray> encodeSpki(const EVP_PKEY *key);
/// The same for a key that is known to be of this curve (EC, SM2, Ed25519).
/// @errors KeyInvalid
Result<QByteArray> encodeCurveSpki(const EVP_PKEY *key, KeyAlgorithm algorithm);
/// SubjectPublicKeyInfo and PKCS#8 of a curve key in named form, from its parts.
/// @param algorithm EC or SM2 @param point uncompressed, SEC 1 §2.3.3 @param scalar big endian, as
///        long as a coordinate
QByteArray curveSpki(KeyAlgorithm algorithm, QByteArrayView point);
SecretBytes curvePkcs8(KeyAlgorithm algorithm, const SecretBytes &scalar, QByteArrayView point);
/// DER PKCS#8 PrivateKeyInfo, the same way.
/// @param spki the key's public half: OpenSSL computes a point's octets anew each time it is asked
/// @errors KeyInvalid
Result<SecretBytes> encodePkcs8(const EVP_PKEY *key, const QByteArray &spki);

} // namespace cas::crypto
