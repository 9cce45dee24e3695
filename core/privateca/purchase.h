// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/orders/order.h"
#include "core/privateca/ca.h"

/// What buying a CA in a metered store writes (operations.md §3.4, operation 32): one paid order,
/// the rows that wait for Enable, the quota that comes with them. All in the caller's transaction,
/// so a program that dies leaves all of it or nothing.
namespace cas::privateca::purchase {

struct Bought
{
    CaId ca;
    orders::Order order;
};

/// A root CA and one subordinate below it, both Pending Enable, with the root's first quota.
/// @param name checked; the subordinate is called by it with S1, S2 ... behind
/// @errors InputOutOfRange(field `months`, args 1, 36); NameTaken
Result<Bought> root(audit::OperationScope &scope, const QString &name, int months);
/// One more subordinate of `parent`. @param name empty: as root() calls its own
Result<Bought> subordinate(audit::OperationScope &scope, const Ca &parent, const QString &name,
                           int months);

} // namespace cas::privateca::purchase
