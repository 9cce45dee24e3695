// SPDX-License-Identifier: GPL-3.0-or-later
// The Request Certificate panel on a real CA: what it issues is read back and judged by openssl.
#include "core/crypto/containers.h"
#include "tests/ui/privateca/request_fixtures.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/download/download_panel.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/san_editor.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

class RequestPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void issuesAServerCertificate();
    void issuesAClientCertificate();
    void showsABadNameAtOnce();
    void countsNamesUpToTen();
    void removesAName();
    void issuesForARequestMadeElsewhere();
    void takesOrganizationAndPlaceFromTheCa();
    void writesOrganizationAndPlaceAsTyped();
    void leadsOnToDownloadDetailsAndTheNext();
    void offersAddressesOnlyWhereTheCaHasSome();

private:
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
    openRequest(ca);
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
    openRequest(ca);
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
    openRequest(ca);
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
    openRequest(ca);
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
    openRequest(ca);
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("a.example.com,b.example.com,"));
    auto *first = ca.in<QWidget>("san.0");
    QTest::mouseClick(first->findChild<QWidget *>(QStringLiteral("remove")), Qt::LeftButton);
    QCOMPARE(ca.in<SanEditor>("san")->list().names().size(), 1);
    QCOMPARE(ca.in<SanEditor>("san")->list().names().first().value(),
             QStringLiteral("b.example.com"));
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
    openRequest(ca);
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

void RequestPanelTest::takesOrganizationAndPlaceFromTheCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas()); // C=CN, O=Example Ltd
    openRequest(ca);
    QVERIFY(!ca.in<QWidget>("field.organization")->isVisible());
    QTest::mouseClick(ca.in<QPushButton>("subject.fold"), Qt::LeftButton);
    QVERIFY(ca.in<QWidget>("field.organization")->isVisible());
    QCOMPARE(ca.in<QLineEdit>("organization")->placeholderText(), QStringLiteral("Example Ltd"));
    QCOMPARE(ca.in<QLineEdit>("country")->placeholderText(), QStringLiteral("CN"));
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(issuedText(ca).contains("Subject: C = CN, O = Example Ltd, CN = www.example.com"));
}

void RequestPanelTest::writesOrganizationAndPlaceAsTyped()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    QTest::mouseClick(ca.in<QPushButton>("subject.fold"), Qt::LeftButton);
    ca.type("organization", QStringLiteral("Example Europe"));
    ca.type("unit", QStringLiteral("Shop"));
    ca.type("city", QStringLiteral("Lyon"));
    ca.type("province", QStringLiteral("ARA"));
    ca.type("country", QStringLiteral("fr"));
    // Folded away it is still part of what is asked for.
    QTest::mouseClick(ca.in<QPushButton>("subject.fold"), Qt::LeftButton);
    QVERIFY(!ca.in<QWidget>("field.organization")->isVisible());
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    const QByteArray text = issuedText(ca);
    QVERIFY2(text.contains("Subject: C = FR, ST = ARA, L = Lyon, O = Example Europe, OU = Shop, "
                           "CN = www.example.com"),
             text.constData());
}

void RequestPanelTest::leadsOnToDownloadDetailsAndTheNext()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("192.0.2.7,"));
    ca.in<QSpinBox>("days.amount")->setFocus();
    QTest::keyClick(ca.in<QSpinBox>("days.amount"), Qt::Key_Up);
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    QVERIFY(!ca.in<KeyValueGrid>("issued.facts")->value(QStringLiteral("serial")).isEmpty());
    QTest::mouseClick(ca.in<QPushButton>("issued.another"), Qt::LeftButton);
    QVERIFY(ca.window->panelAs<RequestPanel>());
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
    // The names of the last one are gone, what a series shares is still there.
    QVERIFY(ca.in<QLineEdit>("cn")->text().isEmpty());
    QCOMPARE(ca.in<QLineEdit>("cn")->window()->focusWidget(), ca.in<QLineEdit>("cn"));
    QCOMPARE(ca.in<SanEditor>("san")->list().count(), 0);
    QCOMPARE(ca.in<QSpinBox>("days.amount")->value(), 2);
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
    openRequest(ca);
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
