// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/quota.h"
#include "core/orders/ledger_store.h"
#include "core/orders/order_store.h"
#include "core/orders/price_list.h"
#include "core/privateca/ca_store.h"

namespace cas::privateca::quota {

namespace ledger = orders::ledger_store;

namespace {

const QString kPaid = QStringLiteral("pca.cert");
const QString kFree = QStringLiteral("pca.free");

Result<> post(audit::OperationScope &scope, const QString &bucket, CaId owner, qint64 delta,
              const char *reason, qint64 refId, OrderId order = {})
{
    return ledger::post(scope.tx, scope.sealer, scope.account, scope.operatorName,
                        {bucket, owner.value(), delta, QString::fromLatin1(reason), order, refId});
}

/// Takes one away; the log says so too, and what it says is counted (core/console/log_check.h).
Result<> charge(audit::OperationScope &scope, const QString &bucket, CaId ca,
                CertificateId certificate)
{
    scope.note(QStringLiteral("quota"), bucket);
    return post(scope, bucket, ca, -1, "consume", certificate.value());
}

/// Whether the free certificates of the root above `ca` may still be issued.
Result<bool> freeStillCount(audit::OperationScope &scope, const Ca &ca)
{
    CaId top = ca.id;
    for (CaId above = ca.parent; above;) {
        CAS_TRY(const Ca parent, ca_store::trusted(scope.tx, scope.sealer, above, scope.tx.now()));
        top = parent.id;
        above = parent.parent;
    }
    CAS_TRY_VOID(ledger::trustedBalance(scope.tx, scope.sealer, kFree, top.value()));
    CAS_TRY(const QDateTime granted,
            ledger::lastPosting(scope.tx, kFree, top.value(), QStringLiteral("free_grant")));
    return granted.isValid() && granted.addDays(orders::kFreeCertificateDays) >= scope.tx.now();
}

} // namespace

Result<Balance> balanceOf(store::Reader &reader, const RowSealer &sealer, CaId ca)
{
    CAS_TRY(const auto paid, ledger::trustedBalance(reader, sealer, kPaid, ca.value()));
    CAS_TRY(const auto free, ledger::trustedBalance(reader, sealer, kFree, ca.value()));
    return Balance{paid.value_or(0), free.value_or(0), paid.has_value() || free.has_value()};
}

Result<> grantFirst(audit::OperationScope &scope, CaId root, OrderId order)
{
    CAS_TRY_VOID(post(scope, kPaid, root, orders::kFirstQuota, "purchase", root.value(), order));
    return post(scope, kFree, root, orders::kFreeCertificates, "free_grant", root.value(), order);
}

Result<> consume(audit::OperationScope &scope, const accounts::Account &account, const Ca &ca,
                 CertificateId certificate, qint64 lifeSeconds)
{
    CAS_TRY(const Balance balance, balanceOf(scope.tx, scope.sealer, ca.id));
    if (!balance.limited && account.metering == accounts::Metering::Unmetered)
        return {};
    if (balance.paid > 0)
        return charge(scope, kPaid, ca.id, certificate);
    CAS_TRY(const bool inTime, freeStillCount(scope, ca));
    if (balance.free > 0 && inTime) {
        if (lifeSeconds > orders::kFreeCertificateDays * 86'400LL)
            return fail(ErrorCode::InputOutOfRange, QStringLiteral("days"),
                        {QStringLiteral("1"), QString::number(orders::kFreeCertificateDays)});
        return charge(scope, kFree, ca.id, certificate);
    }
    return fail(ErrorCode::QuotaExhausted, {}, {ca.name});
}

Result<> buy(audit::OperationScope &scope, const Ca &root, qint64 count)
{
    CAS_TRY_VOID(balanceOf(scope.tx, scope.sealer, root.id));
    CAS_TRY(const auto order, orders::order_store::insertPaid(scope, QStringLiteral("QUOTA"), kPaid,
                                                              count, root.id.toString()));
    return post(scope, kPaid, root.id, count, "purchase", root.id.value(), order.id);
}

Result<> assign(audit::OperationScope &scope, const accounts::Account &account, const Ca &root,
                const Ca &sub, qint64 target)
{
    CAS_TRY(const Balance rootBalance, balanceOf(scope.tx, scope.sealer, root.id));
    CAS_TRY(const Balance subBalance, balanceOf(scope.tx, scope.sealer, sub.id));
    const qint64 delta = target - subBalance.paid - subBalance.free;
    const qint64 unassigned = rootBalance.paid + rootBalance.free;
    const qint64 missing = delta - unassigned;
    if (missing > 0) {
        if (account.metering == accounts::Metering::Metered)
            return fail(ErrorCode::QuotaTooFew, QStringLiteral("count"),
                        {QString::number(delta), QString::number(unassigned)});
        // Nothing has to be bought in an unmetered store: what is missing comes from nowhere, and
        // the ledger says so.
        CAS_TRY_VOID(post(scope, kPaid, root.id, missing, "adjust", sub.id.value()));
    }
    const qint64 paidLeft = rootBalance.paid + std::max<qint64>(missing, 0);
    const qint64 paidDelta =
        delta > 0 ? std::min(delta, paidLeft) : std::max(delta, -subBalance.paid);
    CAS_TRY_VOID(post(scope, kPaid, root.id, -paidDelta, paidDelta > 0 ? "assign_out" : "assign_in",
                      sub.id.value()));
    CAS_TRY_VOID(post(scope, kPaid, sub.id, paidDelta, paidDelta > 0 ? "assign_in" : "assign_out",
                      root.id.value()));
    if (const qint64 freeDelta = delta - paidDelta; freeDelta != 0) {
        CAS_TRY_VOID(post(scope, kFree, root.id, -freeDelta,
                          freeDelta > 0 ? "assign_out" : "assign_in", sub.id.value()));
        CAS_TRY_VOID(post(scope, kFree, sub.id, freeDelta,
                          freeDelta > 0 ? "assign_in" : "assign_out", root.id.value()));
    }
    return {};
}

} // namespace cas::privateca::quota
