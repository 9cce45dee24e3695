// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/internal/openssl_ptr.h"
#include "core/crypto/key.h"

#include <mutex>

namespace cas::crypto {

/// The distinguishing ID of every SM2 signature we make or check: GM/T 0009 clause 10.
inline constexpr unsigned char kSm2Id[] = "1234567812345678";
inline constexpr size_t kSm2IdBytes = 16;

struct PublicKey::Impl
{
    QByteArray spki;
    QString label;
    int bits = 0;
    std::optional<KeyAlgorithm> algorithm;
    bool strong = false;
    /// OpenSSL's object, made from the SPKI when it is first asked for: most keys of bulk work are
    /// written and never used. @return null only when memory is exhausted
    EVP_PKEY *evp() const;

    mutable std::once_flag decoded;
    mutable EvpPkeyPtr key; // read by evp() alone
    // As for signing: initialised once for the digest that came first, copied for each signature.
    mutable std::once_flag prepared;
    mutable EvpMdCtxPtr prototype;
    mutable const EVP_MD *prototypeDigest = nullptr;
};

struct PrivateKey::Impl
{
    EvpPkeyPtr key;
    PublicKey publicKey;
    QByteArray signatureAlgorithm; // empty: a kind we do not sign with
    const EVP_MD *digest = nullptr; // null for Ed25519
    // A context that is initialised once and copied for each signature doubles the rate of P-256
    // (crypto-notes §1.5). Not for SM2: its contexts carry the ID.
    mutable std::once_flag prepared;
    mutable EvpMdCtxPtr prototype;
};

/// Describes `key`; writes its SPKI by hand for the kinds we make.
/// @param spki what the key was read from, empty to encode it
/// @errors KeyInvalid
Result<PublicKey> publicKeyFromEvp(EvpPkeyPtr key, const QByteArray &spki = {});
/// The same for a key that was just made on this curve (EC, SM2, Ed25519): nothing has to be asked.
/// @param key may be null
PublicKey publicKeyOfCurve(EvpPkeyPtr key, KeyAlgorithm algorithm, QByteArray spki);
/// @errors KeyInvalid: halves that do not belong together
Result<PrivateKey> privateKeyFromEvp(EvpPkeyPtr key);

EvpPkeyPtr upRef(EVP_PKEY *key);

/// Whether the signature was made with the empty ID, as OpenSSL before 4.0 does by default.
bool verifiesWithEmptySm2Id(const PublicKey &key, QByteArrayView message,
                            const QByteArray &signature);

} // namespace cas::crypto
