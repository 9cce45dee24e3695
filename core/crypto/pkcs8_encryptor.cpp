// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/pkcs8_encryptor.h"
#include "core/base/random.h"
#include "core/crypto/internal/algorithms.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>

namespace cas::crypto {

namespace {

constexpr int kRounds = kPkcs8Iterations;
constexpr size_t kKeyBytes = 32;
constexpr qsizetype kSaltBytes = kPkcs8SaltBytes;
constexpr qsizetype kBlockBytes = 16;

} // namespace

Result<Pkcs8Encryptor> Pkcs8Encryptor::create(const SecretBytes &passphrase)
{
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    ERR_clear_error();
    Pkcs8Encryptor made;
    made.m_salt = SystemRandom().bytes(kSaltBytes);
    made.m_key = SecretBytes(kKeyBytes);
    if (PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(passphrase.data()),
                          static_cast<int>(passphrase.size()), rawData(made.m_salt),
                          static_cast<int>(kSaltBytes), kRounds, algorithms().sha256,
                          static_cast<int>(kKeyBytes), made.m_key.data())
        != 1)
        return failOpenssl("PKCS5_PBKDF2_HMAC");
    return made;
}

Result<QByteArray> Pkcs8Encryptor::encrypt(const SecretBytes &pkcs8) const
{
    const QByteArray iv = SystemRandom().bytes(kBlockBytes);
    const EvpCipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    QByteArray sealed(static_cast<qsizetype>(pkcs8.size()) + kBlockBytes, Qt::Uninitialized);
    int written = 0;
    int last = 0;
    ERR_clear_error();
    if (!ctx
        || EVP_EncryptInit_ex2(ctx.get(), algorithms().aes256Cbc, m_key.data(), rawData(iv),
                               nullptr)
               != 1
        || EVP_EncryptUpdate(ctx.get(), rawData(sealed), &written, pkcs8.data(),
                             static_cast<int>(pkcs8.size()))
               != 1
        || EVP_EncryptFinal_ex(ctx.get(), rawData(sealed) + written, &last) != 1)
        return failOpenssl("EVP_EncryptFinal_ex");
    sealed.truncate(written + last);

    DerWriter out(sealed.size() + 128);
    out.begin(der::kSequence); // EncryptedPrivateKeyInfo
    out.begin(der::kSequence);
    out.oid(oid::kPbes2);
    out.begin(der::kSequence); // PBES2-params
    out.begin(der::kSequence);
    out.oid(oid::kPbkdf2);
    out.begin(der::kSequence); // PBKDF2-params
    out.primitive(der::kOctetString, m_salt);
    out.integer(kRounds);
    out.begin(der::kSequence);
    out.oid(oid::kHmacSha256);
    out.null();
    out.end();
    out.end();
    out.end();
    out.begin(der::kSequence);
    out.oid(oid::kAes256Cbc);
    out.primitive(der::kOctetString, iv);
    out.end();
    out.end();
    out.end();
    out.primitive(der::kOctetString, sealed);
    out.end();
    return out.take();
}

} // namespace cas::crypto
