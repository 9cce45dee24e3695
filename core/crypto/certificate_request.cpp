// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_request.h"
#include "core/crypto/containers.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/name_types.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/signed_object.h"

#include <optional>

namespace cas::crypto {

namespace {

constexpr qsizetype kRequestSanLimit = 1000;

Error csrInvalid(const QString &reason)
{
    return fail(ErrorCode::CsrInvalid, QStringLiteral("csr"), {reason}, reason);
}

Error csrInvalid(const char *reason)
{
    return csrInvalid(QString::fromLatin1(reason));
}

/// What extensionRequest attributes ask for.
struct AskedExtensions
{
    QList<SubjectAltName> names;
    bool hasNames = false;
    bool isCa = false;
};

/// @return null, or what is wrong
const char *readAskedExtensions(DerReader extensions, AskedExtensions &asked)
{
    while (!extensions.atEnd()) {
        ExtensionItem extension;
        if (!nextExtension(extensions, extension))
            return "extensions";
        if (extension.oid == oid::kSubjectAltName) {
            if (asked.hasNames)
                return "two subject alternative name extensions";
            asked.hasNames = true;
            if (holdsNul(extension.value))
                return "NUL in a name";
            if (!readSubjectAltNames(extension.value, asked.names, kRequestSanLimit))
                return "subject alternative name";
        } else if (extension.oid == oid::kBasicConstraints) {
            std::optional<int> pathLength;
            if (!readBasicConstraints(extension.value, asked.isCa, pathLength))
                return "basicConstraints";
        }
    }
    return nullptr;
}

const char *readAttributes(DerReader attributes, AskedExtensions &asked)
{
    DerItem attribute;
    while (attributes.next(attribute)) {
        DerReader fields = attributes.enter(attribute);
        DerItem type;
        DerItem values;
        if (!fields.expect(der::kOid, type) || !fields.expect(der::kSet, values))
            return "attributes";
        if (type.content != oid::kExtensionRequest && type.content != oid::kMsExtensionRequest)
            continue;
        DerReader valueReader = fields.enter(values);
        DerItem list;
        while (valueReader.next(list)) {
            if (list.tag != der::kSequence)
                return "extensionRequest";
            if (const char *reason = readAskedExtensions(valueReader.enter(list), asked))
                return reason;
        }
    }
    return nullptr;
}

Result<QByteArray> requestDer(const QByteArray &pemOrDer)
{
    if (pemOrDer.startsWith(static_cast<char>(der::kSequence)))
        return pemOrDer;
    auto blocks = splitPem(pemOrDer);
    if (!blocks)
        return csrInvalid(blocks.error().detail);
    QList<QByteArray> requests;
    for (const PemBlock &block : *blocks) {
        if (block.label == u"CERTIFICATE REQUEST" || block.label == u"NEW CERTIFICATE REQUEST")
            requests.append(block.der);
    }
    if (requests.size() > 1) // to take one would lose the others unseen
        return fail(ErrorCode::CsrSeveral, QStringLiteral("csr"),
                    {QString::number(requests.size())});
    if (!requests.isEmpty())
        return requests.constFirst();
    if (!blocks->isEmpty())
        return csrInvalid(QStringLiteral("the file holds a %1").arg(blocks->first().label));
    return csrInvalid("not a certificate request");
}

} // namespace

Result<CertificateRequest> CertificateRequest::read(const QByteArray &pemOrDer)
{
    CertificateRequest request;
    CAS_TRY(request.m_der, requestDer(pemOrDer));
    DerStatus status;
    SignedParts parts;
    if (!readSignedObject(request.m_der, parts, status))
        return csrInvalid(status.error().detail.isEmpty() ? QStringLiteral("truncated")
                                                          : status.error().detail);
    DerReader body = DerReader(request.m_der, status).enter(parts.tbs);
    DerItem version;
    DerItem subject;
    DerItem spki;
    DerItem attributes;
    if (!body.expect(der::kInteger, version) || !body.expect(der::kSequence, subject)
        || !body.expect(der::kSequence, spki))
        return csrInvalid("not a certificate request");
    if (decodeInteger(version.content) != 0)
        return csrInvalid("version");
    if (holdsNul(subject.whole))
        return csrInvalid("NUL in a name");
    AskedExtensions asked;
    if (body.optional(der::contextConstructed(0), attributes)) {
        if (const char *reason = readAttributes(body.enter(attributes), asked))
            return csrInvalid(reason);
    }
    if (!body.expectEnd())
        return csrInvalid("attributes");
    auto key = PublicKey::fromSpki(spki.whole.toByteArray());
    if (!key)
        return csrInvalid(QStringLiteral("public key: %1").arg(key.error().detail));
    const QByteArray signature = parts.signature.toByteArray();
    if (const auto proof =
            key->verify(parts.tbs.whole, parts.algorithm.whole.toByteArray(), signature);
        !proof) {
        const bool emptyId = verifiesWithEmptySm2Id(*key, parts.tbs.whole, signature);
        return fail(ErrorCode::CsrSignatureInvalid, QStringLiteral("csr"), {},
                    emptyId ? QStringLiteral("sm2-empty-id") : proof.error().detail);
    }
    if (!key->strongEnough())
        return fail(ErrorCode::KeyTooWeak, QStringLiteral("csr"), {key->label()});
    request.m_subject = DistinguishedName::fromDer(subject.whole.toByteArray());
    request.m_publicKey = *key;
    request.m_sans = asked.names;
    request.m_asksForCa = asked.isCa;
    return request;
}

Result<QByteArray> buildCertificateRequest(const DistinguishedName &subject,
                                           const QList<SubjectAltName> &subjectAltNames,
                                           const Signer &key)
{
    DerWriter out(1024);
    out.begin(der::kSequence);
    out.integer(0);
    writeName(out, subject);
    out.raw(key.publicKey().spkiDer());
    out.begin(der::contextConstructed(0));
    if (!subjectAltNames.isEmpty()) {
        out.begin(der::kSequence);
        out.oid(oid::kExtensionRequest);
        out.begin(der::kSet);
        out.begin(der::kSequence);
        beginExtension(out, oid::kSubjectAltName, subject.isEmpty() ? Critical::Yes : Critical::No);
        writeGeneralNames(out, subjectAltNames);
        endExtension(out);
        out.end();
        out.end();
        out.end();
    }
    out.end();
    out.end();
    return signObject(out.take(), key.signatureAlgorithm(), key);
}

} // namespace cas::crypto
