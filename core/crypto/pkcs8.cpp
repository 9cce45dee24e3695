// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/containers.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/container_input.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstring>

namespace cas::crypto {

namespace {

using X509SigPtr = std::unique_ptr<X509_SIG, OpensslFree<&X509_SIG_free>>;
using X509AlgorPtr = std::unique_ptr<X509_ALGOR, OpensslFree<&X509_ALGOR_free>>;

/// EncryptedPrivateKeyInfo taken apart.
struct EncryptedKey
{
    DerItem algorithm;
    DerItem data;
};

bool readEncryptedKey(QByteArrayView der, EncryptedKey &out, DerStatus &status)
{
    DerItem whole;
    DerReader outer(der, status);
    if (!outer.expect(der::kSequence, whole) || !outer.expectEnd())
        return false;
    DerReader fields = outer.enter(whole);
    return fields.expect(der::kSequence, out.algorithm)
           && fields.expect(der::kOctetString, out.data) && fields.expectEnd();
}

/// What GmSSL 3 writes: PBKDF2 with HMAC-SM3 and SM4-CBC, which OpenSSL 3.0 does not know as a
/// PBES2 pair (crypto-notes §1.1).
struct GmsslParams
{
    QByteArrayView salt;
    int iterations = 0;
    QByteArrayView iv;
};

bool readGmsslParams(const EncryptedKey &key, QByteArrayView der, GmsslParams &out)
{
    DerStatus status;
    DerItem type;
    DerItem item;
    DerItem kdf;
    DerReader algorithm = DerReader(der, status).enter(key.algorithm);
    if (!algorithm.expect(der::kOid, type) || type.content != oid::kPbes2
        || !algorithm.expect(der::kSequence, item))
        return false;
    DerReader pbes2 = algorithm.enter(item);
    if (!pbes2.expect(der::kSequence, kdf))
        return false;
    DerReader kdfFields = pbes2.enter(kdf);
    if (!kdfFields.expect(der::kOid, type) || type.content != oid::kPbkdf2
        || !kdfFields.expect(der::kSequence, item))
        return false;
    DerReader params = kdfFields.enter(item);
    DerItem salt;
    DerItem count;
    DerItem prf;
    if (!params.expect(der::kOctetString, salt) || !params.expect(der::kInteger, count))
        return false;
    params.optional(der::kInteger, item); // keyLength
    if (!params.expect(der::kSequence, prf))
        return false;
    DerReader prfFields = params.enter(prf);
    if (!prfFields.expect(der::kOid, type) || type.content != oid::kHmacSm3)
        return false;
    DerItem cipher;
    if (!pbes2.expect(der::kSequence, cipher))
        return false;
    DerReader cipherFields = pbes2.enter(cipher);
    static constexpr QByteArrayView kSm4Cbc = oid::octets("\x2a\x81\x1c\xcf\x55\x01\x68\x02");
    DerItem iv;
    if (!cipherFields.expect(der::kOid, type) || type.content != kSm4Cbc
        || !cipherFields.expect(der::kOctetString, iv) || iv.content.size() != 16)
        return false;
    out.salt = salt.content;
    out.iv = iv.content;
    out.iterations = static_cast<int>(decodeInteger(count.content).value_or(0));
    return out.iterations > 0;
}

Result<SecretBytes> decryptGmssl(const GmsslParams &params, QByteArrayView data,
                                 const SecretBytes &passphrase)
{
    SecretBytes key(16);
    if (PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(passphrase.data()),
                          static_cast<int>(passphrase.size()), rawData(params.salt),
                          static_cast<int>(params.salt.size()), params.iterations, EVP_sm3(), 16,
                          key.data())
        != 1)
        return failOpenssl("PKCS5_PBKDF2_HMAC");
    const EvpCipherCtxPtr ctx(EVP_CIPHER_CTX_new());
    SecretBytes plain(rawSize(data) + 16);
    int written = 0;
    int last = 0;
    if (!ctx
        || EVP_DecryptInit_ex2(ctx.get(), EVP_sm4_cbc(), key.data(), rawData(params.iv), nullptr)
               != 1
        || EVP_DecryptUpdate(ctx.get(), plain.data(), &written, rawData(data),
                             static_cast<int>(data.size()))
               != 1
        || EVP_DecryptFinal_ex(ctx.get(), plain.data() + written, &last) != 1)
        return failOpenssl("EVP_DecryptFinal_ex", ErrorCode::WrongExportPassphrase);
    plain.truncate(static_cast<size_t>(written) + static_cast<size_t>(last));
    return plain;
}

/// A wrong passphrase passes the padding check once in 256 times; then the plaintext is noise.
bool looksLikeKey(const SecretBytes &plain)
{
    DerStatus status;
    DerItem whole;
    return readWhole(plain.view(), der::kSequence, whole, status);
}

int passphraseCallback(char *buffer, int size, int, void *data)
{
    const auto *passphrase = static_cast<const SecretBytes *>(data);
    if (passphrase->size() > static_cast<size_t>(size))
        return -1;
    if (!passphrase->empty())
        std::memcpy(buffer, passphrase->data(), passphrase->size());
    return static_cast<int>(passphrase->size());
}

/// `AES-128-CBC` of `DEK-Info: AES-128-CBC,0011...`.
QString dekInfoCipher(const QByteArray &pem)
{
    const QByteArray header("DEK-Info:");
    const qsizetype start = pem.indexOf(header) + header.size();
    const QByteArray line = pem.mid(start, pem.indexOf('\n', start) - start);
    return QString::fromLatin1(line.first(std::max<qsizetype>(line.indexOf(','), 0)).trimmed());
}

/// Traditional PEM with DEK-Info: OpenSSL has the only reader of it anybody needs.
Result<PrivateKey> readTraditionalEncrypted(const QByteArray &pem, const SecretBytes &passphrase)
{
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    ERR_clear_error();
    const std::unique_ptr<BIO, OpensslFree<&BIO_free>> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    EvpPkeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, passphraseCallback,
                                           const_cast<SecretBytes *>(&passphrase)));
    if (!key) {
        Error error = decryptionFailure("PEM_read_bio_PrivateKey", {});
        if (error.code == ErrorCode::CipherUnsupported)
            error.args = {dekInfoCipher(pem)};
        return error;
    }
    return privateKeyFromEvp(std::move(key));
}

Result<PrivateKey> readKeyDer(const QByteArray &der, const SecretBytes &passphrase)
{
    DerStatus status;
    EncryptedKey encrypted;
    if (!readEncryptedKey(der, encrypted, status)) {
        DerItem whole;
        DerStatus wholeStatus;
        if (!readWhole(der, der::kSequence, whole, wholeStatus))
            return wholeStatus.error();
        return PrivateKey::fromDer(SecretBytes::copyOf(der));
    }
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    CAS_TRY(const SecretBytes plain, decryptPkcs8(der, passphrase));
    return PrivateKey::fromDer(plain);
}

} // namespace

Result<QByteArray> encryptPkcs8(const SecretBytes &pkcs8, const SecretBytes &passphrase)
{
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    ERR_clear_error();
    const unsigned char *cursor = pkcs8.data();
    const Pkcs8Ptr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &cursor, static_cast<long>(pkcs8.size())));
    if (!info)
        return failOpenssl("d2i_PKCS8_PRIV_KEY_INFO", ErrorCode::KeyInvalid);
    X509AlgorPtr algorithm(PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), kPkcs8Iterations, nullptr,
                                             kPkcs8SaltBytes, nullptr, NID_hmacWithSHA256));
    if (!algorithm)
        return failOpenssl("PKCS5_pbe2_set_iv");
    const X509SigPtr sealed(PKCS8_set0_pbe(reinterpret_cast<const char *>(passphrase.data()),
                                           static_cast<int>(passphrase.size()), info.get(),
                                           algorithm.get()));
    if (!sealed)
        return failOpenssl("PKCS8_set0_pbe");
    (void)algorithm.release(); // now owned by `sealed`
    QByteArray out(i2d_X509_SIG(sealed.get(), nullptr), Qt::Uninitialized);
    unsigned char *end = rawData(out);
    if (i2d_X509_SIG(sealed.get(), &end) <= 0)
        return failOpenssl("i2d_X509_SIG");
    return out;
}

Result<SecretBytes> decryptPkcs8(const QByteArray &der, const SecretBytes &passphrase)
{
    DerStatus status;
    EncryptedKey encrypted;
    if (!readEncryptedKey(der, encrypted, status))
        return status.error();
    CAS_TRY_VOID(checkIterations(encrypted.algorithm.whole));
    ERR_clear_error();
    GmsslParams gmssl;
    SecretBytes plain;
    if (readGmsslParams(encrypted, der, gmssl)) {
        CAS_TRY(plain, decryptGmssl(gmssl, encrypted.data.content, passphrase));
    } else {
        const unsigned char *cursor = rawData(der);
        const X509SigPtr sealed(d2i_X509_SIG(nullptr, &cursor, static_cast<long>(der.size())));
        if (!sealed)
            return failOpenssl("d2i_X509_SIG", ErrorCode::DerInvalid);
        const auto open = [&](OSSL_LIB_CTX *library) {
            const X509_ALGOR *algorithm = nullptr;
            const ASN1_OCTET_STRING *data = nullptr;
            X509_SIG_get0(sealed.get(), &algorithm, &data);
            unsigned char *out = nullptr;
            int size = 0;
            if (!PKCS12_pbe_crypt_ex(algorithm, reinterpret_cast<const char *>(passphrase.data()),
                                     static_cast<int>(passphrase.size()), data->data, data->length,
                                     &out, &size, 0, library, nullptr))
                return false;
            const OpensslBuffer buffer(out, OpensslBufferFree{static_cast<size_t>(size)});
            plain = SecretBytes::copyOf(QByteArrayView(out, size));
            return true;
        };
        if (!open(nullptr)) {
            Error error = decryptionFailure("PKCS12_pbe_crypt_ex", encrypted.algorithm.whole);
            if (error.code != ErrorCode::CipherUnsupported || !legacyContext())
                return error;
            if (!open(legacyContext()))
                return decryptionFailure("PKCS12_pbe_crypt_ex", encrypted.algorithm.whole);
            ERR_clear_error();
        }
    }
    if (!looksLikeKey(plain))
        return fail(ErrorCode::WrongExportPassphrase, QStringLiteral("passphrase"));
    return plain;
}

Result<PrivateKey> readPrivateKey(const QByteArray &pemOrDer, const SecretBytes &passphrase)
{
    if (pemOrDer.startsWith(static_cast<char>(der::kSequence)))
        return readKeyDer(pemOrDer, passphrase);
    if (pemOrDer.contains("DEK-Info:"))
        return readTraditionalEncrypted(pemOrDer, passphrase);
    CAS_TRY(auto blocks, splitPem(pemOrDer));
    for (PemBlock &block : blocks) {
        if (!block.label.endsWith(QLatin1String("PRIVATE KEY")))
            continue;
        auto key = readKeyDer(block.der, passphrase);
        secureWipe(block.der.data(), rawSize(block.der));
        return key;
    }
    return fail(ErrorCode::KeyInvalid, QStringLiteral("key"), {},
                QStringLiteral("no private key in the file"));
}

} // namespace cas::crypto
