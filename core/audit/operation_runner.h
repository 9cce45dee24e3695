// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/access.h"
#include "core/audit/audit_event.h"
#include "core/vault/vault.h"

#include <functional>

namespace cas::audit {

/// What an operation is called and about; becomes its audit row.
struct Operation
{
    QString eventName; // also the permission it needs
    QString objectType; // ca, certificate, ...
    QString objectId; // printed id; empty when the operation makes the object
    QJsonObject parameters; // never a secret
};

/// Who writes rows, and when, as the rows say.
struct Author
{
    AccountId account;
    QString operatorName;
    QDateTime at;
};

/// What the transaction of an operation works with.
struct OperationScope
{
    store::Transaction &tx;
    const RowSealer &sealer;
    AccountId account;
    QString operatorName;
    [[nodiscard]] Author author() const { return {account, operatorName, tx.now()}; }
    /// Names the object the operation made.
    void made(const QString &id) { madeId = id; }
    QString madeId = {};
    /// Adds to the parameters of the audit row what only the transaction knows.
    void note(const QString &key, const QString &value) { noted.insert(key, value); }
    QJsonObject noted = {};
};

/// The frame of every mutating operation: permission, sealer, one transaction with the audit row
/// in it; a refused operation leaves an audit row of its own.
/// @thread any but a window's: it blocks until the commit
class OperationRunner
{
public:
    OperationRunner(store::Store &store, const vault::Vault &vault, const access::Access &access)
        : m_store(store)
        , m_vault(vault)
        , m_access(access)
    { }

    [[nodiscard]] store::Store &store() const { return m_store; }
    [[nodiscard]] const vault::Vault &vault() const { return m_vault; }
    [[nodiscard]] const access::Access &access() const { return m_access; }

    /// Checks permission and prepares nothing: for the steps before the transaction.
    /// @errors NotPermitted (audited), Locked, StoreReadOnly
    Result<std::shared_ptr<const RowSealer>> begin(const Operation &operation);

    /// Runs `work` in a transaction, adds the audit row, commits.
    /// @param sealer what begin() gave
    template <class T>
    Result<T> commit(const Operation &operation, const RowSealer &sealer,
                     std::function<Result<T>(OperationScope &)> work)
    {
        Result<T> result = m_store.write<T>([&](store::Transaction &tx) -> Result<T> {
            OperationScope scope{tx, sealer, {}, m_access.actor().name};
            CAS_TRY(scope.account, accountOf(tx));
            CAS_TRY(T value, work(scope));
            CAS_TRY_VOID(append(tx, sealer, scope.account, operation, &scope, nullptr));
            return value;
        });
        if (!result)
            refused(operation, result.error());
        return result;
    }

    /// Bulk work: one transaction that makes many things, each with an audit row of its own, which
    /// `work` adds to `rows` (see row()). A refusal of the whole leaves one of `operation`.
    template <class T>
    Result<T> commitMany(const Operation &operation, const RowSealer &sealer,
                         std::function<Result<T>(OperationScope &, QList<AuditRow> &rows)> work)
    {
        Result<T> result = m_store.write<T>([&](store::Transaction &tx) -> Result<T> {
            OperationScope scope{tx, sealer, {}, m_access.actor().name};
            CAS_TRY(scope.account, accountOf(tx));
            QList<AuditRow> rows;
            CAS_TRY(T value, work(scope, rows));
            CAS_TRY_VOID(appendRows(tx, sealer, scope.account, rows));
            return value;
        });
        if (!result)
            refused(operation, result.error());
        return result;
    }
    /// The audit row of one thing that bulk work makes, with all that is known before the
    /// transaction. @thread any
    [[nodiscard]] AuditRow row(const Operation &operation) const;
    /// The account everything is written for, and the actor: for what is prepared outside.
    Result<Author> author();

    /// begin() and commit() in one, for operations with nothing slow to prepare.
    template <class T>
    Result<T> run(const Operation &operation, std::function<Result<T>(OperationScope &)> work)
    {
        CAS_TRY(const auto sealer, begin(operation));
        return commit<T>(operation, *sealer, std::move(work));
    }

    /// Leaves an audit row of a refusal; silent when none can be written (locked, read-only).
    void refused(const Operation &operation, const Error &error);

private:
    Result<AccountId> accountOf(store::Reader &reader);
    Result<> append(store::Transaction &tx, const RowSealer &sealer, AccountId account,
                    const Operation &operation, const OperationScope *scope, const Error *error);
    static Result<> appendRows(store::Transaction &tx, const RowSealer &sealer, AccountId account,
                               const QList<AuditRow> &rows);

    store::Store &m_store;
    const vault::Vault &m_vault;
    const access::Access &m_access;
};

} // namespace cas::audit
