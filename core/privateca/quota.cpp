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

Result<Meter> meterOf(audit::OperationScope &scope, const accounts::Account &account, const Ca &ca)
{
    Meter meter;
    CAS_TRY(meter.balance, balanceOf(scope.tx, scope.sealer, ca.id));
    meter.limited = meter.balance.limited || account.metering == accounts::Metering::Metered;
    if (meter.limited) {
        CAS_TRY(meter.freeStillCount, freeStillCount(scope, ca));
    }
    return meter;
}

Result<QString> consumeOne(audit::OperationScope &scope, Meter &meter, const Ca &ca,
                           CertificateId certificate, qint64 lifeSeconds)
{
    if (!meter.limited)
        return QString();
    if (meter.balance.paid > 0) {
        CAS_TRY_VOID(post(scope, kPaid, ca.id, -1, "consume", certificate.value()));
        --meter.balance.paid;
        return kPaid;
    }
    if (meter.balance.free > 0 && meter.freeStillCount) {
        if (lifeSeconds > orders::kFreeCertificateDays * 86'400LL)
            return fail(ErrorCode::InputOutOfRange, QStringLiteral("days"),
                        {QStringLiteral("1"), QString::number(orders::kFreeCertificateDays)});
        CAS_TRY_VOID(post(scope, kFree, ca.id, -1, "consume", certificate.value()));
        --meter.balance.free;
        return kFree;
    }
    return fail(ErrorCode::QuotaExhausted, {}, {ca.name});
}

Result<> consume(audit::OperationScope &scope, const accounts::Account &account, const Ca &ca,
                 CertificateId certificate, qint64 lifeSeconds)
{
    CAS_TRY(Meter meter, meterOf(scope, account, ca));
    CAS_TRY(const QString bucket, consumeOne(scope, meter, ca, certificate, lifeSeconds));
    // What the log says is counted (core/console/log_check.h).
    if (!bucket.isEmpty())
        scope.note(QStringLiteral("quota"), bucket);
    return {};
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
