// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/crl.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/signed_object.h"

namespace cas::crypto {

namespace {

struct ReasonRow
{
    RevocationReason reason;
    const char *id;
};

constexpr ReasonRow kReasons[] = {
    {RevocationReason::Unspecified, "unspecified"},
    {RevocationReason::KeyCompromise, "keyCompromise"},
    {RevocationReason::CaCompromise, "caCompromise"},
    {RevocationReason::AffiliationChanged, "affiliationChanged"},
    {RevocationReason::Superseded, "superseded"},
    {RevocationReason::CessationOfOperation, "cessationOfOperation"},
    {RevocationReason::CertificateHold, "certificateHold"},
    {RevocationReason::RemoveFromCrl, "removeFromCrl"},
    {RevocationReason::PrivilegeWithdrawn, "privilegeWithdrawn"},
    {RevocationReason::AaCompromise, "aaCompromise"},
};

QByteArrayView withoutLeadingZeros(QByteArrayView serial)
{
    while (serial.size() > 1 && serial[0] == 0)
        serial = serial.sliced(1);
    return serial;
}

void writeCrlNumber(DerWriter &out, QByteArrayView oid, Critical critical, qint64 number)
{
    beginExtension(out, oid, critical);
    out.integer(number);
    endExtension(out);
}

Result<> writeEntries(DerWriter &out,
                      const std::function<Result<std::optional<RevokedEntry>>()> &next)
{
    CAS_TRY(auto entry, next());
    if (!entry)
        return {}; // RFC 5280 §5.1.2.6: no entries, no list
    out.begin(der::kSequence);
    while (entry) {
        if (entry->serial.isEmpty() || !isEncodableTime(entry->revokedAt))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("entry"));
        out.begin(der::kSequence);
        out.unsignedInteger(entry->serial);
        out.time(entry->revokedAt);
        if (entry->reason != RevocationReason::Unspecified) {
            const char octet = static_cast<char>(entry->reason);
            out.begin(der::kSequence);
            beginExtension(out, oid::kReasonCode, Critical::No);
            out.primitive(der::kEnumerated, QByteArrayView(&octet, 1));
            endExtension(out);
            out.end();
        }
        out.end();
        auto following = next();
        if (!following)
            return std::move(following.error());
        entry = std::move(*following);
    }
    out.end();
    return {};
}

RevocationReason readReason(DerReader fields)
{
    DerItem list;
    if (!fields.optional(der::kSequence, list))
        return RevocationReason::Unspecified;
    DerReader extensions = fields.enter(list);
    ExtensionItem extension;
    while (!extensions.atEnd() && nextExtension(extensions, extension)) {
        DerItem item;
        DerStatus status;
        if (extension.oid != oid::kReasonCode
            || !readWhole(extension.value, der::kEnumerated, item, status))
            continue;
        const auto number = decodeInteger(item.content);
        for (const ReasonRow &row : kReasons) {
            if (number == static_cast<qint64>(row.reason))
                return row.reason;
        }
    }
    return RevocationReason::Unspecified;
}

} // namespace

QString revocationReasonId(RevocationReason reason)
{
    for (const ReasonRow &row : kReasons) {
        if (row.reason == reason)
            return QString::fromLatin1(row.id);
    }
    return {};
}

Result<RevocationReason> parseRevocationReason(const QString &id)
{
    for (const ReasonRow &row : kReasons) {
        if (id.compare(QLatin1String(row.id), Qt::CaseInsensitive) == 0)
            return row.reason;
    }
    return fail(ErrorCode::InputInvalid, QStringLiteral("reason"), {id});
}

Result<QByteArray> buildCrl(const CrlFields &fields,
                            const std::function<Result<std::optional<RevokedEntry>>()> &next,
                            const Signer &issuer)
{
    if (!isEncodableTime(fields.thisUpdate) || !isEncodableTime(fields.nextUpdate)
        || fields.nextUpdate < fields.thisUpdate)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("nextUpdate"));
    if (fields.number < 1 || (fields.deltaBaseNumber && *fields.deltaBaseNumber < 1))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("number"));
    const QByteArray algorithm = issuer.signatureAlgorithm();
    DerWriter out(4096);
    out.begin(der::kSequence);
    out.integer(1); // v2
    out.raw(algorithm);
    writeName(out, fields.issuer);
    out.time(fields.thisUpdate);
    out.time(fields.nextUpdate);
    CAS_TRY_VOID(writeEntries(out, next));
    out.begin(der::contextConstructed(0));
    out.begin(der::kSequence);
    if (!fields.authorityKeyIdentifier.isEmpty()) {
        beginExtension(out, oid::kAuthorityKeyId, Critical::No);
        out.begin(der::kSequence);
        out.primitive(der::context(0), fields.authorityKeyIdentifier);
        out.end();
        endExtension(out);
    }
    writeCrlNumber(out, oid::kCrlNumber, Critical::No, fields.number);
    if (fields.deltaBaseNumber)
        writeCrlNumber(out, oid::kDeltaCrl, Critical::Yes, *fields.deltaBaseNumber);
    out.end();
    out.end();
    out.end();
    return signObject(out.take(), algorithm, issuer);
}

Result<Crl> Crl::fromDer(const QByteArray &der)
{
    Crl crl;
    crl.m_der = der;
    DerStatus status;
    SignedParts parts;
    if (!readSignedObject(der, parts, status))
        return status.error();
    crl.m_tbs = parts.tbs.whole.toByteArray();
    crl.m_signatureAlgorithm = parts.algorithm.whole.toByteArray();
    crl.m_signature = parts.signature.toByteArray();

    DerReader body = DerReader(der, status).enter(parts.tbs);
    DerItem item;
    body.optional(der::kInteger, item); // a version 1 list has none
    if (!body.expect(der::kSequence, item))
        return status.error();
    if (item.whole != parts.algorithm.whole)
        return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("the two algorithms differ"));
    if (!body.expect(der::kSequence, item))
        return status.error();
    crl.m_issuer = DistinguishedName::fromDer(item.whole.toByteArray());
    if (!body.next(item))
        return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("thisUpdate"));
    crl.m_thisUpdate = decodeTime(item);
    if (body.peekTag() == der::kUtcTime || body.peekTag() == der::kGeneralizedTime) {
        body.next(item);
        crl.m_nextUpdate = decodeTime(item);
        if (crl.m_nextUpdate.isNull())
            return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("nextUpdate"));
    }
    if (crl.m_thisUpdate.isNull())
        return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("thisUpdate"));
    if (body.optional(der::kSequence, item)) {
        crl.m_entries = item.content.toByteArray();
        DerReader entries = body.enter(item);
        DerItem entry;
        while (entries.next(entry)) {
            DerItem serial;
            if (entry.tag != der::kSequence || !entries.enter(entry).expect(der::kInteger, serial))
                return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("revoked entry"));
            ++crl.m_entryCount;
        }
    }
    if (body.optional(der::contextConstructed(0), item)) {
        DerReader wrapper = body.enter(item);
        DerItem list;
        if (!wrapper.expect(der::kSequence, list))
            return status.error();
        DerReader extensions = wrapper.enter(list);
        ExtensionItem extension;
        while (!extensions.atEnd() && nextExtension(extensions, extension)) {
            DerItem number;
            DerStatus valueStatus;
            const bool isDelta = extension.oid == oid::kDeltaCrl;
            if (!isDelta && extension.oid != oid::kCrlNumber)
                continue;
            const bool read = readWhole(extension.value, der::kInteger, number, valueStatus);
            if (isDelta && !read)
                return fail(ErrorCode::DerInvalid, {}, {}, QStringLiteral("deltaCRLIndicator"));
            const qint64 value = read ? decodeInteger(number.content).value_or(0) : 0;
            if (isDelta)
                crl.m_deltaBase = value;
            else
                crl.m_number = value;
        }
    }
    if (!body.expectEnd())
        return status.error();
    if (status.failed)
        return status.error();
    return crl;
}

std::optional<RevokedEntry> Crl::find(const QByteArray &serial) const
{
    const QByteArrayView wanted = withoutLeadingZeros(serial);
    DerStatus status;
    DerReader entries(m_entries, status);
    DerItem entry;
    DerItem item;
    while (entries.next(entry)) {
        DerReader fields = entries.enter(entry);
        if (!fields.expect(der::kInteger, item) || withoutLeadingZeros(item.content) != wanted)
            continue;
        RevokedEntry found;
        found.serial = wanted.toByteArray();
        if (fields.next(item))
            found.revokedAt = decodeTime(item);
        found.reason = readReason(fields);
        return found;
    }
    return std::nullopt;
}

Result<> Crl::verifySignature(const PublicKey &issuer) const
{
    return issuer.verify(m_tbs, m_signatureAlgorithm, m_signature);
}

} // namespace cas::crypto
