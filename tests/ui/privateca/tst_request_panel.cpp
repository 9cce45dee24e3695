// SPDX-License-Identifier: GPL-3.0-or-later
// The Request Certificate panel on a real CA: what it issues is read back and judged by openssl.
#include "core/crypto/containers.h"
#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/download/download_panel.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/request_panel.h"
#include "ui/privateca/san_editor.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

namespace {

QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "openssl failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

class RequestPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void issuesAServerCertificate();
    void issuesAClientCertificate();
    void showsABadNameAtOnce();
    void countsNamesUpToTen();
    void removesAName();
    void namesTheFieldsOfABadRequest();
    void refusesToOutliveTheCa();
    void issuesForARequestMadeElsewhere();
    void refusesADamagedRequest();
    void saysWhenTheRestCountIsUsedUp();
    void leadsOnToDownloadDetailsAndTheNext();
    void offersAddressesOnlyWhereTheCaHasSome();

private:
    static void open(CaWindow &ca)
    {
        ca.open();
        QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
        QVERIFY(ca.clickLink(1, "request"));
        QVERIFY(ca.window->panelAs<RequestPanel>());
    }
    static QByteArray issuedText(CaWindow &ca)
    {
        const auto page =
            ca.store.console->certificates().page({}, ca.store.sub.certificate, {10, {}, 0});
        if (!page || page->items.isEmpty())
            return "nothing issued";
        const auto details = ca.store.console->certificates().details(page->items.first().id);
        return details ? openssl({QStringLiteral("x509"), QStringLiteral("-noout"),
                                  QStringLiteral("-text"), QStringLiteral("-inform"),
                                  QStringLiteral("DER")},
                                 details->certificate.der())
                       : QByteArray("no details");
    }
};

void RequestPanelTest::issuesAServerCertificate()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    QCOMPARE(ca.in<QComboBox>("type")->currentText(), QStringLiteral("Server Certificate"));
    QCOMPARE(ca.in<QComboBox>("key_container")->currentText(), QStringLiteral("Console Managed"));
    ca.type("cn", QStringLiteral("www.example.com"));
    QVERIFY(ca.in<QWidget>("san.own")); // the common name stands among the names
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("example.com,192.0.2.7,"));
    ca.in<QSpinBox>("days.amount")->setValue(90);
    ca.in<QComboBox>("days.unit")->setCurrentIndex(0);
    ca.type("login_account", QStringLiteral("ops-17"));
    QCOMPARE(ca.in<QPushButton>("panel.primary")->text(), QStringLiteral("Submit"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    const QByteArray text = issuedText(ca);
    QVERIFY2(text.contains("DNS:www.example.com, DNS:example.com, IP Address:192.0.2.7"),
             text.constData());
    QVERIFY(text.contains("TLS Web Server Authentication"));
    QVERIFY(text.contains("UID = ops-17"));
    QVERIFY(text.contains("Not After : Aug 30 08:55:00 2026 GMT")); // 90 days from 1 June, -5 min
    QVERIFY(!ca.panel()->dirty());
}

void RequestPanelTest::issuesAClientCertificate()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    ca.in<QComboBox>("type")->setCurrentIndex(1);
    ca.type("cn", QStringLiteral("Jane Doe"));
    QVERIFY(!ca.in<QWidget>("san.own"));
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("jane@example.com"));
    QTest::keyClick(ca.in<QLineEdit>("san.edit"), Qt::Key_Return);
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    const QByteArray text = issuedText(ca);
    QVERIFY(text.contains("TLS Web Client Authentication"));
    QVERIFY(text.contains("email:jane@example.com"));
    QVERIFY(text.contains("CN = Jane Doe"));
}

void RequestPanelTest::showsABadNameAtOnce()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    ca.in<QComboBox>("san.type")->setCurrentText(QStringLiteral("IP"));
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("300.1.1.1,"));
    QVERIFY(ca.fieldError("san").contains(QStringLiteral("not an IP address")));
    QCOMPARE(ca.in<SanEditor>("san")->list().count(), 0);
    QTest::keyClick(ca.in<QLineEdit>("san.edit"), Qt::Key_Backspace);
    QCOMPARE(ca.fieldError("san"), QString()); // being mended
}

void RequestPanelTest::countsNamesUpToTen()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    auto *edit = ca.in<QLineEdit>("san.edit");
    for (int i = 1; i <= 10; ++i) {
        QTest::keyClicks(edit, QStringLiteral("n%1.example.com,").arg(i));
        QCOMPARE(ca.in<QLabel>("san.count")->text(), QStringLiteral("%1 of 10").arg(i));
    }
    QVERIFY(!edit->isEnabled());
    ca.type("cn", QStringLiteral("www.example.com"));
    QCOMPARE(ca.in<QLabel>("san.count")->text(), QStringLiteral("10 of 10"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(issuedText(ca).contains("DNS:n10.example.com"));
}

void RequestPanelTest::removesAName()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("a.example.com,b.example.com,"));
    auto *first = ca.in<QWidget>("san.0");
    QTest::mouseClick(first->findChild<QWidget *>(QStringLiteral("remove")), Qt::LeftButton);
    QCOMPARE(ca.in<SanEditor>("san")->list().names().size(), 1);
    QCOMPARE(ca.in<SanEditor>("san")->list().names().first().value(),
             QStringLiteral("b.example.com"));
}

void RequestPanelTest::namesTheFieldsOfABadRequest()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    ca.submit();
    QCOMPARE(ca.fieldError("cn"), QStringLiteral("This field is needed."));
    ca.type("cn", QStringLiteral("not a host name"));
    ca.type("login_account", QString(65, u'a'));
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("-x-.example"));
    ca.submit();
    QVERIFY(ca.fieldError("cn").contains(QStringLiteral("domain name or an IP address")));
    QVERIFY(ca.fieldError("login_account").contains(QStringLiteral("64")));
    QVERIFY(ca.fieldError("san").contains(QStringLiteral("not a valid domain name")));
    // A person's name is good for a client.
    ca.in<QComboBox>("type")->setCurrentIndex(1);
    QCOMPARE(ca.fieldError("cn"), QString());
}

void RequestPanelTest::refusesToOutliveTheCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas()); // the CA ends in June 2031
    open(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.in<QSpinBox>("days.amount")->setValue(6);
    QVERIFY(ca.fieldError("days").contains(QStringLiteral("2031")));
    ca.submit();
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
    ca.in<QSpinBox>("days.amount")->setValue(4);
    QCOMPARE(ca.fieldError("days"), QString());
}

void RequestPanelTest::issuesForARequestMadeElsewhere()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    const QString folder = ca.store.folder.path();
    const QByteArray request =
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
                 QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                 folder + QStringLiteral("/own.key"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=shop.example.com"), QStringLiteral("-addext"),
                 QStringLiteral("subjectAltName=DNS:shop.example.com,DNS:pay.example.com")});
    QVERIFY(request.contains("BEGIN CERTIFICATE REQUEST"));
    open(ca);
    ca.in<QComboBox>("key_container")->setCurrentIndex(1);
    QVERIFY(ca.in<QWidget>("field.csr")->isVisible());
    QVERIFY(!ca.in<QWidget>("field.key")->isVisible());
    ca.submit();
    QVERIFY(!ca.fieldError("csr").isEmpty());
    ca.in<FileInput>("csr")->edit()->setPlainText(QString::fromLatin1(request));
    QCOMPARE(ca.in<QLineEdit>("cn")->text(), QStringLiteral("shop.example.com"));
    QCOMPARE(ca.in<SanEditor>("san")->list().names().size(), 2);
    QVERIFY(ca.in<InlineMessage>("csr.note")->message().contains(QStringLiteral("RSA 2048")));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(issuedText(ca).contains("DNS:shop.example.com, DNS:pay.example.com"));
    // Its key is not here: only certificates can be downloaded.
    QTest::mouseClick(ca.in<QPushButton>("issued.download"), Qt::LeftButton);
    QVERIFY(ca.window->panelAs<DownloadPanel>());
    QCOMPARE(ca.in<QComboBox>("format")->count(), 3);
}

void RequestPanelTest::refusesADamagedRequest()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    ca.in<QComboBox>("key_container")->setCurrentIndex(1);
    ca.in<FileInput>("csr")->edit()->setPlainText(
        QStringLiteral("-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n"
                       "-----END CERTIFICATE REQUEST-----\n"));
    QVERIFY(!ca.fieldError("csr").isEmpty());
    QVERIFY(ca.in<QLineEdit>("cn")->text().isEmpty());
}

void RequestPanelTest::saysWhenTheRestCountIsUsedUp()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.console->cas().buyQuota(ca.store.root.id, 5));
    VERIFY_RESULT(ca.store.console->cas().assignQuota(ca.store.root.id, ca.store.sub.id, 1));
    VERIFY_RESULT(ca.store.issue({QStringLiteral("first.example.com")}));
    open(ca);
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Rest count: 0")));
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("panel.error")->isVisible());
    QVERIFY(labelSays(ca.panel(), QStringLiteral("quota")));
}

void RequestPanelTest::leadsOnToDownloadDetailsAndTheNext()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(!ca.in<KeyValueGrid>("issued.facts")->value(QStringLiteral("serial")).isEmpty());
    QTest::mouseClick(ca.in<QPushButton>("issued.another"), Qt::LeftButton);
    QVERIFY(ca.window->panelAs<RequestPanel>());
    QVERIFY(ca.in<QLineEdit>("cn")->text().isEmpty());
    ca.type("cn", QStringLiteral("two.example.com"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QTest::mouseClick(ca.in<QPushButton>("issued.details"), Qt::LeftButton);
    QVERIFY(ca.window->panelAs<CertificateDetailsPanel>());
}

void RequestPanelTest::offersAddressesOnlyWhereTheCaHasSome()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    open(ca);
    QVERIFY(ca.in<QWidget>("field.include_urls")->isHidden());
    ca.panel()->done();
    privateca::Publication publication;
    publication.crlUrl = QStringLiteral("http://pki.example.com/s1.crl");
    VERIFY_RESULT(ca.store.console->cas().setPublication(ca.store.sub.id, publication));
    // The page hears of it by the change feed.
    QTRY_VERIFY([&] {
        if (ca.panel())
            ca.panel()->done();
        return ca.clickLink(1, "request") && ca.in<QWidget>("field.include_urls")->isVisible();
    }());
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(issuedText(ca).contains("URI:http://pki.example.com/s1.crl"));
}

QTEST_MAIN(RequestPanelTest)
#include "tst_request_panel.moc"
