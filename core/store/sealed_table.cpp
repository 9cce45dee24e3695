// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealed_table.h"

namespace cas::store {

namespace {

QString selectText(const SealedTable &table, const QString &tail)
{
    QByteArrayList columns{table.key, table.revision.isEmpty() ? QByteArray("0") : table.revision,
                           "seal"};
    columns += table.columns;
    return QStringLiteral("SELECT %1 FROM %2 %3")
        .arg(QString::fromLatin1(columns.join(", ")), QString::fromLatin1(table.name), tail);
}

/// The same typed form whether a value comes from us or back from the database.
QVariant normalised(const QVariant &value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toLongLong();
    case QMetaType::QDateTime:
        return value.toDateTime().toMSecsSinceEpoch();
    default:
        return value;
    }
}

Values normalised(const Values &values)
{
    Values out;
    out.reserve(values.size());
    for (const QVariant &value : values)
        out.append(normalised(value));
    return out;
}

Values sealedValues(const Query &row, const SealedTable &table)
{
    Values values;
    for (int i = 0; i < table.columns.size(); ++i)
        values.append(row.value(3 + i));
    return values;
}

Result<> verifyCurrent(const Query &row, const RowSealer &sealer, const SealedTable &table)
{
    return sealer.verify({table.name, row.integer(0), row.integer(1), "seal"},
                         normalised(sealedValues(row, table)), row.blob(2));
}

QString printedId(const SealedTable &table, qint64 id)
{
    return table.idPrefix.isEmpty() ? QString::number(id)
                                    : detail::formatId(table.idPrefix.constData(), id);
}

} // namespace

Result<QByteArray> sealOf(const RowSealer &sealer, const SealedTable &table, qint64 rowId,
                          qint64 revision, const Values &values)
{
    Q_ASSERT(values.size() == table.columns.size());
    return sealer.seal({table.name, rowId, revision, "seal"}, normalised(values));
}

Result<> sealRow(Transaction &tx, const RowSealer &sealer, const SealedTable &table, qint64 rowId)
{
    QByteArray seal;
    {
        CAS_TRY(
            Query row,
            tx.query(selectText(table,
                                QStringLiteral("WHERE %1 = ?").arg(QString::fromLatin1(table.key))),
                     {rowId}));
        if (!row.next()) {
            CAS_TRY_VOID(row.status());
            return fail(ErrorCode::NotFound, {}, {}, QString::fromLatin1(table.name));
        }
        CAS_TRY(seal, sealOf(sealer, table, rowId, row.integer(1), sealedValues(row, table)));
    }
    CAS_TRY_VOID(tx.exec(QStringLiteral("UPDATE %1 SET seal = ? WHERE %2 = ?")
                             .arg(QString::fromLatin1(table.name), QString::fromLatin1(table.key)),
                         {seal, rowId}));
    return {};
}

Result<> verifyRow(Reader &reader, const RowSealer &sealer, const SealedTable &table, qint64 rowId)
{
    CAS_TRY(
        Query row,
        reader.query(
            selectText(table, QStringLiteral("WHERE %1 = ?").arg(QString::fromLatin1(table.key))),
            {rowId}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {printedId(table, rowId)});
    }
    auto verified = verifyCurrent(row, sealer, table);
    if (!verified && verified.error().code == ErrorCode::SealBroken)
        return fail(ErrorCode::SealBroken, {},
                    {QString::fromLatin1(table.name), printedId(table, rowId)});
    return verified;
}

Result<> verifyTable(Reader &reader, const RowSealer &sealer, const SealedTable &table,
                     QList<Finding> &findings)
{
    CAS_TRY(Query row, reader.query(selectText(table, QStringLiteral("ORDER BY 1"))));
    while (row.next()) {
        const auto verified = verifyCurrent(row, sealer, table);
        if (verified)
            continue;
        if (verified.error().code != ErrorCode::SealBroken)
            return verified.error();
        findings.append({QString::fromLatin1(table.name), printedId(table, row.integer(0)),
                         QStringLiteral("changed outside the console")});
    }
    return row.status();
}

} // namespace cas::store
