// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/console/console_fixture.h"

#include <QJsonDocument>
#include <QSet>

#include <thread>

using namespace cas;
using namespace cas::test;

class OperationLogTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_here.reset(); }

    void namesWhoDidWhatToWhich();
    void keepsRefusalsWithTheirReason();
    void neverHoldsTheSecretOfAnOperation();
    void keepsOneChainForEachWriter();
    void namesAnEventThatWasChanged();
    void namesTheGapThatACutEventLeaves();
    void namesAnEndThatWasCutOff();
    void pagesThroughEveryEventOnce();
    void takesWildcardsOfASearchAsText();

private:
    QList<audit::AuditEvent> log(const audit::AuditFilter &filter = {})
    {
        const auto page = m_here->console->audit().page(filter, {1000, {}, 0});
        return page ? page->items : QList<audit::AuditEvent>();
    }
    QStringList auditFindings()
    {
        QStringList texts;
        const auto findings = m_here->console->verifyAudit();
        if (!findings)
            return {errorName(findings.error().code)};
        for (const store::Finding &finding : *findings)
            texts.append(finding.table + u' ' + finding.id + QStringLiteral(": ") + finding.what);
        return texts;
    }
    std::unique_ptr<ConsoleFixture> m_here;
};

void OperationLogTest::init()
{
    m_here = std::make_unique<ConsoleFixture>();
    REQUIRE_OK(m_here->create());
}

void OperationLogTest::namesWhoDidWhatToWhich()
{
    const auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    audit::AuditFilter filter;
    filter.eventName = QStringLiteral("CreateSubCACertificate");
    const auto events = log(filter);
    QCOMPARE(events.size(), 1);
    const audit::AuditEvent &newest = events.constFirst();
    QCOMPARE(newest.operatorName, QStringLiteral("lin"));
    QCOMPARE(newest.host, QStringLiteral("desk"));
    QCOMPARE(newest.objectId, cas->sub.id.toString());
    QVERIFY(newest.ok);
    QCOMPARE(newest.at, m_here->clock.now());
}

void OperationLogTest::keepsRefusalsWithTheirReason()
{
    const auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    REQUIRE_OK(m_here->console->cas().disable(cas->sub.id));
    QVERIFY(!m_here->console->issuing().issue(server(cas->sub, QStringLiteral("no.example.com")),
                                              nullptr));
    const audit::AuditEvent newest = log().value(0);
    QVERIFY(!newest.ok);
    QCOMPARE(newest.errorCode, QStringLiteral("state.ca.disabled"));
    QCOMPARE(newest.parameters.value(QStringLiteral("common_name")).toString(),
             QStringLiteral("no.example.com"));
}

void OperationLogTest::neverHoldsTheSecretOfAnOperation()
{
    privateca::ImportCaCommand command;
    command.certificateFile = "not a certificate";
    command.keyFile = "not a key either";
    command.keyPassphrase = SecretBytes::copyOf("import-pass-0815");
    QVERIFY(!m_here->console->cas().import(command));
    for (const audit::AuditEvent &event : log()) {
        const QByteArray text = QJsonDocument(event.parameters).toJson();
        QVERIFY2(!text.contains("import-pass-0815"), text.constData());
        QVERIFY2(!text.contains("not a key"), text.constData());
    }
}

void OperationLogTest::keepsOneChainForEachWriter()
{
    auto other = m_here->another();
    REQUIRE_OK(other);
    const auto work = [](Console &console) {
        for (int days = 1; days <= 40; ++days) {
            if (!console.settings().set(settings::keys::crlDays, QString::number(days)))
                return false;
        }
        return true;
    };
    std::atomic<int> good = 0;
    std::thread here([&] { good += work(*m_here->console); });
    std::thread there([&] { good += work(**other); });
    here.join();
    there.join();
    QCOMPARE(good.load(), 2);
    QCOMPARE(auditFindings(), QStringList());
    QCOMPARE(log({{}, {}, QStringLiteral("wang"), {}, {}, {}, {}}).size(), 40);
    QCOMPARE(
        log({{}, {}, QStringLiteral("lin"), QStringLiteral("UpdateSetting"), {}, {}, {}}).size(),
        40);
}

void OperationLogTest::namesAnEventThatWasChanged()
{
    REQUIRE_OK(makeCas(*m_here->console));
    QCOMPARE(m_here->tamper("UPDATE audit SET operator = 'zhang' "
                            "WHERE event_name = 'CreateSubCACertificate'"),
             1);
    const QStringList findings = auditFindings();
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.constFirst().startsWith(QStringLiteral("audit ")));
}

void OperationLogTest::namesTheGapThatACutEventLeaves()
{
    REQUIRE_OK(makeCas(*m_here->console));
    QCOMPARE(m_here->tamper("DELETE FROM audit WHERE event_name = 'CreateRootCACertificate'"), 1);
    const QStringList findings = auditFindings();
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.constFirst().endsWith(QStringLiteral("events before this one are missing")));
}

void OperationLogTest::namesAnEndThatWasCutOff()
{
    REQUIRE_OK(makeCas(*m_here->console));
    QCOMPARE(m_here->tamper("DELETE FROM audit WHERE sequence = (SELECT MAX(sequence) FROM audit)"),
             1);
    const QStringList findings = auditFindings();
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.constFirst().endsWith(QStringLiteral("events after this one are missing")));
}

void OperationLogTest::pagesThroughEveryEventOnce()
{
    for (int days = 1; days <= 25; ++days)
        REQUIRE_OK(m_here->console->settings().set(settings::keys::crlDays, QString::number(days)));
    const qsizetype all = log().size();
    QSet<QString> seen;
    QString after;
    int pages = 0;
    do {
        const auto page = m_here->console->audit().page({}, {10, after, 0});
        REQUIRE_OK(page);
        for (const audit::AuditEvent &event : page->items)
            seen.insert(event.id.toString());
        after = page->next;
        ++pages;
    } while (!after.isEmpty() && pages < 100);
    QCOMPARE(seen.size(), all);
    QCOMPARE(pages, (all + 9) / 10);
}

void OperationLogTest::takesWildcardsOfASearchAsText()
{
    REQUIRE_OK(m_here->console->settings().set(settings::keys::crlDays, QStringLiteral("9")));
    const auto matching = [&](const QString &text) {
        audit::AuditFilter filter;
        filter.text = text;
        return log(filter).size();
    };
    QCOMPARE(matching(QStringLiteral("crl-days")), 1);
    QCOMPARE(matching(QStringLiteral("crl_days")), 0); // _ stands for itself
    QCOMPARE(matching(QStringLiteral("%")), 0);
    QCOMPARE(matching(QStringLiteral("\\")), 0);
}

QTEST_GUILESS_MAIN(OperationLogTest)
#include "tst_operation_log.moc"
