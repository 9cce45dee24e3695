// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/crl_service.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/certificates/packer.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/revocation.h"
#include "core/store/outbox.h"

namespace cas::privateca {

namespace {

constexpr int kMostNote = 200; // characters
constexpr int kMostLosses = 100; // CRLs that other consoles may publish while we make one

/// What a CRL is made of, read in one snapshot.
struct CrlMaterial
{
    Ca ca;
    crypto::Certificate certificate;
    crypto::PrivateKey key;
    CrlInfo previous;
};

Result<CrlMaterial> crlMaterial(store::Reader &reader, const RowSealer &sealer, CaId id,
                                const QDateTime &now)
{
    CrlMaterial material;
    CAS_TRY(material.ca, ca_store::trusted(reader, sealer, id, now));
    if (!material.ca.key || !material.ca.certificate)
        return fail(ErrorCode::WrongState, QStringLiteral("ca"),
                    {caStatusName(material.ca.status), material.ca.name});
    CAS_TRY(const QByteArray der,
            certificates::certificate_store::der(reader, sealer, material.ca.certificate));
    CAS_TRY(material.certificate, crypto::Certificate::fromDer(der));
    CAS_TRY_VOID(rules::checkMaySignCrl(material.certificate));
    CAS_TRY(material.key, certificates::key_store::load(reader, sealer, material.ca.key));
    CAS_TRY(material.previous, ca_store::trustedCrl(reader, sealer, id));
    return material;
}

/// operations.md §3.1: a new one at 80 % of the life.
bool renewalDue(const CrlInfo &info, const QDateTime &now)
{
    const qint64 life = info.thisUpdate.secsTo(info.nextUpdate);
    return info.number == 0 || info.thisUpdate.addSecs(life * 8 / 10) <= now;
}

/// How many entries of the newest CRL are still revoked: nothing ever leaves a list, so less than
/// all of them are rows that somebody took away, certificate and all.
Result<qint64> keptEntries(store::Reader &reader, const RowSealer &sealer, CaId ca,
                           const CrlInfo &newest)
{
    if (newest.number == 0)
        return 0;
    CAS_TRY(qint64 kept, ca_store::revokedBefore(reader, ca, newest.thisUpdate));
    // Those of its own second may be on it or not.
    CAS_TRY(const auto serials, ca_store::revokedSince(reader, ca, newest.thisUpdate));
    if (serials.isEmpty())
        return kept;
    CAS_TRY(const QByteArray der, ca_store::currentCrlDer(reader, sealer, ca));
    CAS_TRY(const auto crl, crypto::Crl::fromDer(der));
    kept += std::count_if(serials.begin(), serials.end(),
                          [&](const QByteArray &serial) { return crl.find(serial).has_value(); });
    return kept;
}

QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

} // namespace

Result<Revoked> CrlService::revoke(CaId ca, const QByteArray &serial,
                                   crypto::RevocationReason reason, const QString &note)
{
    CAS_TRY(const auto issuance, m_operations.store().read<ca_store::Issuance>(
                                     [&](store::Reader &reader) -> Result<ca_store::Issuance> {
                                         CAS_TRY_VOID(ca_store::byId(reader, ca, m_clock.now()));
                                         return ca_store::issuanceBySerial(reader, ca, serial);
                                     }));
    return revoke(issuance.certificate, reason, note);
}

Result<Revoked> CrlService::revoke(CertificateId certificate, crypto::RevocationReason reason,
                                   const QString &note)
{
    if (note.size() > kMostNote)
        return fail(ErrorCode::InputTooLong, QStringLiteral("note"), {QString::number(kMostNote)});
    struct Subject
    {
        ca_store::Issuance issuance;
        CaId ca; // whose own certificate it is; null: nobody's
    };
    CAS_TRY(const auto subject,
            m_operations.store().read<Subject>([&](store::Reader &reader) -> Result<Subject> {
                Subject found;
                CAS_TRY(found.issuance, ca_store::issuanceOf(reader, certificate));
                CAS_TRY(found.ca, ca_store::ofCertificate(reader, certificate));
                return found;
            }));
    // To revoke a CA's certificate is to revoke the CA, and needs the permission for that.
    audit::Operation operation{
        subject.ca ? QStringLiteral("UpdateCACertificateStatus")
                   : QStringLiteral("CreateRevokeClientCertificate"),
        subject.ca ? QStringLiteral("ca") : QStringLiteral("certificate"),
        subject.ca ? subject.ca.toString() : certificate.toString(),
        {{QStringLiteral("ca"), subject.issuance.ca.toString()},
         {QStringLiteral("serial"), crypto::serialText(subject.issuance.serial)},
         {QStringLiteral("reason"), crypto::revocationReasonId(reason)}}};
    if (const QString why = note.trimmed(); !why.isEmpty())
        operation.parameters.insert(QStringLiteral("note"), why);
    CAS_TRY_VOID(m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) -> Result<> {
        if (!subject.ca)
            return revocation::certificate(scope, certificate, reason);
        CAS_TRY(const Ca ca, ca_store::byId(scope.tx, subject.ca, scope.tx.now()));
        CAS_TRY(const auto now, ca_store::issuanceOf(scope.tx, certificate));
        if (ca.state == CaState::Revoked && now.revokedAt.isValid())
            return fail(ErrorCode::AlreadyRevoked, QStringLiteral("serial"),
                        {now.revokedAt.toString(Qt::ISODate)});
        return revocation::authority(scope, subject.ca, reason);
    }));
    return Revoked{certificate, publishRevocation(subject.issuance.ca)};
}

Job<Revoked> CrlService::revokeJob(CertificateId certificate, crypto::RevocationReason reason,
                                   const QString &note)
{
    return m_executors.io.start<Revoked>(
        {}, [=, this](JobContext &) { return revoke(certificate, reason, note); });
}

CrlOutcome CrlService::publishRevocation(CaId ca)
{
    CrlOutcome outcome;
    // The revocation stands whether or not the CRL can be made now; the outbox row waits.
    const auto due = publishDue();
    if (!ca)
        return outcome;
    if (!due)
        outcome.failure = due.error().code;
    else if (const auto failed = std::find_if(due->failed.begin(), due->failed.end(),
                                              [ca](const auto &one) { return one.first == ca; });
             failed != due->failed.end())
        outcome.failure = failed->second;
    const auto newest = m_operations.store().read<CrlInfo>(
        [ca](store::Reader &reader) { return ca_store::currentCrl(reader, ca); });
    outcome.number = newest ? newest->number : 0;
    return outcome;
}

Result<QString> CrlService::reasonOf(CertificateId certificate)
{
    return m_operations.store().read<QString>([&](store::Reader &reader) -> Result<QString> {
        CAS_TRY(const auto issuance, ca_store::issuanceOf(reader, certificate));
        return issuance.reason ? crypto::revocationReasonId(*issuance.reason) : QString();
    });
}

Result<CrlInfo> CrlService::publish(CaId ca)
{
    return publishAfter(ca, {});
}

Result<CrlInfo> CrlService::publishAfter(CaId ca, std::optional<qint64> after)
{
    const audit::Operation operation{
        QStringLiteral("PublishCrl"), QStringLiteral("ca"), ca.toString(), {}};
    CAS_TRY(const auto sealer, m_operations.begin(operation));
    const QDateTime now = wholeSeconds(m_clock.now());

    // One at a time here; what another console publishes meanwhile is met below.
    const std::scoped_lock lock(m_publishing);
    for (int attempt = 0;; ++attempt) {
        QByteArray der;
        CrlInfo info;
        auto built = m_operations.store().read<Unit>([&](store::Reader &reader) -> Result<> {
            CAS_TRY(const CrlMaterial material, crlMaterial(reader, *sealer, ca, now));
            if (after && material.previous.number != *after) {
                info = material.previous; // somebody else was faster
                return {};
            }
            crypto::CrlFields fields;
            fields.issuer = material.certificate.subject();
            fields.authorityKeyIdentifier = material.certificate.subjectKeyIdentifier();
            fields.thisUpdate = now;
            fields.nextUpdate = now.addDays(material.ca.crlDays);
            fields.number = material.previous.number + 1;
            info = {fields.number, fields.thisUpdate, fields.nextUpdate, 0};
            CAS_TRY_VOID(ca_store::verifyIssued(reader, *sealer, ca));
            CAS_TRY(const qint64 kept, keptEntries(reader, *sealer, ca, material.previous));
            if (kept < material.previous.entries)
                return fail(ErrorCode::SealBroken, {}, {QStringLiteral("issuance"), ca.toString()});
            CAS_TRY(store::Query rows, ca_store::revokedEntries(reader, ca));
            CAS_TRY(der, crypto::buildCrl(
                             fields,
                             [&]() -> Result<std::optional<crypto::RevokedEntry>> {
                                 if (!rows.next()) {
                                     CAS_TRY_VOID(rows.status());
                                     return std::optional<crypto::RevokedEntry>();
                                 }
                                 ++info.entries;
                                 return std::optional(ca_store::readRevokedEntry(rows));
                             },
                             material.key));
            return {};
        });
        if (!built) {
            m_operations.refused(operation, built.error());
            return built.error();
        }
        if (der.isEmpty())
            return info;
        auto stored = m_operations.commit<CrlInfo>(
            operation, *sealer, [&](audit::OperationScope &scope) -> Result<CrlInfo> {
                CAS_TRY(const CrlInfo current, ca_store::currentCrl(scope.tx, ca));
                if (current.number >= info.number)
                    return fail(ErrorCode::StaleRevision, {}, {ca.toString()});
                CAS_TRY_VOID(ca_store::insertCrl(scope, ca, info, der));
                return info;
            });
        // Another console published meanwhile: make the next number, with what it did not know.
        // Losing means that somebody else won, so this ends with the others' work.
        if (!stored && stored.error().code == ErrorCode::StaleRevision && attempt < kMostLosses)
            continue;
        return stored;
    }
}

Result<QByteArray> CrlService::current(CaId ca)
{
    CAS_TRY(const auto sealer, m_operations.vault().lease());
    CrlInfo info;
    bool behind = false;
    CAS_TRY_VOID(m_operations.store().read<Unit>([&](store::Reader &reader) -> Result<> {
        CAS_TRY(const Ca now, ca_store::byId(reader, ca, m_clock.now()));
        CAS_TRY(info, ca_store::trustedCrl(reader, *sealer, ca));
        if (info.number == 0)
            return {};
        CAS_TRY(const qint64 kept, keptEntries(reader, *sealer, ca, info));
        behind = now.revokedCount != info.entries || kept != info.entries;
        return {};
    }));
    // Also where a list could not be made at a revocation, or a row is no longer what it was.
    if (renewalDue(info, m_clock.now()) || behind) {
        const auto published = publishAfter(ca, info.number);
        // The last good one is still there, but who asks now must hear of it.
        if (!published && (info.number == 0 || published.error().code == ErrorCode::SealBroken))
            return published.error();
    }
    return m_operations.store().read<QByteArray>(
        [&](store::Reader &reader) { return ca_store::currentCrlDer(reader, *sealer, ca); });
}

Job<CrlInfo> CrlService::publishJob(CaId ca)
{
    return m_executors.io.start<CrlInfo>({}, [=, this](JobContext &) { return publish(ca); });
}

Job<Unit> CrlService::saveJob(CaId ca, const QString &path, Encoding encoding, bool overwrite)
{
    return m_executors.io.start<Unit>({}, [=, this](JobContext &) -> Result<> {
        CAS_TRY(QByteArray bytes, current(ca));
        if (encoding == Encoding::Pem)
            bytes = crypto::toPem(bytes, "X509 CRL");
        return certificates::writeFile({{}, SecretBytes::copyOf(bytes), false}, path, overwrite);
    });
}

Result<int> CrlService::renewDue()
{
    const QDateTime now = m_clock.now();
    struct Due
    {
        CaId ca;
        qint64 number;
    };
    CAS_TRY(const auto due,
            m_operations.store().read<QList<Due>>([&](store::Reader &reader) -> Result<QList<Due>> {
                QList<Due> found;
                CAS_TRY(const auto cas, ca_store::all(reader, now));
                for (const Ca &ca : cas) {
                    const bool lives =
                        ca.status == CaStatus::Enabled || ca.status == CaStatus::Disabled;
                    if (!lives || !ca.crlEnabled || !ca.key || !ca.certificate)
                        continue;
                    CAS_TRY(const CrlInfo info, ca_store::currentCrl(reader, ca.id));
                    if (renewalDue(info, now))
                        found.append({ca.id, info.number});
                }
                return found;
            }));
    int made = 0;
    for (const Due &one : due) {
        const auto published = publishAfter(one.ca, one.number);
        if (published && published->number > one.number)
            ++made;
    }
    return made;
}

Job<int> CrlService::dutyJob()
{
    return m_executors.io.start<int>({}, [this](JobContext &) -> Result<int> {
        CAS_TRY(const DueCrls awaited, publishDue());
        CAS_TRY(const int renewed, renewDue());
        return awaited.made + renewed;
    });
}

Result<CrlService::DueCrls> CrlService::publishDue()
{
    store::Outbox outbox(m_operations.store());
    DueCrls due;
    // Until nothing is due: what others put beside an item that we had in work was not given to
    // them, and waits for us.
    for (;;) {
        CAS_TRY(const auto items, outbox.lease(kCrlTopic, 100, std::chrono::seconds(60)));
        if (items.isEmpty())
            return due;
        for (const store::OutboxItem &item : items) {
            const auto ca = CaId::parse(item.subject);
            const auto published = ca ? publish(*ca) : Result<CrlInfo>(ca.error());
            if (published || published.error().code == ErrorCode::NotFound) {
                CAS_TRY_VOID(outbox.finish(item.id));
                ++due.made;
                continue;
            }
            if (ca)
                due.failed.append({*ca, published.error().code});
            if (published.error().code == ErrorCode::CrlNotAllowed) { // nor will it ever be
                CAS_TRY_VOID(outbox.finish(item.id));
                continue;
            }
            const int minutes = std::min(60, 1 << std::min(item.attempts, 6));
            CAS_TRY_VOID(outbox.retry(item.id, m_clock.now().addSecs(minutes * 60LL),
                                      errorName(published.error().code)));
        }
    }
}

} // namespace cas::privateca
