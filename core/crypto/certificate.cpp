// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/extension_text.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/signature_algorithms.h"
#include "core/crypto/internal/signed_object.h"
#include "core/crypto/primitives.h"

#include <QVarLengthArray>

namespace cas::crypto {

namespace {

constexpr qsizetype kSanLimit = 1000;
constexpr qsizetype kExtensionLimit = 1000;

Error certificateInvalid(const char *reason)
{
    return fail(ErrorCode::CertificateInvalid, {}, {QString::fromLatin1(reason)},
                QString::fromLatin1(reason));
}

} // namespace

/// Walks the DER of RFC 5280 §4.1 once and fills a Certificate.
class CertificateReader
{
public:
    static Result<Certificate> read(const QByteArray &der)
    {
        CertificateReader reader;
        reader.m_out.m_der = der;
        if (const char *reason = reader.readAll())
            return certificateInvalid(reason);
        if (reader.m_status.failed)
            return reader.m_status.error();
        return std::move(reader.m_out);
    }

private:
    static constexpr const char *kOk = nullptr;

    /// @return null, also when m_status has failed; else what is wrong
    const char *readAll()
    {
        SignedParts parts;
        if (!readSignedObject(m_out.m_der, parts, m_status))
            return kOk;
        m_out.m_tbs = parts.tbs.whole.toByteArray();
        m_out.m_signatureAlgorithm = parts.algorithm.whole.toByteArray();
        m_out.m_signature = parts.signature.toByteArray();

        // The walk continues over the same bytes, so that offsets in errors stay those of the file.
        DerReader outer(m_out.m_der, m_status);
        DerItem whole;
        if (!outer.expect(der::kSequence, whole))
            return kOk;
        DerReader body = outer.enter(whole).enter(parts.tbs);
        DerItem item;
        if (body.optional(der::contextConstructed(0), item)) {
            DerReader versionReader = body.enter(item);
            if (!versionReader.expect(der::kInteger, item))
                return kOk;
            const auto version = decodeInteger(item.content);
            if (!version || *version < 0 || *version > 2)
                return "version";
            m_out.m_version = static_cast<int>(*version) + 1;
        }
        if (!body.expect(der::kInteger, item))
            return kOk;
        if (item.content.isEmpty())
            return "serial number";
        const bool padded = item.content.size() > 1 && item.content[0] == 0;
        m_out.m_serial = item.content.sliced(padded ? 1 : 0).toByteArray();
        if (!body.expect(der::kSequence, item))
            return kOk;
        if (item.whole != parts.algorithm.whole)
            return "the two signature algorithms differ"; // RFC 5280 §4.1.1.2
        if (!body.expect(der::kSequence, item))
            return kOk;
        m_out.m_issuer = DistinguishedName::fromDer(item.whole.toByteArray());
        DerItem validity;
        if (!body.expect(der::kSequence, validity))
            return kOk;
        if (const char *reason = readValidity(body.enter(validity)))
            return reason;
        if (!body.expect(der::kSequence, item))
            return kOk;
        m_out.m_subject = DistinguishedName::fromDer(item.whole.toByteArray());
        if (!body.expect(der::kSequence, item))
            return kOk;
        m_out.m_spki = item.whole.toByteArray();
        body.optional(der::context(1), item); // issuerUniqueID
        body.optional(der::context(2), item); // subjectUniqueID
        const char *reason = kOk;
        if (body.optional(der::contextConstructed(3), item))
            reason = readExtensions(body.enter(item));
        if (!reason)
            body.expectEnd();
        return reason;
    }

    const char *readValidity(DerReader reader)
    {
        DerItem item;
        if (!reader.next(item))
            return "validity";
        m_out.m_notBefore = decodeTime(item);
        if (!reader.next(item))
            return "validity";
        m_out.m_notAfter = decodeTime(item);
        return m_out.m_notBefore.isNull() || m_out.m_notAfter.isNull() ? "validity" : kOk;
    }

    const char *readExtensions(DerReader wrapper)
    {
        DerItem list;
        if (!wrapper.expect(der::kSequence, list))
            return kOk;
        m_out.m_extensionsDer = list.content.toByteArray();
        DerReader extensions = wrapper.enter(list);
        QVarLengthArray<QByteArrayView, 16> seen;
        while (!extensions.atEnd()) {
            ExtensionItem extension;
            if (!nextExtension(extensions, extension))
                return kOk;
            // RFC 5280 §4.2: no extension twice. Two SANs are a way to be read in two ways.
            if (seen.contains(extension.oid))
                return "an extension appears twice";
            seen.append(extension.oid);
            if (seen.size() > kExtensionLimit)
                return "too many extensions";
            if (const char *reason = readExtension(extension))
                return reason;
        }
        return kOk;
    }

    const char *readExtension(const ExtensionItem &extension)
    {
        // What limits a certificate must not get lost by being malformed; the rest is shown as
        // malformed by extensions().
        if (extension.oid == oid::kBasicConstraints) {
            if (!readBasicConstraints(extension.value, m_out.m_isCa, m_out.m_pathLength))
                return "basicConstraints";
        } else if (extension.oid == oid::kKeyUsage) {
            KeyUsages usage;
            if (!readKeyUsage(extension.value, usage))
                return "keyUsage";
            m_out.m_keyUsage = usage;
        } else if (extension.oid == oid::kNameConstraints) {
            NameConstraints constraints;
            if (!readNameConstraints(extension.value, constraints))
                return "nameConstraints";
            m_out.m_nameConstraints = constraints;
        } else if (extension.oid == oid::kSubjectAltName) {
            readSubjectAltNames(extension.value, m_out.m_sans, kSanLimit);
        } else if (extension.oid == oid::kExtendedKeyUsage) {
            if (!readExtendedKeyUsage(extension.value, m_out.m_ekus))
                return "extendedKeyUsage";
        } else if (extension.oid == oid::kSubjectKeyId) {
            readSubjectKeyId(extension.value, m_out.m_ski);
        } else if (extension.oid == oid::kAuthorityKeyId) {
            readAuthorityKeyId(extension.value, m_out.m_aki);
        } else if (extension.oid == oid::kCrlPoints) {
            readCrlUrls(extension.value, m_out.m_crlUrls);
        } else if (extension.oid == oid::kAuthorityInfo) {
            readAuthorityInfo(extension.value, m_out.m_ocspUrls, m_out.m_caIssuerUrls);
        }
        return kOk;
    }

    Certificate m_out;
    DerStatus m_status;
};

Result<Certificate> Certificate::fromDer(const QByteArray &der)
{
    return CertificateReader::read(der);
}

QByteArray Certificate::sha256() const
{
    return crypto::sha256(m_der);
}

QByteArray Certificate::sha1() const
{
    return crypto::sha1(m_der);
}

QString Certificate::signatureAlgorithmLabel() const
{
    return signatureAlgorithmFromDer(m_signatureAlgorithm).label;
}

QList<ExtensionView> Certificate::extensions() const
{
    QList<ExtensionView> views;
    DerStatus status;
    DerReader reader(m_extensionsDer, status);
    ExtensionItem extension;
    while (!reader.atEnd() && nextExtension(reader, extension)) {
        ExtensionView view;
        view.oid = oidToText(extension.oid);
        view.name = oid::standardName(view.oid);
        if (view.name.isEmpty())
            view.name = view.oid;
        view.critical = extension.critical;
        view.text = extensionText(extension.oid, extension.value);
        view.rawDer = extension.value.toByteArray();
        views << view;
    }
    return views;
}

Result<PublicKey> Certificate::publicKey() const
{
    return PublicKey::fromSpki(m_spki);
}

Result<> Certificate::verifySignature(const PublicKey &issuer) const
{
    return issuer.verify(m_tbs, m_signatureAlgorithm, m_signature);
}

} // namespace cas::crypto
