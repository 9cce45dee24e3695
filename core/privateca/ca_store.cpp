// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca_store.h"
#include "core/orders/ledger_store.h"
#include "core/store/sealed_table.h"

#include <QSet>

namespace cas::privateca::ca_store {

using audit::OperationScope;
using store::Query;
using store::Reader;
using store::SealedTable;

namespace {

const SealedTable &caTable()
{
    static const SealedTable table{"ca",
                                   {"account_id", "name", "type", "ownership", "parent_id",
                                    "certificate_id", "key_id", "state", "crl_enabled", "crl_days",
                                    "crl_url", "issuer_url", "ocsp_url", "service_end",
                                    "created_at", "created_by"},
                                   "id",
                                   "revision",
                                   CaTag::prefix};
    return table;
}

const SealedTable &issuanceTable()
{
    static const SealedTable table{"issuance",
                                   {"ca_id", "serial", "revoked_at", "reason"},
                                   "id",
                                   "revision",
                                   CertificateTag::prefix};
    return table;
}

const SealedTable &crlTable()
{
    static const SealedTable table{
        "crl",
        {"ca_id", "number", "this_update", "next_update", "entries", "der"},
        "id",
        "revision",
        {}};
    return table;
}

QString caColumns()
{
    return QStringLiteral(
        "SELECT ca.id, ca.parent_id, ca.name, ca.type, ca.ownership, ca.state, "
        "ca.certificate_id, ca.key_id, COALESCE(c.subject, ''), COALESCE(c.key_algorithm, ''), "
        "c.not_before, c.not_after, ca.crl_enabled, ca.crl_days, ca.crl_url, ca.issuer_url, "
        "ca.ocsp_url, ca.service_end, ca.issued_count, "
        "(SELECT COUNT(*) FROM issuance i WHERE i.ca_id = ca.id AND i.revoked_at IS NOT NULL), "
        // In a metered store a CA that was assigned nothing has nothing.
        "COALESCE((SELECT SUM(q.balance) FROM quota_balance q WHERE q.owner_id = ca.id), "
        "(SELECT 0 FROM account a WHERE a.id = ca.account_id AND a.metered = 1)), ca.created_at, "
        "ca.revision, COALESCE(c.state, '') FROM ca LEFT JOIN certificate c ON c.id = "
        "ca.certificate_id ");
}

CaState stateOf(const QString &text)
{
    for (const CaState state : {CaState::PendingEnable, CaState::Enabled, CaState::Disabled}) {
        if (caStateName(state) == text)
            return state;
    }
    return CaState::Revoked;
}

Ca readCa(const Query &row, const QDateTime &now)
{
    Ca ca;
    ca.id = row.id<CaId>(0);
    ca.parent = row.id<CaId>(1);
    ca.name = row.text(2);
    ca.type = row.text(3) == QStringLiteral("ROOT") ? CaType::Root : CaType::Subordinate;
    ca.ownership =
        row.text(4) == QStringLiteral("uploaded") ? CaOwnership::Uploaded : CaOwnership::Enterprise;
    ca.state = stateOf(row.text(5));
    ca.certificate = row.id<CertificateId>(6);
    ca.key = row.id<KeyId>(7);
    ca.subject = row.text(8);
    ca.keyAlgorithm = row.text(9);
    ca.notBefore = row.time(10);
    ca.notAfter = row.time(11);
    ca.crlEnabled = row.integer(12) != 0;
    ca.crlDays = static_cast<int>(row.integer(13));
    ca.crlUrl = row.text(14);
    ca.issuerUrl = row.text(15);
    ca.ocspUrl = row.text(16);
    ca.serviceEnd = row.time(17);
    ca.issuedCount = row.integer(18);
    ca.revokedCount = row.integer(19);
    if (!row.isNull(20))
        ca.restCount = row.integer(20);
    ca.createdAt = row.time(21);
    ca.revision = row.integer(22);
    ca.status = static_cast<CaStatus>(ca.state);
    // A CA whose certificate was taken back is over, whatever its own row says.
    if (row.text(23) == QStringLiteral("Revoked"))
        ca.status = CaStatus::Revoked;
    if (ca.status != CaStatus::Revoked && ca.notAfter.isValid() && ca.notAfter <= now)
        ca.status = CaStatus::Expired;
    return ca;
}

QVariant orNull(qint64 id)
{
    return id ? QVariant(id) : QVariant();
}

QString orEmptyText(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Issuance readIssuance(const Query &row)
{
    Issuance issuance{row.id<CertificateId>(0), row.id<CaId>(1), row.blob(2), row.time(3), {}};
    if (!row.isNull(4))
        issuance.reason = static_cast<crypto::RevocationReason>(row.integer(4));
    return issuance;
}

/// Holds where there is no CRL yet.
Result<> verifyNewestCrl(Reader &reader, const RowSealer &sealer, CaId ca)
{
    CAS_TRY(Query row,
            reader.query(
                QStringLiteral("SELECT id FROM crl WHERE ca_id = ? ORDER BY number DESC LIMIT 1"),
                {ca.value()}));
    if (!row.next())
        return row.status();
    return store::verifyRow(reader, sealer, crlTable(), row.integer(0));
}

} // namespace

Result<QList<Ca>> all(Reader &reader, const QDateTime &now)
{
    CAS_TRY(Query rows, reader.query(caColumns() + QStringLiteral("ORDER BY ca.name, ca.id")));
    QList<Ca> flat;
    while (rows.next())
        flat.append(readCa(rows, now));
    CAS_TRY_VOID(rows.status());

    QList<Ca> tree;
    QSet<qint64> listed;
    std::function<void(const Ca &)> add = [&](const Ca &ca) {
        listed.insert(ca.id.value());
        tree.append(ca);
        for (const Ca &below : flat) {
            if (below.parent == ca.id && !listed.contains(below.id.value()))
                add(below);
        }
    };
    for (const Ca &ca : flat) {
        if (!ca.parent)
            add(ca);
    }
    // Whose parent was changed outside to itself, in a circle or to nothing is not left out: it
    // stands beside the roots, and its broken seal is found by whoever uses or checks it.
    for (Ca ca : flat) {
        if (listed.contains(ca.id.value()))
            continue;
        ca.parent = {};
        add(ca);
    }
    return tree;
}

Result<Ca> byId(Reader &reader, CaId id, const QDateTime &now)
{
    CAS_TRY(Query row, reader.query(caColumns() + QStringLiteral("WHERE ca.id = ?"), {id.value()}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("ca"), {id.toString()});
    }
    return readCa(row, now);
}

Result<Ca> trusted(Reader &reader, const RowSealer &sealer, CaId id, const QDateTime &now)
{
    CAS_TRY(Ca ca, byId(reader, id, now));
    CAS_TRY_VOID(store::verifyRow(reader, sealer, caTable(), id.value()));
    return ca;
}

Result<CaId> ofCertificate(Reader &reader, CertificateId certificate)
{
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT id FROM ca WHERE certificate_id = ?"),
                                    {certificate.value()}));
    CaId id;
    if (row.next())
        id = row.id<CaId>(0);
    CAS_TRY_VOID(row.status());
    return id;
}

Result<bool> nameTaken(Reader &reader, const QString &name, CaId except)
{
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT 1 FROM ca WHERE name = ? AND id <> ?"),
                                    {name, except.value()}));
    const bool taken = row.next();
    CAS_TRY_VOID(row.status());
    return taken;
}

Result<CaId> insert(OperationScope &scope, const Ca &ca)
{
    CAS_TRY(const bool taken, nameTaken(scope.tx, ca.name));
    if (taken)
        return fail(ErrorCode::NameTaken, QStringLiteral("name"), {ca.name});
    const auto id = scope.tx.newId<CaId>();
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("INSERT INTO ca (id, account_id, name, type, ownership, parent_id, "
                       "certificate_id, key_id, state, crl_enabled, crl_days, crl_url, "
                       "issuer_url, ocsp_url, service_end, issued_count, created_at, "
                       "created_by, revision, seal) "
                       "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,1,x'')"),
        {id.value(), scope.account.value(), ca.name,
         ca.type == CaType::Root ? QStringLiteral("ROOT") : QStringLiteral("SUB_ROOT"),
         ca.ownership == CaOwnership::Uploaded ? QStringLiteral("uploaded")
                                               : QStringLiteral("enterprise"),
         orNull(ca.parent.value()), orNull(ca.certificate.value()), orNull(ca.key.value()),
         caStateName(ca.state), ca.crlEnabled, ca.crlDays, orEmptyText(ca.crlUrl),
         orEmptyText(ca.issuerUrl), orEmptyText(ca.ocspUrl),
         ca.serviceEnd.isValid() ? QVariant(ca.serviceEnd) : QVariant(), scope.tx.now(),
         scope.operatorName}));
    CAS_TRY_VOID(store::sealRow(scope.tx, scope.sealer, caTable(), id.value()));
    scope.tx.touch(QStringLiteral("ca"));
    return id;
}

Result<> update(OperationScope &scope, const Ca &ca)
{
    CAS_TRY_VOID(store::verifyRow(scope.tx, scope.sealer, caTable(), ca.id.value()));
    CAS_TRY(const bool taken, nameTaken(scope.tx, ca.name, ca.id));
    if (taken)
        return fail(ErrorCode::NameTaken, QStringLiteral("name"), {ca.name});
    CAS_TRY(
        const qint64 touched,
        scope.tx.exec(
            QStringLiteral("UPDATE ca SET name = ?, parent_id = ?, certificate_id = ?, key_id = ?, "
                           "state = ?, crl_enabled = ?, crl_days = ?, crl_url = ?, "
                           "issuer_url = ?, ocsp_url = ?, service_end = ?, "
                           "revision = revision + 1 WHERE id = ? AND revision = ?"),
            {ca.name, orNull(ca.parent.value()), orNull(ca.certificate.value()),
             orNull(ca.key.value()), caStateName(ca.state), ca.crlEnabled, ca.crlDays,
             orEmptyText(ca.crlUrl), orEmptyText(ca.issuerUrl), orEmptyText(ca.ocspUrl),
             ca.serviceEnd.isValid() ? QVariant(ca.serviceEnd) : QVariant(), ca.id.value(),
             ca.revision}));
    if (touched == 0)
        return fail(ErrorCode::StaleRevision, {}, {ca.name});
    CAS_TRY_VOID(store::sealRow(scope.tx, scope.sealer, caTable(), ca.id.value()));
    scope.tx.touch(QStringLiteral("ca"));
    return {};
}

Result<store::Values> prepareIssuance(const RowSealer &sealer, CaId ca, CertificateId certificate,
                                      const QByteArray &serial)
{
    CAS_TRY(const QByteArray seal, store::sealOf(sealer, issuanceTable(), certificate.value(), 1,
                                                 {ca.value(), serial, QVariant(), QVariant()}));
    return store::Values{certificate.value(), ca.value(), serial, seal};
}

Result<> insertPrepared(store::Transaction &tx, const store::Values &issuance)
{
    CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO issuance (id, ca_id, serial, revision, "
                                        "seal) VALUES (?,?,?,1,?)"),
                         issuance));
    tx.touch(QStringLiteral("issuance"));
    return {};
}

Result<> addIssued(store::Transaction &tx, CaId ca, qint64 count)
{
    CAS_TRY_VOID(tx.exec(QStringLiteral("UPDATE ca SET issued_count = issued_count + ? WHERE id = "
                                        "?"),
                         {count, ca.value()}));
    tx.touch(QStringLiteral("ca"));
    return {};
}

Result<> insertIssuance(OperationScope &scope, CaId ca, CertificateId certificate,
                        const QByteArray &serial)
{
    CAS_TRY(const auto row, prepareIssuance(scope.sealer, ca, certificate, serial));
    CAS_TRY_VOID(insertPrepared(scope.tx, row));
    return addIssued(scope.tx, ca, 1);
}

Result<Issuance> issuanceBySerial(Reader &reader, CaId ca, const QByteArray &serial)
{
    CAS_TRY(Query row,
            reader.query(QStringLiteral("SELECT id, ca_id, serial, revoked_at, reason FROM "
                                        "issuance WHERE ca_id = ? AND serial = ?"),
                         {ca.value(), serial}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("serial"),
                    {QString::fromLatin1(serial.toHex().toUpper())});
    }
    return readIssuance(row);
}

Result<Issuance> issuanceOf(Reader &reader, CertificateId certificate)
{
    CAS_TRY(Query row,
            reader.query(QStringLiteral("SELECT id, ca_id, serial, revoked_at, reason FROM "
                                        "issuance WHERE id = ?"),
                         {certificate.value()}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {certificate.toString()});
    }
    return readIssuance(row);
}

Result<> setRevoked(OperationScope &scope, CertificateId certificate, const QDateTime &at,
                    crypto::RevocationReason reason)
{
    CAS_TRY_VOID(store::verifyRow(scope.tx, scope.sealer, issuanceTable(), certificate.value()));
    CAS_TRY_VOID(scope.tx.exec(QStringLiteral("UPDATE issuance SET revoked_at = ?, reason = ?, "
                                              "revision = revision + 1 WHERE id = ?"),
                               {at, static_cast<int>(reason), certificate.value()}));
    CAS_TRY_VOID(store::sealRow(scope.tx, scope.sealer, issuanceTable(), certificate.value()));
    scope.tx.touch(QStringLiteral("issuance"));
    return {};
}

Result<> verifyIssued(Reader &reader, const RowSealer &sealer, CaId ca)
{
    const auto broken = [](CertificateId id) {
        return fail(ErrorCode::SealBroken, {}, {QStringLiteral("issuance"), id.toString()});
    };
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT i.id, i.revision, i.seal, i.serial, i.revoked_at, "
                                        "i.reason, c.state FROM issuance i LEFT JOIN certificate c "
                                        "ON c.id = i.id WHERE i.ca_id = ?"),
                         {ca.value()}));
    while (rows.next()) {
        CAS_TRY_VOID(sealer.verify({issuanceTable().name, rows.integer(0), rows.integer(1), "seal"},
                                   {ca.value(), rows.blob(3),
                                    rows.isNull(4) ? QVariant() : QVariant(rows.integer(4)),
                                    rows.isNull(5) ? QVariant() : QVariant(rows.integer(5))},
                                   rows.blob(2)));
        // An older row with its older seal holds, but its certificate knows better.
        if (rows.isNull(4) != (rows.text(6) != QStringLiteral("Revoked")))
            return broken(rows.id<CertificateId>(0));
    }
    CAS_TRY_VOID(rows.status());
    CAS_TRY(
        Query missing,
        reader.query(QStringLiteral("SELECT c.id FROM ca JOIN certificate c ON c.issuer_id = "
                                    "ca.certificate_id WHERE ca.id = ? AND (c.source = 'ISSUED' OR "
                                    "c.state = 'Revoked') AND NOT EXISTS (SELECT 1 FROM issuance i "
                                    "WHERE i.id = c.id AND i.ca_id = ca.id) LIMIT 1"),
                     {ca.value()}));
    if (missing.next())
        return broken(missing.id<CertificateId>(0));
    return missing.status();
}

Result<Query> revokedEntries(Reader &reader, CaId ca)
{
    return reader.query(QStringLiteral("SELECT serial, revoked_at, reason FROM issuance WHERE "
                                       "ca_id = ? AND revoked_at IS NOT NULL "
                                       "ORDER BY revoked_at, id"),
                        {ca.value()});
}

Result<qint64> revokedBefore(Reader &reader, CaId ca, const QDateTime &at)
{
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT COUNT(*) FROM issuance WHERE ca_id = ? "
                                                   "AND revoked_at < ?"),
                                    {ca.value(), at}));
    const qint64 count = row.next() ? row.integer(0) : 0;
    CAS_TRY_VOID(row.status());
    return count;
}

Result<QByteArrayList> revokedSince(Reader &reader, CaId ca, const QDateTime &at)
{
    CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT serial FROM issuance WHERE ca_id = ? "
                                                    "AND revoked_at >= ?"),
                                     {ca.value(), at}));
    QByteArrayList serials;
    while (rows.next())
        serials.append(rows.blob(0));
    CAS_TRY_VOID(rows.status());
    return serials;
}

crypto::RevokedEntry readRevokedEntry(const Query &row)
{
    return {row.blob(0), row.time(1), static_cast<crypto::RevocationReason>(row.integer(2))};
}

Result<QList<qint64>> issuedPerDay(Reader &reader, CaId ca, const QDateTime &now, int days)
{
    constexpr qint64 dayMs = 86'400'000;
    const qint64 end = now.toMSecsSinceEpoch();
    QList<qint64> counts(days, 0);
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT (? - c.created_at) / ?, COUNT(*) FROM issuance i "
                                        "JOIN certificate c ON c.id = i.id WHERE i.ca_id = ? AND "
                                        "c.created_at > ? GROUP BY 1"),
                         {end, dayMs, ca.value(), end - days * dayMs}));
    while (rows.next()) {
        const qint64 ago = rows.integer(0);
        if (ago >= 0 && ago < days)
            counts[days - 1 - ago] = rows.integer(1);
    }
    CAS_TRY_VOID(rows.status());
    return counts;
}

Result<CrlInfo> currentCrl(Reader &reader, CaId ca)
{
    CAS_TRY(Query row,
            reader.query(QStringLiteral("SELECT number, this_update, next_update, entries FROM crl "
                                        "WHERE ca_id = ? ORDER BY number DESC LIMIT 1"),
                         {ca.value()}));
    CrlInfo info;
    if (row.next())
        info = {row.integer(0), row.time(1), row.time(2), row.integer(3)};
    CAS_TRY_VOID(row.status());
    return info;
}

Result<CrlInfo> trustedCrl(Reader &reader, const RowSealer &sealer, CaId ca)
{
    CAS_TRY_VOID(verifyNewestCrl(reader, sealer, ca));
    return currentCrl(reader, ca);
}

Result<QByteArray> currentCrlDer(Reader &reader, const RowSealer &sealer, CaId ca)
{
    CAS_TRY_VOID(verifyNewestCrl(reader, sealer, ca));
    CAS_TRY(Query row,
            reader.query(
                QStringLiteral("SELECT der FROM crl WHERE ca_id = ? ORDER BY number DESC LIMIT 1"),
                {ca.value()}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("ca"), {ca.toString()});
    }
    return row.blob(0);
}

Result<> insertCrl(OperationScope &scope, CaId ca, const CrlInfo &info, const QByteArray &der)
{
    const qint64 id = scope.tx.newId();
    CAS_TRY(const QByteArray seal, store::sealOf(scope.sealer, crlTable(), id, 1,
                                                 {ca.value(), info.number, info.thisUpdate,
                                                  info.nextUpdate, info.entries, der}));
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("INSERT INTO crl (id, ca_id, number, this_update, next_update, entries, "
                       "der, revision, seal) VALUES (?,?,?,?,?,?,?,1,?)"),
        {id, ca.value(), info.number, info.thisUpdate, info.nextUpdate, info.entries, der, seal}));
    // Old ones only cost space: their numbers live on in the newest.
    CAS_TRY_VOID(scope.tx.exec(QStringLiteral("DELETE FROM crl WHERE ca_id = ? AND number < ?"),
                               {ca.value(), info.number - 9}));
    scope.tx.touch(QStringLiteral("crl"));
    return {};
}

Result<> verify(Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    CAS_TRY_VOID(store::verifyTable(reader, sealer, caTable(), findings));
    CAS_TRY_VOID(store::verifyTable(reader, sealer, issuanceTable(), findings));
    CAS_TRY_VOID(store::verifyTable(reader, sealer, crlTable(), findings));
    CAS_TRY(Query counts,
            reader.query(QStringLiteral("SELECT id FROM ca WHERE issued_count <> (SELECT COUNT(*) "
                                        "FROM issuance i WHERE i.ca_id = ca.id)")));
    while (counts.next())
        findings.append({QStringLiteral("ca"), counts.id<CaId>(0).toString(),
                         QStringLiteral("the issued count differs from the issued rows")});
    CAS_TRY_VOID(counts.status());
    CAS_TRY(Query halves,
            reader.query(QStringLiteral(
                "SELECT i.id FROM issuance i LEFT JOIN certificate c ON c.id = i.id WHERE c.id "
                "IS NULL OR (i.revoked_at IS NULL) <> (c.state <> 'Revoked') OR "
                "c.serial <> i.serial")));
    while (halves.next())
        findings.append({QStringLiteral("issuance"), halves.id<CertificateId>(0).toString(),
                         QStringLiteral("disagrees with its certificate row")});
    CAS_TRY_VOID(halves.status());
    CAS_TRY(Query lost, reader.query(QStringLiteral(
                            "SELECT c.id FROM certificate c WHERE c.source = 'ISSUED' AND NOT "
                            "EXISTS (SELECT 1 FROM issuance i WHERE i.id = c.id)")));
    while (lost.next())
        findings.append({QStringLiteral("issuance"), lost.id<CertificateId>(0).toString(),
                         QStringLiteral("the row of an issued certificate is missing")});
    return lost.status();
}

} // namespace cas::privateca::ca_store
