// SPDX-License-Identifier: GPL-3.0-or-later
// The Import CA panel, driven by mouse and keyboard, with CAs that openssl made.
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/passphrase_field.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/import_ca_panel.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>

using namespace cas;
using namespace cas::ui;

namespace {

// A CA made by another program, as an administrator brings it along.
bool opensslCa(const QString &folder, const QString &name, const QStringList &more = {})
{
    QProcess openssl;
    openssl.start(
        QStringLiteral("openssl"),
        QStringList({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                     QStringLiteral("rsa:2048"), QStringLiteral("-days"), QStringLiteral("3650"),
                     QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                     QStringLiteral("-keyout"), folder + u'/' + name + QStringLiteral(".key"),
                     QStringLiteral("-out"), folder + u'/' + name + QStringLiteral(".crt")})
            + more);
    return openssl.waitForFinished(60000) && openssl.exitCode() == 0;
}

} // namespace

class ImportCaPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void importsACaMadeByOpenssl();
    void importsACaFromOneContainer();
    void namesOfferedFilesThatFindNoPlace();
    void saysThatACaMaySignNoList();
    void namesTheFieldsOfABadImport();
    void showsEveryNameConstraint();

private:
    static void openImportPanel(CaWindow &ca);
};

void ImportCaPanelTest::openImportPanel(CaWindow &ca)
{
    ca.open();
    QTRY_VERIFY(ca.table()->model()->total() >= 0);
    QTest::mouseClick(ca.page->findChild<QPushButton *>(QStringLiteral("importCa")),
                      Qt::LeftButton);
    QVERIFY(ca.window->panelAs<ImportCaPanel>());
}

void ImportCaPanelTest::importsACaMadeByOpenssl()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    QVERIFY(opensslCa(folder, QStringLiteral("workshop"),
                      {QStringLiteral("-passout"), QStringLiteral("pass:four-Words-here")}));
    openImportPanel(ca);
    QVERIFY(ca.in<QWidget>("field.key_passphrase")->isHidden());
    ca.in<FileInput>("certificate")->take(folder + QStringLiteral("/workshop.crt"));
    QTRY_VERIFY(!ca.in<FileInput>("certificate")->isEmpty());
    ca.in<FileInput>("key")->take(folder + QStringLiteral("/workshop.key"));
    QTRY_VERIFY(ca.in<QWidget>("field.key_passphrase")->isVisible()); // it says ENCRYPTED
    QCOMPARE(ca.in<FileInput>("key")->problem(), QString());
    QTest::keyClicks(ca.in<PassphraseField>("key_passphrase")->edit(), QStringLiteral("wrong"));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("key_passphrase").contains(QStringLiteral("wrong")));
    ca.in<PassphraseField>("key_passphrase")->wipe();
    QTest::keyClicks(ca.in<PassphraseField>("key_passphrase")->edit(),
                     QStringLiteral("four-Words-here"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    QVERIFY(ca.cellText(0, 0).contains(QStringLiteral("imported")));
    QCOMPARE(ca.cellText(0, 1), QStringLiteral("RSA 2048"));
}

void ImportCaPanelTest::importsACaFromOneContainer()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    QVERIFY(opensslCa(folder, QStringLiteral("workshop"), {QStringLiteral("-nodes")}));
    QCOMPARE(
        QProcess::execute(QStringLiteral("openssl"),
                          {QStringLiteral("pkcs12"), QStringLiteral("-export"),
                           QStringLiteral("-inkey"), folder + QStringLiteral("/workshop.key"),
                           QStringLiteral("-in"), folder + QStringLiteral("/workshop.crt"),
                           QStringLiteral("-out"), folder + QStringLiteral("/workshop.p12"),
                           QStringLiteral("-passout"), QStringLiteral("pass:four-Words-here")}),
        0);
    openImportPanel(ca);
    ca.in<FileInput>("certificate")->take(folder + QStringLiteral("/workshop.p12"));
    QTRY_VERIFY(ca.in<QWidget>("field.key_passphrase")->isVisible());
    QVERIFY(!ca.in<QWidget>("field.key")->isVisible()); // the file holds it
    QVERIFY(ca.in<FileInput>("certificate")->isAncestorOf(QApplication::focusWidget()));
    ca.submit();
    QTRY_VERIFY(!ca.fieldError("key_passphrase").isEmpty());
    QTest::keyClicks(ca.in<PassphraseField>("key_passphrase")->edit(),
                     QStringLiteral("four-Words-here"));
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    QCOMPARE(ca.cellText(0, 1), QStringLiteral("RSA 2048"));
}

void ImportCaPanelTest::namesOfferedFilesThatFindNoPlace()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    QVERIFY(opensslCa(folder, QStringLiteral("workshop"), {QStringLiteral("-nodes")}));
    const auto path = [&folder](const char *name) { return folder + QLatin1String(name); };
    QCOMPARE(
        QProcess::execute(QStringLiteral("openssl"),
                          {QStringLiteral("pkcs12"), QStringLiteral("-export"),
                           QStringLiteral("-inkey"), path("/workshop.key"), QStringLiteral("-in"),
                           path("/workshop.crt"), QStringLiteral("-out"), path("/workshop.p12"),
                           QStringLiteral("-passout"), QStringLiteral("pass:four-Words-here")}),
        0);
    QFile large(path("/large.pem"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(FileInput::kMostBytes + 1));
    openImportPanel(ca);
    auto *panel = ca.window->panelAs<ImportCaPanel>();
    const auto *message = panel->findChild<InlineMessage *>(QStringLiteral("importCa.leftOut"));
    QVERIFY(message);

    // A PFX brings its key along, so another one has no place; nor has what is too large.
    panel->offer({path("/workshop.key"), path("/large.pem"), path("/workshop.p12")});
    QTRY_VERIFY(!ca.in<FileInput>("certificate")->isEmpty());
    QVERIFY(ca.in<FileInput>("key")->isEmpty());
    QTRY_VERIFY(message->message().startsWith(
        QStringLiteral("large.pem and 1 other file(s) found no place here. A CA comes as")));

    panel->offer({path("/workshop.crt"), path("/workshop.key")});
    QTRY_VERIFY(!ca.in<FileInput>("key")->isEmpty());
    QTRY_VERIFY(message->message().isEmpty());
}

void ImportCaPanelTest::saysThatACaMaySignNoList()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    QVERIFY(opensslCa(folder, QStringLiteral("mute"),
                      {QStringLiteral("-nodes"), QStringLiteral("-addext"),
                       QStringLiteral("keyUsage=critical,keyCertSign")}));
    openImportPanel(ca);
    ca.in<FileInput>("certificate")->take(folder + QStringLiteral("/mute.crt"));
    ca.in<FileInput>("key")->take(folder + QStringLiteral("/mute.key"));
    QTRY_VERIFY(!ca.in<FileInput>("certificate")->isEmpty() && !ca.in<FileInput>("key")->isEmpty());
    ca.submit();
    QTRY_VERIFY(!ca.panel());
    const auto *toast = ca.window->findChild<QLabel *>(QStringLiteral("toast.text"));
    QVERIFY(toast);
    QCOMPARE(toast->text(),
             QStringLiteral("mute is imported without a revocation list: it may not sign one."));
}

void ImportCaPanelTest::namesTheFieldsOfABadImport()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    QVERIFY(opensslCa(folder, QStringLiteral("one"), {QStringLiteral("-nodes")}));
    QVERIFY(opensslCa(folder, QStringLiteral("two"),
                      {QStringLiteral("-nodes"), QStringLiteral("-addext"),
                       QStringLiteral("basicConstraints=critical,CA:FALSE")}));
    openImportPanel(ca);
    ca.submit();
    QVERIFY(ca.fieldError("certificate").contains(QStringLiteral("Choose the file")));
    QVERIFY(ca.fieldError("key").contains(QStringLiteral("Choose the file")));
    auto *certificate = ca.in<FileInput>("certificate");
    const auto took = [](FileInput *input, const QString &file) {
        QSignalSpy changed(input, &FileInput::changed);
        input->take(file);
        return !input->problem().isEmpty() /* being read */ && changed.wait();
    };
    auto *key = ca.in<FileInput>("key");
    QVERIFY(took(certificate, folder + QStringLiteral("/none.crt")));
    QVERIFY(certificate->problem().contains(QStringLiteral("none.crt")));
    QVERIFY(took(key, folder + QStringLiteral("/one.key")));
    QCOMPARE(key->problem(), QString());

    certificate->edit()->setPlainText(QStringLiteral("not a certificate"));
    ca.submit();
    QTRY_VERIFY(!ca.fieldError("certificate").isEmpty());
    QVERIFY(took(certificate, folder + QStringLiteral("/two.crt")));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("key").contains(QStringLiteral("does not belong")));
    QVERIFY(took(key, folder + QStringLiteral("/two.key")));
    ca.submit();
    QTRY_VERIFY(ca.fieldError("certificate").contains(QStringLiteral("not a CA")));
}

void ImportCaPanelTest::showsEveryNameConstraint()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    const QString folder = ca.store.folder.path();
    // All that another program writes into a certificate.
    QVERIFY(opensslCa(
        folder, QStringLiteral("bound"),
        {QStringLiteral("-nodes"), QStringLiteral("-addext"),
         QStringLiteral("nameConstraints=critical,permitted;DNS:example.com,"
                        "permitted;IP:192.0.2.0/255.255.255.0,permitted;email:example.com,"
                        "excluded;DNS:secret.example.com,excluded;email:root@example.com")}));
    openImportPanel(ca);
    ca.in<FileInput>("certificate")->take(folder + QStringLiteral("/bound.crt"));
    ca.in<FileInput>("key")->take(folder + QStringLiteral("/bound.key"));
    QTRY_VERIFY(!ca.in<FileInput>("certificate")->isEmpty() && !ca.in<FileInput>("key")->isEmpty());
    ca.submit();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 1);
    QVERIFY(ca.clickLink(0, "details"));
    QTRY_VERIFY(!ca.in<KeyValueGrid>("ca.facts")->value(QStringLiteral("permitted")).isEmpty());
    const auto *facts = ca.in<KeyValueGrid>("ca.facts");
    QCOMPARE(facts->value(QStringLiteral("permitted")), QStringLiteral("example.com"));
    QCOMPARE(facts->value(QStringLiteral("permitted.ip")), QStringLiteral("192.0.2.0/24"));
    QCOMPARE(facts->value(QStringLiteral("permitted.email")), QStringLiteral("example.com"));
    QCOMPARE(facts->value(QStringLiteral("excluded")), QStringLiteral("secret.example.com"));
    QCOMPARE(facts->value(QStringLiteral("excluded.email")), QStringLiteral("root@example.com"));
}

QTEST_MAIN(ImportCaPanelTest)
#include "tst_import_ca_panel.moc"
