// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/containers.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/oids.h"

namespace cas::crypto {

namespace {

constexpr qsizetype kCertificateFileLimit = qsizetype(64) << 20;

/// The certificates [0] of a SignedData, by walking; PKCS#6 and attribute certificates are left
/// out.
Result<QList<QByteArray>> readSignedData(const QByteArray &der)
{
    DerStatus status;
    DerItem item;
    DerReader outer(der, status);
    if (!outer.expect(der::kSequence, item) || !outer.expectEnd())
        return status.error();
    DerReader content = outer.enter(item);
    DerItem type;
    if (!content.expect(der::kOid, type))
        return status.error();
    if (type.content != oid::kPkcs7Signed)
        return fail(ErrorCode::FormatUnknown, {}, {}, QStringLiteral("not PKCS#7 signedData"));
    if (!content.expect(der::contextConstructed(0), item))
        return status.error();
    DerReader wrapper = content.enter(item);
    if (!wrapper.expect(der::kSequence, item))
        return status.error();
    DerReader fields = wrapper.enter(item);
    if (!fields.expect(der::kInteger, item) || !fields.expect(der::kSet, item)
        || !fields.expect(der::kSequence, item))
        return status.error();
    QList<QByteArray> certificates;
    if (!fields.optional(der::contextConstructed(0), item))
        return certificates;
    DerReader list = fields.enter(item);
    while (list.next(item)) {
        if (item.tag == der::kSequence)
            certificates << item.whole.toByteArray();
    }
    if (status.failed)
        return status.error();
    return certificates;
}

bool isSignedData(const QByteArray &der)
{
    DerStatus status;
    DerItem item;
    DerReader outer(der, status);
    if (!outer.expect(der::kSequence, item))
        return false;
    DerReader content = outer.enter(item);
    return content.expect(der::kOid, item) && item.content == oid::kPkcs7Signed;
}

/// One certificate after another, without anything between.
Result<QList<QByteArray>> readConcatenated(const QByteArray &der)
{
    QList<QByteArray> certificates;
    DerStatus status;
    DerReader reader(der, status);
    while (!reader.atEnd()) {
        DerItem item;
        if (!reader.expect(der::kSequence, item))
            return status.error();
        CAS_TRY(const auto certificate, Certificate::fromDer(item.whole.toByteArray()));
        certificates << certificate.der();
    }
    return certificates;
}

} // namespace

Result<QByteArray> buildPkcs7(const QList<QByteArray> &certificates)
{
    qsizetype total = 128;
    for (const QByteArray &der : certificates) {
        CAS_TRY_VOID(Certificate::fromDer(der));
        total += der.size();
    }
    DerWriter out(total);
    out.begin(der::kSequence);
    out.oid(oid::kPkcs7Signed);
    out.begin(der::contextConstructed(0));
    out.begin(der::kSequence);
    out.integer(1);
    out.primitive(der::kSet, {}); // digestAlgorithms: nobody signs
    out.begin(der::kSequence);
    out.oid(oid::kPkcs7Data);
    out.end();
    out.begin(der::contextConstructed(0));
    for (const QByteArray &der : certificates)
        out.raw(der);
    out.end();
    out.primitive(der::kSet, {}); // signerInfos
    out.end();
    out.end();
    out.end();
    return out.take();
}

Result<QList<QByteArray>> readPkcs7(const QByteArray &pemOrDer)
{
    if (pemOrDer.startsWith(static_cast<char>(der::kSequence)))
        return readSignedData(pemOrDer);
    CAS_TRY(const auto blocks, splitPem(pemOrDer));
    for (const PemBlock &block : blocks) {
        if (block.label == u"PKCS7" || block.label == u"CMS"
            || block.label == u"PKCS #7 SIGNED DATA")
            return readSignedData(block.der);
    }
    return fail(ErrorCode::FormatUnknown);
}

Result<QList<QByteArray>> readCertificates(const QByteArray &file)
{
    if (file.size() > kCertificateFileLimit)
        return fail(ErrorCode::FileTooLarge, {}, {QString::number(kCertificateFileLimit)});
    if (file.startsWith(static_cast<char>(der::kSequence)))
        return isSignedData(file) ? readSignedData(file) : readConcatenated(file);
    CAS_TRY(const auto blocks, splitPem(file));
    QList<QByteArray> certificates;
    QString foreign;
    for (const PemBlock &block : blocks) {
        if (block.label == u"CERTIFICATE" || block.label == u"X509 CERTIFICATE"
            || block.label == u"TRUSTED CERTIFICATE") {
            CAS_TRY(const auto certificate, Certificate::fromDer(block.der));
            certificates << certificate.der();
        } else if (block.label == u"PKCS7" || block.label == u"CMS") {
            CAS_TRY(const auto inner, readSignedData(block.der));
            certificates << inner;
        } else {
            foreign = block.label;
        }
    }
    if (certificates.isEmpty())
        return fail(ErrorCode::FormatUnknown, {}, {foreign}, foreign);
    return certificates;
}

} // namespace cas::crypto
