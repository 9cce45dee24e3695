// SPDX-License-Identifier: GPL-3.0-or-later
// The Download dialog box and Revoke: what is written is read back by openssl.
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/download/download_panel.h"
#include "ui/kit/path_dialog.h"
#include "ui/download/revocation_reasons.h"
#include "ui/download/revoke_panel.h"
#include "ui/guides/guide_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/passphrase_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>

using namespace cas;
using namespace cas::ui;
using certificates::PackFormat;

namespace {

const QString kPassword = QStringLiteral("blue-Stone-42");

bool opensslReads(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

// A panel over an issued certificate, as a list opens it.
struct DownloadBench
{
    FilledStore store;
    CertificateId id;
    std::unique_ptr<PageWindow> window;

    Result<> fill()
    {
        CAS_TRY_VOID(store.createWithCas());
        CAS_TRY(id, store.issue({QStringLiteral("www.example.com")}));
        window = std::make_unique<PageWindow>(new Page);
        window->open();
        return {};
    }
    void open(bool hasKey = true, bool revoked = false)
    {
        openDownload(*window, *store.console,
                     {id, QStringLiteral("www.example.com"), hasKey, revoked});
        in<QLineEdit>("folder")->setText(store.folder.path());
    }
    ~DownloadBench() { window.reset(); }

    [[nodiscard]] SidePanel *panel() const { return window->panel(); }
    template <class Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return panel()->findChild<Widget *>(QString::fromLatin1(name));
    }
    void choose(PackFormat format) const
    {
        auto *combo = in<QComboBox>("format");
        combo->setCurrentIndex(combo->findData(int(format)));
    }
    void passwords(const QString &first, const QString &second) const
    {
        for (const auto &[name, text] :
             {std::pair("export_passphrase", first), std::pair("repeat", second)}) {
            auto *field = in<PassphraseField>(name);
            field->wipe();
            QTest::keyClicks(field->edit(), text);
        }
    }
    void submit() const { QTest::mouseClick(in<QPushButton>("panel.primary"), Qt::LeftButton); }
    [[nodiscard]] QString error(const char *field) const
    {
        return panel()->form()->field(QString::fromLatin1(field))->error();
    }
    [[nodiscard]] bool shown(const char *field) const { return in<QWidget>(field)->isVisible(); }
    [[nodiscard]] QStringList files() const
    {
        return qobject_cast<DownloadPanel *>(panel())->files();
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return store.folder.filePath(QString::fromLatin1(name));
    }
};

} // namespace

class DownloadPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void writesCertificateAndEncryptedKey();
    void writesAPfxThatOpensslReads();
    void asksForAPasswordTwice();
    void writesAClearKeyOnlyWhenAgreed();
    void showsOnlyTheFieldsOfTheFormat();
    void offersNoKeyOfARevokedCertificate();
    void asksBeforeReplacingAFile();
    void refusesAFolderThatIsNotThere();
    void remembersTheFolder();
    void leadsToTheInstallGuides();
    void revokesWithTheChosenReason();
    void refusesToRevokeTwice();

private:
    QTemporaryDir m_settings; // the remembered folder belongs to the test, not to the person
};

void DownloadPanelTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_settings.path().toLocal8Bit());
}

void DownloadPanelTest::writesCertificateAndEncryptedKey()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    QCOMPARE(bench.in<QPushButton>("panel.primary")->text(), QStringLiteral("Confirm"));
    bench.passwords(kPassword, kPassword);
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    QCOMPARE(bench.files().size(), 2);
    QVERIFY(bench.shown("download.result"));
    QVERIFY(opensslReads({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-in"),
                          bench.path("www.example.com.crt")}));
    QVERIFY(opensslReads({QStringLiteral("pkey"), QStringLiteral("-noout"), QStringLiteral("-in"),
                          bench.path("www.example.com.key"), QStringLiteral("-passin"),
                          QStringLiteral("pass:") + kPassword}));
    QVERIFY(!opensslReads({QStringLiteral("pkey"), QStringLiteral("-noout"), QStringLiteral("-in"),
                           bench.path("www.example.com.key"), QStringLiteral("-passin"),
                           QStringLiteral("pass:wrong")}));
    QVERIFY(!bench.panel()->dirty());
}

void DownloadPanelTest::writesAPfxThatOpensslReads()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.choose(PackFormat::Pfx);
    QVERIFY(bench.shown("field.strength"));
    bench.passwords(kPassword, kPassword);
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    QVERIFY(opensslReads({QStringLiteral("pkcs12"), QStringLiteral("-noout"), QStringLiteral("-in"),
                          bench.path("www.example.com.pfx"), QStringLiteral("-passin"),
                          QStringLiteral("pass:") + kPassword}));
}

void DownloadPanelTest::asksForAPasswordTwice()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.submit();
    QCOMPARE(bench.error("export_passphrase"), QStringLiteral("This field is needed."));
    bench.passwords(QStringLiteral("sevench"), QStringLiteral("sevench"));
    bench.submit();
    QCOMPARE(bench.error("export_passphrase"), QStringLiteral("Use 8 characters or more."));
    bench.passwords(kPassword, QStringLiteral("blue-Stone-43"));
    bench.submit();
    QCOMPARE(bench.error("export_passphrase"), QString());
    QCOMPARE(bench.error("repeat"), QStringLiteral("The two passwords differ."));
    QVERIFY(bench.files().isEmpty());
}

void DownloadPanelTest::writesAClearKeyOnlyWhenAgreed()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    QVERIFY(!bench.in<QCheckBox>("clear_key")->isChecked());
    QTest::mouseClick(bench.in<QCheckBox>("clear_key"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(!bench.shown("field.export_passphrase"));
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    QVERIFY(opensslReads({QStringLiteral("pkey"), QStringLiteral("-noout"), QStringLiteral("-in"),
                          bench.path("www.example.com.key"), QStringLiteral("-passin"),
                          QStringLiteral("pass:")}));
    QCOMPARE(QFileInfo(bench.path("www.example.com.key")).permissions()
                 & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void DownloadPanelTest::showsOnlyTheFieldsOfTheFormat()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.choose(PackFormat::Der);
    QVERIFY(!bench.shown("field.chain"));
    QVERIFY(!bench.shown("field.export_passphrase"));
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    QVERIFY(opensslReads({QStringLiteral("x509"), QStringLiteral("-noout"),
                          QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
                          bench.path("www.example.com.cer")}));
}

void DownloadPanelTest::offersNoKeyOfARevokedCertificate()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open(true, true);
    const auto *formats = bench.in<QComboBox>("format");
    for (int i = 0; i < formats->count(); ++i)
        QVERIFY(!certificates::holdsKey(PackFormat(formats->itemData(i).toInt())));
    QVERIFY(
        bench.in<InlineMessage>("download.note")->message().contains(QStringLiteral("revoked")));
}

void DownloadPanelTest::asksBeforeReplacingAFile()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    QFile before(bench.path("www.example.com.pem"));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("mine");
    before.close();
    bench.open();
    bench.choose(PackFormat::Pem);
    bench.submit();
    QTRY_VERIFY(bench.in<InlineMessage>("download.exists")
                    ->message()
                    .contains(QStringLiteral("www.example.com.pem is already there")));
    QCOMPARE(QFileInfo(before).size(), 4); // untouched
    emit bench.in<InlineMessage>("download.exists")->actionTriggered();
    QTRY_VERIFY(!bench.files().isEmpty());
    QVERIFY(opensslReads({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-in"),
                          bench.path("www.example.com.pem")}));
}

void DownloadPanelTest::refusesAFolderThatIsNotThere()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.choose(PackFormat::Pem);
    bench.in<QLineEdit>("folder")->setText(bench.path("nowhere"));
    bench.submit();
    QCOMPARE(bench.error("out"),
             QStringLiteral("There is no such folder. Choose another one or make it first."));
}

void DownloadPanelTest::remembersTheFolder()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.choose(PackFormat::Pem);
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    QCOMPARE(lastFolder(), bench.store.folder.path());
}

void DownloadPanelTest::leadsToTheInstallGuides()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    bench.open();
    bench.passwords(kPassword, kPassword);
    bench.submit();
    QTRY_VERIFY(!bench.files().isEmpty());
    auto *link = bench.in<QPushButton>("download.deploy");
    QCOMPARE(link->text(), QStringLiteral("Deploy SSL certificates"));
    QTest::mouseClick(link, Qt::LeftButton);
    auto *guides = bench.window->panelAs<GuidePanel>();
    QVERIFY(guides);
    QCOMPARE(guides->current(), Guides::Id::Nginx);
}

void DownloadPanelTest::revokesWithTheChosenReason()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    openRevoke(*bench.window, *bench.store.console,
               {bench.id, QStringLiteral("www"), QStringLiteral("www.example.com"), "\x01\x02",
                QStringLiteral("Example Servers S1")});
    QVERIFY(bench.window->panelAs<RevokePanel>());
    QSignalSpy revoked(bench.window->panelAs<RevokePanel>(), &RevokePanel::revoked);
    auto *reasons = bench.in<QComboBox>("reason");
    QCOMPARE(reasons->count(), 6); // RFC 5280 §5.3.1, those of operation 34
    reasons->setCurrentIndex(reasons->findData(int(crypto::RevocationReason::KeyCompromise)));
    QCOMPARE(bench.in<QPushButton>("panel.primary")->text(), QStringLiteral("Revoke"));
    QVERIFY(!bench.in<QPushButton>("panel.primary")->isEnabled());
    // By keyboard alone, from the reason to the end.
    reasons->setFocus();
    QTest::keyClick(reasons, Qt::Key_Tab);
    QTest::keyClicks(bench.panel()->focusWidget(), QStringLiteral("lost with a laptop"));
    QTest::keyClick(bench.panel()->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(bench.panel()->focusWidget(), Qt::Key_Space);
    QVERIFY(bench.in<QCheckBox>("revoke.forGood")->isChecked());
    QTest::keyClick(bench.panel()->focusWidget(), Qt::Key_Tab); // Cancel
    QTest::keyClick(bench.panel()->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(bench.panel()->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(revoked.size(), 1);
    QTRY_VERIFY(!bench.panel());
    const auto reason = bench.store.console->crls().reasonOf(bench.id);
    VERIFY_RESULT(reason);
    QCOMPARE(*reason, QStringLiteral("keyCompromise"));
    const auto events = bench.store.console->audit().page({}, {});
    VERIFY_RESULT(events);
    const auto logged = std::find_if(
        events->items.begin(), events->items.end(), [](const audit::AuditEvent &event) {
            return event.eventName == QStringLiteral("CreateRevokeClientCertificate");
        });
    QVERIFY(logged != events->items.end());
    QCOMPARE(logged->parameters.value(QStringLiteral("note")).toString(),
             QStringLiteral("lost with a laptop"));
}

void DownloadPanelTest::refusesToRevokeTwice()
{
    DownloadBench bench;
    VERIFY_RESULT(bench.fill());
    VERIFY_RESULT(
        bench.store.console->crls().revoke(bench.id, crypto::RevocationReason::Superseded));
    openRevoke(*bench.window, *bench.store.console,
               {bench.id, QStringLiteral("www"), QStringLiteral("www.example.com"), "\x01",
                QStringLiteral("S1")});
    QTest::mouseClick(bench.in<QCheckBox>("revoke.forGood"), Qt::LeftButton);
    bench.submit();
    QTRY_VERIFY(bench.in<QWidget>("panel.error")->isVisible());
    QVERIFY(bench.panel());
}

QTEST_MAIN(DownloadPanelTest)
#include "tst_download_panel.moc"
