// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/primitives.h"
#include "core/crypto/internal/algorithms.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>

#include <algorithm>
#include <bit>
#include <climits>

namespace cas::crypto {

namespace {

constexpr int kGcmKeyBytes = 32;
constexpr int kGcmNonceBytes = 12;
constexpr int kGcmTagBytes = 16;
constexpr quint64 kScryptMemoryLimit = quint64(4) << 30;

// OSSL_PARAM takes plain pointers although it only reads from these; a null data pointer means
// "not given", so an empty value points at a byte of length 0.
OSSL_PARAM octetParam(const char *key, QByteArrayView value)
{
    static const char empty = 0;
    const char *data = value.isEmpty() ? &empty : value.data();
    return OSSL_PARAM_construct_octet_string(key, const_cast<char *>(data), rawSize(value));
}

OSSL_PARAM sha256Param()
{
    static const char name[] = "SHA2-256";
    return OSSL_PARAM_construct_utf8_string(OSSL_ALG_PARAM_DIGEST, const_cast<char *>(name), 0);
}

QByteArray digestOf(const EVP_MD *digest, QByteArrayView data)
{
    QByteArray out(EVP_MD_get_size(digest), Qt::Uninitialized);
    if (EVP_Digest(data.data(), rawSize(data), rawData(out), nullptr, digest, nullptr) != 1)
        return {}; // only when memory is exhausted
    return out;
}

bool fitsInt(QByteArrayView bytes)
{
    return bytes.size() <= INT_MAX;
}

} // namespace

QByteArray sha256(QByteArrayView data)
{
    return digestOf(algorithms().sha256, data);
}

QByteArray sha1(QByteArrayView data)
{
    return digestOf(algorithms().sha1, data);
}

QByteArray hmacSha256(const SecretBytes &key, QByteArrayView data)
{
    return HmacSha256(key).of(data);
}

/// RFC 2104 §2 by the hash states after the two padded keys. OpenSSL's own HMAC context keeps a
/// copy of the key, in memory that is not locked, and takes twice the time to copy.
struct HmacSha256::Impl
{
    EvpMdCtxPtr inner; // null only when memory is exhausted
    EvpMdCtxPtr outer;
};

namespace {

constexpr size_t kHmacBlock = 64; // of SHA-256

EvpMdCtxPtr stateAfter(const SecretBytes &block, unsigned char pad)
{
    SecretBytes padded = block.clone();
    for (size_t i = 0; i < padded.size(); ++i)
        padded.data()[i] ^= pad;
    EvpMdCtxPtr ctx(EVP_MD_CTX_new());
    if (ctx
        && (EVP_DigestInit_ex2(ctx.get(), algorithms().sha256, nullptr) != 1
            || EVP_DigestUpdate(ctx.get(), padded.data(), padded.size()) != 1))
        ctx.reset();
    return ctx;
}

} // namespace

HmacSha256::HmacSha256(const SecretBytes &key)
{
    SecretBytes block(kHmacBlock);
    if (key.size() > kHmacBlock) {
        QByteArray hashed = sha256(key.view());
        std::copy_n(rawData(hashed), hashed.size(), block.data());
        secureWipe(hashed.data(), rawSize(hashed));
    } else if (!key.empty()) {
        std::copy_n(key.data(), key.size(), block.data());
    }
    m_impl = std::make_unique<Impl>(Impl{stateAfter(block, 0x36), stateAfter(block, 0x5c)});
}

HmacSha256::~HmacSha256() = default;

QByteArray HmacSha256::of(QByteArrayView data) const
{
    const EvpMdCtxPtr ctx(EVP_MD_CTX_new());
    QByteArray out(32, Qt::Uninitialized);
    if (!ctx || !m_impl->inner || !m_impl->outer
        || EVP_MD_CTX_copy_ex(ctx.get(), m_impl->inner.get()) != 1
        || EVP_DigestUpdate(ctx.get(), rawData(data), rawSize(data)) != 1
        || EVP_DigestFinal_ex(ctx.get(), rawData(out), nullptr) != 1
        || EVP_MD_CTX_copy_ex(ctx.get(), m_impl->outer.get()) != 1
        || EVP_DigestUpdate(ctx.get(), rawData(out), rawSize(out)) != 1
        || EVP_DigestFinal_ex(ctx.get(), rawData(out), nullptr) != 1) {
        ERR_clear_error();
        return {}; // only when memory is exhausted
    }
    return out;
}

Result<SecretBytes> hkdfSha256(const SecretBytes &secret, QByteArrayView salt, QByteArrayView info,
                               size_t length)
{
    if (length == 0 || length > 255UL * 32 || secret.empty())
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("hkdfSha256: length"));
    ERR_clear_error();
    const EvpKdfCtxPtr ctx(EVP_KDF_CTX_new(algorithms().hkdf));
    const OSSL_PARAM params[] = {
        sha256Param(),
        octetParam(OSSL_KDF_PARAM_KEY, secret.view()),
        octetParam(OSSL_KDF_PARAM_SALT, salt),
        octetParam(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes out(length);
    if (!ctx || EVP_KDF_derive(ctx.get(), out.data(), length, params) != 1)
        return failOpenssl("HKDF");
    return out;
}

Result<SecretBytes> scrypt(const SecretBytes &passphrase, QByteArrayView salt, quint64 n, quint64 r,
                           quint64 p, size_t length)
{
    // 2^20 for r and p keeps every product below inside 64 bits.
    constexpr quint64 kFactorLimit = quint64(1) << 20;
    if (!std::has_single_bit(n) || n < 2 || n > (quint64(1) << 30) || r == 0 || p == 0
        || r > kFactorLimit || p > kFactorLimit || length == 0) {
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("scrypt: parameters"));
    }
    quint64 memory = 128 * r * (n + p + 2);
    if (memory > kScryptMemoryLimit)
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("scrypt: memory"));
    ERR_clear_error();
    const EvpKdfCtxPtr ctx(EVP_KDF_CTX_new(algorithms().scrypt));
    uint64_t nParam = n;
    uint64_t memoryParam = memory;
    auto rParam = static_cast<uint32_t>(r);
    auto pParam = static_cast<uint32_t>(p);
    const OSSL_PARAM params[] = {
        octetParam(OSSL_KDF_PARAM_PASSWORD, passphrase.view()),
        octetParam(OSSL_KDF_PARAM_SALT, salt),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &nParam),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &rParam),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &pParam),
        // OpenSSL's default limit of 32 MiB is below our own parameters.
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memoryParam),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes out(length);
    if (!ctx || EVP_KDF_derive(ctx.get(), out.data(), length, params) != 1)
        return failOpenssl("scrypt");
    return out;
}

Result<QByteArray> aesGcmEncrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView plain,
                                 QByteArrayView associatedData)
{
    if (key.size() != kGcmKeyBytes || nonce.size() != kGcmNonceBytes || !fitsInt(plain)
        || !fitsInt(associatedData)) {
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("aesGcmEncrypt: sizes"));
    }
    ERR_clear_error();
    const EvpCipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + kGcmTagBytes, Qt::Uninitialized);
    unsigned char *cursor = rawData(out);
    int written = 0;
    int ignored = 0;
    if (!ctx
        || EVP_EncryptInit_ex2(ctx.get(), algorithms().aes256Gcm, key.data(), rawData(nonce),
                               nullptr)
               != 1)
        return failOpenssl("EVP_EncryptInit_ex2");
    if (!associatedData.isEmpty()
        && EVP_EncryptUpdate(ctx.get(), nullptr, &ignored, rawData(associatedData),
                             static_cast<int>(associatedData.size()))
               != 1)
        return failOpenssl("EVP_EncryptUpdate");
    if (!plain.isEmpty()
        && EVP_EncryptUpdate(ctx.get(), cursor, &written, rawData(plain),
                             static_cast<int>(plain.size()))
               != 1)
        return failOpenssl("EVP_EncryptUpdate");
    if (EVP_EncryptFinal_ex(ctx.get(), cursor + written, &ignored) != 1
        || EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_AEAD_GET_TAG, kGcmTagBytes, cursor + written)
               != 1)
        return failOpenssl("EVP_EncryptFinal_ex");
    return out;
}

Result<SecretBytes> aesGcmDecrypt(const SecretBytes &key, QByteArrayView nonce,
                                  QByteArrayView cipherAndTag, QByteArrayView associatedData)
{
    if (key.size() != kGcmKeyBytes || nonce.size() != kGcmNonceBytes
        || cipherAndTag.size() < kGcmTagBytes || !fitsInt(cipherAndTag)
        || !fitsInt(associatedData)) {
        return fail(ErrorCode::SealBroken, {}, {}, QStringLiteral("aesGcmDecrypt: sizes"));
    }
    ERR_clear_error();
    const QByteArrayView cipher = cipherAndTag.chopped(kGcmTagBytes);
    QByteArray tag = cipherAndTag.last(kGcmTagBytes).toByteArray();
    const EvpCipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    SecretBytes out(rawSize(cipher));
    int written = 0;
    int ignored = 0;
    if (!ctx
        || EVP_DecryptInit_ex2(ctx.get(), algorithms().aes256Gcm, key.data(), rawData(nonce),
                               nullptr)
               != 1
        || EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_AEAD_SET_TAG, kGcmTagBytes, tag.data()) != 1)
        return failOpenssl("EVP_DecryptInit_ex2");
    if (!associatedData.isEmpty()
        && EVP_DecryptUpdate(ctx.get(), nullptr, &ignored, rawData(associatedData),
                             static_cast<int>(associatedData.size()))
               != 1)
        return failOpenssl("EVP_DecryptUpdate");
    if (!cipher.isEmpty()
        && EVP_DecryptUpdate(ctx.get(), out.data(), &written, rawData(cipher),
                             static_cast<int>(cipher.size()))
               != 1)
        return failOpenssl("EVP_DecryptUpdate");
    unsigned char nothing[EVP_MAX_BLOCK_LENGTH]; // GCM never writes here, but wants a pointer
    if (EVP_DecryptFinal_ex(ctx.get(), nothing, &ignored) != 1) {
        ERR_clear_error();
        return fail(ErrorCode::SealBroken);
    }
    return out;
}

} // namespace cas::crypto
