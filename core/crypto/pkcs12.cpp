// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/containers.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/container_input.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>

namespace cas::crypto {

namespace {

constexpr int kBagDepthLimit = 8;

struct FreeX509Stack
{
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
struct FreeSafes
{
    void operator()(STACK_OF(PKCS7) * stack) const { sk_PKCS7_pop_free(stack, PKCS7_free); }
};
struct FreeBags
{
    void operator()(STACK_OF(PKCS12_SAFEBAG) * stack) const
    {
        sk_PKCS12_SAFEBAG_pop_free(stack, PKCS12_SAFEBAG_free);
    }
};
using X509StackPtr = std::unique_ptr<STACK_OF(X509), FreeX509Stack>;
using SafesPtr = std::unique_ptr<STACK_OF(PKCS7), FreeSafes>;
using BagsPtr = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), FreeBags>;

/// OpenSSL wants the passphrase as a C string.
SecretBytes terminated(const SecretBytes &passphrase)
{
    SecretBytes text(passphrase.size() + 1);
    std::copy(passphrase.data(), passphrase.data() + passphrase.size(), text.data());
    return text;
}

X509Ptr x509FromDer(const QByteArray &der)
{
    const unsigned char *cursor = rawData(der);
    return X509Ptr(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
}

QByteArray derOfAlgorithm(const X509_ALGOR *algorithm)
{
    unsigned char *raw = nullptr;
    const int size = algorithm ? i2d_X509_ALGOR(algorithm, &raw) : -1;
    if (size <= 0)
        return {};
    const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
    return QByteArray(reinterpret_cast<const char *>(raw), size);
}

/// Opens the bags of one file with one library context.
class Pkcs12Reader
{
public:
    Pkcs12Reader(PKCS12 *file, OSSL_LIB_CTX *library, const char *passphrase, int passphraseBytes)
        : m_file(file)
        , m_library(library)
        , m_passphrase(passphrase)
        , m_passphraseBytes(passphraseBytes)
    { }

    Result<Pkcs12Content> read()
    {
        const SafesPtr safes(PKCS12_unpack_authsafes(m_file));
        if (!safes)
            return failOpenssl("PKCS12_unpack_authsafes", ErrorCode::DerInvalid);
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
            PKCS7 *safe = sk_PKCS7_value(safes.get(), i);
            BagsPtr bags;
            if (PKCS7_type_is_data(safe)) {
                bags.reset(PKCS12_unpack_p7data(safe));
                if (!bags)
                    return failOpenssl("PKCS12_unpack_p7data", ErrorCode::DerInvalid);
            } else if (PKCS7_type_is_encrypted(safe)) {
                if (!safe->d.encrypted || !safe->d.encrypted->enc_data)
                    return fail(ErrorCode::DerInvalid);
                const QByteArray algorithm = derOfAlgorithm(safe->d.encrypted->enc_data->algorithm);
                CAS_TRY_VOID(checkIterations(algorithm));
                bags.reset(PKCS12_unpack_p7encdata(safe, m_passphrase, m_passphraseBytes));
                if (!bags)
                    return decryptionFailure("PKCS12_unpack_p7encdata", algorithm);
            } else {
                continue;
            }
            CAS_TRY_VOID(readBags(bags.get(), 0));
        }
        return std::move(m_content);
    }

private:
    Result<> readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
    {
        if (depth > kBagDepthLimit)
            return fail(ErrorCode::DerTooDeep);
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i)
            CAS_TRY_VOID(readBag(sk_PKCS12_SAFEBAG_value(bags, i), depth));
        return {};
    }

    Result<> readBag(PKCS12_SAFEBAG *bag, int depth)
    {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
        case NID_keyBag:
            return takeKey(bag, PKCS12_SAFEBAG_get0_p8inf(bag));
        case NID_pkcs8ShroudedKeyBag: {
            const X509_ALGOR *parsed = nullptr;
            X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &parsed, nullptr);
            const QByteArray algorithm = derOfAlgorithm(parsed);
            CAS_TRY_VOID(checkIterations(algorithm));
            const Pkcs8Ptr info(
                PKCS12_decrypt_skey_ex(bag, m_passphrase, m_passphraseBytes, m_library, nullptr));
            if (!info)
                return decryptionFailure("PKCS12_decrypt_skey_ex", algorithm);
            return takeKey(bag, info.get());
        }
        case NID_certBag: {
            const X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(bag));
            if (!certificate)
                return {}; // an SDSI certificate: not ours to read
            unsigned char *raw = nullptr;
            const int size = i2d_X509(certificate.get(), &raw);
            if (size <= 0)
                return failOpenssl("i2d_X509", ErrorCode::DerInvalid);
            const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
            m_content.certificates << QByteArray(reinterpret_cast<const char *>(raw), size);
            takeName(bag);
            return {};
        }
        case NID_safeContentsBag:
            return readBags(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
        default:
            return {};
        }
    }

    Result<> takeKey(PKCS12_SAFEBAG *bag, const PKCS8_PRIV_KEY_INFO *info)
    {
        unsigned char *raw = nullptr;
        const int size = i2d_PKCS8_PRIV_KEY_INFO(info, &raw);
        if (size <= 0)
            return failOpenssl("i2d_PKCS8_PRIV_KEY_INFO", ErrorCode::DerInvalid);
        const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
        CAS_TRY(auto key, PrivateKey::fromDer(SecretBytes::copyOf(QByteArrayView(raw, size))));
        m_content.keys << std::move(key);
        takeName(bag);
        return {};
    }

    void takeName(PKCS12_SAFEBAG *bag)
    {
        if (!m_content.friendlyName.isEmpty())
            return;
        char *name = PKCS12_get_friendlyname(bag);
        m_content.friendlyName = QString::fromUtf8(name);
        OPENSSL_free(name);
    }

    PKCS12 *m_file;
    OSSL_LIB_CTX *m_library;
    const char *m_passphrase;
    int m_passphraseBytes;
    Pkcs12Content m_content;
};

Result<Pkcs12Content> readWithContext(const QByteArray &der, const SecretBytes &passphrase,
                                      OSSL_LIB_CTX *library)
{
    ERR_clear_error();
    PKCS12 *raw = PKCS12_init_ex(NID_pkcs7_data, library, nullptr);
    if (!raw)
        return failOpenssl("PKCS12_init_ex");
    const unsigned char *cursor = rawData(der);
    // On failure d2i frees what it was given and sets the pointer to null.
    const PKCS12 *parsed = d2i_PKCS12(&raw, &cursor, static_cast<long>(der.size()));
    const Pkcs12Ptr file(raw);
    if (!parsed)
        return failOpenssl("d2i_PKCS12", ErrorCode::DerInvalid);
    if (cursor != rawData(der) + der.size())
        return fail(ErrorCode::DerTrailing);

    const SecretBytes text = terminated(passphrase);
    const auto *chars = reinterpret_cast<const char *>(text.data());
    auto length = static_cast<int>(passphrase.size());
    if (PKCS12_mac_present(file.get())) {
        const ASN1_INTEGER *iterations = nullptr;
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, file.get());
        int64_t count = 1;
        if (iterations && ASN1_INTEGER_get_int64(&count, iterations) != 1)
            count = kIterationLimit + 1;
        CAS_TRY_VOID(checkIterationCount(count));
        bool verified = PKCS12_verify_mac(file.get(), chars, length) == 1;
        // "" and no passphrase at all give different MACs; both are in use.
        if (!verified && length == 0 && PKCS12_verify_mac(file.get(), nullptr, 0) == 1) {
            verified = true;
            chars = nullptr;
        }
        if (!verified)
            return failOpenssl("PKCS12_verify_mac", ErrorCode::WrongExportPassphrase);
    }
    CAS_TRY(Pkcs12Content content, Pkcs12Reader(file.get(), library, chars, length).read());
    if (!PKCS12_mac_present(file.get()))
        content.mac = Pkcs12Mac::Absent;
    return content;
}

} // namespace

Result<QByteArray> buildPkcs12(const PrivateKey &key, const QList<QByteArray> &chain,
                               const QString &friendlyName, const SecretBytes &passphrase,
                               ContainerStrength strength)
{
    if (key.isNull() || chain.isEmpty())
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("buildPkcs12"));
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    ERR_clear_error();
    const X509Ptr leaf = x509FromDer(chain.first());
    const X509StackPtr rest(sk_X509_new_null());
    if (!leaf || !rest)
        return failOpenssl("d2i_X509", ErrorCode::CertificateInvalid);
    if (X509_check_private_key(leaf.get(), key.impl()->key.get()) != 1)
        return failOpenssl("X509_check_private_key", ErrorCode::KeyMismatch);
    for (const QByteArray &der : chain.sliced(1)) {
        X509Ptr certificate = x509FromDer(der);
        if (!certificate || sk_X509_push(rest.get(), certificate.get()) <= 0)
            return failOpenssl("d2i_X509", ErrorCode::CertificateInvalid);
        (void)certificate.release(); // now owned by the stack
    }
    const bool current = strength == ContainerStrength::Current;
    const int pbe = current ? NID_aes_256_cbc : NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
    const int iterations = current ? 100'000 : 2'048;
    const SecretBytes text = terminated(passphrase);
    const auto *chars = reinterpret_cast<const char *>(text.data());
    const QByteArray name = friendlyName.toUtf8();
    // No MAC here (-1): PKCS12_create() has no say in its digest.
    const Pkcs12Ptr file(PKCS12_create(chars, name.isEmpty() ? nullptr : name.constData(),
                                       key.impl()->key.get(), leaf.get(), rest.get(), pbe, pbe,
                                       iterations, -1, 0));
    if (!file)
        return failOpenssl("PKCS12_create");
    if (PKCS12_set_mac(file.get(), chars, static_cast<int>(passphrase.size()), nullptr,
                       current ? 16 : 8, iterations, current ? EVP_sha256() : EVP_sha1())
        != 1)
        return failOpenssl("PKCS12_set_mac");
    QByteArray out(i2d_PKCS12(file.get(), nullptr), Qt::Uninitialized);
    unsigned char *end = rawData(out);
    if (i2d_PKCS12(file.get(), &end) <= 0)
        return failOpenssl("i2d_PKCS12");
    return out;
}

bool looksLikePkcs12(const QByteArray &der)
{
    // Also with an indefinite length (0x80), as old Java wrote it.
    constexpr char kSequence = 0x30;
    constexpr quint8 kLongLength = 0x80;
    if (der.size() < 2 || der.at(0) != kSequence)
        return false;
    const auto length = static_cast<quint8>(der.at(1));
    const qsizetype header = length > kLongLength ? 2 + (length & 0x7f) : 2;
    return der.mid(header, 3) == QByteArray("\x02\x01\x03", 3);
}

Result<Pkcs12Content> readPkcs12(const QByteArray &der, const SecretBytes &passphrase)
{
    auto content = readWithContext(der, passphrase, nullptr);
    if (!content && content.error().code == ErrorCode::CipherUnsupported && legacyContext())
        return readWithContext(der, passphrase, legacyContext());
    return content;
}

} // namespace cas::crypto
