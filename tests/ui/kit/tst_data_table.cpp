// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/data_table.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/selection_bar.h"
#include "ui/kit/table_header.h"
#include "ui/kit/table_view.h"
#include "ui/kit/windowed_model.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace cas::ui;

namespace {

struct Line
{
    qint64 id = 0;
    QString name;
    bool operator==(const Line &) const = default;
};

QList<Column> lineColumns()
{
    Column name;
    name.id = QStringLiteral("name");
    name.title = QStringLiteral("Name");
    name.width = 200;
    name.sortable = true;
    Column note;
    note.id = QStringLiteral("note");
    note.title = QStringLiteral("Note");
    note.stretch = 1;
    return {Column::selection(), name, note, Column::operations(QStringLiteral("Operations"), 220)};
}

QList<Line> someLines(int count)
{
    QList<Line> lines;
    for (int i = 1; i <= count; ++i)
        lines.append({i, QStringLiteral("host-%1").arg(i)});
    return lines;
}

} // namespace

class DataTableTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void clickingALinkTriggersItsAction();
    void theKeyboardReachesEveryLink();
    void moreOpensTheRestOnly();
    void theContextMenuHasAllOperations();
    void aDisabledActionDoesNothing();
    void enterAndDoubleClickOpenTheRow();
    void aCellsOwnLinkWorksByMouseAndKeyboard();
    void checksByMouseAndKeyboard();
    void checkingAllMeansTheQuery();
    void theSelectionBarRunsBulkActions();
    void copiesTabSeparatedLines();
    void sortsByClickAndByMenu();
    void remembersColumns();
    void refusesAForeignState();
    void leavesOptionalColumnsOutWhenNarrow();
    void needsNoScrollBarWhereTheColumnsFit();
    void keepsTheCurrentRowByItsKey();
    void showsTheEmptyStateOnlyWhenEmpty();
    void showsAnErrorAndTriesAgain();
    void footerCountsAndTellsThePosition();
    void opensAndClosesTreeRows();
    void scrollsAMillionRowsQuickly();

private:
    QPoint nameCell(int row) const
    {
        return m_table->view()->visualRect(m_model->index(row, 1)).center();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_table->view(), key, modifiers);
    }

    std::unique_ptr<DataTable> m_table;
    WindowedModel<Line> *m_model = nullptr;
    RowActions m_actions;
};

void DataTableTest::init()
{
    m_table = std::make_unique<DataTable>();
    m_model = new WindowedModel<Line>(lineColumns(), m_table.get());
    m_model->setKey([](const Line &line) { return line.id; });
    m_model->setCell([](const Line &line, int column) {
        return column == 1 ? Cell::twoLine(line.name, QStringLiteral("cas-%1").arg(line.id))
                           : Cell::plain(QStringLiteral("a\tnote"));
    });
    m_actions = {{QStringLiteral("renew"), QStringLiteral("Renew"), true, {}, false},
                 {QStringLiteral("download"), QStringLiteral("Download"), true, {}, false},
                 {QStringLiteral("deploy"), QStringLiteral("Deploy"), false,
                  QStringLiteral("You lack cert.deploy."), false},
                 {QStringLiteral("delete"), QStringLiteral("Delete"), true, {}, true}};
    m_table->setRowActions([this](int) { return m_actions; });
    m_table->setModel(m_model);
    m_model->setRows(someLines(5),
                     [](const Line &a, const Line &b, int) { return a.name < b.name; });
    m_table->resize(900, 500);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    m_table->activateWindow();
    m_table->setFocus();
}

void DataTableTest::cleanup()
{
    m_table.reset();
}

void DataTableTest::clickingALinkTriggersItsAction()
{
    QSignalSpy triggered(m_table.get(), &DataTable::rowActionTriggered);
    const QRect link = m_table->view()->actionRect(2, QStringLiteral("download"));
    QVERIFY(!link.isEmpty());
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, link.center());
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().at(0).toInt(), 2);
    QCOMPARE(triggered.first().at(1).toLongLong(), 3);
    QCOMPARE(triggered.first().at(2).toString(), QStringLiteral("download"));
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, nameCell(2));
    QCOMPARE(triggered.size(), 1);
}

void DataTableTest::theKeyboardReachesEveryLink()
{
    QSignalSpy triggered(m_table.get(), &DataTable::rowActionTriggered);
    m_table->setCurrentRow(1);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(triggered.last().at(2).toString(), QStringLiteral("renew"));
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QCOMPARE(triggered.last().at(2).toString(), QStringLiteral("download"));
    QCOMPARE(triggered.last().at(1).toLongLong(), 2);
    press(Qt::Key_Right); // More
    press(Qt::Key_Return);
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("table.rowMenu"));
    QVERIFY(menu);
    menu->close();
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(m_table->view()->focusedStop(), -1);
}

void DataTableTest::moreOpensTheRestOnly()
{
    const QRect more = m_table->view()->actionRect(0, QStringLiteral("more"));
    QVERIFY(!more.isEmpty());
    QVERIFY(m_table->view()->actionRect(0, QStringLiteral("deploy")).isEmpty());
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, more.center());
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("table.rowMenu"));
    QVERIFY(menu);
    QVERIFY(!menu->findChild<QAction *>(QStringLiteral("row.renew")));
    auto *deploy = menu->findChild<QAction *>(QStringLiteral("row.deploy"));
    QVERIFY(deploy);
    QVERIFY(!deploy->isEnabled());
    QVERIFY(deploy->toolTip().contains(QStringLiteral("cert.deploy")));
    QSignalSpy triggered(m_table.get(), &DataTable::rowActionTriggered);
    menu->findChild<QAction *>(QStringLiteral("row.delete"))->trigger();
    QCOMPARE(triggered.first().at(2).toString(), QStringLiteral("delete"));
    menu->close();
}

void DataTableTest::theContextMenuHasAllOperations()
{
    m_table->setCurrentRow(3);
    press(Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("table.rowMenu"));
    QVERIFY(menu);
    for (const RowAction &action : m_actions)
        QVERIFY(menu->findChild<QAction *>(QStringLiteral("row.") + action.id));
    menu->close();
}

void DataTableTest::aDisabledActionDoesNothing()
{
    m_actions = {{QStringLiteral("deploy"), QStringLiteral("Deploy"), false,
                  QStringLiteral("You lack cert.deploy."), false}};
    QSignalSpy triggered(m_table.get(), &DataTable::rowActionTriggered);
    const QRect link = m_table->view()->actionRect(0, QStringLiteral("deploy"));
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, link.center());
    m_table->setCurrentRow(0);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QVERIFY(triggered.isEmpty());
}

void DataTableTest::enterAndDoubleClickOpenTheRow()
{
    QSignalSpy activated(m_table.get(), &DataTable::rowActivated);
    m_table->setCurrentRow(4);
    press(Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().at(1).toLongLong(), 5);
    QTest::mouseDClick(m_table->view()->viewport(), Qt::LeftButton, {}, nameCell(1));
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().at(1).toLongLong(), 2);
}

void DataTableTest::aCellsOwnLinkWorksByMouseAndKeyboard()
{
    m_model->setCell([](const Line &, int column) {
        Cell cell = Cell::plain(QStringLiteral("2 / 800"));
        if (column == 2) {
            cell.linkId = QStringLiteral("assign");
            cell.linkText = QStringLiteral("Assign");
        }
        return cell;
    });
    QSignalSpy triggered(m_table.get(), &DataTable::rowActionTriggered);
    m_table->setCurrentRow(0);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().at(2).toString(), QStringLiteral("assign"));
    const QRect cell = m_table->view()->visualRect(m_model->index(1, 2));
    for (int x = cell.left(); x < cell.right() && triggered.size() < 2; x += 6) {
        const QPoint at(x, cell.center().y());
        if (m_table->view()->hitAt(at).what == TableView::Hit::What::CellLink)
            QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, at);
    }
    QCOMPARE(triggered.size(), 2);
    QCOMPARE(triggered.last().at(0).toInt(), 1);
}

void DataTableTest::checksByMouseAndKeyboard()
{
    QSignalSpy changed(m_table.get(), &DataTable::checkedRowsChanged);
    const QPoint box = m_table->view()->visualRect(m_model->index(1, 0)).center();
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(m_table->checkedRows().keys, QSet<qint64>({2}));
    m_table->setCurrentRow(3);
    press(Qt::Key_Space);
    QCOMPARE(m_table->checkedRows().keys, QSet<qint64>({2, 4}));
    press(Qt::Key_Space);
    QCOMPARE(m_table->checkedRows().keys, QSet<qint64>({2}));
    const QPoint third = m_table->view()->visualRect(m_model->index(3, 0)).center();
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, Qt::ShiftModifier, third);
    QCOMPARE(m_table->checkedRows().keys, QSet<qint64>({2, 3, 4}));
    QVERIFY(changed.size() >= 4);
}

void DataTableTest::checkingAllMeansTheQuery()
{
    press(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_table->checkedRows().all);
    QCOMPARE(m_table->checkedCount(), 5);
    const QPoint box = m_table->view()->visualRect(m_model->index(0, 0)).center();
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(m_table->checkedCount(), 4);
    QCOMPARE(m_table->checkedRows().keys, QSet<qint64>({1}));
    auto *header = m_table->findChild<TableHeader *>();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(20, 16));
    QCOMPARE(m_table->checkedCount(), 0);
}

void DataTableTest::theSelectionBarRunsBulkActions()
{
    m_table->setBulkActions({{QStringLiteral("tag"), QStringLiteral("Tag"), true, {}, false}});
    auto *bar = m_table->findChild<SelectionBar *>();
    QVERIFY(!bar->isVisible());
    m_table->setCheckedRows({false, {1, 2}});
    QVERIFY(bar->isVisible());
    QSignalSpy triggered(m_table.get(), &DataTable::bulkActionTriggered);
    QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("bulk.tag")), Qt::LeftButton);
    QCOMPARE(triggered.first().first().toString(), QStringLiteral("tag"));
    QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("bulk.clear")), Qt::LeftButton);
    QCOMPARE(m_table->checkedCount(), 0);
    QVERIFY(!bar->isVisible());
}

void DataTableTest::copiesTabSeparatedLines()
{
    m_table->setCurrentRow(0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("host-1 cas-1\ta note\nhost-2 cas-2\ta note"));
    m_table->setCheckedRows({false, {5}});
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("host-5 cas-5\ta note"));
}

void DataTableTest::sortsByClickAndByMenu()
{
    auto *header = m_table->findChild<TableHeader *>();
    const QPoint title(header->sectionViewportPosition(1) + 40, 16);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    QCOMPARE(m_model->sortColumn(), 1);
    QCOMPARE(m_model->sortOrder(), Qt::AscendingOrder);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    QCOMPARE(m_model->sortOrder(), Qt::DescendingOrder);
    QCOMPARE(m_model->key(0), 5);
    emit m_table->columnsMenu()->aboutToShow();
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("table.sortMenu"));
    menu->actions().first()->trigger();
    QCOMPARE(m_model->sortOrder(), Qt::AscendingOrder);
}

void DataTableTest::remembersColumns()
{
    emit m_table->columnsMenu()->aboutToShow();
    auto *note = m_table->columnsMenu()->findChild<QAction *>(QStringLiteral("column.note"));
    note->setChecked(false);
    QVERIFY(m_table->view()->isColumnHidden(2));
    m_table->view()->horizontalHeader()->resizeSection(1, 333);
    m_model->sort(1, Qt::DescendingOrder);
    const QByteArray state = m_table->saveState();

    cleanup();
    init();
    QVERIFY(!m_table->view()->isColumnHidden(2));
    QVERIFY(m_table->restoreState(state));
    QVERIFY(m_table->view()->isColumnHidden(2));
    QCOMPARE(m_table->view()->userWidths().value(1), 333);
    QCOMPARE(m_model->sortOrder(), Qt::DescendingOrder);
    // The last visible data column cannot be hidden.
    emit m_table->columnsMenu()->aboutToShow();
    QVERIFY(
        !m_table->columnsMenu()->findChild<QAction *>(QStringLiteral("column.name"))->isEnabled());
}

void DataTableTest::refusesAForeignState()
{
    QVERIFY(!m_table->restoreState("not json"));
    QVERIFY(!m_table->restoreState("{\"version\": 99}"));
    QVERIFY(m_table->restoreState(
        "{\"version\": 1, \"columns\": [{\"id\": \"gone\"}], \"sort\": \"gone\"}"));
}

void DataTableTest::leavesOptionalColumnsOutWhenNarrow()
{
    QList<Column> columns = lineColumns();
    columns[2].optional = 1;
    m_model->setColumns(columns);
    m_table->resize(1000, 500);
    QTRY_VERIFY(!m_table->view()->isColumnHidden(2));
    const int wide = m_table->view()->columnWidth(2);
    m_table->resize(520, 500);
    QTRY_VERIFY(m_table->view()->isColumnHidden(2));
    QVERIFY(m_table->view()->isWanted(2));
    m_table->resize(1000, 500);
    QTRY_VERIFY(!m_table->view()->isColumnHidden(2));
    QCOMPARE(m_table->view()->columnWidth(2), wide);
    QVERIFY(m_table->view()->userWidths().isEmpty());
}

void DataTableTest::needsNoScrollBarWhereTheColumnsFit()
{
    QList<Column> columns = lineColumns();
    columns[1].stretch = 6;
    columns[2].stretch = 2;
    m_model->setColumns(columns);
    m_table->resize(1000, 500);
    const QTableView *view = m_table->view();
    // From all that they may be down to what each gives up at most.
    const int frame = m_table->width() - view->viewport()->width();
    const int most = columns[0].width + columns[1].width + columns[2].width + columns[3].width;
    const int least = most - columns[1].width / 5 - columns[2].width / 5;
    for (int room = most + 20; room >= least; --room) {
        m_table->resize(room + frame, 500);
        QCOMPARE(view->viewport()->width(), room);
        QCOMPARE(view->horizontalHeader()->length(), room);
    }
    m_table->resize(least + frame - 10, 500);
    QCOMPARE(view->horizontalHeader()->length(), least); // nothing that could go: it scrolls
}

void DataTableTest::keepsTheCurrentRowByItsKey()
{
    m_table->setCurrentRow(2);
    QCOMPARE(m_table->currentKey(), 3);
    QList<Line> lines = someLines(5);
    lines.prepend({9, QStringLiteral("new")});
    m_model->setRows(lines);
    QCOMPARE(m_table->currentKey(), 3);
    QCOMPARE(m_table->currentRow(), 3);
}

void DataTableTest::showsTheEmptyStateOnlyWhenEmpty()
{
    m_table->setEmptyState(Symbol::Certificate, QStringLiteral("None yet."),
                           QStringLiteral("Create"));
    auto *empty = m_table->findChild<EmptyState *>();
    QVERIFY(!empty->isVisible());
    m_model->setRows({});
    QVERIFY(empty->isVisible());
    QSignalSpy triggered(m_table.get(), &DataTable::emptyActionTriggered);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
}

void DataTableTest::showsAnErrorAndTriesAgain()
{
    bool fails = true;
    m_model->setFetch([&fails](const PageRequest<Line> &request, auto done) {
        if (fails)
            done(cas::fail(cas::ErrorCode::StoreBusy));
        else
            done(someLines(8).mid(request.offset, request.count));
        return FetchHandle();
    });
    m_model->setCount({});
    m_model->requery();
    auto *error = m_table->findChild<InlineMessage *>(QStringLiteral("table.error"));
    QVERIFY(error->isVisible());
    QCOMPARE(m_model->rowCount(), 5);
    fails = false;
    QTest::mouseClick(error->findChild<QPushButton *>(QStringLiteral("message.action")),
                      Qt::LeftButton);
    QVERIFY(!error->isVisible());
    QCOMPARE(m_model->rowCount(), 8);
}

void DataTableTest::footerCountsAndTellsThePosition()
{
    m_table->setCountText([](qint64 total) { return QStringLiteral("%1 hosts").arg(total); });
    const auto label = [this](const char *name) {
        return m_table->findChild<QLabel *>(QString::fromLatin1(name))->text();
    };
    QCOMPARE(label("table.count"), QStringLiteral("5 hosts"));
    QCOMPARE(label("table.position"), QStringLiteral("1–5 of 5"));
    m_table->setCheckedRows({false, {1, 2}});
    QCOMPARE(label("table.count"), QStringLiteral("5 hosts · 2 selected"));
}

void DataTableTest::opensAndClosesTreeRows()
{
    m_model->setCell([](const Line &line, int column) {
        Cell cell = Cell::plain(line.name);
        if (column == 1 && line.id == 1)
            cell.expander = Cell::Expander::Closed;
        return cell;
    });
    QSignalSpy toggled(m_table.get(), &DataTable::expanderToggled);
    m_table->setCurrentRow(0);
    press(Qt::Key_Right);
    QCOMPARE(toggled.size(), 1);
    const QRect cell = m_table->view()->visualRect(m_model->index(0, 1));
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {},
                      QPoint(cell.left() + 16, cell.center().y()));
    QCOMPARE(toggled.size(), 2);
}

void DataTableTest::scrollsAMillionRowsQuickly()
{
    DataTable table;
    WindowedModel<Line> model(lineColumns());
    model.setKey([](const Line &line) { return line.id; });
    model.setCell([](const Line &line, int) { return Cell::plain(line.name); });
    model.setFetch([](const PageRequest<Line> &request, auto done) {
        QList<Line> lines;
        for (int i = 0; i < request.count; ++i)
            lines.append({request.offset + i + 1, QStringLiteral("host")});
        done(lines);
        return FetchHandle();
    });
    model.setCount([](auto done) {
        done(qint64(1000000));
        return FetchHandle();
    });
    QElapsedTimer timer;
    timer.start();
    table.setModel(&model);
    model.requery();
    table.resize(900, 500);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.setCurrentRow(999999);
    QTRY_COMPARE(table.currentKey(), 1000000);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(DataTableTest)
#include "tst_data_table.moc"
