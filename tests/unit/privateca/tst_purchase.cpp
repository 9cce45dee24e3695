// SPDX-License-Identifier: GPL-3.0-or-later
// Metered stores: purchase, Pending Enable, Enable; what the ledger says (operations.md §3.2, §3.4,
// operations 30 to 32).
#include "tests/ui/certificates/filled_store.h"

using namespace cas;
using namespace cas::privateca;

namespace {

const QDateTime kBought(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC); // FilledStore's clock

crypto::DistinguishedName named(const QString &commonName)
{
    return *crypto::DistinguishedName::create({{QStringLiteral("CN"), commonName}});
}

Result<PurchasedCa> buyRoot(FilledStore &store, const QString &name, int months = 12)
{
    return store.console->cas().purchase({name, {}, months});
}

Result<Ca> enableRoot(FilledStore &store, CaId id)
{
    CreateRootCommand command;
    command.pending = id;
    command.name = QStringLiteral("Enabled Root");
    command.subject = named(QStringLiteral("Enabled Root"));
    return store.console->cas().createRoot(command, nullptr);
}

Result<Ca> enableSub(FilledStore &store, const Ca &sub)
{
    CreateSubCommand command;
    command.pending = sub.id;
    command.parent = sub.parent;
    command.name = sub.name;
    command.subject = named(sub.name);
    return store.console->cas().createSub(command, nullptr);
}

QString codeOf(const Error &error)
{
    return errorName(error.code);
}

} // namespace

class PurchaseTest : public QObject
{
    Q_OBJECT
private slots:
    void bringsARootAndASubordinateThatWait();
    void enablesTheRootFirst();
    void isNotPossibleInAnUnmeteredStore();
    void keepsToTheMonths();
    void makesOneStepOfBothOnTheCommandLine();
    void buysOneMoreSubordinate();
    void usesFreeCertificatesLast();
    void letsFreeCertificatesLapse();
};

void PurchaseTest::bringsARootAndASubordinateThatWait()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    const auto bought = buyRoot(store, QStringLiteral("Plant A"), 6);
    VERIFY_RESULT(bought);
    QCOMPARE(bought->order.status, QStringLiteral("Paid"));
    QCOMPARE(bought->order.priceCode, QStringLiteral("pca.ca"));
    QCOMPARE(bought->order.quantity, 6);
    QCOMPARE(bought->order.amount, 60'000); // six months of 0.01
    QCOMPARE(bought->order.subjectId, bought->ca.id.toString());
    const auto all = store.console->cas().all();
    VERIFY_RESULT(all);
    QCOMPARE(all->size(), 2);
    for (const Ca &ca : *all) {
        QCOMPARE(ca.status, CaStatus::PendingEnable);
        QVERIFY(!ca.certificate && !ca.key);
        QCOMPARE(ca.serviceEnd, kBought.addMonths(6));
    }
    QCOMPARE(all->at(0).name, QStringLiteral("Plant A"));
    QCOMPARE(all->at(0).restCount, std::optional<qint64>(1010)); // 1,000 and 10 free
    QCOMPARE(all->at(1).name, QStringLiteral("Plant A S1"));
    QCOMPARE(all->at(1).restCount, std::optional<qint64>(0)); // assigned nothing yet
    const auto again = buyRoot(store, QStringLiteral("Plant A"));
    QVERIFY(!again);
    QCOMPARE(codeOf(again.error()), QStringLiteral("input.name.taken"));
    QCOMPARE(store.console->cas().all()->size(), 2); // nothing of the refused one is left
    QVERIFY(store.console->check()->isEmpty());
}

void PurchaseTest::enablesTheRootFirst()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(buyRoot(store, QStringLiteral("Plant A")));
    const auto waiting = store.console->cas().all();
    VERIFY_RESULT(waiting);
    const auto tooEarly = enableSub(store, waiting->at(1));
    QVERIFY(!tooEarly);
    QCOMPARE(codeOf(tooEarly.error()), QStringLiteral("state"));

    const auto root = enableRoot(store, waiting->at(0).id);
    VERIFY_RESULT(root);
    QCOMPARE(root->id, waiting->at(0).id);
    QCOMPARE(root->status, CaStatus::Enabled);
    QCOMPARE(root->name, QStringLiteral("Enabled Root"));
    QCOMPARE(root->serviceEnd, kBought.addMonths(12)); // bought, not counted anew
    const auto twice = enableRoot(store, root->id);
    QVERIFY(!twice);
    QCOMPARE(codeOf(twice.error()), QStringLiteral("state"));

    const auto sub = enableSub(store, waiting->at(1));
    VERIFY_RESULT(sub);
    QCOMPARE(sub->status, CaStatus::Enabled);
    store.sub = *sub;
    const auto refused = store.issue({QStringLiteral("www.example.com")}, 9);
    QVERIFY(!refused); // assign first
    QCOMPARE(codeOf(refused.error()), QStringLiteral("quota.exhausted"));
    VERIFY_RESULT(store.console->cas().assignQuota(root->id, sub->id, 3));
    VERIFY_RESULT(store.issue({QStringLiteral("www.example.com")}, 9));
    QCOMPARE(store.console->cas().byId(sub->id)->restCount, std::optional<qint64>(2));
    QCOMPARE(store.console->cas().byId(root->id)->restCount, std::optional<qint64>(1007));
    QVERIFY(store.console->check()->isEmpty());
}

void PurchaseTest::isNotPossibleInAnUnmeteredStore()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    const auto refused = buyRoot(store, QStringLiteral("Plant A"));
    QVERIFY(!refused);
    QCOMPARE(codeOf(refused.error()), QStringLiteral("state"));
}

void PurchaseTest::keepsToTheMonths()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    for (const int months : {0, 37, -1}) {
        const auto refused = buyRoot(store, QStringLiteral("Plant A"), months);
        QVERIFY(!refused);
        QCOMPARE(codeOf(refused.error()), QStringLiteral("input.range"));
        QCOMPARE(refused.error().field, QStringLiteral("months"));
    }
    QVERIFY(store.console->cas().all()->isEmpty());
    // One month of service: a leaf lives within it (31 days at most).
    const auto bought = buyRoot(store, QStringLiteral("Plant A"), 1);
    VERIFY_RESULT(bought);
    VERIFY_RESULT(enableRoot(store, bought->ca.id));
    const auto sub = enableSub(store, store.console->cas().all()->at(1));
    VERIFY_RESULT(sub);
    store.sub = *sub;
    VERIFY_RESULT(store.console->cas().assignQuota(bought->ca.id, sub->id, 3));
    VERIFY_RESULT(store.issue({QStringLiteral("a.example.com")}, 30));
    const auto tooLong = store.issue({QStringLiteral("b.example.com")}, 32);
    QVERIFY(!tooLong);
    QCOMPARE(codeOf(tooLong.error()), QStringLiteral("input.validity.issuer"));
    QCOMPARE(tooLong.error().field, QStringLiteral("days"));
}

void PurchaseTest::makesOneStepOfBothOnTheCommandLine()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(store.createRoot()); // without `pending`: bought in passing
    QCOMPARE(store.root.status, CaStatus::Enabled);
    QCOMPARE(store.root.restCount, std::optional<qint64>(1010));
    QCOMPARE(store.console->cas().all()->size(), 2);
    VERIFY_RESULT(store.createSub()); // takes the one that came with the root
    QCOMPARE(store.sub.status, CaStatus::Enabled);
    QCOMPARE(store.console->cas().all()->size(), 2);
    QVERIFY(store.console->check()->isEmpty());
}

void PurchaseTest::buysOneMoreSubordinate()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(store.createRoot());
    VERIFY_RESULT(store.createSub());
    const auto bought = store.console->cas().purchase({{}, store.root.id, 24});
    VERIFY_RESULT(bought);
    QCOMPARE(bought->ca.parent, store.root.id);
    QCOMPARE(bought->ca.status, CaStatus::PendingEnable);
    QCOMPARE(bought->ca.serviceEnd, kBought.addMonths(24));
    QCOMPARE(bought->order.amount, 240'000);
    VERIFY_RESULT(enableSub(store, bought->ca));
    // With none that waits, making one buys it.
    CreateSubCommand third;
    third.parent = store.root.id;
    third.subject = named(QStringLiteral("Third"));
    third.months = 3;
    const auto made = store.console->cas().createSub(third, nullptr);
    VERIFY_RESULT(made);
    QCOMPARE(made->serviceEnd, kBought.addMonths(3));
    QCOMPARE(store.console->cas().all()->size(), 4);
    QVERIFY(store.console->check()->isEmpty());
}

void PurchaseTest::usesFreeCertificatesLast()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(store.createRoot());
    VERIFY_RESULT(store.createSub());
    VERIFY_RESULT(store.console->cas().assignQuota(store.root.id, store.sub.id, 1001));
    QCOMPARE(store.console->cas().byId(store.root.id)->restCount, std::optional<qint64>(9));
    const auto tooMany = store.console->cas().assignQuota(store.root.id, store.sub.id, 1011);
    QVERIFY(!tooMany);
    QCOMPARE(codeOf(tooMany.error()), QStringLiteral("quota.too-few"));
    // Back to one: the bought ones return first, the free one stays and lives 30 days at most.
    VERIFY_RESULT(store.console->cas().assignQuota(store.root.id, store.sub.id, 1));
    const auto tooLong = store.issue({QStringLiteral("a.example.com")}, 31);
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().field, QStringLiteral("days"));
    VERIFY_RESULT(store.issue({QStringLiteral("a.example.com")}, 30));
    QCOMPARE(store.console->cas().byId(store.sub.id)->restCount, std::optional<qint64>(0));
    QVERIFY(store.console->check()->isEmpty());
}

void PurchaseTest::letsFreeCertificatesLapse()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(store.createRoot());
    VERIFY_RESULT(store.createSub());
    VERIFY_RESULT(store.console->cas().assignQuota(store.root.id, store.sub.id, 1010));
    VERIFY_RESULT(store.console->cas().assignQuota(store.root.id, store.sub.id, 2)); // free ones
    store.clock.set(kBought.addDays(30));
    VERIFY_RESULT(store.issue({QStringLiteral("a.example.com")}, 9));
    store.clock.set(kBought.addDays(31));
    const auto late = store.issue({QStringLiteral("b.example.com")}, 9);
    QVERIFY(!late);
    QCOMPARE(codeOf(late.error()), QStringLiteral("quota.exhausted"));
}

QTEST_GUILESS_MAIN(PurchaseTest)
#include "tst_purchase.moc"
