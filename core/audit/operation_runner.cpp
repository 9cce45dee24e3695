// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/operation_runner.h"
#include "core/audit/audit_store.h"

namespace cas::audit {

Result<std::shared_ptr<const RowSealer>> OperationRunner::begin(const Operation &operation)
{
    if (m_store.info().readOnly)
        return fail(ErrorCode::StoreReadOnly, {}, {m_store.info().path});
    if (const auto allowed = m_access.require(operation.eventName); !allowed) {
        refused(operation, allowed.error());
        return allowed.error();
    }
    return m_vault.lease();
}

void OperationRunner::refused(const Operation &operation, const Error &error)
{
    const auto sealer = m_vault.lease();
    if (!sealer || m_store.info().readOnly)
        return;
    // What cannot be written down here was already told to the caller, as the refusal itself.
    (void)m_store.write<Unit>([&](store::Transaction &tx) -> Result<> {
        CAS_TRY(const AccountId account, accountOf(tx));
        return append(tx, **sealer, account, operation, nullptr, &error);
    });
}

Result<AccountId> OperationRunner::accountOf(store::Reader &reader)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT id FROM account ORDER BY id LIMIT 1")));
    if (!row.next())
        return fail(ErrorCode::NotAStore, {}, {}, QStringLiteral("no account"));
    return row.id<AccountId>(0);
}

AuditRow OperationRunner::row(const Operation &operation) const
{
    AuditEvent event;
    event.operatorName = m_access.actor().name;
    event.host = m_access.actor().host;
    event.eventName = operation.eventName;
    event.objectType = operation.objectType;
    event.objectId = operation.objectId;
    event.parameters = operation.parameters;
    return AuditRow(std::move(event));
}

Result<Author> OperationRunner::author()
{
    CAS_TRY(const AccountId account,
            m_store.read<AccountId>([this](store::Reader &reader) { return accountOf(reader); }));
    return Author{account, m_access.actor().name, {}};
}

Result<> OperationRunner::appendRows(store::Transaction &tx, const RowSealer &sealer,
                                     AccountId account, const QList<AuditRow> &rows)
{
    return audit_store::append(tx, sealer, account, rows);
}

Result<> OperationRunner::append(store::Transaction &tx, const RowSealer &sealer, AccountId account,
                                 const Operation &operation, const OperationScope *scope,
                                 const Error *error)
{
    AuditEvent event;
    event.operatorName = m_access.actor().name;
    event.host = m_access.actor().host;
    event.eventName = operation.eventName;
    event.objectType = operation.objectType;
    event.objectId = scope && !scope->madeId.isEmpty() ? scope->madeId : operation.objectId;
    event.ok = error == nullptr;
    if (error)
        event.errorCode = errorName(error->code);
    event.parameters = operation.parameters;
    if (scope) {
        for (auto fact = scope->noted.begin(); fact != scope->noted.end(); ++fact)
            event.parameters.insert(fact.key(), fact.value());
    }
    return audit_store::append(tx, sealer, account, {AuditRow(std::move(event))});
}

} // namespace cas::audit
