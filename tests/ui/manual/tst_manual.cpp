// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_panel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace cas::ui;

class TestManual : public QObject
{
    Q_OBJECT
private slots:
    void bothLanguagesHaveTheSameChapters()
    {
        const auto english = manualSections(QStringLiteral("en"));
        const auto chinese = manualSections(QStringLiteral("zh_CN"));
        QVERIFY(english.size() >= 9);
        QCOMPARE(english.size(), chinese.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QCOMPARE(english.at(i).id, chinese.at(i).id);
            QVERIFY(english.at(i).title != chinese.at(i).title);
            // As many paragraphs, list items and table rows: nothing was left out.
            QCOMPARE(english.at(i).markdown.count(u'\n'), chinese.at(i).markdown.count(u'\n'));
        }
    }

    void aLanguageWithoutAManualGetsTheEnglishOne()
    {
        QCOMPARE(manualSections(QStringLiteral("fr")).first().title,
                 manualSections(QStringLiteral("en")).first().title);
    }

    void opensAtTheChapterThatIsAskedFor()
    {
        const ManualPanel panel(QStringLiteral("settings"));
        QCOMPARE(text(panel)->document()->firstBlock().text(), QStringLiteral("Settings"));
        const ManualPanel unknown(QStringLiteral("no such page"));
        QCOMPARE(text(unknown)->document()->firstBlock().text(), QStringLiteral("First steps"));
    }

    void searchLeavesTheChaptersThatHoldTheWordAndMarksIt()
    {
        const ManualPanel panel(QStringLiteral("settings"));
        const int all = chapters(panel)->count();
        search(panel)->setText(QStringLiteral("issue-batch"));
        QCOMPARE(chapters(panel)->count(), 1);
        QCOMPARE(text(panel)->document()->firstBlock().text(), QStringLiteral("Command line"));
        QCOMPARE(text(panel)->extraSelections().size(), 2);
        search(panel)->setText(QStringLiteral("no such word at all"));
        QCOMPARE(chapters(panel)->count(), 0);
        search(panel)->clear();
        QCOMPARE(chapters(panel)->count(), all);
    }

private:
    static QTextBrowser *text(const ManualPanel &panel)
    {
        return panel.findChild<QTextBrowser *>(QStringLiteral("manual.text"));
    }
    static QListWidget *chapters(const ManualPanel &panel)
    {
        return panel.findChild<QListWidget *>(QStringLiteral("manual.chapters"));
    }
    static QLineEdit *search(const ManualPanel &panel)
    {
        return panel.findChild<QLineEdit *>(QStringLiteral("manual.search"));
    }
};

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
