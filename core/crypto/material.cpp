// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/material.h"
#include "core/crypto/certificate_request.h"
#include "core/crypto/crl.h"
#include "core/crypto/internal/der_reader.h"

namespace cas::crypto {

namespace {

enum class Shape {
    Signed, // SEQUENCE { SEQUENCE, SEQUENCE, BIT STRING }: certificate, request, revocation list
    EncryptedKey, // SEQUENCE { SEQUENCE, OCTET STRING }: RFC 5958 §3
    Key, // SEQUENCE { INTEGER, ... }: PKCS#8, RSAPrivateKey, ECPrivateKey
    Pkcs12,
    Pkcs7, // SEQUENCE { OBJECT IDENTIFIER, ... }
    Unknown
};

Shape shapeOf(const QByteArray &der)
{
    if (looksLikePkcs12(der))
        return Shape::Pkcs12;
    DerStatus status;
    DerItem item;
    DerReader outer(der, status);
    if (outer.peekTag() != der::kSequence || !outer.next(item))
        return Shape::Signed; // its reader says where it ends too early
    DerReader fields = outer.enter(item);
    switch (fields.peekTag()) {
    case der::kOid:
        return Shape::Pkcs7;
    case der::kInteger:
        return Shape::Key;
    case der::kSequence:
        return fields.next(item) && fields.peekTag() == der::kOctetString ? Shape::EncryptedKey
                                                                          : Shape::Signed;
    default:
        return Shape::Unknown;
    }
}

bool isAboutPassphrase(const Error &error)
{
    return error.code == ErrorCode::WrongExportPassphrase
           || error.code == ErrorCode::PassphraseMissing;
}

/// `read` with each passphrase until one opens it.
template <class T, class Read>
Result<T> withPassphrases(const std::vector<SecretBytes> &passphrases, const Read &read)
{
    Result<T> outcome = read(SecretBytes());
    for (const SecretBytes &passphrase : passphrases) {
        if (outcome || !isAboutPassphrase(outcome.error()))
            break;
        outcome = read(passphrase);
    }
    if (outcome || !isAboutPassphrase(outcome.error()))
        return outcome;
    return fail(passphrases.empty() ? ErrorCode::PassphraseMissing
                                    : ErrorCode::WrongExportPassphrase,
                QStringLiteral("passphrase"));
}

Result<Material> certificatesOf(const QList<QByteArray> &ders)
{
    Material material;
    for (const QByteArray &der : ders) {
        CAS_TRY(auto certificate, Certificate::fromDer(der));
        material.certificates.append(std::move(certificate));
    }
    return material;
}

Result<Material> readPfx(const QByteArray &der, const std::vector<SecretBytes> &passphrases)
{
    CAS_TRY(auto content,
            withPassphrases<Pkcs12Content>(passphrases, [&der](const SecretBytes &passphrase) {
                return readPkcs12(der, passphrase);
            }));
    CAS_TRY(Material material, certificatesOf(content.certificates));
    material.keys = std::move(content.keys);
    material.unchecked = content.mac == Pkcs12Mac::Absent;
    return material;
}

Result<Material> readSigned(const QByteArray &der)
{
    auto certificate = Certificate::fromDer(der);
    if (certificate)
        return Material{{std::move(*certificate)}, {}, false};
    if (certificate.error().code == ErrorCode::DerTrailing) {
        if (const auto several = readCertificates(der))
            return certificatesOf(*several);
    }
    const auto is = [](const char *what) {
        return fail(ErrorCode::NotACertificate, {}, {QString::fromLatin1(what)});
    };
    if (CertificateRequest::read(der))
        return is("request");
    if (Crl::fromDer(der))
        return is("crl");
    return certificate.error();
}

} // namespace

Result<Material> readMaterial(const QByteArray &der, const std::vector<SecretBytes> &passphrases)
{
    switch (shapeOf(der)) {
    case Shape::Pkcs12:
        return readPfx(der, passphrases);
    case Shape::Pkcs7: {
        CAS_TRY(const auto inner, readPkcs7(der));
        return certificatesOf(inner);
    }
    case Shape::Key:
    case Shape::EncryptedKey: {
        CAS_TRY(auto key, withPassphrases<PrivateKey>(passphrases, [&der](const SecretBytes &one) {
                    return readPrivateKey(der, one);
                }));
        return Material{{}, {std::move(key)}, false};
    }
    case Shape::Signed:
        return readSigned(der);
    case Shape::Unknown:
        break;
    }
    return fail(ErrorCode::FormatUnknown);
}

Result<Material> readMaterial(const PemText &text, const std::vector<SecretBytes> &passphrases)
{
    if (text.body.contains("DEK-Info:")) {
        const QByteArray label = text.label.toLatin1();
        const QByteArray whole =
            "-----BEGIN " + label + "-----\n" + text.body + "-----END " + label + "-----\n";
        CAS_TRY(auto key, withPassphrases<PrivateKey>(passphrases, [&](const SecretBytes &one) {
                    return readPrivateKey(whole, one);
                }));
        return Material{{}, {std::move(key)}, false};
    }
    CAS_TRY(PemBlock block, decodePem(text));
    auto material = readMaterial(block.der, passphrases);
    if (!material || !material->keys.isEmpty())
        secureWipe(block.der.data(), static_cast<size_t>(block.der.size()));
    return material;
}

} // namespace cas::crypto
