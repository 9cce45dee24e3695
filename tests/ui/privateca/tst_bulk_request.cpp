// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/segmented_control.h"
#include "ui/privateca/batch_preview.h"
#include "ui/privateca/batch_preview_table.h"
#include "ui/privateca/bulk_request_panel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;
using privateca::BatchPlan;

namespace {

/// A plan as the service makes it: each `every`th line is refused.
std::shared_ptr<const BatchPlan> makePlan(qint64 lines, qint64 every)
{
    auto plan = std::make_shared<BatchPlan>();
    for (qint64 i = 0; i < lines; ++i) {
        privateca::BatchRow row;
        row.line = i + 2;
        row.commonName = QStringLiteral("host%1.example.com").arg(i);
        row.days = 90;
        if (i % every == every - 1) {
            row.refusal = fail(ErrorCode::SanDnsInvalid, QStringLiteral("san.0"),
                               {QStringLiteral("no name")});
            ++plan->refused;
        }
        plan->rows.append(row);
    }
    return plan;
}

} // namespace

class BulkRequestTest : public QObject
{
    Q_OBJECT
private slots:
    void saysOfEachLineWhatWouldBecomeOfIt();
    void picksTheLinesOfAFilterAndASearch();
    void opensFiftyThousandLinesLazily();
    void savesRefusedLinesWithReasonsForMending();
    void makesCellsHarmlessThatASpreadsheetWouldRun();
    void keepsTheChoicesWhenTheMendedFileIsRead();
    void issuesTheReadyLinesAndSaysWhatCameOfIt();
    void saysThatTheQuotaIsTooSmallBeforeAnythingIsIssued();
    void namesAColumnThatIsNotKnownAtTheFile();
};

void BulkRequestTest::saysOfEachLineWhatWouldBecomeOfIt()
{
    auto plan = std::make_shared<BatchPlan>(*makePlan(3, 3));
    plan->done.insert(3, CertificateId(7));
    const auto text = [&](int row) { return BatchPreview::verdictText(*plan, plan->rows.at(row)); };
    QCOMPARE(text(0), QStringLiteral("Ready"));
    QCOMPARE(text(1), QStringLiteral("Issued before"));
    QVERIFY2(text(2).startsWith(QStringLiteral("san: ")), qPrintable(text(2)));
    QVERIFY(text(2).contains(QStringLiteral("no name")));
    // A word and a picture, never the colour alone.
    for (int row = 0; row < 3; ++row) {
        const Cell cell =
            BatchPreview::cell(*plan, plan->rows.at(row), BatchPreview::VerdictColumn);
        QVERIFY(cell.symbol != Symbol::None);
        QCOMPARE(cell.text, text(row));
    }
}

void BulkRequestTest::picksTheLinesOfAFilterAndASearch()
{
    auto plan = std::make_shared<BatchPlan>(*makePlan(20, 10));
    plan->done.insert(2, CertificateId(7)); // the first row
    QCOMPARE(BatchPreview::pick(*plan, BatchShow::All).size(), 20);
    QCOMPARE(BatchPreview::pick(*plan, BatchShow::Refused), QList<qint32>({9, 19}));
    QCOMPARE(BatchPreview::pick(*plan, BatchShow::Before), QList<qint32>({0}));
    QCOMPARE(BatchPreview::pick(*plan, BatchShow::Ready).size(), 17);
    QCOMPARE(BatchPreview::pick(*plan, BatchShow::All, QStringLiteral("HOST19.")),
             QList<qint32>({19}));
}

void BulkRequestTest::opensFiftyThousandLinesLazily()
{
    Executors executors;
    const auto plan = makePlan(50'000, 100);
    QCOMPARE(plan->refused, 500);
    BatchPreviewTable preview(executors);
    preview.resize(680, 480);
    preview.show();
    QElapsedTimer clock;
    clock.start();
    preview.showPlan(plan);
    auto *table = preview.findChild<DataTable *>(QStringLiteral("batch.table"));
    QTRY_COMPARE(table->model()->rowCount(), 50'000);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    // Rows far away are read when somebody looks at them.
    QVERIFY(table->model()->key(40'000) < 0);
    table->setCurrentRow(0);
    preview.nextRefused();
    QCOMPARE(table->currentRow(), 99);
    preview.nextRefused();
    QCOMPARE(table->currentRow(), 199);
    auto *filter = preview.findChild<SegmentedControl *>(QStringLiteral("batch.filter"));
    filter->setCurrent(QStringLiteral("refused"));
    QTRY_COMPARE(table->model()->rowCount(), 500);
}

void BulkRequestTest::savesRefusedLinesWithReasonsForMending()
{
    const QByteArray csv = "cn,days\r\ngood.example,90\r\n\"bad, one\",x\r\n";
    BatchPlan plan;
    const auto rows = privateca::readBatchFile(csv, {});
    QVERIFY(rows);
    plan.rows = *rows;
    const auto saved = refusedLinesCsv(csv, plan);
    QVERIFY(saved);
    QVERIFY2(saved->contains("\"cn\",\"days\",\"reason\"\r\n\"bad, one\",\"x\",\"days: "),
             saved->constData());
    QVERIFY(!saved->contains("good.example"));
    // It is taken back as it is, with its column of reasons.
    const auto again = privateca::readBatchFile(*saved, {});
    QVERIFY(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->constFirst().commonName, QStringLiteral("bad, one"));
    // And a second round does not give it two of them.
    plan.rows = *again;
    const auto twice = refusedLinesCsv(*saved, plan);
    QVERIFY(twice);
    QCOMPARE(twice->count("reason"), 1);
}

void BulkRequestTest::makesCellsHarmlessThatASpreadsheetWouldRun()
{
    // OWASP, CSV injection: = + - @ tab and carriage return begin a formula.
    const QByteArray csv = "cn,days\n=1+1,x\n@sum,x\n-a,x\n+a,x\n";
    BatchPlan plan;
    plan.rows = *privateca::readBatchFile(csv, {});
    const auto saved = refusedLinesCsv(csv, plan);
    QVERIFY(saved);
    for (const char *cell : {"\"'=1+1\"", "\"'@sum\"", "\"'-a\"", "\"'+a\""})
        QVERIFY2(saved->contains(cell), cell);
}

namespace {

struct BulkWindow : CaWindow
{
    QTemporaryDir out;
    BulkRequestPanel *bulk = nullptr;

    void begin()
    {
        QVERIFY(store.create());
        QVERIFY(store.createRoot());
        QVERIFY(store.createSub());
        open(QStringLiteral("bulk-request"));
        QTRY_VERIFY(bulk = window->panelAs<BulkRequestPanel>());
        auto *folder = in<QLineEdit>("batch.folder");
        QVERIFY(folder);
        folder->setText(out.path());
    }
    void hand(const QByteArray &csv) const
    {
        const QString path = store.folder.filePath(QStringLiteral("many.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv);
        file.close();
        bulk->take(path);
    }
    [[nodiscard]] QString primary() const { return in<QPushButton>("panel.primary")->text(); }
    [[nodiscard]] bool ready() const { return in<QPushButton>("panel.primary")->isEnabled(); }
};

} // namespace

void BulkRequestTest::keepsTheChoicesWhenTheMendedFileIsRead()
{
    BulkWindow ca;
    ca.begin();
    QVERIFY(ca.bulk);
    ca.in<QSpinBox>("days")->setValue(40);
    ca.hand("cn\na.example.com\nnot a name!\n");
    QTRY_COMPARE(ca.primary(), QStringLiteral("Issue 1 Certificate"));
    QCOMPARE(ca.in<QLabel>("panel.message")->text(), QStringLiteral("1 refused line is left out."));
    ca.hand("cn\na.example.com\nb.example.com\n");
    QTRY_COMPARE(ca.primary(), QStringLiteral("Issue 2 Certificates"));
    QCOMPARE(ca.in<QSpinBox>("days")->value(), 40);
    QCOMPARE(ca.in<QLineEdit>("batch.folder")->text(), ca.out.path());
}

void BulkRequestTest::issuesTheReadyLinesAndSaysWhatCameOfIt()
{
    BulkWindow ca;
    ca.begin();
    QVERIFY(ca.bulk);
    ca.hand("cn\na.example.com\nnot a name!\nb.example.com\n");
    QTRY_VERIFY(ca.ready());
    ca.submit();
    QTRY_VERIFY(ca.in<InlineMessage>("batch.message")
                && ca.in<InlineMessage>("batch.message")->message()
                       == QStringLiteral("2 certificates are issued."));
    QCOMPARE(QDir(ca.out.path()).entryList({QStringLiteral("*.crt")}).size(), 2);
    QTRY_COMPARE(ca.store.console->cas().details(ca.store.sub.id)->ca.issuedCount, 2);
    // The same file again has nothing left to issue.
    QTest::mouseClick(ca.in<QPushButton>("batch.another"), Qt::LeftButton);
    ca.hand("cn\na.example.com\nnot a name!\nb.example.com\n");
    QTRY_VERIFY(
        ca.in<QLabel>("panel.message")->text().startsWith(QStringLiteral("2 issued before.")));
}

void BulkRequestTest::saysThatTheQuotaIsTooSmallBeforeAnythingIsIssued()
{
    BulkWindow ca;
    ca.begin();
    QVERIFY(ca.bulk);
    QVERIFY(ca.store.console->cas().buyQuota(ca.store.root.id, 5));
    QVERIFY(ca.store.console->cas().assignQuota(ca.store.root.id, ca.store.sub.id, 1));
    ca.hand("cn\na.example.com\nb.example.com\n");
    QTRY_VERIFY(ca.ready());
    QVERIFY(ca.in<InlineMessage>("batch.quota")
                ->message()
                .contains(QStringLiteral("1 certificates left and 2 lines are ready")));
}

void BulkRequestTest::namesAColumnThatIsNotKnownAtTheFile()
{
    BulkWindow ca;
    ca.begin();
    QVERIFY(ca.bulk);
    ca.hand("cn,colour\na.example.com,red\n");
    QTRY_VERIFY(ca.fieldError("csv").contains(QStringLiteral("colour")));
    QVERIFY(!ca.ready());
    ca.hand("cn\na.example.com\n");
    QTRY_VERIFY(ca.ready());
    QVERIFY(ca.fieldError("csv").isEmpty());
}

QTEST_MAIN(BulkRequestTest)
#include "tst_bulk_request.moc"
