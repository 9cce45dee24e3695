// SPDX-License-Identifier: GPL-3.0-or-later
// What a person set on the lists is there again at the next start: columns, sorting, filters.
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/certificates/certificates_page.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/table_header.h"
#include "ui/kit/table_view.h"
#include "ui/logs/operation_logs_page.h"
#include "ui/privateca/private_ca_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_settings.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

using namespace cas;
using namespace cas::ui;

namespace {

const QString kCertificates = QStringLiteral("certificates");
const QString kPrivateCa = QStringLiteral("private-ca");
const QString kLogs = QStringLiteral("operation-logs");

/// One run of the window over a store, from its start to its end.
struct WindowRun
{
    WindowRun(Console &console, const QString &file)
        : settings(file)
        , window(settings)
    {
        const auto add = [this](const QString &id, std::function<Page *(QWidget *)> make) {
            window.addPage({id, {}, Symbol::None, [id] { return id; }, std::move(make)});
        };
        add(kCertificates, [&](QWidget *in) { return new CertificatesPage(console, in); });
        add(kPrivateCa, [&](QWidget *in) { return new PrivateCaPage(console, in); });
        add(kLogs, [&](QWidget *in) { return new OperationLogsPage(console, in); });
        window.start();
        window.show();
        window.activateWindow();
    }
    [[nodiscard]] DataTable *table(const char *name) const
    {
        // A list inside a page is made when it is first shown.
        DataTable *found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = window.findChild<DataTable *>(QString::fromLatin1(name));
            return found != nullptr;
        });
        return found;
    }
    [[nodiscard]] FilterBar *filters(const char *name) const
    {
        return window.findChild<FilterBar *>(QString::fromLatin1(name));
    }
    FileWindowSettings settings;
    MainWindow window;
};

int columnOf(const DataTable *table, const char *id)
{
    const auto &columns = table->model()->columns();
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).id == QLatin1StringView(id))
            return i;
    }
    return -1;
}

/// Chooses the `steps`th entry of a filter by the keyboard.
void choose(const FilterBar *filters, const char *filter, int steps)
{
    auto *combo =
        filters->findChild<QComboBox *>(QStringLiteral("filter.") + QString::fromLatin1(filter));
    combo->setFocus();
    for (int i = 0; i < qAbs(steps); ++i)
        QTest::keyClick(combo, steps > 0 ? Qt::Key_Down : Qt::Key_Up);
}

void clickTitle(const DataTable *table, const char *column)
{
    auto *header = table->findChild<TableHeader *>();
    const QPoint at(header->sectionViewportPosition(columnOf(table, column)) + 20, 16);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
}

/// Drags the right edge of a title by `by` pixels.
void widen(const DataTable *table, const char *column, int by)
{
    auto *header = table->findChild<TableHeader *>();
    const int section = columnOf(table, column);
    const QPoint edge(header->sectionViewportPosition(section) + header->sectionSize(section) - 2,
                      16);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(by / 2, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(by, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(by, 0));
}

/// Switches a column by the Columns button's menu.
bool toggleColumn(const FilterBar *filters, const QString &title)
{
    auto *button = filters->findChild<QPushButton *>(QStringLiteral("table.columns"));
    QTest::mouseClick(button, Qt::LeftButton);
    const bool found = chooseFromMenu(title);
    if (auto *menu = QApplication::activePopupWidget())
        menu->close();
    return found;
}

} // namespace

class RememberedListsTest : public QObject
{
    Q_OBJECT
private slots:
    void findsEveryListAsItWasLeft();
    void keepsNamesOfAStoreToThatStore();
    void forgetsTheSearchText();
    void ignoresADamagedState_data();
    void ignoresADamagedState();
};

void RememberedListsTest::findsEveryListAsItWasLeft()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(store.issue({QStringLiteral("b.example.com")}));
    VERIFY_RESULT(store.issue({QStringLiteral("a.example.com")}));
    const QString file = store.folder.filePath(QStringLiteral("window.ini"));
    {
        WindowRun run(*store.console, file);
        QTRY_COMPARE(run.table("certificates.table")->model()->total(), 4);
        choose(run.filters("certificates.filters"), "type", 1); // Server
        clickTitle(run.table("certificates.table"), "name");
        clickTitle(run.table("certificates.table"), "name"); // Z to A
        QVERIFY(toggleColumn(run.filters("certificates.filters"), QStringLiteral("Serial number")));
        widen(run.table("certificates.table"), "valid_to", 30);

        run.window.showPage(kPrivateCa,
                            QString(store.sub.id.toString() + QStringLiteral("/certificates")));
        QTRY_COMPARE(run.table("certificateTable")->model()->total(), 2);
        choose(run.filters("certificateFilters"), "status", 1); // Issued
        clickTitle(run.table("certificateTable"), "to");
        QVERIFY(toggleColumn(run.filters("certificateFilters"), QStringLiteral("Common Name")));

        run.window.showPage(kLogs);
        QTRY_VERIFY(run.table("logs.table")->model()->total() > 0);
        choose(run.filters("logs.filters"), "period", -2); // from 7 days up to any
        choose(run.filters("logs.filters"), "result", 1);
        QVERIFY(toggleColumn(run.filters("logs.filters"), QStringLiteral("Source")));
    }
    WindowRun run(*store.console, file);
    QCOMPARE(run.window.currentPage(), kLogs);
    const auto *logs = run.table("logs.table");
    QVERIFY(!logs->view()->isWanted(columnOf(logs, "source")));
    QCOMPARE(run.filters("logs.filters")->value(QStringLiteral("period")), QString());
    QCOMPARE(run.filters("logs.filters")->value(QStringLiteral("result")), QStringLiteral("ok"));

    run.window.showPage(kCertificates);
    const auto *all = run.table("certificates.table");
    QCOMPARE(run.filters("certificates.filters")->value(QStringLiteral("type")),
             QStringLiteral("server"));
    QCOMPARE(all->model()->sortColumn(), columnOf(all, "name"));
    QCOMPARE(all->model()->sortOrder(), Qt::DescendingOrder);
    QVERIFY(all->view()->isWanted(columnOf(all, "serial")));
    QCOMPARE(all->view()->userWidths().value(columnOf(all, "valid_to")), 150 + 30);
    QTRY_COMPARE(all->model()->total(), 2); // the first query has the filter and the order already
    QTRY_VERIFY(all->model()->index(0, 1).data().toString().contains(u"b.example.com"));

    run.window.showPage(kPrivateCa,
                        QString(store.sub.id.toString() + QStringLiteral("/certificates")));
    const auto *issued = run.table("certificateTable");
    QCOMPARE(run.filters("certificateFilters")->value(QStringLiteral("status")),
             QStringLiteral("Issued"));
    QCOMPARE(issued->model()->sortColumn(), columnOf(issued, "to"));
    QVERIFY(issued->view()->isWanted(columnOf(issued, "cn")));
    QTRY_COMPARE(issued->model()->total(), 2);
}

void RememberedListsTest::keepsNamesOfAStoreToThatStore()
{
    FilledStore first;
    VERIFY_RESULT(first.createWithCas());
    const QString file = first.folder.filePath(QStringLiteral("window.ini"));
    {
        WindowRun run(*first.console, file);
        QTRY_COMPARE(run.table("certificates.table")->model()->total(), 2);
        const auto *filters = run.filters("certificates.filters");
        QTRY_VERIFY(filters->findChild<QComboBox *>(QStringLiteral("filter.brand"))->count() > 1);
        choose(filters, "brand", 1);
        choose(filters, "type", 3); // CA
    }
    {
        WindowRun run(*first.console, file);
        const auto *filters = run.filters("certificates.filters");
        QCOMPARE(filters->value(QStringLiteral("brand")), QStringLiteral("Example Root"));
    }
    FilledStore second;
    VERIFY_RESULT(second.create());
    WindowRun run(*second.console, file);
    const auto *filters = run.filters("certificates.filters");
    QCOMPARE(filters->value(QStringLiteral("brand")), QString());
    QCOMPARE(filters->value(QStringLiteral("type")), QStringLiteral("ca"));
}

void RememberedListsTest::forgetsTheSearchText()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    const QString file = store.folder.filePath(QStringLiteral("window.ini"));
    {
        WindowRun run(*store.console, file);
        QTRY_COMPARE(run.table("certificates.table")->model()->total(), 2);
        QTest::keyClicks(run.window.findChild<QLineEdit *>(QStringLiteral("filter.search")),
                         QStringLiteral("merger-with-acme"));
        QTRY_COMPARE(run.table("certificates.table")->model()->total(), 0);
        choose(run.filters("certificates.filters"), "type", 3);
    }
    QFile ini(file);
    QVERIFY(ini.open(QIODevice::ReadOnly));
    QVERIFY(!ini.readAll().contains("merger")); // names of certificates stay in the store
}

void RememberedListsTest::ignoresADamagedState_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("not JSON") << QByteArray("\xff\x00{{{", 6);
    QTest::newRow("another version") << QByteArray("{\"version\":7,\"table\":\"{}\"}");
    QTest::newRow("no table") << QByteArray("{\"version\":1,\"filters\":{\"type\":\"server\"}}");
    QTest::newRow("wrong kinds") << QByteArray("{\"version\":1,\"table\":[1],\"filters\":\"x\"}");
    QTest::newRow("a value nobody offers")
        << QByteArray(R"({"version":1,"table":"{\"version\":1}","filters":{"type":"gone"}})");
    QTest::newRow("every column hidden") << QByteArray(
        R"({"version":1,"filters":{},"table":"{\"version\":1,\"columns\":[)"
        R"({\"id\":\"name\",\"hidden\":true},{\"id\":\"type\",\"hidden\":true},)"
        R"({\"id\":\"domains\",\"hidden\":true},{\"id\":\"algorithm\",\"hidden\":true},)"
        R"({\"id\":\"status\",\"hidden\":true},{\"id\":\"valid_to\",\"hidden\":true},)"
        R"({\"id\":\"valid_from\",\"hidden\":true},{\"id\":\"created\",\"hidden\":true},)"
        R"({\"id\":\"serial\",\"hidden\":true},{\"id\":\"source\",\"hidden\":true},)"
        R"({\"id\":\"tags\",\"hidden\":true}]}"})");
}

void RememberedListsTest::ignoresADamagedState()
{
    QFETCH(QByteArray, state);
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    const QString file = store.folder.filePath(QStringLiteral("window.ini"));
    {
        FileWindowSettings settings(file);
        for (const QString &page : {kCertificates, kPrivateCa, kLogs})
            settings.setValue(QStringLiteral("page.%1.state").arg(page), state);
    }
    WindowRun run(*store.console, file);
    const auto *table = run.table("certificates.table");
    QTRY_COMPARE(table->model()->total(), 2);
    QVERIFY(table->view()->isWanted(columnOf(table, "name")));
    QVERIFY(!run.filters("certificates.filters")->active());
    run.window.showPage(kPrivateCa);
    QTRY_COMPARE(run.table("caTable")->model()->rowCount(), 2);
    run.window.showPage(kLogs);
    QTRY_VERIFY(run.table("logs.table")->model()->total() > 0);
}

QTEST_MAIN(RememberedListsTest)
#include "tst_remembered_lists.moc"
