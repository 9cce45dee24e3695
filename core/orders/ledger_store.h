// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/row_sealer.h"
#include "core/store/store.h"

/// SQL of the tables ledger and quota_balance.
namespace cas::orders::ledger_store {

/// One posting. `ownerId` is the CA whose balance changes.
struct Posting
{
    QString bucket; // pca.cert, pca.free
    qint64 ownerId = 0;
    qint64 delta = 0;
    QString reason; // purchase, free_grant, assign_in, assign_out, adjust, consume
    OrderId order = {};
    qint64 refId = 0;
};

/// Appends a posting and moves the balance.
/// @errors QuotaExhausted(args left): the balance would become negative
Result<> post(store::Transaction &tx, const RowSealer &sealer, AccountId account,
              const QString &operatorName, const Posting &posting);
/// Nothing: no posting was ever made for this owner, it is not limited.
Result<std::optional<qint64>> balance(store::Reader &reader, const QString &bucket, qint64 ownerId);
/// As balance(), for decisions: it must be the sum of its postings. The seals of all are checked
/// but of `consume` ones, of which there may be a million and each of which can only take one away;
/// their number and deltas are in the sum.
/// @errors SealBroken(args table, id)
Result<std::optional<qint64>> trustedBalance(store::Reader &reader, const RowSealer &sealer,
                                             const QString &bucket, qint64 ownerId);
/// When a posting with this reason was made last; null: never.
Result<QDateTime> lastPosting(store::Reader &reader, const QString &bucket, qint64 ownerId,
                              const QString &reason);
/// How many postings took one certificate from a quota.
Result<qint64> countConsumed(store::Reader &reader);
/// Seals of every posting, and that balances are the sums.
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace cas::orders::ledger_store
