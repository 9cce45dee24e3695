// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/passphrase_field.h"
#include "ui/kit/side_panel.h"
#include "ui/shell/lock_cover.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/window_settings.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace cas::ui;

namespace {

class TestPage : public Page
{
public:
    using Page::Page;
    void activated(const QVariant &argument) override
    {
        ++activations;
        lastArgument = argument;
    }
    void deactivated() override { ++deactivations; }
    void retranslate() override { ++translations; }
    void refresh() override { ++refreshes; }
    void focusSearch() override { ++searches; }
    int activations = 0;
    int deactivations = 0;
    int translations = 0;
    int refreshes = 0;
    int searches = 0;
    QVariant lastArgument;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void makesAPageWhenFirstShown();
    void handsTheArgumentOver();
    void refusesAnUnknownPage();
    void digitsOpenThePages();
    void startsWithTheLastPage();
    void keepsItsStateInAFile();
    void navigationMovesByKeyboard();
    void collapsesAndRemembersIt();
    void paletteFindsPagesAndActions();
    void paletteAsksTheProviderAndIgnoresOldAnswers();
    void scoresFuzzyMatches();
    void lockCoversEverythingAtOnce();
    void lockTakesWhatIsSecretAway();
    void lockedWindowTakesNoShortcuts();
    void translatesOnceForEachChange();
    void aDirtyPanelKeepsItsPage();
    void closeGuardCanKeepTheWindow();
    void operatorMenuLocks();

private:
    void build();
    TestPage *made(const char *id) const
    {
        return static_cast<TestPage *>(m_window->page(QString::fromLatin1(id)));
    }

    std::unique_ptr<MemoryWindowSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_settings = std::make_unique<MemoryWindowSettings>();
    build();
}

void MainWindowTest::build()
{
    m_window = std::make_unique<MainWindow>(*m_settings);
    m_window->addGroup(QStringLiteral("ssl"), [] { return QStringLiteral("SSL Certificates"); });
    const auto add = [this](const char *id, const char *title, const char *group) {
        m_window->addPage({QString::fromLatin1(id), QString::fromLatin1(group), Symbol::Certificate,
                           [title] { return QString::fromLatin1(title); },
                           [](QWidget *parent) { return new TestPage(parent); }});
    };
    add("overview", "Overview", "");
    add("certificates", "Certificates", "ssl");
    add("tools", "Tools", "");
    add("domains", "Domains", "ssl"); // stands with its group although it came later
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QTRY_VERIFY(QApplication::activeWindow() == m_window.get());
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

void MainWindowTest::makesAPageWhenFirstShown()
{
    QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
    QVERIFY(made("overview"));
    QVERIFY(!made("certificates"));
    QVERIFY(m_window->showPage(QStringLiteral("certificates")));
    TestPage *page = made("certificates");
    QCOMPARE(page->activations, 1);
    QCOMPARE(page->translations, 1);
    QCOMPARE(made("overview")->deactivations, 1);
    m_window->showPage(QStringLiteral("overview"));
    m_window->showPage(QStringLiteral("certificates"));
    QCOMPARE(made("certificates"), page);
    QCOMPARE(page->activations, 2);
    QVERIFY(page->host());
}

void MainWindowTest::handsTheArgumentOver()
{
    made("overview")->host()->showPage(QStringLiteral("tools"), 42);
    QCOMPARE(made("tools")->lastArgument.toInt(), 42);
}

void MainWindowTest::refusesAnUnknownPage()
{
    QVERIFY(!m_window->showPage(QStringLiteral("nowhere")));
    QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
}

void MainWindowTest::digitsOpenThePages()
{
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("domains"));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(made("domains")->refreshes, 1);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(made("domains")->searches, 1);
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("domains"));
}

void MainWindowTest::startsWithTheLastPage()
{
    m_window->showPage(QStringLiteral("tools"));
    m_window.reset();
    build();
    QCOMPARE(m_window->currentPage(), QStringLiteral("tools"));
}

void MainWindowTest::keepsItsStateInAFile()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("sub/window.ini"));
    {
        FileWindowSettings settings(path);
        settings.setValue(QStringLiteral("window.page"), QStringLiteral("tools"));
    }
    FileWindowSettings settings(path);
    QCOMPARE(settings.value(QStringLiteral("window.page"), {}).toString(), QStringLiteral("tools"));
    QCOMPARE(settings.value(QStringLiteral("none"), 7).toInt(), 7);
}

void MainWindowTest::navigationMovesByKeyboard()
{
    auto *navigation = m_window->findChild<Navigation *>();
    QCOMPARE(navigation->order(),
             QStringList({QStringLiteral("overview"), QStringLiteral("certificates"),
                          QStringLiteral("domains"), QStringLiteral("tools")}));
    navigation->setFocus();
    QTest::keyClick(navigation, Qt::Key_Down);
    QTest::keyClick(navigation, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("certificates"));
    QTest::mouseClick(navigation, Qt::LeftButton, {}, QPoint(60, 20));
    QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
}

void MainWindowTest::collapsesAndRemembersIt()
{
    auto *navigation = m_window->findChild<Navigation *>();
    QCOMPARE(navigation->width(), 224);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(navigation->width(), 56);
    m_window.reset();
    build();
    QVERIFY(m_window->findChild<Navigation *>()->collapsed());
}

void MainWindowTest::paletteFindsPagesAndActions()
{
    int ran = 0;
    PaletteEntry entry;
    entry.id = QStringLiteral("action.export");
    entry.title = [] { return QStringLiteral("Export everything"); };
    entry.trigger = [&ran] { ++ran; };
    m_window->addCommand(entry);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette->isVisible());
    auto *field = palette->findChild<QLineEdit *>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("dom"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("domains"));
    QVERIFY(!palette->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("expev"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran, 1);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void MainWindowTest::paletteAsksTheProviderAndIgnoresOldAnswers()
{
    QList<std::pair<QString, CommandPalette::Done>> asked;
    m_window->setSearchProvider([&asked](const QString &text, CommandPalette::Done done) {
        asked.append({text, done});
        return std::shared_ptr<void>();
    });
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    auto *field = palette->findChild<QLineEdit *>();
    auto *list = palette->findChild<QListWidget *>();
    QTest::keyClicks(field, QStringLiteral("zq"));
    QCOMPARE(asked.size(), 2);
    QString opened;
    const auto found = [&opened](const QString &name) {
        PaletteEntry entry;
        entry.title = [name] { return name; };
        entry.trigger = [name, &opened] { opened = name; };
        return QList<PaletteEntry>{entry};
    };
    asked.at(0).second(found(QStringLiteral("old")));
    QCOMPARE(list->count(), 0);
    asked.at(1).second(found(QStringLiteral("zq.example.com")));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened, QStringLiteral("zq.example.com"));
    asked.at(1).second(found(QStringLiteral("late")));
}

void MainWindowTest::scoresFuzzyMatches()
{
    const auto score = [](const char *pattern, const char *text) {
        return CommandPalette::score(QString::fromLatin1(pattern), QString::fromLatin1(text));
    };
    QVERIFY(score("cert", "Certificates") > score("cert", "Company Profiles Extra Thing"));
    QVERIFY(score("oq", "Orders & Quota") >= 0);
    QVERIFY(score("xyz", "Orders & Quota") < 0);
    QVERIFY(score("log", "Operation Logs") > score("log", "Deploy Configuration"));
    QVERIFY(score("PRIVATE", "Private CA") > 0);
}

void MainWindowTest::lockCoversEverythingAtOnce()
{
    auto *form = new QLineEdit;
    m_window->setUnlockForm(form);
    m_window->openPanel(new SidePanel);
    m_window->lock();
    auto *cover = m_window->findChild<LockCover *>();
    QVERIFY(m_window->locked());
    QVERIFY(cover->isVisible());
    QCOMPARE(cover->geometry(), m_window->rect());
    QTRY_VERIFY(form->hasFocus());
    QCOMPARE(made("overview")->deactivations, 1);
    const QImage shot = m_window->grab().toImage();
    // Every corner is the plain background: nothing shines through.
    QCOMPARE(shot.pixelColor(5, 5), shot.pixelColor(shot.width() - 6, shot.height() - 6));
    m_window->resize(1300, 800);
    QTRY_COMPARE(cover->geometry(), m_window->rect());
    m_window->unlock();
    QVERIFY(!cover->isVisible());
    QVERIFY(m_window->panel());
    QCOMPARE(made("overview")->activations, 2);
}

void MainWindowTest::lockTakesWhatIsSecretAway()
{
    struct SecretPanel final : SidePanel
    {
        bool forgot = false;
        void forgetSecrets() override { forgot = true; }
    };
    auto *panel = new SecretPanel;
    auto *field = new PassphraseField(panel);
    panel->body()->addWidget(field);
    m_window->openPanel(panel);
    QTest::keyClicks(field->edit(), QStringLiteral("typed and not used"));
    m_window->lock();
    QVERIFY(panel->forgot);
    QVERIFY(field->empty());
}

void MainWindowTest::lockedWindowTakesNoShortcuts()
{
    QSignalSpy lockSpy(m_window.get(), &MainWindow::lockRequested);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(lockSpy.size(), 1);
    m_window->lock();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
    QVERIFY(!m_window->findChild<CommandPalette *>()->isVisible());
}

void MainWindowTest::translatesOnceForEachChange()
{
    const int before = made("overview")->translations;
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(made("overview"), &change);
    QCOMPARE(made("overview")->translations, before + 1);
}

void MainWindowTest::aDirtyPanelKeepsItsPage()
{
    auto *panel = new SidePanel;
    panel->setDirty(true);
    m_window->openPanel(panel);
    m_window->showPage(QStringLiteral("tools"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
    panel->setDirty(false);
    m_window->showPage(QStringLiteral("tools"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("tools"));
    QVERIFY(!m_window->panel());
}

void MainWindowTest::closeGuardCanKeepTheWindow()
{
    bool allow = false;
    m_window->setCloseGuard([&allow] { return allow; });
    QVERIFY(!m_window->close());
    allow = true;
    QVERIFY(m_window->close());
    QVERIFY(!m_settings->value(QStringLiteral("window.geometry"), {}).toByteArray().isEmpty());
}

void MainWindowTest::operatorMenuLocks()
{
    m_window->setOperator(QStringLiteral("li.wei"));
    QSignalSpy lockSpy(m_window.get(), &MainWindow::lockRequested);
    m_window->findChild<QAction *>(QStringLiteral("action.lock"))->trigger();
    QCOMPARE(lockSpy.size(), 1);
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
