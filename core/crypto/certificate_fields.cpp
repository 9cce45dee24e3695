// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_fields.h"
#include "core/base/random.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/signed_object.h"
#include "core/crypto/internal/der_values.h"

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr int kSerialBytes = 16;
constexpr int kSerialBytesLimit = 20;

Error unusable(const char *field)
{
    return fail(ErrorCode::InvalidArgument, QString::fromLatin1(field));
}

bool isUsableSerial(const QByteArray &serial)
{
    return !serial.isEmpty() && serial.size() <= kSerialBytesLimit && !(serial[0] & 0x80)
           && std::any_of(serial.begin(), serial.end(), [](char octet) { return octet != 0; });
}

bool isUsableUrl(const QString &url)
{
    return !url.isEmpty() && std::all_of(url.begin(), url.end(), [](QChar c) {
        return c > QChar(0x20) && c < QChar(0x7f);
    });
}

Result<> writeUrls(DerWriter &out, const CertificateFields &fields)
{
    for (const QStringList *urls : {&fields.crlUrls, &fields.ocspUrls, &fields.caIssuerUrls}) {
        if (!std::all_of(urls->begin(), urls->end(), isUsableUrl))
            return unusable("url");
    }
    if (!fields.crlUrls.isEmpty()) {
        beginExtension(out, oid::kCrlPoints, Critical::No);
        out.begin(der::kSequence);
        for (const QString &url : fields.crlUrls) {
            out.begin(der::kSequence);
            out.begin(der::contextConstructed(0)); // distributionPoint
            out.begin(der::contextConstructed(0)); // fullName
            out.primitive(der::context(6), url.toLatin1());
            out.end();
            out.end();
            out.end();
        }
        out.end();
        endExtension(out);
    }
    if (!fields.ocspUrls.isEmpty() || !fields.caIssuerUrls.isEmpty()) {
        beginExtension(out, oid::kAuthorityInfo, Critical::No);
        out.begin(der::kSequence);
        const auto describe = [&out](QByteArrayView method, const QStringList &urls) {
            for (const QString &url : urls) {
                out.begin(der::kSequence);
                out.oid(method);
                out.primitive(der::context(6), url.toLatin1());
                out.end();
            }
        };
        describe(oid::kOcsp, fields.ocspUrls);
        describe(oid::kCaIssuers, fields.caIssuerUrls);
        out.end();
        endExtension(out);
    }
    return {};
}

Result<> writeExtensions(DerWriter &out, const CertificateFields &fields)
{
    beginExtension(out, oid::kBasicConstraints, Critical::Yes);
    out.begin(der::kSequence);
    if (fields.isCa) {
        out.boolean(true);
        if (fields.pathLength)
            out.integer(*fields.pathLength);
    }
    out.end();
    endExtension(out);

    if (fields.keyUsage) {
        beginExtension(out, oid::kKeyUsage, Critical::Yes);
        writeKeyUsage(out, fields.keyUsage);
        endExtension(out);
    }
    if (!fields.extendedKeyUsage.isEmpty()) {
        beginExtension(out, oid::kExtendedKeyUsage, Critical::No);
        out.begin(der::kSequence);
        for (const QString &dotted : fields.extendedKeyUsage) {
            const QByteArray encoded = oidFromText(dotted);
            if (encoded.isEmpty())
                return unusable("extendedKeyUsage");
            out.oid(encoded);
        }
        out.end();
        endExtension(out);
    }
    beginExtension(out, oid::kSubjectKeyId, Critical::No);
    out.primitive(der::kOctetString, fields.publicKey.keyIdentifier());
    endExtension(out);
    if (!fields.authorityKeyIdentifier.isEmpty()) {
        beginExtension(out, oid::kAuthorityKeyId, Critical::No);
        out.begin(der::kSequence);
        out.primitive(der::context(0), fields.authorityKeyIdentifier);
        out.end();
        endExtension(out);
    }
    if (!fields.subjectAltNames.isEmpty()) {
        beginExtension(out, oid::kSubjectAltName,
                       fields.subject.isEmpty() ? Critical::Yes : Critical::No);
        writeGeneralNames(out, fields.subjectAltNames);
        endExtension(out);
    }
    if (fields.nameConstraints && !fields.nameConstraints->isEmpty()) {
        beginExtension(out, oid::kNameConstraints, Critical::Yes);
        CAS_TRY_VOID(writeNameConstraints(out, *fields.nameConstraints));
        endExtension(out);
    }
    return writeUrls(out, fields);
}

} // namespace

bool NameConstraints::isEmpty() const
{
    return *this == NameConstraints();
}

QByteArray newSerial()
{
    SystemRandom random;
    QByteArray serial;
    do {
        serial = random.bytes(kSerialBytes);
        serial[0] = static_cast<char>(serial[0] & 0x7f);
    } while (serial[0] == 0);
    return serial;
}

QString serialText(const QByteArray &serialBigEndian)
{
    return QString::fromLatin1(serialBigEndian.toHex().toUpper());
}

Result<QByteArray> buildCertificate(const CertificateFields &fields, const Signer &issuer)
{
    if (!isUsableSerial(fields.serial))
        return unusable("serial");
    if (!isEncodableTime(fields.notBefore))
        return unusable("notBefore");
    if (!isEncodableTime(fields.notAfter) || fields.notAfter < fields.notBefore)
        return unusable("notAfter");
    if (fields.publicKey.isNull())
        return unusable("publicKey");
    if (fields.pathLength && (!fields.isCa || *fields.pathLength < 0))
        return unusable("pathLength");
    const QByteArray algorithm = issuer.signatureAlgorithm();

    DerWriter out(1024);
    out.begin(der::kSequence);
    out.begin(der::contextConstructed(0));
    out.integer(2); // v3
    out.end();
    out.unsignedInteger(fields.serial);
    out.raw(algorithm);
    writeName(out, fields.issuer);
    out.begin(der::kSequence);
    out.time(fields.notBefore);
    out.time(fields.notAfter);
    out.end();
    writeName(out, fields.subject);
    out.raw(fields.publicKey.spkiDer());
    out.begin(der::contextConstructed(3));
    out.begin(der::kSequence);
    CAS_TRY_VOID(writeExtensions(out, fields));
    out.end();
    out.end();
    out.end();
    return signObject(out.take(), algorithm, issuer);
}

} // namespace cas::crypto
