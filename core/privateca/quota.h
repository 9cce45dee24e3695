// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/audit/operation_runner.h"
#include "core/privateca/ca.h"

/// Quota of private certificates on the ledger (operations.md §3.2, §3.4, operation 31).
/// Bucket `pca.cert`: bought; `pca.free`: the ten free ones of a purchased root. The owner of a
/// balance is a root CA (unassigned) or a subordinate CA (its rest count).
namespace cas::privateca::quota {

struct Balance
{
    qint64 paid = 0;
    qint64 free = 0;
    bool limited = false; // false: no posting was ever made, nothing is refused for want of quota
};
/// @errors SealBroken: it is not what the ledger says
Result<Balance> balanceOf(store::Reader &reader, const RowSealer &sealer, CaId ca);

/// What a purchased root CA brings in a metered store.
Result<> grantFirst(audit::OperationScope &scope, CaId root, OrderId order);
/// Uses one, free ones last and only within their limits: issued within 30 days of the purchase.
/// @errors QuotaExhausted(args CA); InputOutOfRange(field `days`): only free ones are left and
///         they live at most 30 days
Result<> consume(audit::OperationScope &scope, const accounts::Account &account, const Ca &ca,
                 CertificateId certificate, qint64 lifeSeconds);

/// What issuing takes from, looked up once for many certificates of one transaction.
struct Meter
{
    bool limited = false; // false: nothing is taken and nothing refused
    Balance balance;
    bool freeStillCount = false;
};
Result<Meter> meterOf(audit::OperationScope &scope, const accounts::Account &account, const Ca &ca);
/// As consume(), moving `meter`. @return the bucket it came from, which the log must name; empty
/// where nothing was taken
Result<QString> consumeOne(audit::OperationScope &scope, Meter &meter, const Ca &ca,
                           CertificateId certificate, qint64 lifeSeconds);

/// Credits a root's unassigned bucket and posts the order.
Result<> buy(audit::OperationScope &scope, const Ca &root, qint64 count);
/// Sets the rest count of `sub` to `target` by moving quota from or to `root`, free ones last.
/// @errors QuotaTooFew(field `count`, args needed, left): not enough unassigned (metered stores)
Result<> assign(audit::OperationScope &scope, const accounts::Account &account, const Ca &root,
                const Ca &sub, qint64 target);

} // namespace cas::privateca::quota
