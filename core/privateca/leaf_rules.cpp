// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/chain.h"
#include "core/crypto/plain_key.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/issue_service.h"

namespace cas::privateca {

namespace {

constexpr int kMaxSans = 10;
constexpr int kMaxYears = 100;

Result<QDateTime> endOf(const QDateTime &start, const Validity &validity)
{
    if (validity.amount < 1)
        return fail(ErrorCode::ValidityInvalid, QStringLiteral("days"));
    const QDateTime latest = start.addYears(kMaxYears);
    QDateTime end;
    switch (validity.unit) {
    case Validity::Unit::Days:
        end = start.addDays(validity.amount);
        break;
    case Validity::Unit::Months:
        end = start.addMonths(validity.amount);
        break;
    case Validity::Unit::Years:
        end = start.addYears(validity.amount);
        break;
    }
    if (!end.isValid() || end > latest)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("days"));
    return end;
}

/// The common name of a server is also what clients compare: RFC 6125 §6.4.4 lets them ignore it
/// when there are alternative names, so it goes among those where there is room.
Result<QList<crypto::SubjectAltName>> namesOf(const IssueCommand &command)
{
    QList<crypto::SubjectAltName> names;
    for (const auto &san : command.subjectAltNames) {
        if (!names.contains(san)) // the same name twice is written once
            names.append(san);
    }
    if (names.size() > kMaxSans)
        return fail(ErrorCode::TooManySans, QStringLiteral("san"), {QString::number(kMaxSans)});
    if (command.type != LeafType::Server)
        return names;
    const QString commonName = command.commonName.trimmed();
    auto own = crypto::SubjectAltName::create(crypto::SanType::Ip, commonName);
    if (!own)
        own = crypto::SubjectAltName::create(crypto::SanType::Dns, commonName);
    if (!own)
        return fail(ErrorCode::CommonNameInvalid, QStringLiteral("cn"), {commonName.left(200)});
    if (!names.contains(*own) && names.size() < kMaxSans)
        names.prepend(*own);
    return names;
}

Result<crypto::DistinguishedName> subjectOf(const IssueCommand &command,
                                            const crypto::DistinguishedName &caSubject)
{
    QList<crypto::NameAttribute> attributes;
    for (const auto &type : {QStringLiteral("C"), QStringLiteral("ST"), QStringLiteral("L"),
                             QStringLiteral("O"), QStringLiteral("OU")}) {
        QString value = caSubject.value(type);
        for (const auto &extra : command.subjectExtras) {
            if (extra.type == type)
                value = extra.value.trimmed();
        }
        if (!value.isEmpty())
            attributes.append({type, value});
    }
    const QString account = command.loginAccount.trimmed();
    if (account.size() > 64)
        return fail(ErrorCode::InputTooLong, QStringLiteral("login_account"),
                    {QStringLiteral("64")});
    attributes.append({QStringLiteral("CN"), command.commonName.trimmed()});
    if (!account.isEmpty())
        attributes.append({QStringLiteral("UID"), account});
    return crypto::DistinguishedName::create(attributes);
}

/// What an issuer signs with. Built in full only where it is unusual: bulk issuing asks each time.
std::optional<crypto::KeyAlgorithm> keyKind(const QByteArray &spkiDer)
{
    if (const auto plain = crypto::plainKeyAlgorithm(spkiDer))
        return plain;
    const auto key = crypto::PublicKey::fromSpki(spkiDer);
    return key ? key->algorithm() : std::nullopt;
}

} // namespace

Result<LeafType> parseLeafType(const QString &id)
{
    const QString text = id.trimmed().toLower();
    if (text == QStringLiteral("server"))
        return LeafType::Server;
    if (text == QStringLiteral("client"))
        return LeafType::Client;
    return fail(ErrorCode::InputInvalid, QStringLiteral("type"),
                {id.left(80), QStringLiteral("server, client")});
}

QString leafTypeId(LeafType type)
{
    return type == LeafType::Server ? QStringLiteral("server") : QStringLiteral("client");
}

Result<crypto::CertificateFields> leafFields(const IssueCommand &command, const Ca &ca,
                                             const QList<crypto::Certificate> &issuers,
                                             const crypto::PublicKey &key, const QDateTime &now)
{
    CAS_TRY_VOID(rules::checkMaySign(ca, now));
    const crypto::Certificate &issuer = issuers.constFirst();
    const QString commonName = command.commonName.trimmed();
    if (commonName.isEmpty() || commonName.size() > 64)
        return fail(ErrorCode::CommonNameInvalid, QStringLiteral("cn"), {commonName.left(200)});
    if (!key.strongEnough())
        return fail(ErrorCode::KeyTooWeak, QStringLiteral("key"), {key.label()});
    CAS_TRY_VOID(rules::checkFamily(keyKind(issuer.spkiDer()), key.algorithm()));

    crypto::CertificateFields fields;
    fields.serial = crypto::newSerial();
    fields.issuer = issuer.subject();
    CAS_TRY(fields.subject, subjectOf(command, issuer.subject()));
    fields.notBefore = rules::beginning(now, &issuer);
    CAS_TRY(fields.notAfter, endOf(fields.notBefore, command.validity));
    CAS_TRY_VOID(rules::checkWithinIssuer(fields.notAfter, issuer, QStringLiteral("days")));
    if (ca.serviceEnd.isValid() && now.daysTo(ca.serviceEnd) < 365
        && fields.notAfter > ca.serviceEnd)
        return fail(ErrorCode::ValidityPastIssuer, QStringLiteral("days"),
                    {ca.serviceEnd.toString(Qt::ISODate)});
    fields.publicKey = key;
    fields.keyUsage = crypto::KeyUsage::DigitalSignature;
    const auto algorithm = key.algorithm();
    const bool rsa =
        algorithm == crypto::KeyAlgorithm::Rsa2048 || algorithm == crypto::KeyAlgorithm::Rsa3072
        || algorithm == crypto::KeyAlgorithm::Rsa4096
        || key.label().startsWith(u"RSA "); // not RSA-PSS, which signs only (RFC 4055 §1.2)
    if (rsa || algorithm == crypto::KeyAlgorithm::Sm2)
        fields.keyUsage |= crypto::KeyUsage::KeyEncipherment;
    fields.extendedKeyUsage = {command.type == LeafType::Server ? crypto::eku::serverAuth
                                                                : crypto::eku::clientAuth};
    CAS_TRY(fields.subjectAltNames, namesOf(command));
    for (const crypto::Certificate &above : issuers) {
        if (above.nameConstraints()) {
            CAS_TRY_VOID(crypto::checkNameConstraints(*above.nameConstraints(), fields.subject,
                                                      fields.subjectAltNames));
        }
    }
    fields.authorityKeyIdentifier = issuer.subjectKeyIdentifier();
    if (command.includeUrls) {
        if (ca.crlEnabled && !ca.crlUrl.isEmpty())
            fields.crlUrls = {ca.crlUrl};
        if (!ca.issuerUrl.isEmpty())
            fields.caIssuerUrls = {ca.issuerUrl};
        if (!ca.ocspUrl.isEmpty())
            fields.ocspUrls = {ca.ocspUrl};
    }
    return fields;
}

} // namespace cas::privateca
