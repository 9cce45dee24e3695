// SPDX-License-Identifier: GPL-3.0-or-later
// A row that was changed behind the console's back is not changed further: sealing it again would
// make it good. What casctl has no verb for; the rest stands in tst_casctl_tampering.py.
#include "tests/ui/certificates/filled_store.h"

using namespace cas;

namespace {

Result<> changeOutside(FilledStore &store, const QString &sql)
{
    return store.console->store().write<Unit>([&](store::Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(sql));
        return {};
    });
}

QStringList damagedTables(FilledStore &store)
{
    QStringList tables;
    const auto findings = store.console->check();
    if (findings) {
        for (const auto &finding : *findings)
            tables.append(finding.table);
    }
    return tables;
}

} // namespace

class ChangedRowsTest : public QObject
{
    Q_OBJECT
private slots:
    void keepTheAccountsBrokenSeal();
    void keepTheBrokenEndOfTheLog();
};

void ChangedRowsTest::keepTheAccountsBrokenSeal()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(changeOutside(store, QStringLiteral("UPDATE account SET created_at = 1")));
    const auto set = store.console->accounts().setMetering(accounts::Metering::Metered);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::SealBroken);
    QCOMPARE(damagedTables(store), {QStringLiteral("account")});
}

void ChangedRowsTest::keepTheBrokenEndOfTheLog()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    // The last event cut off, and the head put back to the one before.
    VERIFY_RESULT(changeOutside(
        store, QStringLiteral("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")));
    VERIFY_RESULT(changeOutside(
        store, QStringLiteral("UPDATE audit_head SET sequence = sequence - 1, last_seal = (SELECT "
                              "seal FROM audit ORDER BY id DESC LIMIT 1)")));
    const auto disabled = store.console->cas().disable(store.sub.id);
    QVERIFY(!disabled);
    QCOMPARE(disabled.error().code, ErrorCode::SealBroken);
    QVERIFY(damagedTables(store).contains(QStringLiteral("audit_head")));
}

QTEST_GUILESS_MAIN(ChangedRowsTest)
#include "tst_changed_rows.moc"
