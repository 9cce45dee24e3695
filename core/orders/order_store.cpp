// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_store.h"
#include "core/orders/price_list.h"
#include "core/store/sealed_table.h"

namespace cas::orders::order_store {

namespace {

const store::SealedTable &orderTable()
{
    static const store::SealedTable table{"purchase_order",
                                          {"account_id", "kind", "status", "price_code", "quantity",
                                           "unit_price", "amount", "subject_id", "created_at",
                                           "paid_at", "created_by"},
                                          "id",
                                          "revision",
                                          OrderTag::prefix};
    return table;
}

} // namespace

Result<Order> insertPaid(audit::OperationScope &scope, const QString &kind,
                         const QString &priceCode, qint64 quantity, const QString &subjectId)
{
    const Price price = priceOf(priceCode);
    const Order order{scope.tx.newId<OrderId>(),
                      kind,
                      QStringLiteral("Paid"),
                      priceCode,
                      quantity,
                      price.microUnits,
                      price.microUnits * quantity,
                      subjectId,
                      scope.tx.now(),
                      scope.operatorName};
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("INSERT INTO purchase_order (id, account_id, kind, status, price_code, "
                       "quantity, unit_price, amount, subject_id, created_at, paid_at, "
                       "created_by, revision, seal) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,1,x'')"),
        {order.id.value(), scope.account.value(), order.kind, order.status, order.priceCode,
         order.quantity, order.unitPrice, order.amount, order.subjectId, order.createdAt,
         order.createdAt, order.createdBy}));
    CAS_TRY_VOID(store::sealRow(scope.tx, scope.sealer, orderTable(), order.id.value()));
    scope.tx.touch(QStringLiteral("purchase_order"));
    return order;
}

Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    return store::verifyTable(reader, sealer, orderTable(), findings);
}

} // namespace cas::orders::order_store
