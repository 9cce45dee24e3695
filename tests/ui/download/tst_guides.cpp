// SPDX-License-Identifier: GPL-3.0-or-later
// The install guides: what their commands name, and that nothing in a file name can become one.
#include "ui/guides/guide_panel.h"
#include "ui/kit/code_block.h"
#include "ui/kit/tab_strip.h"

#include <QLabel>
#include <QProcess>
#include <QTest>

using namespace cas::ui;

class GuidesTest : public QObject
{
    Q_OBJECT
private slots:
    void namesTheFilesThatWereWritten();
    void namesTheServerAndThePasswordFile();
    void quotesForTheShell_data();
    void quotesForTheShell();
    void saysTheSevenStepsOfTheWindowsGuide();
    void choosesTheGuideThatFits();
    void saysWhenTheFormatDoesNotFit();
    void showsEveryGuideInAPanel();
};

void GuidesTest::namesTheFilesThatWereWritten()
{
    const GuideFiles files = GuideFiles::fromPaths(
        {QStringLiteral("/srv/tls/www.crt"), QStringLiteral("/srv/tls/www.key")});
    QCOMPARE(files.certificate, QStringLiteral("/srv/tls/www.crt"));
    QCOMPARE(files.key, QStringLiteral("/srv/tls/www.key"));
    const auto steps = Guides::steps(Guides::Id::Nginx, files);
    QVERIFY(steps.at(0).code.contains(QStringLiteral("install -m 600 /srv/tls/www.key")));
    QVERIFY(steps.at(1).code.contains(
        QStringLiteral("ssl_certificate     \"/etc/nginx/ssl/www.crt\"")));
}

void GuidesTest::namesTheServerAndThePasswordFile()
{
    GuideFiles files = GuideFiles::fromPaths({QStringLiteral("/tmp/shop.example.test.key")});
    QCOMPARE(files.host(), QStringLiteral("shop.example.test"));
    QCOMPARE(GuideFiles::fromPaths({QStringLiteral("/tmp/Li Wei.crt")}).host(),
             QStringLiteral("www.example.com"));
    files.keyEncrypted = true;
    const auto steps = Guides::steps(Guides::Id::Nginx, files);
    QCOMPARE(steps.size(), 5);
    QVERIFY(steps.at(0).code.contains(QStringLiteral("shop.example.test.crt")));
    // The file that the configuration names is made by the step before.
    QVERIFY(steps.at(1).code.contains(QStringLiteral("> /etc/nginx/ssl/key.pass")));
    QVERIFY(steps.at(2).code.contains(QStringLiteral("server_name shop.example.test;")));
    QVERIFY(steps.at(2).code.contains(
        QStringLiteral("ssl_password_file   \"/etc/nginx/ssl/key.pass\"")));
    QVERIFY(steps.at(4).code.contains(QStringLiteral("-connect shop.example.test:443")));
}

void GuidesTest::quotesForTheShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("/tmp/www.example.com.crt");
    QTest::newRow("blank") << QStringLiteral("/tmp/my file.crt");
    QTest::newRow("single quote") << QStringLiteral("/tmp/o'neil.crt");
    QTest::newRow("substitution") << QStringLiteral("/tmp/$(touch x)`id`.crt");
    QTest::newRow("semicolon") << QStringLiteral("a;reboot");
}

void GuidesTest::quotesForTheShell()
{
    QFETCH(QString, text);
    QProcess shell; // the shell itself says what it understood
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("printf %s ") + Guides::shellWord(text)});
    QVERIFY(shell.waitForFinished(10000));
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

void GuidesTest::saysTheSevenStepsOfTheWindowsGuide()
{
    const auto steps = Guides::steps(Guides::Id::Windows, {});
    QCOMPARE(steps.size(), 7);
    // The labels of the guide, Install Root Certificate.
    const char *labels[] = {"mmc",
                            "File > Add/Remove Snap-in",
                            "Available Snap-ins",
                            "Computer Account",
                            "Local computer (the computer this console is running on)",
                            "Enterprise Trust",
                            "All Tasks > Import"};
    for (int i = 0; i < 7; ++i)
        QVERIFY2(steps.at(i).text.contains(QString::fromLatin1(labels[i])), labels[i]);
}

void GuidesTest::choosesTheGuideThatFits()
{
    QCOMPARE(Guides::suggested(
                 GuideFiles::fromPaths({QStringLiteral("a.crt"), QStringLiteral("a.key")})),
             Guides::Id::Nginx);
    QCOMPARE(Guides::suggested(GuideFiles::fromPaths({QStringLiteral("a.pfx")})), Guides::Id::Iis);
    QCOMPARE(Guides::suggested(GuideFiles::fromPaths({QStringLiteral("a.cer")})),
             Guides::Id::Windows);
}

void GuidesTest::saysWhenTheFormatDoesNotFit()
{
    const GuideFiles pfx = GuideFiles::fromPaths({QStringLiteral("a.pfx")});
    QVERIFY(Guides::hint(Guides::Id::Nginx, pfx).contains(QStringLiteral("PEM")));
    QVERIFY(Guides::hint(Guides::Id::Iis, pfx).isEmpty());
}

void GuidesTest::showsEveryGuideInAPanel()
{
    GuidePanel panel(
        GuideFiles::fromPaths({QStringLiteral("/tmp/<b>x</b>.crt"), QStringLiteral("/tmp/x.key")}));
    panel.resize(720, 852);
    panel.QWidget::show();
    for (const Guides::Id id : Guides::all()) {
        panel.showGuide(id);
        QCOMPARE(panel.current(), id);
        const auto wanted =
            Guides::steps(id, GuideFiles::fromPaths({QStringLiteral("/tmp/<b>x</b>.crt"),
                                                     QStringLiteral("/tmp/x.key")}));
        for (int i = 0; i < wanted.size(); ++i) {
            const auto *text = panel.findChild<QLabel *>(QStringLiteral("step%1").arg(i + 1));
            QVERIFY(text);
            QCOMPARE(text->text(), wanted.at(i).text);
            QCOMPARE(text->textFormat(), Qt::PlainText);
        }
    }
}

QTEST_MAIN(GuidesTest)
#include "tst_guides.moc"
