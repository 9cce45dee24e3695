// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/account_store.h"
#include "core/store/sealed_table.h"

namespace cas::accounts::account_store {

namespace {

const store::SealedTable &accountTable()
{
    static const store::SealedTable table{
        "account", {"alias", "metered", "created_at"}, "id", "revision", AccountTag::prefix};
    return table;
}

} // namespace

Result<Account> current(store::Reader &reader)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral(
                "SELECT id, alias, metered, created_at FROM account ORDER BY id LIMIT 1")));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotAStore, {}, {}, QStringLiteral("no account"));
    }
    return Account{row.id<AccountId>(0), row.text(1),
                   row.integer(2) ? Metering::Metered : Metering::Unmetered, row.time(3)};
}

Result<Account> trusted(store::Reader &reader, const RowSealer &sealer)
{
    CAS_TRY(Account account, current(reader));
    CAS_TRY_VOID(store::verifyRow(reader, sealer, accountTable(), account.id.value()));
    return account;
}

Result<Account> insert(store::Transaction &tx, const RowSealer &sealer, const QString &alias,
                       Metering metering)
{
    const Account account{tx.newId<AccountId>(), alias, metering, tx.now()};
    CAS_TRY_VOID(
        tx.exec(QStringLiteral("INSERT INTO account (id, alias, metered, created_at, "
                               "revision, seal) VALUES (?,?,?,?,1,x'')"),
                {account.id.value(), alias, metering == Metering::Metered, account.createdAt}));
    CAS_TRY_VOID(store::sealRow(tx, sealer, accountTable(), account.id.value()));
    tx.touch(QStringLiteral("account"));
    return account;
}

Result<> setMetering(store::Transaction &tx, const RowSealer &sealer, AccountId id,
                     Metering metering)
{
    CAS_TRY_VOID(store::verifyRow(tx, sealer, accountTable(), id.value()));
    CAS_TRY_VOID(tx.exec(
        QStringLiteral("UPDATE account SET metered = ?, revision = revision + 1 WHERE id = ?"),
        {metering == Metering::Metered, id.value()}));
    CAS_TRY_VOID(store::sealRow(tx, sealer, accountTable(), id.value()));
    tx.touch(QStringLiteral("account"));
    return {};
}

Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    return store::verifyTable(reader, sealer, accountTable(), findings);
}

} // namespace cas::accounts::account_store
