// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/console/console_fixture.h"

#include <QDir>

using namespace cas;
using namespace cas::test;
using privateca::BatchItem;

class BatchTest : public QObject
{
    Q_OBJECT
private slots:
    void issuesWhatThePlanHoldsAndLogsEach();
    void aPlanIssuesNothing();
    void quotaEndsInTheMiddleOfABatch();
    void aCancelKeepsWhatWasCommitted();
    void aCaThatWasDisabledMeanwhileIssuesNothing();
    void aRowPointedAtAnotherCertificateHandsOutNothing();
    void aFolderThatCannotBeWrittenIssuesNothing();
};

namespace {

privateca::BatchRequest request(CaId ca, int lines)
{
    privateca::BatchRequest made;
    made.ca = ca;
    made.csv = "cn,days\n";
    for (int i = 0; i < lines; ++i)
        made.csv += "h" + QByteArray::number(i) + ".example.com,20\n";
    made.csvName = QStringLiteral("hosts.csv");
    return made;
}

qint64 logged(Console &console, const QString &event)
{
    audit::AuditFilter filter;
    filter.eventName = event;
    filter.ok = true;
    return console.audit().count(filter).value_or(-1);
}

} // namespace

void BatchTest::issuesWhatThePlanHoldsAndLogsEach()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto &batches = fixture.console->batches();
    const auto plan = batches.plan(request(cas->sub.id, 1300), nullptr); // three pieces
    REQUIRE_OK(plan);
    QList<qint64> lines;
    const auto report = batches.run(*plan, SecretBytes(), nullptr,
                                    [&](const BatchItem &item) { lines.append(item.line); });
    REQUIRE_OK(report);
    QCOMPARE(report->issued, 1300);
    QVERIFY(std::is_sorted(lines.begin(), lines.end()));
    QCOMPARE(lines.size(), 1300);
    QCOMPARE(logged(*fixture.console, QStringLiteral("CreateServerCertificate")), 1300);
    QCOMPARE(logged(*fixture.console, QStringLiteral("CreateCertificateBatch")), 1);
    QCOMPARE(fixture.console->cas().byId(cas->sub.id)->issuedCount, 1300);
    const auto findings = fixture.console->check();
    REQUIRE_OK(findings);
    QCOMPARE(findings->size(), 0);

    const auto again = batches.plan(request(cas->sub.id, 1300), nullptr);
    REQUIRE_OK(again);
    QCOMPARE(again->ready(), 0);
    QCOMPARE(batches.run(*again, SecretBytes(), nullptr, {})->already, 1300);
}

void BatchTest::aPlanIssuesNothing()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto wrong = request(cas->sub.id, 3);
    wrong.csv += "two words,20\nlong.example.com,20000\n";
    const auto plan = fixture.console->batches().plan(wrong, nullptr);
    REQUIRE_OK(plan);
    QCOMPARE(plan->ready(), 3);
    QCOMPARE(plan->refused, 2);
    QCOMPARE(plan->rows.at(3).refusal->code, ErrorCode::CommonNameInvalid);
    QCOMPARE(plan->rows.at(4).refusal->code, ErrorCode::ValidityPastIssuer);
    QCOMPARE(fixture.console->cas().byId(cas->sub.id)->issuedCount, 0);
}

void BatchTest::quotaEndsInTheMiddleOfABatch()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    REQUIRE_OK(fixture.console->cas().assignQuota(cas->root.id, cas->sub.id, 7));
    auto &batches = fixture.console->batches();
    const auto plan = batches.plan(request(cas->sub.id, 10), nullptr);
    REQUIRE_OK(plan);
    QList<ErrorCode> refusals;
    const auto report = batches.run(*plan, SecretBytes(), nullptr, [&](const BatchItem &item) {
        if (item.refusal)
            refusals.append(item.refusal->code);
    });
    REQUIRE_OK(report);
    QCOMPARE(report->issued, 7);
    QCOMPARE(refusals, QList<ErrorCode>(3, ErrorCode::QuotaExhausted));
    QCOMPARE(*fixture.console->cas().byId(cas->sub.id)->restCount, 0);
    QCOMPARE(fixture.console->check()->size(), 0);

    REQUIRE_OK(fixture.console->cas().assignQuota(cas->root.id, cas->sub.id, 5));
    const auto rest = batches.plan(request(cas->sub.id, 10), nullptr);
    REQUIRE_OK(rest);
    QCOMPARE(batches.run(*rest, SecretBytes(), nullptr, {})->issued, 3);
}

void BatchTest::aCancelKeepsWhatWasCommitted()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto &batches = fixture.console->batches();
    const auto plan = batches.plan(request(cas->sub.id, 5000), nullptr);
    REQUIRE_OK(plan);
    JobContext job({});
    const auto report =
        batches.run(*plan, SecretBytes(), &job, [&](const BatchItem &) { job.cancel(); });
    REQUIRE_OK(report);
    QVERIFY(report->issued > 0 && report->issued < 5000);
    QCOMPARE(fixture.console->cas().byId(cas->sub.id)->issuedCount, report->issued);
    const auto rest = batches.plan(request(cas->sub.id, 5000), nullptr);
    REQUIRE_OK(rest);
    QCOMPARE(rest->ready(), 5000 - report->issued);
}

void BatchTest::aCaThatWasDisabledMeanwhileIssuesNothing()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto &batches = fixture.console->batches();
    const auto plan = batches.plan(request(cas->sub.id, 3), nullptr);
    REQUIRE_OK(plan);
    REQUIRE_OK(fixture.console->cas().disable(cas->sub.id));
    const auto report = batches.run(*plan, SecretBytes(), nullptr, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::CaDisabled);
    QCOMPARE(logged(*fixture.console, QStringLiteral("CreateCertificateBatch")), 0);
}

void BatchTest::aRowPointedAtAnotherCertificateHandsOutNothing()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto &batches = fixture.console->batches();
    auto asked = request(cas->sub.id, 1);
    asked.folder = fixture.folder.filePath(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(asked.folder));
    const auto plan = batches.plan(asked, nullptr);
    REQUIRE_OK(plan);
    REQUIRE_OK(batches.run(*plan, passphrase(), nullptr, {}));
    QCOMPARE(fixture.tamper("UPDATE batch_row SET certificate_id = (SELECT certificate_id FROM ca "
                            "WHERE type = 'SUB_ROOT')"),
             1);
    const auto again = batches.plan(asked, nullptr);
    REQUIRE_OK(again);
    const auto report = batches.run(*again, passphrase(), nullptr, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::SealBroken);
    QCOMPARE(QDir(asked.folder).entryList(QDir::Files).size(), 2); // as they were
}

void BatchTest::aFolderThatCannotBeWrittenIssuesNothing()
{
    ConsoleFixture fixture;
    REQUIRE_OK(fixture.create());
    const auto cas = makeCas(*fixture.console);
    REQUIRE_OK(cas);
    auto &batches = fixture.console->batches();
    auto lost = request(cas->sub.id, 3);
    lost.folder = fixture.folder.filePath(QStringLiteral("gone"));
    const auto plan = batches.plan(lost, nullptr);
    REQUIRE_OK(plan);
    const auto report = batches.run(*plan, SecretBytes(), nullptr, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::FileNotFound);
    QCOMPARE(fixture.console->cas().byId(cas->sub.id)->issuedCount, 0);
}

QTEST_GUILESS_MAIN(BatchTest)
#include "tst_batch.moc"
