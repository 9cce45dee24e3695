// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/crl_service.h"
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/download/download_panel.h"
#include "ui/download/revoke_panel.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/tag_chips.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QToolButton>

using namespace cas;
using namespace cas::ui;

class CertificateDetailsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsWhatTheCertificateSays();
    void agreesWithOpenssl();
    void copiesTheSerialWithoutGrouping();
    void walksTheChainAndBack();
    void savesTagsAtOnce();
    void keepsTagsThatWereTypedWhileOthersWereSaved();
    void writesNoTagsOverThoseOfSomebodyElse();
    void refusesABadTagBesideTheField();
    void showsItsHistory();
    void followsARevocation();
    void makesHiddenCharactersVisible();
    void saysWhenTheCertificateIsGone();
    void opensDownloadAndRevoke();

private:
    void open(CertificateId id);
    [[nodiscard]] QString value(const char *row) const;

    std::unique_ptr<FilledStore> m_store;
    std::unique_ptr<PageWindow> m_window;
    CertificateId m_www;
    CertificateDetailsPanel *m_panel = nullptr;
};

void CertificateDetailsTest::init()
{
    m_store = std::make_unique<FilledStore>();
    VERIFY_RESULT(m_store->createWithCas());
    const auto www =
        m_store->issue({QStringLiteral("www.example.com"), QStringLiteral("192.0.2.7")});
    VERIFY_RESULT(www);
    m_www = *www;
    m_window = std::make_unique<PageWindow>(new Page);
    m_window->open();
}

void CertificateDetailsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

void CertificateDetailsTest::open(CertificateId id)
{
    m_panel = new CertificateDetailsPanel(*m_store->console, id, m_window.get());
    QSignalSpy shown(m_panel, &CertificateDetailsPanel::shown);
    m_window->openPanel(m_panel);
    QVERIFY(shown.wait());
}

QString CertificateDetailsTest::value(const char *row) const
{
    const auto *label =
        m_panel->findChild<QLabel *>(QStringLiteral("value.") + QLatin1StringView(row));
    return label ? label->text() : QStringLiteral("no such row");
}

void CertificateDetailsTest::showsWhatTheCertificateSays()
{
    open(m_www);
    QVERIFY(labelSays(m_panel, QStringLiteral("www.example.com")));
    QCOMPARE(value("sans"), QStringLiteral("www.example.com, 192.0.2.7"));
    QVERIFY(value("issuer").contains(QStringLiteral("Example Servers S1")));
    QCOMPARE(value("key"), QStringLiteral("ECC P-256"));
    QCOMPARE(value("key_held"), QStringLiteral("In this store, sealed"));
    QCOMPARE(m_panel->findChild<StatusChip *>(QStringLiteral("details.status"))->text(),
             QStringLiteral("Issued"));
    const QString life = m_panel->findChild<QLabel *>(QStringLiteral("details.life"))->text();
    QVERIFY2(life.contains(QStringLiteral("2027-06-01")), qPrintable(life));
    const QString extensions =
        m_panel->findChild<CodeBlock *>(QStringLiteral("details.extensions"))->text();
    QVERIFY(extensions.contains(QStringLiteral("www.example.com")));
    QVERIFY(extensions.contains(QStringLiteral("(critical)"))); // key usage, RFC 5280 4.2.1.3
}

void CertificateDetailsTest::agreesWithOpenssl()
{
    open(m_www);
    const QString pem = m_panel->findChild<CodeBlock *>(QStringLiteral("details.pem"))->text();
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-serial"),
                   QStringLiteral("-fingerprint"), QStringLiteral("-sha256")});
    openssl.write(pem.toLatin1());
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    const QString said = QString::fromLatin1(openssl.readAllStandardOutput());
    QString serial = value("serial");
    QVERIFY2(said.contains(QStringLiteral("serial=") + serial.remove(u' ')), qPrintable(said));
    QString print = value("sha256");
    print.remove(u' ');
    QString opensslPrint = said;
    QVERIFY2(opensslPrint.remove(u':').contains(print), qPrintable(said));
}

void CertificateDetailsTest::copiesTheSerialWithoutGrouping()
{
    open(m_www);
    QVERIFY(value("serial").contains(u' '));
    auto *copy = m_panel->findChild<QToolButton *>(QStringLiteral("copy.serial"));
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    QString grouped = value("serial");
    QCOMPARE(QGuiApplication::clipboard()->text(), grouped.remove(u' '));
}

void CertificateDetailsTest::walksTheChainAndBack()
{
    open(m_www);
    auto *chain = m_panel->findChild<ChainTree *>(QStringLiteral("details.chain"));
    QVERIFY(chain->accessibleDescription().startsWith(QStringLiteral("Example Root")));
    chain->setFocus();
    QSignalSpy shown(m_panel, &CertificateDetailsPanel::shown);
    QTest::keyClick(chain, Qt::Key_Return); // the root stands first
    QVERIFY(shown.wait());
    QCOMPARE(m_panel->certificate(), m_store->root.certificate);
    QCOMPARE(value("issuer"), m_store->root.subject);
    auto *back = m_panel->findChild<QPushButton *>(QStringLiteral("details.back"));
    QTRY_VERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(shown.wait());
    QCOMPARE(m_panel->certificate(), m_www);
    QVERIFY(!back->isVisible());
}

void CertificateDetailsTest::savesTagsAtOnce()
{
    open(m_www);
    auto *tags = m_panel->findChild<TagChips *>(QStringLiteral("details.tags"));
    auto *edit = tags->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("env:prod"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_store->console->certificates().row(m_www)->tags.size(), 1);
    QCOMPARE(m_store->console->certificates().row(m_www)->tags.constFirst().toString(),
             QStringLiteral("env:prod"));
}

void CertificateDetailsTest::keepsTagsThatWereTypedWhileOthersWereSaved()
{
    open(m_www);
    auto *edit =
        m_panel->findChild<TagChips *>(QStringLiteral("details.tags"))->findChild<QLineEdit *>();
    for (const char *tag : {"a:1", "b:2", "c:3"}) {
        QTest::keyClicks(edit, QString::fromLatin1(tag));
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QTRY_COMPARE(m_store->console->certificates().row(m_www)->tags.size(), 3);
}

void CertificateDetailsTest::writesNoTagsOverThoseOfSomebodyElse()
{
    open(m_www);
    auto *tags = m_panel->findChild<TagChips *>(QStringLiteral("details.tags"));
    auto *edit = tags->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("mine:1"));
    const auto theirs = tags::Tag::parse(QStringLiteral("theirs:1"));
    VERIFY_RESULT(theirs);
    VERIFY_RESULT(m_store->console->certificates().setTags(m_www, {*theirs}));
    QTest::keyClick(edit, Qt::Key_Return); // before the change feed told of it
    QTRY_VERIFY(m_panel->findChild<QLabel *>(QStringLiteral("details.tagsError"))->isVisible());
    QTRY_COMPARE(tags->tags(), QStringList{QStringLiteral("theirs:1")});
    QCOMPARE(m_store->console->certificates().row(m_www)->tags, QList<tags::Tag>{*theirs});
}

void CertificateDetailsTest::refusesABadTagBesideTheField()
{
    open(m_www);
    auto *edit =
        m_panel->findChild<TagChips *>(QStringLiteral("details.tags"))->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("aliyun:x"));
    QTest::keyClick(edit, Qt::Key_Return);
    auto *error = m_panel->findChild<QLabel *>(QStringLiteral("details.tagsError"));
    QTRY_VERIFY(error->isVisible());
    QVERIFY(!error->text().isEmpty());
    QVERIFY(m_store->console->certificates().row(m_www)->tags.isEmpty());
}

void CertificateDetailsTest::showsItsHistory()
{
    open(m_www);
    auto *first = m_panel->findChild<QLabel *>(QStringLiteral("history.0"));
    QVERIFY(first);
    QCOMPARE(first->text(), QStringLiteral("li.wei issued www.example.com"));
    // A change elsewhere comes in by itself, at the top.
    const auto row = m_store->console->certificates().row(m_www);
    VERIFY_RESULT(
        m_store->console->certificates().rename(m_www, QStringLiteral("Shop"), row->revision));
    QTRY_VERIFY(m_panel->findChild<QLabel *>(QStringLiteral("history.1")));
    QCOMPARE(m_panel->findChild<QLabel *>(QStringLiteral("history.0"))->text(),
             QStringLiteral("li.wei renamed a certificate to Shop"));
}

void CertificateDetailsTest::followsARevocation()
{
    open(m_www);
    auto *revoke = m_panel->findChild<QPushButton *>(QStringLiteral("details.revoke"));
    QVERIFY(revoke->isVisible());
    VERIFY_RESULT(m_store->console->crls().revoke(m_www, crypto::RevocationReason::KeyCompromise));
    auto *chip = m_panel->findChild<StatusChip *>(QStringLiteral("details.status"));
    QTRY_COMPARE(chip->text(), QStringLiteral("Revoked"));
    QVERIFY(!revoke->isVisible());
    QVERIFY(m_panel->findChild<QLabel *>(QStringLiteral("details.life"))
                ->text()
                .contains(QStringLiteral("keyCompromise")));
}

void CertificateDetailsTest::makesHiddenCharactersVisible()
{
    const auto row = m_store->console->certificates().row(m_www);
    // U+202E turns the text after it round: "txt.exe" would read "exe.txt" (UAX #9).
    VERIFY_RESULT(m_store->console->certificates().rename(
        m_www, QStringLiteral("invoice<b>\u202Etxt.exe"), row->revision));
    open(m_www);
    const auto *title = m_panel->findChild<QLabel *>(QStringLiteral("panel.title"));
    QCOMPARE(title->text(), QStringLiteral("invoice<b>‹U+202E›txt.exe"));
    QCOMPARE(title->textFormat(), Qt::PlainText);
}

void CertificateDetailsTest::saysWhenTheCertificateIsGone()
{
    m_panel = new CertificateDetailsPanel(*m_store->console, CertificateId(42), m_window.get());
    m_window->openPanel(m_panel);
    QWidget *error = nullptr;
    QTRY_VERIFY((error = m_panel->findChild<QWidget *>(QStringLiteral("details.error")))
                && error->isVisible());
    QVERIFY(buttonSaying(m_panel, QStringLiteral("Try again")));
    QVERIFY(!buttonSaying(m_panel, QStringLiteral("Download")));
}

void CertificateDetailsTest::opensDownloadAndRevoke()
{
    open(m_www);
    QTest::mouseClick(buttonSaying(m_panel, QStringLiteral("Revoke")), Qt::LeftButton);
    QTRY_VERIFY(m_window->panelAs<RevokePanel>());
    QTest::keyClick(m_window->panel(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->panel());
    open(m_www);
    QTest::mouseClick(buttonSaying(m_panel, QStringLiteral("Download")), Qt::LeftButton);
    QTRY_VERIFY(m_window->panelAs<DownloadPanel>());
}

QTEST_MAIN(CertificateDetailsTest)
#include "tst_certificate_details.moc"
