// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/account_service.h"
#include "core/accounts/account_store.h"
#include "core/audit/audit_store.h"

namespace cas::accounts {

Result<Account> AccountService::current()
{
    return m_operations.store().read<Account>(
        [](store::Reader &reader) { return account_store::current(reader); });
}

Result<Account> AccountService::createDefault(const QString &alias, Metering metering)
{
    // Not through OperationRunner::run: the account its audit row belongs to is made here.
    CAS_TRY_VOID(m_operations.access().require(QStringLiteral("CreateStore")));
    CAS_TRY(const auto sealer, m_operations.vault().lease());
    const access::Actor actor = m_operations.access().actor();
    return m_operations.store().write<Account>([&](store::Transaction &tx) -> Result<Account> {
        CAS_TRY(const Account account, account_store::insert(tx, *sealer, alias, metering));
        audit::AuditEvent event;
        event.operatorName = actor.name;
        event.host = actor.host;
        event.eventName = QStringLiteral("CreateStore");
        event.objectType = QStringLiteral("account");
        event.objectId = account.id.toString();
        event.parameters = {{QStringLiteral("metered"), metering == Metering::Metered}};
        CAS_TRY_VOID(audit::audit_store::append(tx, *sealer, account.id, {audit::AuditRow(event)}));
        return account;
    });
}

Result<> AccountService::setMetering(Metering metering)
{
    const audit::Operation operation{QStringLiteral("SetMetering"),
                                     QStringLiteral("account"),
                                     {},
                                     {{QStringLiteral("metered"), metering == Metering::Metered}}};
    return m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) -> Result<> {
        scope.made(scope.account.toString());
        return account_store::setMetering(scope.tx, scope.sealer, scope.account, metering);
    });
}

Job<Unit> AccountService::setMeteringJob(Executors &executors, Metering metering)
{
    return executors.io.start<Unit>({}, [=, this](JobContext &) { return setMetering(metering); });
}

} // namespace cas::accounts
