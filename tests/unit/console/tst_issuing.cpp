// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/console/console_fixture.h"

#include "core/crypto/chain.h"

#include <QMutex>
#include <QSet>

#include <thread>

using namespace cas;
using namespace cas::test;

class IssuingTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_here.reset(); }

    void neverGivesASerialTwiceToManyAtOnce();
    void putsEveryRevocationOnTheListToManyAtOnce();
    void makesTheListAgainWhenMostOfItsLifeIsOver();
    void numbersListsUpwardsWhoeverMakesThem();
    void stopsWhenTheCaIsSwitchedOffMeanwhile();
    void leavesNothingOfACancelledCa();

private:
    std::unique_ptr<ConsoleFixture> m_here;
    TwoCas m_cas;
};

void IssuingTest::init()
{
    m_here = std::make_unique<ConsoleFixture>();
    REQUIRE_OK(m_here->create());
    auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    m_cas = *cas;
}

void IssuingTest::neverGivesASerialTwiceToManyAtOnce()
{
    auto other = m_here->another();
    REQUIRE_OK(other);
    QMutex mutex;
    QSet<QByteArray> serials;
    std::atomic<int> failed = 0;
    const auto work = [&](Console &console, int thread) {
        for (int i = 0; i < 10; ++i) {
            const QString name = QStringLiteral("h%1-%2.example.com").arg(thread).arg(i);
            const auto issued = console.issuing().issue(server(m_cas.sub, name), nullptr);
            if (!issued) {
                ++failed;
                continue;
            }
            const QMutexLocker lock(&mutex);
            serials.insert(issued->certificate.serial());
        }
    };
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back(work, std::ref(thread % 2 ? **other : *m_here->console), thread);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(serials.size(), 40);
    const auto ca = m_here->console->cas().byId(m_cas.sub.id);
    REQUIRE_OK(ca);
    QCOMPARE(ca->issuedCount, 40);
    const auto findings = m_here->console->check();
    REQUIRE_OK(findings);
    QVERIFY(findings->isEmpty());
}

void IssuingTest::putsEveryRevocationOnTheListToManyAtOnce()
{
    Console &console = *m_here->console;
    auto other = m_here->another();
    REQUIRE_OK(other);
    QList<privateca::IssuedCertificate> issued;
    for (int i = 0; i < 8; ++i) {
        auto one = console.issuing().issue(
            server(m_cas.sub, QStringLiteral("h%1.example.com").arg(i)), nullptr);
        REQUIRE_OK(one);
        issued.append(*one);
    }
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            Console &mine = thread % 2 ? **other : console;
            for (int i = thread; i < issued.size(); i += 4) {
                if (!mine.crls().revoke(issued.at(i).id, crypto::RevocationReason::KeyCompromise))
                    ++failed;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failed.load(), 0);
    const auto der = console.crls().current(m_cas.sub.id);
    REQUIRE_OK(der);
    const auto list = crypto::Crl::fromDer(*der);
    REQUIRE_OK(list);
    for (const auto &one : issued)
        QVERIFY(list->find(one.certificate.serial()).has_value());
}

void IssuingTest::makesTheListAgainWhenMostOfItsLifeIsOver()
{
    privateca::CrlService &crls = m_here->console->crls();
    const auto first = crls.current(m_cas.sub.id);
    REQUIRE_OK(first);
    m_here->clock.advanceDays(23); // of 30: not yet 80 %
    QCOMPARE(crls.current(m_cas.sub.id).value_or({}), *first);
    m_here->clock.advanceDays(2);
    const auto second = crls.current(m_cas.sub.id);
    REQUIRE_OK(second);
    QVERIFY(*second != *first);
    const auto list = crypto::Crl::fromDer(*second);
    REQUIRE_OK(list);
    QVERIFY(list->nextUpdate() > m_here->clock.now().addDays(29));
}

void IssuingTest::numbersListsUpwardsWhoeverMakesThem()
{
    auto other = m_here->another();
    REQUIRE_OK(other);
    qint64 last = 0;
    for (int i = 0; i < 6; ++i) {
        const auto info = (i % 2 ? **other : *m_here->console).crls().publish(m_cas.sub.id);
        REQUIRE_OK(info);
        QVERIFY(info->number > last);
        last = info->number;
    }
}

void IssuingTest::stopsWhenTheCaIsSwitchedOffMeanwhile()
{
    auto other = m_here->another();
    REQUIRE_OK(other);
    std::atomic<bool> off = false;
    std::atomic<int> afterwards = 0;
    std::thread issuer([&] {
        for (int i = 0; i < 200; ++i) {
            const bool wasOff = off.load();
            const auto issued = (*other)->issuing().issue(
                server(m_cas.sub, QStringLiteral("h%1.example.com").arg(i)), nullptr);
            if (!issued)
                break;
            afterwards += wasOff;
        }
    });
    const auto disabled = m_here->console->cas().disable(m_cas.sub.id);
    off = true;
    issuer.join();
    REQUIRE_OK(disabled);
    QCOMPARE(afterwards.load(), 0);
}

void IssuingTest::leavesNothingOfACancelledCa()
{
    privateca::CreateRootCommand command;
    command.subject = subjectOf(QStringLiteral("Never Root")).value_or({});
    command.algorithm = crypto::KeyAlgorithm::Rsa4096;
    const std::atomic<bool> cancel = true;
    const auto cancelled = m_here->console->cas().createRoot(command, &cancel);
    QVERIFY(!cancelled);
    const auto all = m_here->console->cas().all();
    REQUIRE_OK(all);
    QCOMPARE(all->size(), 2);
}

QTEST_GUILESS_MAIN(IssuingTest)
#include "tst_issuing.moc"
