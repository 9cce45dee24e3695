// SPDX-License-Identifier: GPL-3.0-or-later
// An open console keeps its revocation lists fresh by itself: at 80 % of their life
// (operations.md §3.1, operation 27).
#include "core/console/crl_duty.h"
#include "tests/ui/certificates/filled_store.h"

#include <QSignalSpy>

using namespace cas;

namespace {

constexpr std::chrono::milliseconds kOften{20};
const QDateTime kStart(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC); // FilledStore's

qint64 crlNumber(FilledStore &store, CaId ca)
{
    const auto details = store.console->cas().details(ca);
    return details ? details->crl.number : -1;
}

} // namespace

class CrlDutyTest : public QObject
{
    Q_OBJECT
private slots:
    void renewsAtFourFifthsOfTheLife();
    void makesWhatARevocationWaitsFor();
    void goesOnForADisabledCaButNotForARevokedOne();
    void leavesALockedStoreAlone();
    void makesEachListOnceForTwoConsoles();
};

void CrlDutyTest::renewsAtFourFifthsOfTheLife()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas()); // lists of 30 days, number 1
    CrlDuty duty(*store.console, kOften);
    QSignalSpy looked(&duty, &CrlDuty::looked);
    QVERIFY(looked.wait());
    QCOMPARE(crlNumber(store, store.root.id), 1);

    store.clock.set(kStart.addDays(24).addSecs(-60));
    looked.clear();
    QTRY_VERIFY(looked.size() >= 2); // the first may have begun before the clock moved
    QCOMPARE(crlNumber(store, store.root.id), 1);
    QCOMPARE(crlNumber(store, store.sub.id), 1);

    store.clock.set(kStart.addDays(24));
    QTRY_COMPARE(crlNumber(store, store.root.id), 2);
    QTRY_COMPARE(crlNumber(store, store.sub.id), 2);
    const auto details = store.console->cas().details(store.sub.id);
    VERIFY_RESULT(details);
    QCOMPARE(details->crl.thisUpdate, kStart.addDays(24));
    QCOMPARE(details->crl.nextUpdate, kStart.addDays(54));
    looked.clear();
    QTRY_VERIFY(looked.size() >= 2);
    QCOMPARE(crlNumber(store, store.sub.id), 2); // fresh ones are left alone
}

void CrlDutyTest::makesWhatARevocationWaitsFor()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    const auto issued = store.issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(issued);
    VERIFY_RESULT(store.console->crls().revoke(*issued, crypto::RevocationReason::Superseded));
    QCOMPARE(crlNumber(store, store.sub.id), 2);
    store.clock.set(kStart.addDays(29));
    CrlDuty duty(*store.console, kOften);
    QTRY_COMPARE(crlNumber(store, store.sub.id), 3);
    const auto details = store.console->cas().details(store.sub.id);
    VERIFY_RESULT(details);
    QCOMPARE(details->crl.entries, 1); // what was revoked stays revoked
}

void CrlDutyTest::goesOnForADisabledCaButNotForARevokedOne()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(store.console->cas().disable(store.root.id));
    VERIFY_RESULT(store.console->cas().revoke(store.sub.id, crypto::RevocationReason::Superseded));
    const qint64 rootNumber = crlNumber(store, store.root.id);
    const qint64 subNumber = crlNumber(store, store.sub.id);
    store.clock.set(kStart.addDays(25));
    CrlDuty duty(*store.console, kOften);
    QTRY_COMPARE(crlNumber(store, store.root.id), rootNumber + 1);
    QCOMPARE(crlNumber(store, store.sub.id), subNumber);
}

void CrlDutyTest::leavesALockedStoreAlone()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    CrlDuty duty(*store.console, kOften);
    QSignalSpy looked(&duty, &CrlDuty::looked);
    QVERIFY(looked.wait());
    store.console->vault().lock();
    QTRY_VERIFY([&] {
        // What ran when the lock fell may still end; after that nothing begins.
        looked.clear();
        duty.look();
        return !looked.wait(100);
    }());
    store.clock.set(kStart.addDays(25));
    VERIFY_RESULT(
        store.console->vault().unlock(SecretBytes::copyOf(FilledStore::kPassphrase.toUtf8())));
    QTRY_COMPARE(crlNumber(store, store.sub.id), 2);
}

void CrlDutyTest::makesEachListOnceForTwoConsoles()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    auto other = Console::open(store.path(), store::OpenMode::ReadWrite, *store.executors,
                               store.clock, {QStringLiteral("wu.fang"), QStringLiteral("x")});
    QVERIFY(other);
    VERIFY_RESULT((*other)->vault().unlock(SecretBytes::copyOf(FilledStore::kPassphrase.toUtf8())));
    store.clock.set(kStart.addDays(25));
    {
        CrlDuty one(*store.console, kOften);
        CrlDuty two(**other, kOften);
        QSignalSpy first(&one, &CrlDuty::looked);
        QSignalSpy second(&two, &CrlDuty::looked);
        QTRY_VERIFY(first.size() >= 2 && second.size() >= 2);
        QCOMPARE(crlNumber(store, store.root.id), 2);
        QCOMPARE(crlNumber(store, store.sub.id), 2);
    }
    store.executors.reset(); // waits for what still reads
}

QTEST_GUILESS_MAIN(CrlDutyTest)
#include "tst_crl_duty.moc"
