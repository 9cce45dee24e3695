// SPDX-License-Identifier: GPL-3.0-or-later
// The Private CA page on a real store: empty state, tree, links by state, cards, Certificate List.
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/download/download_panel.h"
#include "ui/download/revoke_panel.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/theme.h"
#include "ui/privateca/ca_text.h"
#include "ui/privateca/create_root_panel.h"
#include "ui/privateca/request_panel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>

using namespace cas;
using namespace cas::ui;

class PrivateCaPageTest : public QObject
{
    Q_OBJECT
private slots:
    void showsOneSentenceAndOneButtonWhenEmpty();
    void showsRootAndSubordinateWithTheGuidesLinks();
    void fitsASmallWindowWithEveryStatusInFull();
    void foldsAndUnfoldsARoot();
    void greysWhatAReadOnlyStoreForbids();
    void disablesAndEnablesWithUndo();
    void followsWhatOthersChange();
    void tellsAboutTheSelectedCa();
    void publishesARevocationList();
    void opensTheCertificateListAndComesBack();
    void leavesTheCertificateListByItsEntry();
    void opensPanelsForTheStepsOfTheOverview();
    void filtersTheCertificateList();
    void goesBackByKeyboardWhereverTheFocusIs();
    void offersDownloadRevokeAndDelete();
    void answersWhatOtherPagesAskFor();
    void modelPassesQtsTester();
};

void PrivateCaPageTest::showsOneSentenceAndOneButtonWhenEmpty()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    ca.open();
    QTRY_VERIFY(buttonSaying(ca.table(), QStringLiteral("Purchase and Enable")));
    QVERIFY(!ca.page->findChild<QWidget *>(QStringLiteral("caCards"))->isVisible());
    QTest::mouseClick(buttonSaying(ca.table(), QStringLiteral("Purchase and Enable")),
                      Qt::LeftButton);
    QVERIFY(ca.window->panelAs<CreateRootPanel>());
}

void PrivateCaPageTest::showsRootAndSubordinateWithTheGuidesLinks()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QCOMPARE(ca.rowOf(ca.store.root.id), 0);
    QCOMPARE(ca.rowOf(ca.store.sub.id), 1);
    QVERIFY(ca.cellText(0, 0).contains(QStringLiteral("Root · CN=Example Root, O=Example Ltd")));
    QCOMPARE(ca.cellText(0, 1), QStringLiteral("ECC P-256"));
    QCOMPARE(ca.cellText(0, 2), QStringLiteral("Enabled"));
    QVERIFY(ca.cellText(1, 4).contains(QStringLiteral("not limited")));
    const auto *view = ca.table()->view();
    QStringList root;
    for (const RowAction &action : view->actions(0))
        root.append(action.text);
    QCOMPARE(root.mid(0, 2), QStringList({QStringLiteral("Buy"), QStringLiteral("Details")}));
    QStringList sub;
    for (const RowAction &action : view->actions(1))
        sub.append(action.text);
    QCOMPARE(sub.mid(0, 2), QStringList({QStringLiteral("Request Certificate"),
                                         QStringLiteral("Certificate List")}));
    QVERIFY(ca.clickLink(1, "request"));
    QVERIFY(ca.window->panelAs<RequestPanel>());
}

void PrivateCaPageTest::fitsASmallWindowWithEveryStatusInFull()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    ca.window->resize(1024 - space::kNavigation, 700); // ui.md: the smallest window
    const auto *view = ca.table()->view();
    QTRY_COMPARE(view->horizontalHeader()->length(), view->viewport()->width());
    const auto &columns = ca.table()->model()->columns();
    const auto status = std::find_if(columns.begin(), columns.end(),
                                     [](const Column &column) { return column.id == u"status"; });
    QVERIFY(status != columns.end());
    const int room =
        view->columnWidth(int(status - columns.begin())) - 2 * space::kM; // of its padding
    for (const QString &text : CaText::everyStatus())
        QVERIFY2(StatusChip::widthFor(text, Theme::of().font(TextStyle::Small)) <= room,
                 qPrintable(text));
}

void PrivateCaPageTest::foldsAndUnfoldsARoot()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open(ca.store.sub.id.toString());
    QTRY_COMPARE(ca.page->selected(), ca.store.sub.id);
    emit ca.table()->expanderToggled(0, ca.store.root.id.value());
    QCOMPARE(ca.table()->model()->rowCount(), 1);
    QCOMPARE(ca.page->selected(), ca.store.root.id); // what is hidden cannot stay chosen
    emit ca.table()->expanderToggled(0, ca.store.root.id.value());
    QCOMPARE(ca.table()->model()->rowCount(), 2);
}

void PrivateCaPageTest::greysWhatAReadOnlyStoreForbids()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    const QString path = ca.store.path();
    ca.store.executors.reset();
    ca.store.console.reset();
    ca.store.executors = std::make_unique<Executors>();
    auto opened = Console::open(path, store::OpenMode::ReadOnly, *ca.store.executors,
                                ca.store.clock, {QStringLiteral("li.wei"), QStringLiteral("x")});
    QVERIFY(opened);
    ca.store.console = std::move(*opened);
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QVERIFY(!ca.page->findChild<QPushButton *>(QStringLiteral("createRoot"))->isEnabled());
    for (const RowAction &action : ca.table()->view()->actions(1)) {
        const bool reads = QStringList({QStringLiteral("details"), QStringLiteral("list"),
                                        QStringLiteral("download"), QStringLiteral("crl")})
                               .contains(action.id);
        QCOMPARE(action.enabled, reads);
        QCOMPARE(action.disabledReason.isEmpty(), reads);
    }
}

void PrivateCaPageTest::disablesAndEnablesWithUndo()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(1, ca.store.sub.id.value(), QStringLiteral("disable"));
    QTRY_COMPARE(ca.cellText(1, 2), QStringLiteral("Disabled"));
    QCOMPARE(ca.table()->view()->actions(1).first().text, QStringLiteral("Enable"));
    QTRY_VERIFY(buttonSaying(ca.window.get(), QStringLiteral("Undo")));
    QTest::mouseClick(buttonSaying(ca.window.get(), QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(ca.cellText(1, 2), QStringLiteral("Enabled"));
}

void PrivateCaPageTest::followsWhatOthersChange()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.createRoot());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    VERIFY_RESULT(ca.store.createSub());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QCOMPARE(ca.page->selected(), ca.store.root.id);
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    QTRY_VERIFY(ca.cellText(1, 4).startsWith(u'1'));
}

void PrivateCaPageTest::tellsAboutTheSelectedCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    ca.open(ca.store.sub.id.toString());
    QTRY_VERIFY(labelSays(ca.page, QStringLiteral("CRL of Example Servers S1")));
    QVERIFY(labelSays(ca.page, QStringLiteral("Number 1")));
    const auto *chain = ca.page->findChild<ChainTree *>(QStringLiteral("chain"));
    QVERIFY(chain->accessibleDescription().startsWith(QStringLiteral("Example Root")));
    ca.table()->setCurrentRow(0);
    QTRY_VERIFY(labelSays(ca.page, QStringLiteral("CRL of Example Root")));
}

void PrivateCaPageTest::publishesARevocationList()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open(ca.store.sub.id.toString());
    QTRY_VERIFY(labelSays(ca.page, QStringLiteral("Number 1")));
    auto *publish = ca.page->findChild<QPushButton *>(QStringLiteral("crl.publish"));
    QTest::mouseClick(publish, Qt::LeftButton);
    QTRY_VERIFY(labelSays(ca.page, QStringLiteral("Number 2")));
}

void PrivateCaPageTest::opensTheCertificateListAndComesBack()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QVERIFY(ca.clickLink(1, "list"));
    QVERIFY(labelSays(ca.page, QStringLiteral("Issued by Example Servers S1")));
    QTRY_COMPARE(ca.table("certificateTable")->model()->rowCount(), 1);
    QVERIFY(ca.cellText(0, 0, "certificateTable").contains(QStringLiteral("www.example.com")));
    // What another CA issued is not there: the root signed the subordinate only.
    QTest::mouseClick(ca.page->findChild<QPushButton *>(QStringLiteral("back")), Qt::LeftButton);
    QVERIFY(ca.table()->isVisible());
    QVERIFY(!ca.table("certificateTable")->isVisible());
}

void PrivateCaPageTest::leavesTheCertificateListByItsEntry()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open(QString(ca.store.sub.id.toString() + QStringLiteral("/certificates")));
    QVERIFY(ca.table("certificateTable"));
    QTRY_VERIFY(ca.table("certificateTable")->isVisible());
    ca.page->home();
    QVERIFY(ca.table()->isVisible());
}

void PrivateCaPageTest::opensPanelsForTheStepsOfTheOverview()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    ca.open(QStringLiteral("request"));
    QTRY_VERIFY(labelSays(ca.window.get(), QStringLiteral("Create a subordinate CA first")));
    VERIFY_RESULT(ca.store.createRoot());
    VERIFY_RESULT(ca.store.createSub());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    ca.page->activated(QStringLiteral("request"));
    QVERIFY(ca.window->panelAs<RequestPanel>());
}

void PrivateCaPageTest::filtersTheCertificateList()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    VERIFY_RESULT(ca.store.issue({QStringLiteral("mail.example.com")}));
    const auto gone = ca.store.issue({QStringLiteral("old.example.com")});
    VERIFY_RESULT(gone);
    VERIFY_RESULT(ca.store.console->crls().revoke(*gone, crypto::RevocationReason::Superseded));
    ca.open(QString(ca.store.sub.id.toString() + QStringLiteral("/certificates")));
    QTRY_COMPARE(ca.table("certificateTable")->model()->total(), 3);
    auto *filters = ca.page->findChild<FilterBar *>(QStringLiteral("certificateFilters"));
    filters->setValue(QStringLiteral("status"), QStringLiteral("Revoked"));
    QTRY_COMPARE(ca.table("certificateTable")->model()->total(), 1);
    QVERIFY(ca.cellText(0, 0, "certificateTable").contains(QStringLiteral("old")));
    filters->clear();
    filters->setSearchText(QStringLiteral("mail"));
    QTRY_VERIFY(ca.cellText(0, 0, "certificateTable").contains(QStringLiteral("mail")));
    QTRY_COMPARE(ca.table("certificateTable")->model()->total(), 1);
}

void PrivateCaPageTest::goesBackByKeyboardWhereverTheFocusIs()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    const QString list = ca.store.sub.id.toString() + QStringLiteral("/certificates");
    ca.open(list);
    QTRY_COMPARE(ca.table("certificateTable")->model()->rowCount(), 1);
    QVERIFY(ca.clickLink(0, "details", "certificateTable"));
    QTest::keyClick(ca.window->focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(ca.panel()); // not behind it
    QVERIFY(ca.table("certificateTable")->isVisible());
    ca.panel()->done();
    QTRY_VERIFY(!ca.panel());
    ca.page->findChild<QLineEdit *>()->setFocus();
    QTest::keyClick(ca.window->focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(ca.table()->isVisible());
}

void PrivateCaPageTest::offersDownloadRevokeAndDelete()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.issue({QStringLiteral("www.example.com")}));
    ca.open(QString(ca.store.sub.id.toString() + QStringLiteral("/certificates")));
    QTRY_COMPARE(ca.table("certificateTable")->model()->rowCount(), 1);
    QVERIFY(ca.clickLink(0, "download", "certificateTable"));
    QVERIFY(ca.window->panelAs<DownloadPanel>());
    ca.panel()->done();
    QVERIFY(ca.clickLink(0, "details", "certificateTable"));
    QVERIFY(ca.window->panelAs<CertificateDetailsPanel>());
    ca.panel()->done();
    QVERIFY(ca.clickLink(0, "revoke", "certificateTable"));
    QVERIFY(ca.window->panelAs<RevokePanel>());
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Revoked certificates cannot be recovered.")));
    QTest::mouseClick(ca.in<QCheckBox>("revoke.forGood"), Qt::LeftButton);
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.cellText(0, 5, "certificateTable"), QStringLiteral("Revoked"));
    emit ca.table("certificateTable")
        ->rowActionTriggered(0, ca.table("certificateTable")->model()->key(0),
                             QStringLiteral("delete"));
    QTRY_COMPARE(ca.table("certificateTable")->model()->rowCount(), 0);
    QTRY_VERIFY(buttonSaying(ca.window.get(), QStringLiteral("Undo")));
    QTest::mouseClick(buttonSaying(ca.window.get(), QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(ca.table("certificateTable")->model()->rowCount(), 1);
}

void PrivateCaPageTest::answersWhatOtherPagesAskFor()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open(QStringLiteral("create"));
    QTRY_VERIFY(ca.window->panelAs<CreateRootPanel>());
    ca.panel()->done();
    ca.window->open(ca.store.root.id.toString());
    QTRY_COMPARE(ca.page->selected(), ca.store.root.id);
    ca.window->open(QStringLiteral("ca-0000000000000")); // not there: nothing happens
    QCOMPARE(ca.page->selected(), ca.store.root.id);
}

void PrivateCaPageTest::modelPassesQtsTester()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QAbstractItemModelTester tester(ca.table()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    emit ca.table()->expanderToggled(0, ca.store.root.id.value());
    emit ca.table()->expanderToggled(0, ca.store.root.id.value());
    QCOMPARE(ca.table()->model()->rowCount(), 2);
}

QTEST_MAIN(PrivateCaPageTest)
#include "tst_private_ca_page.moc"
