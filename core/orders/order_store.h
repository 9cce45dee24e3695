// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/orders/order.h"

/// SQL of the table purchase_order.
namespace cas::orders::order_store {

/// Posts an order that is paid at once (Buy Now and Pay in one, operations.md §2.2).
Result<Order> insertPaid(audit::OperationScope &scope, const QString &kind,
                         const QString &priceCode, qint64 quantity, const QString &subjectId);
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace cas::orders::order_store
