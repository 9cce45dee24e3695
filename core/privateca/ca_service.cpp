// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca_service.h"
#include "core/accounts/account_store.h"
#include "core/certificates/certificate_list_store.h"
#include "core/certificates/certificate_store.h"
#include "core/orders/order_store.h"
#include "core/orders/price_list.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/purchase.h"
#include "core/privateca/quota.h"
#include "core/privateca/revocation.h"
#include "core/privateca/signing_ca.h"
#include "core/tags/tag_store.h"

#include <QJsonArray>

namespace cas::privateca {

namespace {

const QString kCa = QStringLiteral("ca");
constexpr qint64 kUnmeteredPurchaseLimit = 100'000'000;

} // namespace

Result<QList<Ca>> CaService::all()
{
    return m_operations.store().read<QList<Ca>>([&](store::Reader &reader) -> Result<QList<Ca>> {
        CAS_TRY(auto cas, ca_store::all(reader, m_clock.now()));
        CAS_TRY(const auto tagged, tags::tag_store::ofAll(reader, kCa));
        for (Ca &ca : cas)
            ca.tags = tagged.value(ca.id.value());
        return cas;
    });
}

Result<Ca> CaService::byId(CaId id)
{
    return m_operations.store().read<Ca>(
        [&](store::Reader &reader) { return ca_store::byId(reader, id, m_clock.now()); });
}

Result<CaDetails> CaService::details(CaId id)
{
    return m_operations.store().read<CaDetails>([&](store::Reader &reader) -> Result<CaDetails> {
        const QDateTime now = m_clock.now();
        CaDetails details;
        CAS_TRY(details.ca, ca_store::byId(reader, id, now));
        CAS_TRY(details.ca.tags, tags::tag_store::ofObject(reader, kCa, id.value()));
        CAS_TRY(details.crl, ca_store::currentCrl(reader, id));
        CAS_TRY(details.issuedPerDay, ca_store::issuedPerDay(reader, id, now, 30));
        if (details.ca.certificate) {
            certificates::CertificateFilter soon;
            soon.status = certificates::CertificateStatus::AboutToExpire;
            CAS_TRY(details.endingSoon, certificates::certificate_list_store::count(
                                            reader, soon, details.ca.certificate, now));
        }
        CAS_TRY(const auto everyCa, ca_store::all(reader, now));
        details.subordinates = std::count_if(everyCa.begin(), everyCa.end(), [id](const Ca &ca) {
            return ca.parent == id && !ca.certificate.isNull();
        });
        details.chain.append(details.ca);
        for (CaId at = details.ca.parent; at && details.chain.size() < 16;) {
            CAS_TRY(const Ca parent, ca_store::byId(reader, at, now));
            details.chain.append(parent);
            at = parent.parent;
        }
        return details;
    });
}

Job<QList<Ca>> CaService::allJob()
{
    return m_executors.io.start<QList<Ca>>({}, [this](JobContext &) { return all(); });
}

Job<CaDetails> CaService::detailsJob(CaId id)
{
    return m_executors.io.start<CaDetails>({}, [=, this](JobContext &) { return details(id); });
}

Result<Ca> CaService::changeState(CaId id, CaEvent event, const QString &eventName)
{
    const CaState wanted = event == CaEvent::Enable ? CaState::Enabled : CaState::Disabled;
    const audit::Operation operation{
        eventName, kCa, id.toString(), {{QStringLiteral("status"), caStateName(wanted)}}};
    return m_operations.run<Ca>(operation, [&](audit::OperationScope &scope) -> Result<Ca> {
        CAS_TRY(Ca ca, ca_store::trusted(scope.tx, scope.sealer, id, scope.tx.now()));
        CAS_TRY(ca.state, nextCaState(ca.state, event));
        if (event == CaEvent::Enable && !ca.certificate)
            return fail(ErrorCode::WrongState, kCa, {caStatusName(ca.status), ca.name});
        if (event == CaEvent::Enable && ca.status == CaStatus::Revoked)
            return fail(ErrorCode::CaRevoked, kCa, {ca.name});
        if (event == CaEvent::Enable && ca.status == CaStatus::Expired)
            return fail(ErrorCode::CaExpired, kCa, {ca.name});
        CAS_TRY_VOID(ca_store::update(scope, ca));
        return ca_store::byId(scope.tx, id, scope.tx.now());
    });
}

Result<Ca> CaService::enable(CaId id)
{
    return changeState(id, CaEvent::Enable, QStringLiteral("UpdateCACertificateStatus"));
}

Result<Ca> CaService::disable(CaId id)
{
    return changeState(id, CaEvent::Disable, QStringLiteral("UpdateCACertificateStatus"));
}

Result<RevokedCa> CaService::revoke(CaId id, crypto::RevocationReason reason)
{
    const audit::Operation operation{
        QStringLiteral("UpdateCACertificateStatus"),
        kCa,
        id.toString(),
        {{QStringLiteral("status"), caStateName(CaState::Revoked)},
         {QStringLiteral("reason"), crypto::revocationReasonId(reason)}}};
    CAS_TRY(const Ca ca,
            m_operations.run<Ca>(operation, [&](audit::OperationScope &scope) -> Result<Ca> {
                CAS_TRY_VOID(revocation::authority(scope, id, reason));
                return ca_store::byId(scope.tx, id, scope.tx.now());
            }));
    return RevokedCa{ca, m_crls.publishRevocation(ca.parent)};
}

Result<Ca> CaService::setPublication(CaId id, const Publication &publication)
{
    CAS_TRY(const Publication checked, rules::checkedPublication(publication));
    const audit::Operation operation{QStringLiteral("UpdateCACertificate"),
                                     kCa,
                                     id.toString(),
                                     {{QStringLiteral("crl_enabled"), checked.crlEnabled},
                                      {QStringLiteral("crl_days"), checked.crlDays},
                                      {QStringLiteral("crl_url"), checked.crlUrl},
                                      {QStringLiteral("issuer_url"), checked.issuerUrl},
                                      {QStringLiteral("ocsp_url"), checked.ocspUrl}}};
    return m_operations.run<Ca>(operation, [&](audit::OperationScope &scope) -> Result<Ca> {
        CAS_TRY(Ca ca, ca_store::trusted(scope.tx, scope.sealer, id, scope.tx.now()));
        if (checked.crlEnabled && ca.certificate) {
            CAS_TRY(const QByteArray der,
                    certificates::certificate_store::der(scope.tx, scope.sealer, ca.certificate));
            CAS_TRY(const auto own, crypto::Certificate::fromDer(der));
            CAS_TRY_VOID(rules::checkMaySignCrl(own));
        }
        ca.crlEnabled = checked.crlEnabled;
        ca.crlDays = checked.crlDays;
        ca.crlUrl = checked.crlUrl;
        ca.issuerUrl = checked.issuerUrl;
        ca.ocspUrl = checked.ocspUrl;
        CAS_TRY_VOID(ca_store::update(scope, ca));
        return ca_store::byId(scope.tx, id, scope.tx.now());
    });
}

Result<> CaService::setTags(CaId id, const QList<tags::Tag> &tags, const tags::KnownTags &known)
{
    QJsonArray list;
    for (const tags::Tag &tag : tags)
        list.append(tag.toString());
    const audit::Operation operation{
        QStringLiteral("TagResources"), kCa, id.toString(), {{QStringLiteral("tags"), list}}};
    return m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) -> Result<> {
        CAS_TRY_VOID(ca_store::byId(scope.tx, id, scope.tx.now()));
        scope.tx.touch(kCa);
        return tags::tag_store::replaceAll(scope.tx, kCa, id.value(), tags, known);
    });
}

Job<Unit> CaService::setTagsJob(CaId id, const QList<tags::Tag> &tags, const tags::KnownTags &known)
{
    return m_executors.io.start<Unit>({},
                                      [=, this](JobContext &) { return setTags(id, tags, known); });
}

Result<PurchasedCa> CaService::purchase(const PurchaseCaCommand &command)
{
    const audit::Operation operation{QStringLiteral("CreateOrder"),
                                     kCa,
                                     {},
                                     {{QStringLiteral("name"), command.name},
                                      {QStringLiteral("parent"), command.parent.toString()},
                                      {QStringLiteral("months"), command.months}}};
    return m_operations.run<PurchasedCa>(
        operation, [&](audit::OperationScope &scope) -> Result<PurchasedCa> {
            CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
            if (account.metering == accounts::Metering::Unmetered)
                return fail(ErrorCode::WrongState, {}, {QStringLiteral("unmetered")});
            purchase::Bought bought;
            if (command.parent) {
                CAS_TRY(const Ca parent,
                        mayStillSign(scope.tx, scope.sealer, command.parent, scope.tx.now()));
                QString name = command.name.trimmed();
                if (!name.isEmpty()) {
                    CAS_TRY(name, rules::checkedName(name, {}));
                }
                CAS_TRY(bought, purchase::subordinate(scope, parent, name, command.months));
            } else {
                CAS_TRY(const QString name, rules::checkedName(command.name, {}));
                CAS_TRY(bought, purchase::root(scope, name, command.months));
            }
            scope.made(bought.ca.toString());
            CAS_TRY(const Ca ca, ca_store::byId(scope.tx, bought.ca, scope.tx.now()));
            return PurchasedCa{ca, bought.order};
        });
}

Job<PurchasedCa> CaService::purchaseJob(const PurchaseCaCommand &command)
{
    return m_executors.io.start<PurchasedCa>({},
                                             [=, this](JobContext &) { return purchase(command); });
}

Result<Ca> CaService::buyQuota(CaId root, qint64 count)
{
    const audit::Operation operation{
        QStringLiteral("CreateOrder"), kCa, root.toString(), {{QStringLiteral("count"), count}}};
    return m_operations.run<Ca>(operation, [&](audit::OperationScope &scope) -> Result<Ca> {
        CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
        CAS_TRY(const Ca ca, ca_store::trusted(scope.tx, scope.sealer, root, scope.tx.now()));
        if (ca.type != CaType::Root)
            return fail(ErrorCode::InputInvalid, kCa, {ca.name, QStringLiteral("root")});
        if (ca.status != CaStatus::Enabled)
            return fail(ErrorCode::CaDisabled, kCa, {ca.name});
        const qint64 limit = account.metering == accounts::Metering::Metered
                                 ? orders::kDefaultPurchaseLimit
                                 : kUnmeteredPurchaseLimit;
        if (count < 1 || count > limit)
            return fail(ErrorCode::InputOutOfRange, QStringLiteral("count"),
                        {QStringLiteral("1"), QString::number(limit)});
        CAS_TRY_VOID(quota::buy(scope, ca, count));
        scope.tx.touch(kCa);
        return ca_store::byId(scope.tx, root, scope.tx.now());
    });
}

Result<Ca> CaService::assignQuota(CaId root, CaId sub, qint64 count)
{
    const audit::Operation operation{
        QStringLiteral("AssignCertificateCount"),
        kCa,
        sub.toString(),
        {{QStringLiteral("root"), root.toString()}, {QStringLiteral("count"), count}}};
    return m_operations.run<Ca>(operation, [&](audit::OperationScope &scope) -> Result<Ca> {
        CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
        CAS_TRY(const Ca from, ca_store::trusted(scope.tx, scope.sealer, root, scope.tx.now()));
        CAS_TRY(const Ca to, ca_store::trusted(scope.tx, scope.sealer, sub, scope.tx.now()));
        CaId top = to.parent; // quota comes from the root above, however deep the tree
        while (top && top != root) {
            CAS_TRY(const Ca above, ca_store::trusted(scope.tx, scope.sealer, top, scope.tx.now()));
            top = above.parent;
        }
        if (top != root)
            return fail(ErrorCode::InputInvalid, QStringLiteral("to"), {to.name, from.name});
        if (to.status != CaStatus::Enabled)
            return fail(ErrorCode::CaDisabled, QStringLiteral("to"), {to.name});
        if (count < 0 || count > kUnmeteredPurchaseLimit)
            return fail(ErrorCode::InputOutOfRange, QStringLiteral("count"),
                        {QStringLiteral("0"), QString::number(kUnmeteredPurchaseLimit)});
        CAS_TRY_VOID(quota::assign(scope, account, from, to, count));
        scope.tx.touch(kCa);
        return ca_store::byId(scope.tx, sub, scope.tx.now());
    });
}

Job<Ca> CaService::createRootJob(const CreateRootCommand &command)
{
    return m_executors.cpu.start<Ca>(
        {}, [=, this](JobContext &job) { return createRoot(command, &job.cancelFlag()); });
}

Job<Ca> CaService::createSubJob(const CreateSubCommand &command)
{
    return m_executors.cpu.start<Ca>(
        {}, [=, this](JobContext &job) { return createSub(command, &job.cancelFlag()); });
}

Job<Ca> CaService::importJob(ImportCaCommand command)
{
    auto shared = std::make_shared<ImportCaCommand>(std::move(command));
    return m_executors.cpu.start<Ca>({}, [=, this](JobContext &) { return import(*shared); });
}

Job<Ca> CaService::enableJob(CaId id)
{
    return m_executors.io.start<Ca>({}, [=, this](JobContext &) { return enable(id); });
}

Job<Ca> CaService::disableJob(CaId id)
{
    return m_executors.io.start<Ca>({}, [=, this](JobContext &) { return disable(id); });
}

Job<RevokedCa> CaService::revokeJob(CaId id, crypto::RevocationReason reason)
{
    return m_executors.io.start<RevokedCa>({},
                                           [=, this](JobContext &) { return revoke(id, reason); });
}

Job<Ca> CaService::setPublicationJob(CaId id, const Publication &publication)
{
    return m_executors.io.start<Ca>(
        {}, [=, this](JobContext &) { return setPublication(id, publication); });
}

Job<Ca> CaService::buyQuotaJob(CaId root, qint64 count)
{
    return m_executors.io.start<Ca>({}, [=, this](JobContext &) { return buyQuota(root, count); });
}

Job<Ca> CaService::assignQuotaJob(CaId root, CaId sub, qint64 count)
{
    return m_executors.io.start<Ca>(
        {}, [=, this](JobContext &) { return assignQuota(root, sub, count); });
}

} // namespace cas::privateca
