// SPDX-License-Identifier: GPL-3.0-or-later
// The panels about CAs, driven by mouse and keyboard: each once as it should be, and each error at
// its field.
#include "core/crypto/containers.h"
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/certificates/tags_panel.h"
#include "ui/kit/code_block.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/tag_chips.h"
#include "ui/privateca/ca_details_panel.h"
#include "ui/privateca/create_root_panel.h"
#include "ui/privateca/create_sub_panel.h"
#include "ui/privateca/revoke_ca_panel.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

class CaPanelsTest : public QObject
{
    Q_OBJECT
private slots:
    void makesARootCa();
    void namesTheFieldsOfABadRoot();
    void refusesANameThatIsTaken();
    void opensTheFoldForABadAddress();
    void proposesAddressesBelowTheBaseUrl();
    void leavesATypedAddressAlone();
    void makesASubordinateCa();
    void namesTheFieldsOfABadSubordinate();
    void offersSm2OnlyUnderAnSm2Root();
    void tagsACa();
    void staysInsideTheParentsNameConstraints();
    void revokesACaOnlyWithItsNameTyped();
    void refusesToRevokeAboveLivingSubordinates();
    void changesWhatACaPublishes();
    void showsFingerprintsPemAndHistory();
    void asksBeforeTypedTextIsLost();

private:
    static void openRootPanel(CaWindow &ca);
};

void CaPanelsTest::openRootPanel(CaWindow &ca)
{
    ca.open();
    QTRY_VERIFY(ca.table()->model()->total() >= 0);
    QTest::mouseClick(ca.page->findChild<QPushButton *>(QStringLiteral("createRoot")),
                      Qt::LeftButton);
    QVERIFY(ca.window->panelAs<CreateRootPanel>());
}

void CaPanelsTest::makesARootCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    openRootPanel(ca);
    ca.type("cn", QStringLiteral("Example Root R1"));
    ca.type("organization", QStringLiteral("Example Ltd"));
    ca.type("country", QStringLiteral("de"));
    ca.type("name", QStringLiteral("Main root"));
    QCOMPARE(ca.in<QSpinBox>("years")->value(), 10);
    QCOMPARE(ca.in<QComboBox>("key")->currentText(), QStringLiteral("ECC P-256"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    QVERIFY(ca.cellText(0, 0).startsWith(QStringLiteral("Main root")));
    const auto all = ca.store.console->cas().all();
    VERIFY_RESULT(all);
    QVERIFY(all->first().subject.contains(QStringLiteral("O=Example Ltd")));
    QCOMPARE(all->first().notAfter.date().year(), 2036);
    QCOMPARE(all->first().crlDays, 30);
}

void CaPanelsTest::namesTheFieldsOfABadRoot()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    openRootPanel(ca);
    ca.submit();
    QCOMPARE(ca.fieldError("cn"), QStringLiteral("This field is needed."));
    ca.type("cn", QString(65, u'x'));
    ca.type("country", QStringLiteral("China"));
    ca.type("name", QString(65, u'n'));
    ca.submit();
    QVERIFY(ca.fieldError("cn").contains(QStringLiteral("1 to 64")));
    QVERIFY(ca.fieldError("country").contains(QStringLiteral("two letters")));
    QVERIFY(ca.fieldError("name").contains(QStringLiteral("64")));
    QVERIFY(ca.panel());
    // An error goes away as soon as what is typed is good.
    ca.type("country", QStringLiteral("CN"));
    QCOMPARE(ca.fieldError("country"), QString());
}

void CaPanelsTest::refusesANameThatIsTaken()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.createRoot());
    openRootPanel(ca);
    ca.type("cn", QStringLiteral("Other"));
    ca.type("name", QStringLiteral("Example Root"));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("name").contains(QStringLiteral("already used")));
}

void CaPanelsTest::opensTheFoldForABadAddress()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    openRootPanel(ca);
    QVERIFY(!ca.in<QLineEdit>("issuer_url")->isVisible());
    QTest::mouseClick(ca.in<QPushButton>("advanced"), Qt::LeftButton);
    QVERIFY(ca.in<QLineEdit>("issuer_url")->isVisible());
    ca.type("cn", QStringLiteral("Root"));
    ca.type("crl_url", QStringLiteral("https://pki.example.com/r.crl"));
    ca.submit();
    QVERIFY(ca.fieldError("crl_url").contains(QStringLiteral("http")));
    // A CA without a revocation list has no address for one.
    QTest::mouseClick(ca.in<QCheckBox>("crl_enabled"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(!ca.in<QLineEdit>("crl_url")->isVisible());
    QVERIFY(!ca.in<QSpinBox>("crl_days")->isVisible());
}

void CaPanelsTest::proposesAddressesBelowTheBaseUrl()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->settings().set(settings::keys::baseUrl,
                                                   QStringLiteral("http://pki.example.com/ca")));
    openRootPanel(ca);
    QVERIFY(ca.in<QLineEdit>("crl_url")->isVisible()); // what is written everywhere is in sight
    ca.type("cn", QStringLiteral("Example Root R1"));
    QCOMPARE(ca.in<QLineEdit>("crl_url")->text(),
             QStringLiteral("http://pki.example.com/ca/Example_Root_R1.crl"));
    QCOMPARE(ca.in<QLineEdit>("issuer_url")->text(),
             QStringLiteral("http://pki.example.com/ca/Example_Root_R1.cer"));
    ca.type("name", QStringLiteral("main"));
    QCOMPARE(ca.in<QLineEdit>("crl_url")->text(),
             QStringLiteral("http://pki.example.com/ca/main.crl"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    const auto all = ca.store.console->cas().all();
    VERIFY_RESULT(all);
    QCOMPARE(all->at(0).crlUrl, QStringLiteral("http://pki.example.com/ca/main.crl"));
    QCOMPARE(all->at(0).issuerUrl, QStringLiteral("http://pki.example.com/ca/main.cer"));
}

void CaPanelsTest::leavesATypedAddressAlone()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.console->settings().set(settings::keys::baseUrl,
                                                   QStringLiteral("http://pki.example.com/")));
    openRootPanel(ca);
    ca.type("cn", QStringLiteral("One"));
    ca.type("crl_url", QStringLiteral("http://crl.example.org/mine.crl"));
    ca.type("cn", QStringLiteral("Two"));
    QCOMPARE(ca.in<QLineEdit>("crl_url")->text(),
             QStringLiteral("http://crl.example.org/mine.crl"));
    QCOMPARE(ca.in<QLineEdit>("issuer_url")->text(),
             QStringLiteral("http://pki.example.com/Two.cer"));
}

void CaPanelsTest::makesASubordinateCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.createRoot());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("create-sub"));
    QVERIFY(ca.window->panelAs<CreateSubPanel>());
    QCOMPARE(ca.in<QComboBox>("ca")->currentText(), QStringLiteral("Example Root"));
    QCOMPARE(ca.in<QSpinBox>("years")->value(), 5);
    QCOMPARE(ca.in<QSpinBox>("path_length")->value(), 0);
    ca.type("cn", QStringLiteral("Servers"));
    ca.type("permit_dns", QStringLiteral("example.com"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    const auto all = ca.store.console->cas().all();
    VERIFY_RESULT(all);
    const auto details = ca.store.console->certificates().details(all->at(1).certificate);
    VERIFY_RESULT(details);
    QCOMPARE(details->certificate.pathLength(), std::optional<int>(0));
    QCOMPARE(details->certificate.nameConstraints()->permittedDns,
             QStringList({QStringLiteral("example.com")}));
    QCOMPARE(ca.page->selected(), all->at(1).id); // the new one is chosen
}

void CaPanelsTest::namesTheFieldsOfABadSubordinate()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("create-sub"));
    ca.submit();
    QCOMPARE(ca.fieldError("cn"), QStringLiteral("This field is needed."));
    ca.type("cn", QStringLiteral("Too long"));
    ca.type("permit_dns", QStringLiteral("exa mple..com"));
    ca.submit();
    QVERIFY(!ca.fieldError("permit_dns").isEmpty());
    ca.type("permit_dns", QString());
    ca.in<QSpinBox>("years")->setValue(30);
    ca.submit();
    QTRY_VERIFY(ca.fieldError("years").contains(QStringLiteral("2036"))); // the root's end
    ca.in<QSpinBox>("years")->setValue(4);
    auto *parents = ca.in<QComboBox>("ca");
    parents->setCurrentIndex(parents->findText(QStringLiteral("Example Servers S1")));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("path_length").contains(QStringLiteral("Example Servers S1")));
}

void CaPanelsTest::offersSm2OnlyUnderAnSm2Root()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    privateca::CreateRootCommand command;
    command.subject =
        *crypto::DistinguishedName::create({{QStringLiteral("CN"), QStringLiteral("SM root")}});
    command.algorithm = crypto::KeyAlgorithm::Sm2;
    const auto root = ca.store.console->cas().createRoot(command, nullptr);
    VERIFY_RESULT(root);
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    emit ca.table()->rowActionTriggered(0, root->id.value(), QStringLiteral("create-sub"));
    auto *algorithms = ca.in<QComboBox>("key");
    QCOMPARE(algorithms->count(), 1);
    QCOMPARE(algorithms->currentText(), QStringLiteral("SM2"));
}

void CaPanelsTest::tagsACa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    const auto openTags = [&ca] {
        return ca.clickLink(1, "more") && chooseFromMenu(QStringLiteral("Tags"))
               && ca.window->panelAs<TagsPanel>();
    };
    QVERIFY(openTags());
    auto *edit = ca.panel()->findChild<TagChips *>()->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("env:prod"));
    QTest::keyClick(edit, Qt::Key_Return);
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_VERIFY(labelSays(ca.window.get(), QStringLiteral("Tags of Example Servers S1 saved.")));
    QTRY_VERIFY(ca.cellText(1, 5).contains(QStringLiteral("env:prod")));
    const auto details = ca.store.console->cas().details(ca.store.sub.id);
    VERIFY_RESULT(details);
    QCOMPARE(details->ca.tags.size(), 1);
    QCOMPARE(details->ca.tags.first().toString(), QStringLiteral("env:prod"));
    // They are there to be edited; a forbidden key is refused at the field.
    QVERIFY(openTags());
    edit = ca.panel()->findChild<TagChips *>()->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("aliyun-env:prod"));
    QTest::keyClick(edit, Qt::Key_Return);
    ca.submit();
    QVERIFY(!ca.fieldError("tag").isEmpty());
    QVERIFY(ca.panel());
    QCOMPARE(ca.store.console->cas().details(ca.store.sub.id)->ca.tags.size(), 1);
}

void CaPanelsTest::staysInsideTheParentsNameConstraints()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.createRoot());
    privateca::CreateSubCommand command;
    command.parent = ca.store.root.id;
    command.subject =
        *crypto::DistinguishedName::create({{QStringLiteral("CN"), QStringLiteral("Bound")}});
    command.pathLength = 1;
    crypto::NameConstraints bound;
    bound.permittedDns = {QStringLiteral("example.com")};
    command.nameConstraints = bound;
    const auto parent = ca.store.console->cas().createSub(command, nullptr);
    VERIFY_RESULT(parent);
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("create-sub"));
    auto *parents = ca.in<QComboBox>("ca");
    parents->setFocus();
    while (parents->currentText() != QStringLiteral("Bound"))
        QTest::keyClick(parents, parents->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
    ca.type("cn", QStringLiteral("Below"));
    ca.type("permit_dns", QStringLiteral("*.example.com"));
    ca.submit();
    QVERIFY(ca.fieldError("permit_dns").contains(QStringLiteral("*.example.com")));
    ca.type("permit_dns", QStringLiteral("example.net"));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("permit_dns").contains(QStringLiteral("example.net")));
    QCOMPARE(ca.in<QLineEdit>("cn")->text(), QStringLiteral("Below")); // nothing is lost
    ca.type("permit_dns", QStringLiteral("shop.example.com"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 3);
}

void CaPanelsTest::revokesACaOnlyWithItsNameTyped()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(1, ca.store.sub.id.value(), QStringLiteral("revoke"));
    QVERIFY(ca.window->panelAs<RevokeCaPanel>());
    QVERIFY(!ca.in<QPushButton>("panel.primary")->isEnabled());
    ca.type("typed_name", QStringLiteral("example servers s1"));
    QVERIFY(!ca.in<QPushButton>("panel.primary")->isEnabled());
    ca.type("typed_name", QStringLiteral("Example Servers S1"));
    QVERIFY(ca.in<QPushButton>("panel.primary")->isEnabled());
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.cellText(1, 2), QStringLiteral("Revoked"));
}

void CaPanelsTest::refusesToRevokeAboveLivingSubordinates()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(0, ca.store.root.id.value(), QStringLiteral("revoke"));
    ca.type("typed_name", QStringLiteral("Example Root"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("panel.error")->isVisible());
    QCOMPARE(ca.cellText(0, 2), QStringLiteral("Enabled"));
}

void CaPanelsTest::changesWhatACaPublishes()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActionTriggered(1, ca.store.sub.id.value(), QStringLiteral("details"));
    QVERIFY(ca.window->panelAs<CaDetailsPanel>());
    QTRY_VERIFY(labelSays(ca.panel(), QStringLiteral("Example Servers S1")));
    QVERIFY(ca.in<QPushButton>("panel.primary")->isHidden()); // nothing to save yet
    ca.type("crl_url", QStringLiteral("ftp://pki.example.com/s1.crl"));
    ca.submit();
    QVERIFY(ca.fieldError("crl_url").contains(QStringLiteral("http")));
    ca.type("crl_url", QStringLiteral("http://pki.example.com/s1.crl"));
    ca.in<QSpinBox>("crl_days")->setValue(7);
    ca.submit();
    QTRY_VERIFY(labelSays(ca.panel(), QStringLiteral("Saved.")));
    const auto now = ca.store.console->cas().byId(ca.store.sub.id);
    VERIFY_RESULT(now);
    QCOMPARE(now->crlUrl, QStringLiteral("http://pki.example.com/s1.crl"));
    QCOMPARE(now->crlDays, 7);
    QVERIFY(ca.in<QPushButton>("panel.primary")->isHidden());
}

void CaPanelsTest::showsFingerprintsPemAndHistory()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    emit ca.table()->rowActivated(1, ca.store.sub.id.value());
    QVERIFY(ca.window->panelAs<CaDetailsPanel>());
    QTRY_VERIFY(ca.in<CodeBlock>("ca.pem")->text().startsWith(
        QStringLiteral("-----BEGIN CERTIFICATE-----")));
    // What another program says about the PEM that is shown.
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-fingerprint"),
                   QStringLiteral("-sha256")});
    openssl.write(ca.in<CodeBlock>("ca.pem")->text().toLatin1());
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished(30000));
    const QString said = QString::fromLatin1(openssl.readAllStandardOutput())
                             .section(u'=', 1)
                             .trimmed()
                             .remove(u':');
    QCOMPARE(ca.in<KeyValueGrid>("ca.facts")->value(QStringLiteral("sha256")).remove(u' '), said);
    QTRY_VERIFY(labelSays(ca.panel(), QStringLiteral("CreateSubCACertificate")));
}

void CaPanelsTest::asksBeforeTypedTextIsLost()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    openRootPanel(ca);
    QTest::keyClick(ca.panel(), Qt::Key_Escape);
    QVERIFY(!ca.panel()); // nothing typed: it just goes
    QTest::mouseClick(ca.page->findChild<QPushButton *>(QStringLiteral("createRoot")),
                      Qt::LeftButton);
    ca.type("cn", QStringLiteral("Typed"));
    QTest::keyClick(ca.panel(), Qt::Key_Escape);
    QVERIFY(ca.panel());
    QVERIFY(ca.in<QPushButton>("panel.discard")->isVisible());
    QTest::mouseClick(ca.in<QPushButton>("panel.discard"), Qt::LeftButton);
    QVERIFY(!ca.panel());
}

QTEST_MAIN(CaPanelsTest)
#include "tst_ca_panels.moc"
