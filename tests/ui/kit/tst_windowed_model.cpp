// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/windowed_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace cas::ui;

namespace {

struct Item
{
    qint64 id = 0;
    QString text;
    bool operator==(const Item &) const = default;
};
using ItemModel = WindowedModel<Item>;

QList<Column> itemColumns()
{
    Column name;
    name.id = QStringLiteral("name");
    name.title = QStringLiteral("Name");
    name.sortable = true;
    return {Column::selection(), name, Column::operations(QStringLiteral("Operations"))};
}

/// A source whose answers are given by hand, in any order.
struct Source
{
    struct Asked
    {
        PageRequest<Item> request;
        ItemModel::FetchDone done;
        std::weak_ptr<int> handle;
    };
    QList<Asked> asked;
    QList<ItemModel::CountDone> counts;
    qint64 total = 0;
    QString suffix;

    QList<Item> rows(const PageRequest<Item> &request) const
    {
        QList<Item> found;
        for (qint64 i = request.offset; i < qMin(total, request.offset + request.count); ++i) {
            const qint64 id = request.sortOrder == Qt::DescendingOrder ? total - i : i + 1;
            found.append({id, QStringLiteral("row %1").arg(id) + suffix});
        }
        return found;
    }
    void attach(ItemModel &model)
    {
        model.setKey([](const Item &item) { return item.id; });
        model.setCell([](const Item &item, int) { return Cell::plain(item.text); });
        model.setFetch([this](const PageRequest<Item> &request, auto done) {
            const auto handle = std::make_shared<int>(1);
            asked.append({request, done, handle});
            return FetchHandle(handle);
        });
        model.setCount([this](auto done) {
            counts.append(done);
            return FetchHandle();
        });
    }
    void answer(qsizetype index) { asked.at(index).done(rows(asked.at(index).request)); }
    void answerLast()
    {
        answer(asked.size() - 1);
        if (!counts.isEmpty())
            counts.takeLast()(total);
    }
};

} // namespace

class WindowedModelTest : public QObject
{
    Q_OBJECT
private slots:
    void showsTheFirstPageBeforeTheTotalIsKnown();
    void knowsTheTotalFromAShortPage();
    void fetchesWhatIsLookedAtAndShowsPlaceholdersMeanwhile();
    void tellsTheRowBeforeForKeysetPaging();
    void keepsOldRowsUntilANewQueryAnswers();
    void ignoresAnswersOfAnOlderQuery();
    void dropsTheHandleOfAnOlderQuery();
    void refreshTellsOnlyAboutRowsThatDiffer();
    void refreshFollowsAListThatGrowsOrShrinks();
    void forgetsPagesUsedLongAgo();
    void isCheapWithAMillionRows();
    void reportsAFailureAndRecovers();
    void sortsByAskingAnew();
    void sortsAListInMemory();
    void survivesAnAnswerAfterItsDeath();
};

void WindowedModelTest::showsTheFirstPageBeforeTheTotalIsKnown()
{
    ItemModel model(itemColumns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Source source;
    source.total = 250;
    source.attach(model);
    model.requery();
    QVERIFY(model.loading());
    source.answer(0);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.total(), -1);
    QCOMPARE(model.index(3, 1).data().toString(), QStringLiteral("row 4"));
    source.counts.first()(250);
    QCOMPARE(model.rowCount(), 250);
    QCOMPARE(model.total(), 250);
}

void WindowedModelTest::knowsTheTotalFromAShortPage()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 7;
    source.attach(model);
    model.requery();
    source.answer(0);
    QCOMPARE(model.total(), 7);
    QCOMPARE(model.rowCount(), 7);
}

void WindowedModelTest::fetchesWhatIsLookedAtAndShowsPlaceholdersMeanwhile()
{
    ItemModel model(itemColumns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Source source;
    source.total = 5000;
    source.attach(model);
    model.requery();
    source.answerLast();
    const auto before = source.asked.size();
    const QModelIndex far = model.index(4321, 1);
    QVERIFY(!far.data(WindowedTableModel::LoadedRole).toBool());
    QCOMPARE(model.key(4321), -1);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(source.asked.size() > before);
    qsizetype index = -1;
    for (qsizetype i = before; i < source.asked.size(); ++i) {
        if (source.asked.at(i).request.offset == 4300)
            index = i;
    }
    QVERIFY(index >= 0);
    source.answer(index);
    QCOMPARE(model.index(4321, 1).data().toString(), QStringLiteral("row 4322"));
    QCOMPARE(model.rowOfKey(4322), 4321);
    QVERIFY(!changed.isEmpty());
}

void WindowedModelTest::tellsTheRowBeforeForKeysetPaging()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 300;
    source.attach(model);
    model.requery();
    source.answerLast();
    (void)model.index(150, 1).data();
    QTRY_COMPARE(source.asked.size(), 2);
    QCOMPARE(source.asked.at(1).request.offset, 100);
    QVERIFY(source.asked.at(1).request.after.has_value());
    QCOMPARE(source.asked.at(1).request.after->id, 100);
}

void WindowedModelTest::keepsOldRowsUntilANewQueryAnswers()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 20;
    source.attach(model);
    model.requery();
    source.answerLast();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    source.total = 3;
    model.requery();
    QCOMPARE(model.rowCount(), 20);
    source.answerLast();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(reset.size(), 1);
}

void WindowedModelTest::ignoresAnswersOfAnOlderQuery()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 20;
    source.attach(model);
    model.requery();
    model.requery();
    QCOMPARE(source.asked.size(), 2);
    source.asked.at(0).done(QList<Item>{{99, QStringLiteral("old")}});
    QCOMPARE(model.rowCount(), 0);
    source.answer(1);
    QCOMPARE(model.rowCount(), 20);
}

void WindowedModelTest::dropsTheHandleOfAnOlderQuery()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 20;
    source.attach(model);
    model.requery();
    QVERIFY(!source.asked.at(0).handle.expired());
    model.requery();
    QVERIFY(source.asked.at(0).handle.expired());
}

void WindowedModelTest::refreshTellsOnlyAboutRowsThatDiffer()
{
    ItemModel model(itemColumns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Source source;
    source.total = 50;
    source.attach(model);
    model.requery();
    source.answerLast();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    source.answerLast();
    QCOMPARE(changed.size(), 0);
    model.refresh();
    QList<Item> rows = source.rows(source.asked.last().request);
    rows[7].text = QStringLiteral("renamed");
    source.asked.last().done(rows);
    source.counts.takeLast()(50);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 7);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 7);
}

void WindowedModelTest::refreshFollowsAListThatGrowsOrShrinks()
{
    ItemModel model(itemColumns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Source source;
    source.total = 50;
    source.attach(model);
    model.requery();
    source.answerLast();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    source.total = 60;
    model.refresh();
    source.answerLast();
    QCOMPARE(model.rowCount(), 60);
    source.total = 10;
    model.refresh();
    source.answerLast();
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.total(), 10);
    source.total = 0;
    model.refresh();
    source.answerLast();
    QCOMPARE(model.rowCount(), 0);
    source.total = 4;
    model.refresh();
    source.answerLast();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(reset.size(), 0);
}

void WindowedModelTest::forgetsPagesUsedLongAgo()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 100000;
    source.attach(model);
    model.requery();
    source.answerLast();
    for (int page = 1; page <= WindowedTableModel::kMaxPages + 5; ++page) {
        const auto before = source.asked.size();
        (void)model.index(page * WindowedTableModel::kPageSize, 1).data();
        QTRY_COMPARE(source.asked.size(), before + 1);
        source.answer(source.asked.size() - 1);
    }
    QVERIFY(!model.rowAt(0));
    QVERIFY(model.rowAt((WindowedTableModel::kMaxPages + 5) * WindowedTableModel::kPageSize));
}

void WindowedModelTest::isCheapWithAMillionRows()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 1000000;
    source.attach(model);
    QElapsedTimer timer;
    timer.start();
    model.requery();
    source.answerLast();
    QCOMPARE(model.rowCount(), 1000000);
    (void)model.index(999999, 1).data();
    QTRY_COMPARE(source.asked.size(), 2);
    source.answer(1);
    QCOMPARE(model.key(999999), 1000000);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void WindowedModelTest::reportsAFailureAndRecovers()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 5;
    source.attach(model);
    QSignalSpy failed(&model, &WindowedTableModel::failed);
    QSignalSpy recovered(&model, &WindowedTableModel::recovered);
    model.requery();
    source.asked.first().done(cas::fail(cas::ErrorCode::StoreBusy));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!model.loading());
    model.refresh();
    source.answerLast();
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(model.rowCount(), 5);
}

void WindowedModelTest::sortsByAskingAnew()
{
    ItemModel model(itemColumns());
    Source source;
    source.total = 5;
    source.attach(model);
    model.requery();
    source.answerLast();
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(source.asked.last().request.sortColumn, 1);
    source.answerLast();
    QCOMPARE(model.key(0), 5);
    model.sort(2, Qt::AscendingOrder); // the operations do not sort
    QCOMPARE(model.sortColumn(), 1);
}

void WindowedModelTest::sortsAListInMemory()
{
    ItemModel model(itemColumns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKey([](const Item &item) { return item.id; });
    model.setCell([](const Item &item, int) { return Cell::plain(item.text); });
    const auto less = [](const Item &a, const Item &b, int) { return a.text < b.text; };
    model.setRows({{1, QStringLiteral("b")}, {2, QStringLiteral("a")}}, less);
    QCOMPARE(model.key(0), 1);
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(model.key(0), 2);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({{1, QStringLiteral("b")}, {2, QStringLiteral("a")}, {3, QStringLiteral("c")}},
                  less);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(reset.size(), 0);
}

void WindowedModelTest::survivesAnAnswerAfterItsDeath()
{
    Source source;
    source.total = 5;
    {
        ItemModel model(itemColumns());
        source.attach(model);
        model.requery();
    }
    source.answer(0);
    source.counts.first()(5);
    QVERIFY(source.asked.first().handle.expired());
}

QTEST_MAIN(WindowedModelTest)
#include "tst_windowed_model.moc"
