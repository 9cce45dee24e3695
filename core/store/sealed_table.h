// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/row_sealer.h"
#include "core/store/store.h"

#include <QByteArrayList>

namespace cas::store {

/// Which columns of a table are facts that nobody may change behind our back. The table has an
/// INTEGER key, a `seal` BLOB and, unless `revision` is empty, a revision counter.
struct SealedTable
{
    QByteArray name;
    QByteArrayList columns; // sealed, in this order
    QByteArray key = "id";
    QByteArray revision = "revision"; // empty: the row is never updated
    QByteArray idPrefix = {}; // of the printed id in findings; empty: digits
};

/// The seal of values that are about to be written, in the order of `table.columns`.
Result<QByteArray> sealOf(const RowSealer &sealer, const SealedTable &table, qint64 rowId,
                          qint64 revision, const Values &values);

/// Seals a row as it now stands in the transaction (after an INSERT or UPDATE of some columns).
Result<> sealRow(Transaction &tx, const RowSealer &sealer, const SealedTable &table, qint64 rowId);

/// Checks one row before a decision is built on it.
/// @errors SealBroken(args table, id); NotFound
Result<> verifyRow(Reader &reader, const RowSealer &sealer, const SealedTable &table, qint64 rowId);

/// Checks every row of a table; what does not fit is added to `findings`.
/// @errors Locked, those of the database; a broken seal is a finding, not an error
Result<> verifyTable(Reader &reader, const RowSealer &sealer, const SealedTable &table,
                     QList<Finding> &findings);

} // namespace cas::store
