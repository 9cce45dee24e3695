// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/console/console_fixture.h"

#include <thread>

using namespace cas;
using namespace cas::test;

class QuotaTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_here.reset(); }

    void limitsNothingUntilAQuotaWasAssigned();
    void countsDownWithEachCertificate();
    void refusesTheCertificateAfterTheLast();
    void doesNotChargeForARefusedCertificate();
    void givesNoMoreThanThereIsToManyAtOnce();
    void takesBackWhatIsAssignedLess();
    void namesABalanceThatIsNotTheSumOfItsPostings();
    void namesAPostingThatWasChanged();

private:
    Result<std::optional<qint64>> rest()
    {
        CAS_TRY(const privateca::Ca ca, m_here->console->cas().byId(m_cas.sub.id));
        return ca.restCount;
    }
    std::unique_ptr<ConsoleFixture> m_here;
    TwoCas m_cas;
};

void QuotaTest::init()
{
    m_here = std::make_unique<ConsoleFixture>();
    REQUIRE_OK(m_here->create());
    auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    m_cas = *cas;
}

void QuotaTest::limitsNothingUntilAQuotaWasAssigned()
{
    QVERIFY(!m_cas.sub.restCount.has_value());
    REQUIRE_OK(m_here->console->issuing().issue(server(m_cas.sub, QStringLiteral("a.example.com")),
                                                nullptr));
    const auto left = rest();
    REQUIRE_OK(left);
    QVERIFY(!left->has_value());
}

void QuotaTest::countsDownWithEachCertificate()
{
    REQUIRE_OK(m_here->console->cas().buyQuota(m_cas.root.id, 5));
    const auto assigned = m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 3);
    REQUIRE_OK(assigned);
    const auto root = m_here->console->cas().byId(m_cas.root.id);
    REQUIRE_OK(root);
    QCOMPARE(root->restCount, std::optional<qint64>(2));
    const auto issued = m_here->console->issuing().issue(
        server(m_cas.sub, QStringLiteral("a.example.com")), nullptr);
    REQUIRE_OK(issued);
    QCOMPARE(issued->restCount, std::optional<qint64>(2));
    QCOMPARE(rest().value_or(std::nullopt), std::optional<qint64>(2));
}

void QuotaTest::refusesTheCertificateAfterTheLast()
{
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 1));
    REQUIRE_OK(m_here->console->issuing().issue(server(m_cas.sub, QStringLiteral("a.example.com")),
                                                nullptr));
    const auto refused = m_here->console->issuing().issue(
        server(m_cas.sub, QStringLiteral("b.example.com")), nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::QuotaExhausted);
    const auto ca = m_here->console->cas().byId(m_cas.sub.id);
    REQUIRE_OK(ca);
    QCOMPARE(ca->issuedCount, 1);
}

void QuotaTest::doesNotChargeForARefusedCertificate()
{
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 1));
    privateca::IssueCommand command = server(m_cas.sub, QStringLiteral("a.example.com"));
    command.validity = {50, privateca::Validity::Unit::Years};
    const auto refused = m_here->console->issuing().issue(command, nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ValidityPastIssuer);
    QCOMPARE(rest().value_or(std::nullopt), std::optional<qint64>(1));
}

void QuotaTest::givesNoMoreThanThereIsToManyAtOnce()
{
    constexpr int kQuota = 7;
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, kQuota));
    auto other = m_here->another();
    REQUIRE_OK(other);
    std::atomic<int> issued = 0;
    std::atomic<int> exhausted = 0;
    std::atomic<int> otherwise = 0;
    const auto work = [&](Console &console, int thread) {
        for (int i = 0; i < 5; ++i) {
            const QString name = QStringLiteral("h%1-%2.example.com").arg(thread).arg(i);
            const auto result = console.issuing().issue(server(m_cas.sub, name), nullptr);
            if (result)
                ++issued;
            else if (result.error().code == ErrorCode::QuotaExhausted)
                ++exhausted;
            else
                ++otherwise;
        }
    };
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back(work, std::ref(thread % 2 ? **other : *m_here->console), thread);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(issued.load(), kQuota);
    QCOMPARE(exhausted.load(), 20 - kQuota);
    QCOMPARE(otherwise.load(), 0);
    QCOMPARE(rest().value_or(std::nullopt), std::optional<qint64>(0));
    const auto findings = m_here->console->check();
    REQUIRE_OK(findings);
    QVERIFY(findings->isEmpty());
}

void QuotaTest::takesBackWhatIsAssignedLess()
{
    REQUIRE_OK(m_here->console->cas().buyQuota(m_cas.root.id, 10));
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 8));
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 3));
    QCOMPARE(rest().value_or(std::nullopt), std::optional<qint64>(3));
    const auto root = m_here->console->cas().byId(m_cas.root.id);
    REQUIRE_OK(root);
    QCOMPARE(root->restCount, std::optional<qint64>(7));
}

void QuotaTest::namesABalanceThatIsNotTheSumOfItsPostings()
{
    REQUIRE_OK(m_here->console->cas().assignQuota(m_cas.root.id, m_cas.sub.id, 3));
    QCOMPARE(m_here->tamper("UPDATE quota_balance SET balance = balance + 100 WHERE balance = 3"),
             1);
    const auto findings = m_here->console->check();
    REQUIRE_OK(findings);
    QCOMPARE(findings->size(), 1);
    QCOMPARE(findings->constFirst().table, QStringLiteral("quota_balance"));
    QCOMPARE(findings->constFirst().id, m_cas.sub.id.toString());
}

void QuotaTest::namesAPostingThatWasChanged()
{
    REQUIRE_OK(m_here->console->cas().buyQuota(m_cas.root.id, 10));
    QCOMPARE(m_here->tamper("UPDATE ledger SET delta = 1000 WHERE reason = 'purchase'"), 1);
    const auto findings = m_here->console->check();
    REQUIRE_OK(findings);
    QStringList tables;
    for (const store::Finding &finding : *findings)
        tables.append(finding.table);
    QVERIFY2(tables.contains(QStringLiteral("ledger")), qPrintable(tables.join(u' ')));
}

QTEST_GUILESS_MAIN(QuotaTest)
#include "tst_quota.moc"
