// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/signature_algorithms.h"
#include "core/crypto/primitives.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

namespace cas::crypto {

namespace {

constexpr int kRsaBitsLimit = 16384;
constexpr int kRsaExponentBitsLimit = 64;

Error keyInvalid(const QString &detail)
{
    ERR_clear_error();
    return fail(ErrorCode::KeyInvalid, QStringLiteral("key"), {}, detail);
}

void describeRsa(PublicKey::Impl &impl)
{
    impl.label = QStringLiteral("RSA %1").arg(impl.bits);
    impl.strong = impl.bits >= 2048;
    if (impl.bits == 2048)
        impl.algorithm = KeyAlgorithm::Rsa2048;
    else if (impl.bits == 3072)
        impl.algorithm = KeyAlgorithm::Rsa3072;
    else if (impl.bits == 4096)
        impl.algorithm = KeyAlgorithm::Rsa4096;
}

void describeEc(PublicKey::Impl &impl, const QByteArray &group)
{
    if (group == "SM2")
        impl.algorithm = KeyAlgorithm::Sm2;
    else if (group == "prime256v1")
        impl.algorithm = KeyAlgorithm::EcP256;
    else if (group == "secp384r1")
        impl.algorithm = KeyAlgorithm::EcP384;
    else if (group == "secp521r1")
        impl.algorithm = KeyAlgorithm::EcP521;
    impl.strong = impl.algorithm.has_value();
    const QString name =
        group == "prime192v1" ? QStringLiteral("P-192") : QString::fromLatin1(group);
    impl.label =
        impl.algorithm ? keyAlgorithmLabel(*impl.algorithm) : QStringLiteral("ECC %1").arg(name);
}

Result<> checkRsaNumbers(const EVP_PKEY *key)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &raw) != 1)
        return failOpenssl("EVP_PKEY_get_bn_param", ErrorCode::KeyInvalid);
    const BnPtr exponent(raw);
    if (EVP_PKEY_get_bits(key) > kRsaBitsLimit)
        return keyInvalid(QStringLiteral("RSA modulus over 16384 bits"));
    const bool overLimit = BN_num_bits(exponent.get()) > kRsaExponentBitsLimit;
    if (!BN_is_odd(exponent.get()) || BN_is_one(exponent.get()) || overLimit)
        return keyInvalid(QStringLiteral("RSA public exponent"));
    return {};
}

bool isPointAtInfinity(const EVP_PKEY *key)
{
    size_t octets = 0; // one for infinity (SEC 1 §2.3.3)
    const bool curve = EVP_PKEY_is_a(key, "EC") || EVP_PKEY_is_a(key, "SM2");
    return curve
           && (EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, nullptr, 0, &octets)
                   != 1
               || octets < 2);
}

bool isExplicitCurve(const EVP_PKEY *key)
{
    int fromExplicit = 0;
    const bool known =
        EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &fromExplicit)
        == 1;
    ERR_clear_error();
    return known && fromExplicit == 1;
}

bool schemeFits(SignatureScheme scheme, const EVP_PKEY *key)
{
    switch (scheme) {
    case SignatureScheme::RsaPkcs1:
        return EVP_PKEY_is_a(key, "RSA");
    case SignatureScheme::RsaPss:
        return EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS");
    case SignatureScheme::Ecdsa:
        return EVP_PKEY_is_a(key, "EC");
    case SignatureScheme::EdDsa:
        return EVP_PKEY_is_a(key, "ED25519") || EVP_PKEY_is_a(key, "ED448");
    case SignatureScheme::Dsa:
        return EVP_PKEY_is_a(key, "DSA");
    case SignatureScheme::Sm2:
        return EVP_PKEY_is_a(key, "SM2");
    case SignatureScheme::Unknown:
        break;
    }
    return false;
}

bool verifyWith(EVP_PKEY *key, const SignatureAlgorithm &algorithm, size_t sm2IdBytes,
                QByteArrayView message, const QByteArray &signature)
{
    const EvpMdCtxPtr ctx(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyCtx = nullptr; // owned by ctx
    if (!ctx || EVP_DigestVerifyInit(ctx.get(), &keyCtx, algorithm.digest, nullptr, key) != 1)
        return false;
    if (algorithm.scheme == SignatureScheme::Sm2
        && EVP_PKEY_CTX_set1_id(keyCtx, kSm2Id, static_cast<int>(sm2IdBytes)) != 1)
        return false;
    if (algorithm.scheme == SignatureScheme::RsaPss
        && (EVP_PKEY_CTX_set_rsa_padding(keyCtx, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_mgf1_md(keyCtx, algorithm.maskDigest) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(keyCtx, algorithm.saltBytes) != 1))
        return false;
    return EVP_DigestVerify(ctx.get(), rawData(signature), rawSize(signature), rawData(message),
                            rawSize(message))
           == 1;
}

/// ECDSA and RSA PKCS#1, of which bulk work checks many under the same key.
bool verifyPlain(const PublicKey::Impl &impl, const SignatureAlgorithm &algorithm,
                 QByteArrayView message, const QByteArray &signature)
{
    std::call_once(impl.prepared, [&impl, &algorithm] {
        EvpMdCtxPtr prototype(EVP_MD_CTX_new());
        if (prototype
            && EVP_DigestVerifyInit(prototype.get(), nullptr, algorithm.digest, nullptr, impl.evp())
                   == 1) {
            impl.prototype = std::move(prototype);
            impl.prototypeDigest = algorithm.digest;
        }
    });
    if (!impl.prototype || impl.prototypeDigest != algorithm.digest)
        return verifyWith(impl.evp(), algorithm, kSm2IdBytes, message, signature);
    const EvpMdCtxPtr ctx(EVP_MD_CTX_new());
    return ctx && EVP_MD_CTX_copy_ex(ctx.get(), impl.prototype.get()) == 1
           && EVP_DigestVerify(ctx.get(), rawData(signature), rawSize(signature), rawData(message),
                               rawSize(message))
                  == 1;
}

} // namespace

EvpPkeyPtr upRef(EVP_PKEY *key)
{
    EVP_PKEY_up_ref(key);
    return EvpPkeyPtr(key);
}

Result<PublicKey> publicKeyFromEvp(EvpPkeyPtr key, const QByteArray &spki)
{
    auto impl = std::make_shared<PublicKey::Impl>();
    impl->bits = EVP_PKEY_get_bits(key.get());
    if (EVP_PKEY_is_a(key.get(), "RSA")) {
        CAS_TRY_VOID(checkRsaNumbers(key.get()));
        describeRsa(*impl);
    } else if (EVP_PKEY_is_a(key.get(), "RSA-PSS")) {
        CAS_TRY_VOID(checkRsaNumbers(key.get()));
        impl->label = QStringLiteral("RSA-PSS %1").arg(impl->bits);
        impl->strong = impl->bits >= 2048;
    } else if (EVP_PKEY_is_a(key.get(), "EC") || EVP_PKEY_is_a(key.get(), "SM2")) {
        const QByteArray group = groupName(key.get());
        if (group.isEmpty())
            return keyInvalid(QStringLiteral("curve without a name"));
        describeEc(*impl, group);
    } else if (EVP_PKEY_is_a(key.get(), "ED25519")) {
        impl->algorithm = KeyAlgorithm::Ed25519;
        impl->strong = true;
        impl->label = keyAlgorithmLabel(KeyAlgorithm::Ed25519);
    } else if (EVP_PKEY_is_a(key.get(), "DSA")) {
        impl->label = QStringLiteral("DSA %1").arg(impl->bits);
    } else {
        impl->label = QString::fromLatin1(EVP_PKEY_get0_type_name(key.get()));
    }
    impl->spki = spki;
    if (spki.isEmpty()) {
        CAS_TRY(impl->spki, encodeSpki(key.get()));
    }
    impl->key = std::move(key);
    return PublicKey(std::shared_ptr<const PublicKey::Impl>(std::move(impl)));
}

PublicKey publicKeyOfCurve(EvpPkeyPtr key, KeyAlgorithm algorithm, QByteArray spki)
{
    auto impl = std::make_shared<PublicKey::Impl>();
    impl->bits = algorithm == KeyAlgorithm::EcP384   ? 384
                 : algorithm == KeyAlgorithm::EcP521 ? 521
                                                     : 256;
    impl->algorithm = algorithm;
    impl->label = keyAlgorithmLabel(algorithm);
    impl->strong = true;
    impl->spki = std::move(spki);
    impl->key = std::move(key);
    return PublicKey(std::shared_ptr<const PublicKey::Impl>(std::move(impl)));
}

EVP_PKEY *PublicKey::Impl::evp() const
{
    std::call_once(decoded, [this] {
        const unsigned char *cursor = rawData(spki);
        if (!key)
            key.reset(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(spki.size())));
    });
    return key.get();
}

Result<PublicKey> PublicKey::fromSpki(const QByteArray &spkiDer)
{
    ERR_clear_error();
    const unsigned char *cursor = rawData(spkiDer);
    EvpPkeyPtr key(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(spkiDer.size())));
    if (!key)
        return failOpenssl("d2i_PUBKEY", ErrorCode::KeyInvalid);
    if (cursor != rawData(spkiDer) + spkiDer.size())
        return keyInvalid(QStringLiteral("bytes after the key"));
    if (isPointAtInfinity(key.get()))
        return keyInvalid(QStringLiteral("point at infinity"));
    if (isExplicitCurve(key.get())) {
        if (curveOid(groupName(key.get())).isEmpty())
            return keyInvalid(QStringLiteral("explicit curve parameters"));
        CAS_TRY(const QByteArray named, encodeSpki(key.get()));
        return fromSpki(named);
    }
    return publicKeyFromEvp(std::move(key), spkiDer);
}

QByteArray PublicKey::spkiDer() const
{
    return m_impl ? m_impl->spki : QByteArray();
}

QByteArray PublicKey::keyIdentifier() const
{
    if (!m_impl)
        return {};
    DerStatus status;
    DerItem spki;
    DerItem item;
    DerReader outer(m_impl->spki, status);
    if (!outer.expect(der::kSequence, spki))
        return {};
    DerReader fields = outer.enter(spki);
    QByteArrayView bits;
    if (!fields.expect(der::kSequence, item) || !fields.expect(der::kBitString, item)
        || !decodeBits(item.content, bits))
        return {};
    return sha1(bits);
}

QByteArray PublicKey::spkiSha256() const
{
    return m_impl ? sha256(m_impl->spki) : QByteArray();
}

std::optional<KeyAlgorithm> PublicKey::algorithm() const
{
    return m_impl ? m_impl->algorithm : std::nullopt;
}

QString PublicKey::label() const
{
    return m_impl ? m_impl->label : QString();
}

int PublicKey::bits() const
{
    return m_impl ? m_impl->bits : 0;
}

bool PublicKey::strongEnough() const
{
    return m_impl && m_impl->strong;
}

Result<> PublicKey::verify(QByteArrayView message, const QByteArray &algorithmDer,
                           const QByteArray &signature) const
{
    if (!m_impl)
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("verify: null key"));
    ERR_clear_error();
    const SignatureAlgorithm algorithm = signatureAlgorithmFromDer(algorithmDer);
    const bool needsDigest = algorithm.scheme != SignatureScheme::EdDsa;
    if (algorithm.scheme == SignatureScheme::Unknown || (needsDigest && !algorithm.digest))
        return fail(ErrorCode::Crypto, {}, {algorithm.label},
                    QStringLiteral("signature algorithm %1").arg(algorithm.label));
    if (!schemeFits(algorithm.scheme, m_impl->evp()))
        return fail(ErrorCode::Crypto, {}, {algorithm.label},
                    QStringLiteral("signature algorithm does not fit the key"));
    const bool plain =
        algorithm.scheme == SignatureScheme::Ecdsa || algorithm.scheme == SignatureScheme::RsaPkcs1;
    if (plain ? !verifyPlain(*m_impl, algorithm, message, signature)
              : !verifyWith(m_impl->evp(), algorithm, kSm2IdBytes, message, signature))
        return failOpenssl("EVP_DigestVerify");
    return {};
}

bool verifiesWithEmptySm2Id(const PublicKey &key, QByteArrayView message,
                            const QByteArray &signature)
{
    if (key.isNull() || !EVP_PKEY_is_a(key.impl()->evp(), "SM2"))
        return false;
    SignatureAlgorithm algorithm;
    algorithm.scheme = SignatureScheme::Sm2;
    algorithm.digest = EVP_sm3();
    const bool matches = verifyWith(key.impl()->evp(), algorithm, 0, message, signature);
    ERR_clear_error();
    return matches;
}

} // namespace cas::crypto
