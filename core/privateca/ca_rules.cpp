// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca_rules.h"
#include "core/certificates/packer.h"

#include <QUrl>

#include <algorithm>

namespace cas::privateca::rules {

namespace {

constexpr int kMaxCaYears = 30;

Result<QString> checkedUrl(const QString &typed, const QString &field)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return QStringLiteral("");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QStringLiteral("http") || url.host().isEmpty()
        || text.size() > 2000)
        return fail(ErrorCode::UrlInvalid, field, {text.left(200)});
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

Result<QString> checkedName(const QString &typed, const QString &fallback)
{
    const QString name = typed.trimmed().isEmpty() ? fallback.trimmed() : typed.trimmed();
    if (name.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("name"));
    if (name.size() > 64)
        return fail(ErrorCode::InputTooLong, QStringLiteral("name"), {QStringLiteral("64")});
    const auto codes = name.toUcs4();
    if (!name.isValidUtf16() || std::any_of(codes.begin(), codes.end(), crypto::misleadsInName))
        return fail(ErrorCode::InputInvalid, QStringLiteral("name"), {name});
    return name;
}

Result<> checkYears(int years)
{
    if (years < 1 || years > kMaxCaYears)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("years"),
                    {QStringLiteral("1"), QString::number(kMaxCaYears)});
    return {};
}

Result<Publication> checkedPublication(const Publication &publication)
{
    Publication checked = publication;
    if (publication.crlDays < 1 || publication.crlDays > 365)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("crl_days"),
                    {QStringLiteral("1"), QStringLiteral("365")});
    CAS_TRY(checked.crlUrl, checkedUrl(publication.crlUrl, QStringLiteral("crl_url")));
    CAS_TRY(checked.issuerUrl, checkedUrl(publication.issuerUrl, QStringLiteral("issuer_url")));
    CAS_TRY(checked.ocspUrl, checkedUrl(publication.ocspUrl, QStringLiteral("ocsp_url")));
    return checked;
}

Result<> checkMaySignCrl(const crypto::Certificate &certificate)
{
    const auto usage = certificate.keyUsage();
    if (usage && !usage->testFlag(crypto::KeyUsage::CrlSign))
        return fail(ErrorCode::CrlNotAllowed, QStringLiteral("crl_enabled"));
    return {};
}

void furnish(Ca &ca, const QString &name, CaType type, const Publication &publication)
{
    ca.name = name;
    ca.type = type;
    ca.state = CaState::Enabled;
    ca.crlEnabled = publication.crlEnabled;
    ca.crlDays = publication.crlDays;
    ca.crlUrl = publication.crlUrl;
    ca.issuerUrl = publication.issuerUrl;
    ca.ocspUrl = publication.ocspUrl;
}

Result<> checkFamily(std::optional<crypto::KeyAlgorithm> issuer,
                     std::optional<crypto::KeyAlgorithm> subject)
{
    const bool issuerSm2 = issuer == crypto::KeyAlgorithm::Sm2;
    const bool subjectSm2 = subject == crypto::KeyAlgorithm::Sm2;
    if (issuerSm2 != subjectSm2)
        return fail(ErrorCode::KeyAlgorithmMismatch, QStringLiteral("key"),
                    {issuerSm2 ? QStringLiteral("SM2") : QStringLiteral("RSA / ECC / Ed25519")});
    return {};
}

Result<> checkMaySign(const Ca &ca, const QDateTime &now)
{
    switch (ca.status) {
    case CaStatus::Enabled:
        break;
    case CaStatus::Disabled:
        return fail(ErrorCode::CaDisabled, QStringLiteral("ca"), {ca.name});
    case CaStatus::Revoked:
        return fail(ErrorCode::CaRevoked, QStringLiteral("ca"), {ca.name});
    case CaStatus::Expired:
        return fail(ErrorCode::CaExpired, QStringLiteral("ca"), {ca.name});
    case CaStatus::PendingEnable:
        return fail(ErrorCode::WrongState, QStringLiteral("ca"),
                    {caStatusName(ca.status), ca.name});
    }
    if (ca.serviceEnd.isValid() && ca.serviceEnd <= now)
        return fail(ErrorCode::CaExpired, QStringLiteral("ca"),
                    {ca.name, ca.serviceEnd.toString(Qt::ISODate)});
    return {};
}

QDateTime beginning(const QDateTime &now, const crypto::Certificate *issuer)
{
    QDateTime start = now.addSecs(-300);
    start.setTime(QTime(start.time().hour(), start.time().minute(), start.time().second()));
    if (issuer && issuer->notBefore() > start)
        start = issuer->notBefore();
    return start;
}

Result<> checkWithinIssuer(const QDateTime &notAfter, const crypto::Certificate &issuer,
                           const QString &field)
{
    if (notAfter > issuer.notAfter())
        return fail(ErrorCode::ValidityPastIssuer, field,
                    {issuer.notAfter().toString(Qt::ISODate)});
    return {};
}

Result<> checkPathLength(const crypto::Certificate &issuer, int pathLength)
{
    const auto allowed = issuer.pathLength();
    if (allowed && *allowed <= pathLength)
        return fail(ErrorCode::PathLengthExceeded, QStringLiteral("path_length"),
                    {issuer.subject().commonName()});
    return {};
}

SuggestedUrls urlsBelow(const QString &baseUrl, const QString &name)
{
    QString base = baseUrl.trimmed();
    if (base.isEmpty() || name.trimmed().isEmpty())
        return {};
    if (!base.endsWith(u'/'))
        base += u'/';
    const QString file =
        base
        + QString::fromLatin1(QUrl::toPercentEncoding(certificates::safeFileName(name.trimmed())));
    return {file + QStringLiteral(".crl"), file + QStringLiteral(".cer")};
}

crypto::CertificateFields rootFields(const CreateRootCommand &command, const crypto::PublicKey &key,
                                     const QDateTime &now)
{
    crypto::CertificateFields fields;
    fields.serial = crypto::newSerial();
    fields.issuer = command.subject;
    fields.subject = command.subject;
    fields.notBefore = beginning(now, nullptr);
    fields.notAfter = fields.notBefore.addYears(command.years);
    fields.publicKey = key;
    fields.isCa = true;
    fields.keyUsage = crypto::KeyUsage::KeyCertSign | crypto::KeyUsage::CrlSign;
    fields.authorityKeyIdentifier = key.keyIdentifier();
    return fields;
}

Result<crypto::CertificateFields> subFields(const CreateSubCommand &command, const Ca &parent,
                                            const crypto::Certificate &parentCertificate,
                                            const crypto::PublicKey &key, const QDateTime &now)
{
    if (command.pathLength < 0 || command.pathLength > 10)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("path_length"),
                    {QStringLiteral("0"), QStringLiteral("10")});
    CAS_TRY_VOID(checkPathLength(parentCertificate, command.pathLength));
    crypto::CertificateFields fields;
    fields.serial = crypto::newSerial();
    fields.issuer = parentCertificate.subject();
    fields.subject = command.subject;
    fields.notBefore = beginning(now, &parentCertificate);
    fields.notAfter = fields.notBefore.addYears(command.years);
    CAS_TRY_VOID(checkWithinIssuer(fields.notAfter, parentCertificate, QStringLiteral("years")));
    fields.publicKey = key;
    fields.isCa = true;
    fields.pathLength = command.pathLength;
    fields.keyUsage = crypto::KeyUsage::KeyCertSign | crypto::KeyUsage::CrlSign;
    fields.authorityKeyIdentifier = parentCertificate.subjectKeyIdentifier();
    if (parent.crlEnabled && !parent.crlUrl.isEmpty())
        fields.crlUrls = {parent.crlUrl};
    if (!parent.issuerUrl.isEmpty())
        fields.caIssuerUrls = {parent.issuerUrl};
    if (!parent.ocspUrl.isEmpty())
        fields.ocspUrls = {parent.ocspUrl};
    fields.nameConstraints = command.nameConstraints;
    return fields;
}

} // namespace cas::privateca::rules
