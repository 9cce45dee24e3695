// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/batch_store.h"

namespace cas::privateca::batch_store {

Result<qint64> find(store::Reader &reader, const BatchKey &key)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT id FROM batch WHERE ca_id = ? AND csv_sha256 = ? "
                                        "AND folder = ?"),
                         {key.ca.value(), key.csvSha256, key.folder}));
    const qint64 id = row.next() ? row.integer(0) : 0;
    CAS_TRY_VOID(row.status());
    return id;
}

Result<qint64> begin(audit::OperationScope &scope, const BatchKey &key, const QString &csvName)
{
    CAS_TRY(const qint64 held, find(scope.tx, key));
    if (held != 0)
        return held;
    const qint64 id = scope.tx.newId();
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("INSERT INTO batch (id, account_id, ca_id, csv_sha256, folder, csv_name, "
                       "created_at, created_by) VALUES (?,?,?,?,?,?,?,?)"),
        {id, scope.account.value(), key.ca.value(), key.csvSha256, key.folder, csvName,
         scope.tx.now(), scope.operatorName}));
    return id;
}

Result<QHash<qint64, CertificateId>> done(store::Reader &reader, qint64 batch)
{
    QHash<qint64, CertificateId> lines;
    CAS_TRY(store::Query rows,
            reader.query(QStringLiteral("SELECT line, certificate_id FROM batch_row WHERE "
                                        "batch_id = ?"),
                         {batch}));
    while (rows.next())
        lines.insert(rows.integer(0), rows.id<CertificateId>(1));
    CAS_TRY_VOID(rows.status());
    return lines;
}

Result<> insertRow(store::Transaction &tx, qint64 batch, qint64 line, CertificateId certificate)
{
    CAS_TRY_VOID(tx.exec(
        QStringLiteral("INSERT INTO batch_row (batch_id, line, certificate_id) VALUES (?,?,?)"),
        {batch, line, certificate.value()}));
    return {};
}

} // namespace cas::privateca::batch_store
