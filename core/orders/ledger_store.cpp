// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/ledger_store.h"
#include "core/store/sealed_table.h"

namespace cas::orders::ledger_store {

namespace {

const store::SealedTable &ledgerTable()
{
    static const store::SealedTable table{"ledger",
                                          {"account_id", "at", "bucket", "owner_id", "delta",
                                           "reason", "order_id", "ref_id", "operator"},
                                          "id",
                                          {},
                                          LedgerTag::prefix};
    return table;
}

} // namespace

Result<> post(store::Transaction &tx, const RowSealer &sealer, AccountId account,
              const QString &operatorName, const Posting &posting)
{
    CAS_TRY(const auto before, balance(tx, posting.bucket, posting.ownerId));
    const qint64 after = before.value_or(0) + posting.delta;
    if (after < 0)
        return fail(ErrorCode::QuotaExhausted, {}, {QString::number(before.value_or(0))});

    const auto id = tx.newId<LedgerId>();
    const store::Values sealed{account.value(),
                               tx.now().toMSecsSinceEpoch(),
                               posting.bucket,
                               posting.ownerId,
                               posting.delta,
                               posting.reason,
                               posting.order ? QVariant(posting.order.value()) : QVariant(),
                               posting.refId ? QVariant(posting.refId) : QVariant(),
                               operatorName};
    CAS_TRY(const QByteArray seal, store::sealOf(sealer, ledgerTable(), id.value(), 0, sealed));
    store::Values row{id.value()};
    row += sealed;
    row.append(seal);
    CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO ledger (id, account_id, at, bucket, owner_id, "
                                        "delta, reason, order_id, ref_id, operator, seal) "
                                        "VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
                         row));
    CAS_TRY_VOID(tx.exec(
        QStringLiteral("INSERT INTO quota_balance (bucket, owner_id, balance) VALUES (?,?,?) "
                       "ON CONFLICT (bucket, owner_id) DO UPDATE SET balance = excluded.balance"),
        {posting.bucket, posting.ownerId, after}));
    tx.touch(QStringLiteral("ledger"));
    return {};
}

Result<std::optional<qint64>> balance(store::Reader &reader, const QString &bucket, qint64 ownerId)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral(
                             "SELECT balance FROM quota_balance WHERE bucket = ? AND owner_id = ?"),
                         {bucket, ownerId}));
    std::optional<qint64> value;
    if (row.next())
        value = row.integer(0);
    CAS_TRY_VOID(row.status());
    return value;
}

Result<std::optional<qint64>> trustedBalance(store::Reader &reader, const RowSealer &sealer,
                                             const QString &bucket, qint64 ownerId)
{
    CAS_TRY(const auto kept, balance(reader, bucket, ownerId));
    std::optional<qint64> sum;
    bool odd = false;
    {
        CAS_TRY(
            store::Query row,
            reader.query(QStringLiteral("SELECT SUM(delta), SUM(reason = 'consume' AND delta <> "
                                        "-1) FROM ledger WHERE bucket = ? AND owner_id = ?"),
                         {bucket, ownerId}));
        if (row.next() && !row.isNull(0)) {
            sum = row.integer(0);
            odd = row.integer(1) != 0;
        }
        CAS_TRY_VOID(row.status());
    }
    if (sum != kept || odd)
        return fail(ErrorCode::SealBroken, {},
                    {QStringLiteral("quota_balance"), CaId(ownerId).toString()});
    CAS_TRY(store::Query given,
            reader.query(QStringLiteral("SELECT id FROM ledger WHERE bucket = ? AND owner_id = ? "
                                        "AND reason <> 'consume'"),
                         {bucket, ownerId}));
    while (given.next())
        CAS_TRY_VOID(store::verifyRow(reader, sealer, ledgerTable(), given.integer(0)));
    CAS_TRY_VOID(given.status());
    return kept;
}

Result<QDateTime> lastPosting(store::Reader &reader, const QString &bucket, qint64 ownerId,
                              const QString &reason)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT MAX(at) FROM ledger WHERE bucket = ? AND "
                                        "owner_id = ? AND reason = ?"),
                         {bucket, ownerId, reason}));
    QDateTime at;
    if (row.next() && !row.isNull(0))
        at = row.time(0);
    CAS_TRY_VOID(row.status());
    return at;
}

Result<qint64> countConsumed(store::Reader &reader)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT COUNT(*) FROM ledger WHERE reason = 'consume'")));
    const qint64 count = row.next() ? row.integer(0) : 0;
    CAS_TRY_VOID(row.status());
    return count;
}

Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    CAS_TRY_VOID(store::verifyTable(reader, sealer, ledgerTable(), findings));
    CAS_TRY(store::Query rows,
            reader.query(QStringLiteral(
                "SELECT b.owner_id, b.bucket FROM quota_balance b WHERE b.balance <> "
                "(SELECT COALESCE(SUM(l.delta), 0) FROM ledger l WHERE l.bucket = b.bucket "
                "AND l.owner_id = b.owner_id) UNION SELECT l.owner_id, l.bucket FROM ledger l "
                "WHERE NOT EXISTS (SELECT 1 FROM quota_balance b WHERE b.bucket = l.bucket AND "
                "b.owner_id = l.owner_id)")));
    while (rows.next())
        findings.append({QStringLiteral("quota_balance"), CaId(rows.integer(0)).toString(),
                         QStringLiteral("%1 is not the sum of its postings").arg(rows.text(1))});
    return rows.status();
}

} // namespace cas::orders::ledger_store
