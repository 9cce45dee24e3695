// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/algorithms.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

namespace cas::crypto {

namespace {

int continueUnlessCancelled(EVP_PKEY_CTX *ctx)
{
    const auto *cancel = static_cast<const std::atomic<bool> *>(EVP_PKEY_CTX_get_app_data(ctx));
    return cancel && cancel->load(std::memory_order_relaxed) ? 0 : 1;
}

/// A generator for one kind of key. Kept by each thread: looking up the key manager and building
/// the curve costs more than a P-256 key itself (crypto-notes §1.5).
EVP_PKEY_CTX *curveGenerator(KeyAlgorithm algorithm)
{
    thread_local EvpPkeyCtxPtr generators[8];
    EvpPkeyCtxPtr &slot = generators[static_cast<size_t>(algorithm)];
    if (slot)
        return slot.get();
    const char *type = algorithm == KeyAlgorithm::Ed25519 ? "ED25519"
                       : algorithm == KeyAlgorithm::Sm2   ? "SM2"
                                                          : "EC";
    const char *group = algorithm == KeyAlgorithm::EcP256   ? "P-256"
                        : algorithm == KeyAlgorithm::EcP384 ? "P-384"
                        : algorithm == KeyAlgorithm::EcP521 ? "P-521"
                                                            : nullptr;
    EvpPkeyCtxPtr ctx(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    if (!ctx || EVP_PKEY_keygen_init(ctx.get()) != 1
        || (group && EVP_PKEY_CTX_set_group_name(ctx.get(), group) != 1))
        return nullptr;
    slot = std::move(ctx);
    return slot.get();
}

Result<EvpPkeyPtr> generateRsa(int bits, const std::atomic<bool> *cancel)
{
    const EvpPkeyCtxPtr ctx(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    if (!ctx || EVP_PKEY_keygen_init(ctx.get()) != 1
        || EVP_PKEY_CTX_set_rsa_keygen_bits(ctx.get(), bits) != 1)
        return failOpenssl("EVP_PKEY_keygen_init");
    // OpenSSL only reads it back in the callback above.
    EVP_PKEY_CTX_set_app_data(ctx.get(), const_cast<std::atomic<bool> *>(cancel));
    EVP_PKEY_CTX_set_cb(ctx.get(), continueUnlessCancelled);
    EVP_PKEY *raw = nullptr;
    if (EVP_PKEY_generate(ctx.get(), &raw) != 1) {
        if (cancel && cancel->load()) {
            ERR_clear_error();
            return fail(ErrorCode::Internal, {}, {}, QStringLiteral("cancelled"));
        }
        return failOpenssl("EVP_PKEY_generate");
    }
    return EvpPkeyPtr(raw);
}

QByteArray algorithmIdentifier(QByteArrayView oid)
{
    DerWriter out(32);
    out.begin(der::kSequence);
    out.oid(oid);
    if (oid == oid::kSha256Rsa)
        out.null(); // RFC 4055 §5
    out.end();
    return out.take();
}

/// What OpenSSL's own check does without the primality tests, which take seconds for RSA 4096.
bool rsaHalvesBelongTogether(const EVP_PKEY *key)
{
    const auto number = [key](const char *name) {
        BIGNUM *raw = nullptr;
        EVP_PKEY_get_bn_param(key, name, &raw);
        return BnPtr(raw);
    };
    const BnPtr n = number(OSSL_PKEY_PARAM_RSA_N);
    const BnPtr e = number(OSSL_PKEY_PARAM_RSA_E);
    const BnPtr d = number(OSSL_PKEY_PARAM_RSA_D);
    const BnPtr factors[] = {number(OSSL_PKEY_PARAM_RSA_FACTOR1),
                             number(OSSL_PKEY_PARAM_RSA_FACTOR2)};
    const BnPtr exponents[] = {number(OSSL_PKEY_PARAM_RSA_EXPONENT1),
                               number(OSSL_PKEY_PARAM_RSA_EXPONENT2)};
    const BnPtr coefficient = number(OSSL_PKEY_PARAM_RSA_COEFFICIENT1);
    const std::unique_ptr<BN_CTX, OpensslFree<&BN_CTX_free>> ctx(BN_CTX_secure_new());
    const BnPtr product(BN_new());
    const BnPtr rest(BN_new());
    if (!n || !e || !d || !factors[0] || !factors[1] || !exponents[0] || !exponents[1]
        || !coefficient || !ctx || !product || !rest)
        return false;
    if (BN_mul(product.get(), factors[0].get(), factors[1].get(), ctx.get()) != 1
        || BN_cmp(product.get(), n.get()) != 0)
        return false;
    for (int i = 0; i < 2; ++i) {
        const BnPtr order(BN_dup(factors[i].get()));
        if (!order || BN_sub_word(order.get(), 1) != 1 || BN_is_zero(order.get())
            || BN_mod_mul(product.get(), e.get(), d.get(), order.get(), ctx.get()) != 1
            || !BN_is_one(product.get()) || BN_mod(rest.get(), d.get(), order.get(), ctx.get()) != 1
            || BN_cmp(rest.get(), exponents[i].get()) != 0)
            return false;
    }
    return BN_mod_mul(product.get(), coefficient.get(), factors[1].get(), factors[0].get(),
                      ctx.get())
               == 1
           && BN_is_one(product.get());
}

bool halvesBelongTogether(EVP_PKEY *key)
{
    if (EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS"))
        return rsaHalvesBelongTogether(key);
    if (!EVP_PKEY_is_a(key, "EC") && !EVP_PKEY_is_a(key, "SM2"))
        return true; // the others derive the public half from the private one
    const EvpPkeyCtxPtr ctx(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return ctx && EVP_PKEY_pairwise_check(ctx.get()) == 1;
}

/// How a key of a kind signs; the same octets go into every certificate of a batch.
struct SignatureKind
{
    QByteArray algorithm; // DER AlgorithmIdentifier
    const EVP_MD *digest; // null for Ed25519
};

const SignatureKind *signatureKind(const EVP_PKEY *key, std::optional<KeyAlgorithm> algorithm)
{
    const Algorithms &all = algorithms();
    static const SignatureKind rsa{algorithmIdentifier(oid::kSha256Rsa), all.sha256};
    static const SignatureKind sm2{algorithmIdentifier(oid::kSm2Sm3), all.sm3};
    static const SignatureKind ed25519{algorithmIdentifier(oid::kEd25519), nullptr};
    static const SignatureKind ecdsa256{algorithmIdentifier(oid::kEcdsaSha256), all.sha256};
    static const SignatureKind ecdsa384{algorithmIdentifier(oid::kEcdsaSha384), all.sha384};
    static const SignatureKind ecdsa512{algorithmIdentifier(oid::kEcdsaSha512), all.sha512};
    if (algorithm == KeyAlgorithm::Ed25519)
        return &ed25519;
    if (algorithm == KeyAlgorithm::Sm2)
        return &sm2;
    if (algorithm ? *algorithm <= KeyAlgorithm::Rsa4096 : EVP_PKEY_is_a(key, "RSA") == 1)
        return &rsa;
    if (!algorithm && EVP_PKEY_is_a(key, "EC") != 1)
        return nullptr;
    const int bits = EVP_PKEY_get_bits(key);
    return bits > 384 ? &ecdsa512 : bits > 256 ? &ecdsa384 : &ecdsa256;
}

Result<PrivateKey> wrapPrivateKey(EvpPkeyPtr key, PublicKey publicKey)
{
    auto impl = std::make_shared<PrivateKey::Impl>();
    if (const auto *kind = signatureKind(key.get(), publicKey.algorithm())) {
        impl->signatureAlgorithm = kind->algorithm;
        impl->digest = kind->digest;
    }
    impl->publicKey = std::move(publicKey);
    impl->key = std::move(key);
    return PrivateKey(std::shared_ptr<const PrivateKey::Impl>(std::move(impl)));
}

} // namespace

Result<PrivateKey> PrivateKey::generate(KeyAlgorithm algorithm, const std::atomic<bool> *cancel)
{
    ERR_clear_error();
    if (algorithm <= KeyAlgorithm::Rsa4096) {
        const int bits = algorithm == KeyAlgorithm::Rsa2048   ? 2048
                         : algorithm == KeyAlgorithm::Rsa3072 ? 3072
                                                              : 4096;
        CAS_TRY(auto key, generateRsa(bits, cancel));
        CAS_TRY(auto publicKey, publicKeyFromEvp(upRef(key.get())));
        return wrapPrivateKey(std::move(key), std::move(publicKey));
    }
    EVP_PKEY_CTX *generator = curveGenerator(algorithm);
    EVP_PKEY *raw = nullptr;
    if (!generator || EVP_PKEY_generate(generator, &raw) != 1)
        return failOpenssl("EVP_PKEY_generate");
    EvpPkeyPtr key(raw);
    CAS_TRY(QByteArray spki, encodeCurveSpki(raw, algorithm));
    PublicKey publicKey = publicKeyOfCurve(upRef(raw), algorithm, std::move(spki));
    return wrapPrivateKey(std::move(key), std::move(publicKey));
}

Result<PrivateKey> privateKeyFromEvp(EvpPkeyPtr key)
{
    if (!halvesBelongTogether(key.get())) {
        ERR_clear_error();
        return fail(ErrorCode::KeyInvalid, QStringLiteral("key"), {},
                    QStringLiteral("private and public half do not belong together"));
    }
    CAS_TRY(auto publicKey, publicKeyFromEvp(upRef(key.get())));
    return wrapPrivateKey(std::move(key), std::move(publicKey));
}

Result<PrivateKey> PrivateKey::fromDer(const SecretBytes &der)
{
    ERR_clear_error();
    const unsigned char *cursor = der.data();
    EvpPkeyPtr key(der.empty()
                       ? nullptr
                       : d2i_AutoPrivateKey(nullptr, &cursor, static_cast<long>(der.size())));
    if (!key)
        return failOpenssl("d2i_AutoPrivateKey", ErrorCode::KeyInvalid);
    return privateKeyFromEvp(std::move(key));
}

Result<SecretBytes> PrivateKey::toPkcs8() const
{
    if (!m_impl)
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("toPkcs8: null key"));
    return encodePkcs8(m_impl->key.get(), m_impl->publicKey.impl()->spki);
}

PublicKey PrivateKey::publicKey() const
{
    return m_impl ? m_impl->publicKey : PublicKey();
}

QByteArray PrivateKey::signatureAlgorithm() const
{
    return m_impl ? m_impl->signatureAlgorithm : QByteArray();
}

Result<QByteArray> PrivateKey::sign(QByteArrayView tbs) const
{
    if (!m_impl)
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("sign: null key"));
    if (m_impl->signatureAlgorithm.isEmpty())
        return fail(ErrorCode::Unsupported, {}, {m_impl->publicKey.label()},
                    QStringLiteral("sign: key type"));
    ERR_clear_error();
    EVP_PKEY *key = m_impl->key.get();
    const bool sm2 = EVP_PKEY_is_a(key, "SM2");
    const EvpMdCtxPtr ctx(EVP_MD_CTX_new());
    if (sm2 || !m_impl->digest) {
        EVP_PKEY_CTX *keyCtx = nullptr; // owned by ctx
        if (!ctx || EVP_DigestSignInit(ctx.get(), &keyCtx, m_impl->digest, nullptr, key) != 1
            || (sm2 && EVP_PKEY_CTX_set1_id(keyCtx, kSm2Id, static_cast<int>(kSm2IdBytes)) != 1))
            return failOpenssl("EVP_DigestSignInit");
    } else {
        std::call_once(m_impl->prepared, [this, key] {
            EvpMdCtxPtr prototype(EVP_MD_CTX_new());
            if (prototype
                && EVP_DigestSignInit(prototype.get(), nullptr, m_impl->digest, nullptr, key) == 1)
                m_impl->prototype = std::move(prototype);
        });
        if (!ctx || !m_impl->prototype
            || EVP_MD_CTX_copy_ex(ctx.get(), m_impl->prototype.get()) != 1)
            return failOpenssl("EVP_MD_CTX_copy_ex");
    }
    QByteArray signature(EVP_PKEY_get_size(key), Qt::Uninitialized);
    size_t size = rawSize(signature);
    if (EVP_DigestSign(ctx.get(), rawData(signature), &size, rawData(tbs), rawSize(tbs)) != 1)
        return failOpenssl("EVP_DigestSign");
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace cas::crypto
