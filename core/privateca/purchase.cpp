// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/purchase.h"
#include "core/orders/order_store.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/quota.h"

namespace cas::privateca::purchase {

namespace {

constexpr int kMostMonths = 36;
constexpr int kMostNameLength = 64;

Result<> checkMonths(int months)
{
    if (months < 1 || months > kMostMonths)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("months"),
                    {QStringLiteral("1"), QString::number(kMostMonths)});
    return {};
}

Ca waitingCa(const QString &name, CaType type, const QDateTime &serviceEnd)
{
    Ca ca;
    ca.name = name;
    ca.type = type;
    ca.state = CaState::PendingEnable;
    ca.serviceEnd = serviceEnd;
    return ca;
}

/// `Example Root S1`, or the next number that is free.
Result<QString> subordinateName(store::Reader &reader, const QString &parent)
{
    for (int number = 1;; ++number) {
        const QString suffix = QStringLiteral(" S%1").arg(number);
        const QString name = parent.left(kMostNameLength - suffix.size()) + suffix;
        CAS_TRY(const bool taken, ca_store::nameTaken(reader, name));
        if (!taken)
            return name;
    }
}

Result<CaId> insertSubordinate(audit::OperationScope &scope, const Ca &parent, const QString &name,
                               const QDateTime &serviceEnd)
{
    QString called = name;
    if (called.isEmpty()) {
        CAS_TRY(called, subordinateName(scope.tx, parent.name));
    }
    Ca sub = waitingCa(called, CaType::Subordinate, serviceEnd);
    sub.parent = parent.id;
    return ca_store::insert(scope, sub);
}

Result<orders::Order> pay(audit::OperationScope &scope, int months, CaId ca)
{
    return orders::order_store::insertPaid(scope, QStringLiteral("PCA"), QStringLiteral("pca.ca"),
                                           months, ca.toString());
}

} // namespace

Result<Bought> root(audit::OperationScope &scope, const QString &name, int months)
{
    CAS_TRY_VOID(checkMonths(months));
    Ca ca = waitingCa(name, CaType::Root, scope.tx.now().addMonths(months));
    CAS_TRY(ca.id, ca_store::insert(scope, ca));
    CAS_TRY_VOID(insertSubordinate(scope, ca, {}, ca.serviceEnd));
    CAS_TRY(const orders::Order order, pay(scope, months, ca.id));
    CAS_TRY_VOID(quota::grantFirst(scope, ca.id, order.id));
    return Bought{ca.id, order};
}

Result<Bought> subordinate(audit::OperationScope &scope, const Ca &parent, const QString &name,
                           int months)
{
    CAS_TRY_VOID(checkMonths(months));
    CAS_TRY(const CaId id,
            insertSubordinate(scope, parent, name, scope.tx.now().addMonths(months)));
    CAS_TRY(const orders::Order order, pay(scope, months, id));
    return Bought{id, order};
}

} // namespace cas::privateca::purchase
