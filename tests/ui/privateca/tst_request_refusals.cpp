// SPDX-License-Identifier: GPL-3.0-or-later
// What the Request Certificate panel refuses: each with its word beside its field, nothing lost.
#include "core/crypto/containers.h"
#include "tests/ui/privateca/request_fixtures.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/san_editor.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

class RequestRefusalsTest : public QObject
{
    Q_OBJECT
private slots:
    void namesTheFieldsOfABadRequest();
    void refusesToOutliveTheCa();
    void refusesADamagedRequest();
    void refusesAWeakOrBadlySignedRequest();
    void refusesARequestForElevenNames();
    void refusesElevenNamesTypedAtOnce();
    void letsARefusedNameBeCorrectedLetterByLetter();
    void refusesWhatTheNameConstraintsForbid();
    void saysThatTheCaCannotIssueAnyMore_data();
    void saysThatTheCaCannotIssueAnyMore();
    void assignsWhereTheRestCountIsUsedUp();
    void refusesABadCountryBesideItsField();
};

void RequestRefusalsTest::namesTheFieldsOfABadRequest()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
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

void RequestRefusalsTest::refusesToOutliveTheCa()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas()); // the CA ends in June 2031
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    auto *amount = ca.in<QSpinBox>("days.amount");
    const auto typeAmount = [amount](const char *number) {
        amount->setFocus();
        amount->selectAll();
        QTest::keyClicks(amount, QString::fromLatin1(number));
    };
    typeAmount("6"); // years
    QVERIFY(ca.fieldError("days").contains(QStringLiteral("2031")));
    ca.submit();
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
    QCOMPARE(ca.in<QLineEdit>("cn")->text(), QStringLiteral("www.example.com")); // nothing is lost
    typeAmount("4");
    QCOMPARE(ca.fieldError("days"), QString());
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
}

void RequestRefusalsTest::refusesADamagedRequest()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    ca.in<QComboBox>("key_container")->setCurrentIndex(1);
    ca.in<FileInput>("csr")->edit()->setPlainText(
        QStringLiteral("-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n"
                       "-----END CERTIFICATE REQUEST-----\n"));
    QVERIFY(!ca.fieldError("csr").isEmpty());
    QVERIFY(ca.in<QLineEdit>("cn")->text().isEmpty());
}

void RequestRefusalsTest::refusesAWeakOrBadlySignedRequest()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    const QString folder = ca.store.folder.path();
    const QByteArray weak =
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
                 QStringLiteral("rsa:1024"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                 folder + QStringLiteral("/weak.key"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=weak.example.com")});
    QVERIFY(weak.contains("BEGIN CERTIFICATE REQUEST"));
    QByteArray der = openssl(
        {QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
         folder + QStringLiteral("/good.key"), QStringLiteral("-outform"), QStringLiteral("DER"),
         QStringLiteral("-subj"), QStringLiteral("/CN=good.example.com")});
    der[der.size() - 1] = static_cast<char>(der.back() ^ 1); // the signature's last bit
    openRequest(ca);
    auto *container = ca.in<QComboBox>("key_container");
    container->setFocus();
    QTest::keyClick(container, Qt::Key_Down);
    const auto paste = [&ca](const QByteArray &pem) {
        auto *edit = ca.in<FileInput>("csr")->edit();
        edit->setFocus();
        edit->selectAll();
        QGuiApplication::clipboard()->setText(QString::fromLatin1(pem));
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    };
    paste(weak);
    QVERIFY2(ca.fieldError("csr").contains(QStringLiteral("RSA 1024")),
             qPrintable(ca.fieldError("csr")));
    QVERIFY(ca.in<QLineEdit>("cn")->text().isEmpty()); // nothing is taken from it
    paste(crypto::toPem(der, "CERTIFICATE REQUEST"));
    QVERIFY2(ca.fieldError("csr").contains(QStringLiteral("signature")),
             qPrintable(ca.fieldError("csr")));
    ca.type("cn", QStringLiteral("www.example.com"));
    ca.submit();
    QVERIFY(!ca.fieldError("csr").isEmpty());
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
}

void RequestRefusalsTest::refusesARequestForElevenNames()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    QStringList names;
    for (int i = 1; i <= 11; ++i)
        names.append(QStringLiteral("DNS:n%1.example.com").arg(i));
    const QByteArray request =
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
                 QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                 ca.store.folder.path() + QStringLiteral("/own.key"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=n1.example.com"), QStringLiteral("-addext"),
                 QStringLiteral("subjectAltName=") + names.join(u',')});
    openRequest(ca);
    ca.in<QComboBox>("key_container")->setCurrentIndex(1);
    ca.in<FileInput>("csr")->edit()->setPlainText(QString::fromLatin1(request));
    QVERIFY2(ca.fieldError("csr").contains(QStringLiteral("10")), qPrintable(ca.fieldError("csr")));
    QCOMPARE(ca.in<SanEditor>("san")->list().count(), 0);
}

void RequestRefusalsTest::refusesElevenNamesTypedAtOnce()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    QStringList names;
    for (int i = 1; i <= 11; ++i)
        names.append(QStringLiteral("n%1.example.com").arg(i));
    auto *edit = ca.in<QLineEdit>("san.edit");
    edit->setFocus();
    QGuiApplication::clipboard()->setText(names.join(u' '));
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY2(ca.fieldError("san").contains(QStringLiteral("10")), qPrintable(ca.fieldError("san")));
    QCOMPARE(edit->text(), names.join(u' ')); // to be shortened, not typed again
    for (int i = 0; i < QStringLiteral(" n11.example.com").size(); ++i)
        QTest::keyClick(edit, Qt::Key_Backspace);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(ca.fieldError("san"), QString());
    QCOMPARE(ca.in<SanEditor>("san")->list().names().size(), 10);
}

void RequestRefusalsTest::letsARefusedNameBeCorrectedLetterByLetter()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    auto *edit = ca.in<QLineEdit>("san.edit");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("bad_name.test"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!ca.fieldError("san").isEmpty());
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("good.example.com"));
    QCOMPARE(edit->text(), QStringLiteral("good.example.com")); // nothing of it was taken yet
    QCOMPARE(ca.fieldError("san"), QString());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(ca.in<SanEditor>("san")->list().names().size(), 1);
}

void RequestRefusalsTest::refusesWhatTheNameConstraintsForbid()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.create());
    VERIFY_RESULT(ca.store.createRoot());
    privateca::CreateSubCommand command;
    command.parent = ca.store.root.id;
    command.subject =
        *crypto::DistinguishedName::create({{QStringLiteral("CN"), QStringLiteral("Bound")}});
    crypto::NameConstraints bound;
    bound.permittedDns = {QStringLiteral("example.com")};
    command.nameConstraints = bound;
    const auto sub = ca.store.console->cas().createSub(command, nullptr);
    VERIFY_RESULT(sub);
    ca.store.sub = *sub;
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    QTest::keyClicks(ca.in<QLineEdit>("san.edit"), QStringLiteral("www.example.net,"));
    ca.submit();
    QTRY_VERIFY2(ca.fieldError("san").contains(QStringLiteral("www.example.net")),
                 qPrintable(ca.fieldError("san")));
    QCOMPARE(ca.in<QLineEdit>("cn")->text(), QStringLiteral("www.example.com"));
    auto *wrong = ca.in<QWidget>("san.0");
    QTest::mouseClick(wrong->findChild<QWidget *>(QStringLiteral("remove")), Qt::LeftButton);
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
}

// The panel was open already when somebody else changed the CA.
void RequestRefusalsTest::saysThatTheCaCannotIssueAnyMore_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("disabled") << "disable"
                              << "disabled";
    QTest::newRow("revoked") << "revoke"
                             << "revoked";
    QTest::newRow("expired") << "expire"
                             << "expired";
}

void RequestRefusalsTest::saysThatTheCaCannotIssueAnyMore()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    auto *amount = ca.in<QSpinBox>("days.amount");
    amount->setFocus();
    amount->selectAll();
    QTest::keyClicks(amount, QStringLiteral("1"));
    if (what == u"disable")
        VERIFY_RESULT(ca.store.console->cas().disable(ca.store.sub.id));
    else if (what == u"revoke")
        VERIFY_RESULT(
            ca.store.console->cas().revoke(ca.store.sub.id, crypto::RevocationReason::Superseded));
    else
        ca.store.clock.set(QDateTime(QDate(2031, 6, 2), QTime(9, 0), Qt::UTC));
    ca.submit();
    if (what == u"expire") {
        // The form sees it before the service: no validity fits any more.
        QTRY_VERIFY2(ca.fieldError("days").contains(QStringLiteral("2031")),
                     qPrintable(ca.fieldError("days")));
    } else {
        QTRY_VERIFY(ca.in<QWidget>("panel.error")->isVisible());
        QVERIFY2(labelSays(ca.panel(), word), qPrintable(word));
    }
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
    QCOMPARE(ca.in<QLineEdit>("cn")->text(), QStringLiteral("www.example.com")); // nothing is lost
}

void RequestRefusalsTest::assignsWhereTheRestCountIsUsedUp()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    VERIFY_RESULT(ca.store.console->cas().buyQuota(ca.store.root.id, 5));
    VERIFY_RESULT(ca.store.console->cas().assignQuota(ca.store.root.id, ca.store.sub.id, 1));
    VERIFY_RESULT(ca.store.issue({QStringLiteral("first.example.com")}));
    openRequest(ca);
    QVERIFY(labelSays(ca.panel(), QStringLiteral("Rest count: 0")));
    ca.type("cn", QStringLiteral("www.example.com"));
    // It can be assigned where it is missed, before anything was refused.
    QVERIFY(ca.in<QWidget>("field.count")->isVisible());
    auto *count = ca.in<QSpinBox>("count");
    QCOMPARE(count->value(), 4); // what the root has left
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QStringLiteral("3"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
    const auto sub = ca.store.console->cas().byId(ca.store.sub.id);
    VERIFY_RESULT(sub);
    QCOMPARE(sub->restCount, std::optional<qint64>(2));
}

void RequestRefusalsTest::refusesABadCountryBesideItsField()
{
    CaWindow ca;
    VERIFY_RESULT(ca.store.createWithCas());
    openRequest(ca);
    ca.type("cn", QStringLiteral("www.example.com"));
    QTest::mouseClick(ca.in<QPushButton>("subject.fold"), Qt::LeftButton);
    ca.type("country", QStringLiteral("FRA"));
    ca.submit();
    QVERIFY(!ca.fieldError("country").isEmpty());
    QVERIFY(!ca.in<QWidget>("issuedCard")->isVisible());
    // Hidden, the field is not checked here; the service's answer opens the fold again.
    QTest::mouseClick(ca.in<QPushButton>("subject.fold"), Qt::LeftButton);
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("field.country")->isVisible());
    QVERIFY(!ca.fieldError("country").isEmpty());
    ca.type("country", QStringLiteral("FR"));
    ca.type("organization", QString(65, u'x')); // ub-organization-name is 64
    ca.submit();
    QVERIFY(ca.fieldError("organization").contains(QStringLiteral("64")));
    ca.type("organization", QStringLiteral("Example"));
    ca.submit();
    QTRY_VERIFY(ca.in<QWidget>("issuedCard")->isVisible());
}

QTEST_MAIN(RequestRefusalsTest)
#include "tst_request_refusals.moc"
