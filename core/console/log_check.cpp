// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/log_check.h"
#include "core/audit/audit_store.h"
#include "core/certificates/certificate_store.h"
#include "core/orders/ledger_store.h"
#include "core/privateca/ca_store.h"

namespace cas {

namespace {

const QStringList kIssuing{
    QStringLiteral("CreateServerCertificate"), QStringLiteral("CreateServerCertificateWithCsr"),
    QStringLiteral("CreateClientCertificate"), QStringLiteral("CreateClientCertificateWithCsr")};
const QStringList kCaMaking{QStringLiteral("CreateRootCACertificate"),
                            QStringLiteral("CreateSubCACertificate"),
                            QStringLiteral("UploadCACertificate")};

Result<qint64> succeeded(store::Reader &reader, const QStringList &events, const QString &text = {})
{
    qint64 sum = 0;
    for (const QString &event : events) {
        audit::AuditFilter filter;
        filter.eventName = event;
        filter.ok = true;
        filter.text = text;
        CAS_TRY(const qint64 count, audit::audit_store::count(reader, filter));
        sum += count;
    }
    return sum;
}

/// Says which side lacks something. @param table whose rows were counted
void compare(qint64 rows, qint64 events, const QString &table, QList<store::Finding> &findings)
{
    if (rows < events)
        findings.append({table,
                         {},
                         QStringLiteral("%1 row(s) that the operation log tells of are missing")
                             .arg(events - rows)});
    if (rows > events)
        findings.append({QStringLiteral("audit"),
                         {},
                         QStringLiteral("the events of %1 row(s) of %2 are missing")
                             .arg(rows - events)
                             .arg(table)});
}

} // namespace

Result<> checkAgainstLog(store::Reader &reader, const QDateTime &now,
                         QList<store::Finding> &findings)
{
    CAS_TRY(const qint64 issued, certificates::certificate_store::countIssued(reader));
    CAS_TRY(const qint64 issuing, succeeded(reader, kIssuing));
    compare(issued, issuing, QStringLiteral("certificate"), findings);

    CAS_TRY(const auto cas, privateca::ca_store::all(reader, now));
    CAS_TRY(const qint64 caMaking, succeeded(reader, kCaMaking));
    const auto made = std::count_if(cas.begin(), cas.end(), [](const privateca::Ca &ca) {
        return !ca.certificate.isNull(); // else bought only
    });
    compare(made, caMaking, QStringLiteral("ca"), findings);

    for (const privateca::Ca &ca : cas) {
        audit::AuditFilter filter;
        filter.eventName = QStringLiteral("PublishCrl");
        filter.objectId = ca.id.toString();
        filter.ok = true;
        CAS_TRY(const qint64 events, audit::audit_store::count(reader, filter));
        CAS_TRY(const auto newest, privateca::ca_store::currentCrl(reader, ca.id));
        compare(newest.number, events, QStringLiteral("crl"), findings);
    }

    // Stores made before the log said what was charged have more postings, never fewer.
    CAS_TRY(const qint64 charges, orders::ledger_store::countConsumed(reader));
    CAS_TRY(const qint64 charged, succeeded(reader, kIssuing, QStringLiteral("\"quota\":\"")));
    if (charges < charged)
        compare(charges, charged, QStringLiteral("ledger"), findings);
    return {};
}

} // namespace cas
