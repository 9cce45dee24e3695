// SPDX-License-Identifier: GPL-3.0-or-later
// Purchase, Enable, Buy and Assign, driven by mouse and keyboard (operations 31 and 32).
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/kit/key_value_grid.h"
#include "ui/privateca/assign_panel.h"
#include "ui/privateca/buy_panel.h"
#include "ui/privateca/create_root_panel.h"
#include "ui/privateca/create_sub_panel.h"
#include "ui/privateca/purchase_panel.h"

#include <QComboBox>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

class CaQuotaPanelsTest : public QObject
{
    Q_OBJECT
private slots:
    void purchasesAndEnablesInAMeteredStore();
    void enablesABoughtSubordinateAfterItsRoot();
    void purchasesOneMoreSubordinate();
    void buysAndAssigns();
    void keepsToThePurchaseLimitOfAMeteredStore();
    void refusesToAssignMoreThanThereIs();
};

void CaQuotaPanelsTest::purchasesAndEnablesInAMeteredStore()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->accounts().setMetering(accounts::Metering::Metered));
    ca.open();
    QTRY_VERIFY(ca.table()->model()->total() >= 0);
    QTest::mouseClick(ca.page->findChild<QPushButton *>(QStringLiteral("createRoot")),
                      Qt::LeftButton);
    QVERIFY(ca.window->panelAs<PurchasePanel>());
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Price: 0.12"))); // 12 months of 0.01
    auto *months = ca.in<QComboBox>("months");
    months->setFocus();
    QTest::keyClick(months, Qt::Key_Up);
    QCOMPARE(months->currentData().toInt(), 6);
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Price: 0.06")));
    ca.type("name", QStringLiteral("Plant A"));
    QTest::mouseClick(ca.in<QPushButton>("panel.primary"), Qt::LeftButton);
    QTest::mouseClick(ca.in<QPushButton>("panel.primary"), Qt::LeftButton); // twice pays once
    QTRY_VERIFY(ca.in<KeyValueGrid>("purchase.order")->isVisible());
    const auto *order = ca.in<KeyValueGrid>("purchase.order");
    QVERIFY(order->value(QStringLiteral("order")).startsWith(QStringLiteral("ord-")));
    QCOMPARE(order->value(QStringLiteral("amount")), QStringLiteral("0.06"));
    QCOMPARE(order->value(QStringLiteral("status")), QStringLiteral("Pending Enable"));
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QCOMPARE(ca.cellText(0, 2), QStringLiteral("Pending Enable"));
    QCOMPARE(ca.cellText(1, 2), QStringLiteral("Pending Enable"));
    QVERIFY(ca.cellText(0, 4).contains(QStringLiteral("1,010"))); // 1,000 bought and 10 free

    QCOMPARE(ca.in<QPushButton>("panel.primary")->text(), QStringLiteral("Enable root CA"));
    ca.submit();
    QTRY_VERIFY(ca.window->panelAs<CreateRootPanel>());
    QCOMPARE(ca.in<QLineEdit>("name")->text(), QStringLiteral("Plant A"));
    ca.type("cn", QStringLiteral("Plant A Root"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.cellText(0, 2), QStringLiteral("Enabled"));
    QCOMPARE(ca.table()->model()->rowCount(), 2);
    QVERIFY(ca.store.console->check()->isEmpty());
}

void CaQuotaPanelsTest::enablesABoughtSubordinateAfterItsRoot()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(ca.store.console->cas().purchase({QStringLiteral("Plant A"), {}, 12}));
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    // What the state forbids is absent.
    QCOMPARE(ca.table()->view()->actions(0).first().text, QStringLiteral("Enable"));
    QVERIFY(ca.table()->view()->actions(1).first().text != QStringLiteral("Enable"));
    QVERIFY(ca.clickLink(0, "enable"));
    QTRY_VERIFY(ca.window->panelAs<CreateRootPanel>());
    ca.type("cn", QStringLiteral("Plant A Root"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_VERIFY(ca.clickLink(1, "enable"));
    QTRY_VERIFY(ca.window->panelAs<CreateSubPanel>());
    QCOMPARE(ca.in<QComboBox>("ca")->count(), 1);
    QCOMPARE(ca.in<QComboBox>("ca")->currentText(), QStringLiteral("Plant A"));
    QCOMPARE(ca.in<QLineEdit>("name")->text(), QStringLiteral("Plant A S1"));
    auto *commonName = ca.in<QLineEdit>("cn");
    QCOMPARE(commonName->text(), QStringLiteral("Plant A S1"));
    commonName->selectAll();
    QTest::keyClicks(commonName, QStringLiteral("Plant A Servers"));
    // Nobody chose the name of what was bought: it goes by the one that is typed now.
    QCOMPARE(ca.in<QLineEdit>("name")->text(), QStringLiteral("Plant A Servers"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.cellText(1, 2), QStringLiteral("Enabled"));
    QVERIFY(ca.cellText(1, 4).contains(QStringLiteral("0 / 0"))); // nothing assigned yet
    QVERIFY(ca.clickLink(1, "request"));
}

void CaQuotaPanelsTest::purchasesOneMoreSubordinate()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(ca.store.createRoot());
    VERIFY_RESULT(ca.store.createSub());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("create-sub"));
    QVERIFY(ca.window->panelAs<PurchasePanel>());
    QCOMPARE(ca.in<QLineEdit>("name")->text(), QStringLiteral("Example Root S1"));
    ca.submit();
    QTRY_COMPARE(ca.in<QPushButton>("panel.primary")->text(),
                 QStringLiteral("Enable subordinate CA"));
    QTRY_COMPARE(ca.table()->model()->rowCount(), 3);
    // The form is gone, its keyboard is not: Esc leads out, and Enable on from the row.
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!ca.panel());
    QVERIFY(ca.clickLink(1, "enable"));
    QTRY_VERIFY(ca.window->panelAs<CreateSubPanel>());
    ca.type("cn", QStringLiteral("Clients"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.cellText(1, 2), QStringLiteral("Enabled"));
}

void CaQuotaPanelsTest::buysAndAssigns()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QVERIFY(ca.clickLink(0, "buy"));
    QVERIFY(ca.window->panelAs<BuyPanel>());
    QCOMPARE(ca.in<QPushButton>("panel.primary")->text(), QStringLiteral("Buy"));
    ca.in<QSpinBox>("count")->setValue(5);
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_VERIFY(ca.cellText(0, 4).contains(QStringLiteral("/ 5")));
    emit ca.table()->rowActionTriggered(1, ca.store.sub.id.value(), QStringLiteral("assign"));
    QVERIFY(ca.window->panelAs<AssignPanel>());
    QCOMPARE(ca.in<QPushButton>("panel.primary")->text(), QStringLiteral("Apply"));
    QCOMPARE(ca.in<QComboBox>("to")->currentText(), QStringLiteral("Example Servers S1"));
    ca.in<QSpinBox>("count")->setValue(3);
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_VERIFY(ca.cellText(1, 4).contains(QStringLiteral("/ 3")));
    QVERIFY(ca.cellText(0, 4).contains(QStringLiteral("/ 2")));
}

void CaQuotaPanelsTest::keepsToThePurchaseLimitOfAMeteredStore()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(ca.store.createRoot());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2); // with what else the purchase brings
    QVERIFY(ca.clickLink(0, "buy"));
    ca.in<QSpinBox>("count")->setValue(1000);
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Price: 50.00"))); // 1,000 times 0.05
    ca.in<QSpinBox>("count")->setValue(1001);
    ca.submit();
    QTRY_VERIFY(ca.fieldError("count").contains(QStringLiteral("1000")));
}

void CaQuotaPanelsTest::refusesToAssignMoreThanThereIs()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->accounts().setMetering(accounts::Metering::Metered));
    VERIFY_RESULT(ca.store.createRoot());
    VERIFY_RESULT(ca.store.createSub());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("assign"));
    ca.in<QSpinBox>("count")->setValue(1011); // a root begins with 1,000 and 10 free ones
    ca.submit();
    QTRY_VERIFY(ca.fieldError("count").contains(QStringLiteral("1010")));
}

QTEST_MAIN(CaQuotaPanelsTest)
#include "tst_ca_quota_panels.moc"
