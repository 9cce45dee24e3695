// SPDX-License-Identifier: GPL-3.0-or-later
// The Settings page by mouse and keyboard, on a real store.
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/kit/code_block.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/segmented_control.h"
#include "ui/settings/passphrase_panel.h"
#include "ui/settings/recovery_key_panel.h"
#include "ui/settings/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace cas;
using namespace cas::ui;

class SettingsPageTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void switchesTheLanguageLive();
    void switchesTheLookLive();
    void keepsTheIdleTimeAndTellsTheWindow();
    void keepsTheDaysOfNewRevocationLists();
    void refusesABaseAddressBesideItsField();
    void showsWhatAnotherProgramHasSet();
    void changesThePassphrase();
    void saysThatTheCurrentPassphraseIsWrong();
    void makesANewRecoveryKey();
    void takesTheShownRecoveryKeyAwayWhenLocked();
    void findsTheStoreSound();

private:
    template <class Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString setting(const QString &key) const
    {
        return m_store->console->settings().value(key).value_or(QStringLiteral("?"));
    }
    /// Chooses in a combo box by keys.
    void choose(const char *name, int row) const
    {
        auto *combo = in<QComboBox>(name);
        QTRY_VERIFY(combo->isEnabled());
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
    }
    void press(const char *name) const
    {
        QTRY_VERIFY(in<QPushButton>(name)->isEnabled());
        QTest::mouseClick(in<QPushButton>(name), Qt::LeftButton);
    }
    void typeSecret(const char *field, const QString &text) const
    {
        auto *secret = m_window->panel()->form()->field(QString::fromLatin1(field));
        QTest::keyClicks(secret->as<PassphraseField>()->edit(), text);
    }
    [[nodiscard]] bool opensWith(const QString &passphrase) const
    {
        m_store->console->vault().lock();
        return m_store->console->vault()
            .unlock(SecretBytes::copyOf(passphrase.toUtf8()))
            .has_value();
    }

    std::unique_ptr<FilledStore> m_store;
    std::unique_ptr<MemoryWindowSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PageWindow> m_window;
    SettingsPage *m_page = nullptr;
};

void SettingsPageTest::init()
{
    m_store = std::make_unique<FilledStore>();
    VERIFY_RESULT(m_store->create());
    m_settings = std::make_unique<MemoryWindowSettings>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
    m_language = std::make_unique<Language>();
    m_language->use(QStringLiteral("en"));
    m_page = new SettingsPage({*m_store->console, *m_settings, *m_theme, *m_language});
    m_window = std::make_unique<PageWindow>(m_page);
    m_window->open();
    QTRY_VERIFY(in<QSpinBox>("settings.crlDays")->isEnabled()); // the first reading has come
}

void SettingsPageTest::cleanup()
{
    m_window.reset();
    m_language.reset();
    m_theme.reset();
    m_store.reset();
}

void SettingsPageTest::switchesTheLanguageLive()
{
    QVERIFY(buttonSaying(m_page, QStringLiteral("Check store")));
    choose("settings.language", 2);
    QTRY_VERIFY(!buttonSaying(m_page, QStringLiteral("Check store")));
    QCOMPARE(m_language->current(), QStringLiteral("zh_CN"));
    QVERIFY(labelSays(m_page, QStringLiteral("设置")));
    QCOMPARE(m_settings->value(QStringLiteral("ui.language"), {}).toString(),
             QStringLiteral("zh_CN"));
    QCOMPARE(in<QComboBox>("settings.language")->currentData().toString(), QStringLiteral("zh_CN"));
    choose("settings.language", 1);
    QTRY_VERIFY(buttonSaying(m_page, QStringLiteral("Check store")));
}

void SettingsPageTest::switchesTheLookLive()
{
    auto *look = in<SegmentedControl>("settings.theme");
    look->setFocus();
    QTest::keyClick(look, Qt::Key_End);
    QTRY_VERIFY(m_theme->tokens().dark);
    QCOMPARE(m_settings->value(QStringLiteral("ui.theme"), {}).toString(), QStringLiteral("dark"));
}

void SettingsPageTest::keepsTheIdleTimeAndTellsTheWindow()
{
    QSignalSpy told(m_page, &SettingsPage::lockMinutesChanged);
    choose("settings.lock", 1);
    QTRY_COMPARE(setting(settings::keys::lockMinutes), QStringLiteral("5"));
    QCOMPARE(told.constLast().constFirst().toInt(), 5);
    choose("settings.lock", 5);
    QTRY_COMPARE(setting(settings::keys::lockMinutes), QStringLiteral("0"));
    QCOMPARE(in<QComboBox>("settings.lock")->currentText(), QStringLiteral("Never"));
}

void SettingsPageTest::keepsTheDaysOfNewRevocationLists()
{
    auto *days = in<QSpinBox>("settings.crlDays");
    QCOMPARE(days->value(), 30);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, QStringLiteral("9"));
    QTest::keyClick(days, Qt::Key_Return);
    QTRY_COMPARE(setting(settings::keys::crlDays), QStringLiteral("9"));
    QCOMPARE(days->suffix(), QStringLiteral(" days"));
}

void SettingsPageTest::refusesABaseAddressBesideItsField()
{
    auto *address = in<QLineEdit>("settings.baseUrl");
    auto *problem = in<QLabel>("settings.baseUrl.error");
    address->setFocus();
    QTest::keyClicks(address, QStringLiteral("ftp://pki.example.com"));
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("http")), qPrintable(problem->text()));
    QCOMPARE(address->text(), QStringLiteral("ftp://pki.example.com")); // nothing is lost
    QCOMPARE(setting(settings::keys::baseUrl), QString());
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("http://pki.example.com/ca"));
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(setting(settings::keys::baseUrl), QStringLiteral("http://pki.example.com/ca"));
    QTRY_VERIFY(!problem->isVisible());
}

void SettingsPageTest::showsWhatAnotherProgramHasSet()
{
    VERIFY_RESULT(m_store->console->settings().set(settings::keys::crlDays, QStringLiteral("14")));
    VERIFY_RESULT(m_store->console->settings().set(settings::keys::baseUrl,
                                                   QStringLiteral("http://x.example/")));
    QTRY_COMPARE(in<QSpinBox>("settings.crlDays")->value(), 14);
    QTRY_COMPARE(in<QLineEdit>("settings.baseUrl")->text(), QStringLiteral("http://x.example/"));
}

void SettingsPageTest::changesThePassphrase()
{
    const QString next = QStringLiteral("violet-Harbour-19-saddle");
    press("settings.changePassphrase");
    QVERIFY(m_window->panelAs<PassphrasePanel>());
    typeSecret("current", FilledStore::kPassphrase);
    typeSecret("passphrase", next);
    typeSecret("repeat", next);
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Change")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->panel());
    QVERIFY(!opensWith(FilledStore::kPassphrase));
    QVERIFY(opensWith(next));
}

void SettingsPageTest::saysThatTheCurrentPassphraseIsWrong()
{
    const QString next = QStringLiteral("violet-Harbour-19-saddle");
    press("settings.changePassphrase");
    typeSecret("current", QStringLiteral("not-the-Passphrase-77"));
    typeSecret("passphrase", next);
    typeSecret("repeat", next);
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Change")), Qt::LeftButton);
    const auto *current = m_window->panel()->form()->field(QStringLiteral("current"));
    QTRY_VERIFY(!current->error().isEmpty());
    QVERIFY(m_window->panel());
    QVERIFY(opensWith(FilledStore::kPassphrase));
}

void SettingsPageTest::makesANewRecoveryKey()
{
    press("settings.newRecoveryKey");
    QVERIFY(m_window->panelAs<RecoveryKeyPanel>());
    typeSecret("passphrase", FilledStore::kPassphrase);
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Make a new key")),
                      Qt::LeftButton);
    auto *shown = m_window->panel()->findChild<CodeBlock *>(QStringLiteral("recoveryKey.key"));
    QTRY_VERIFY(shown->isVisible());
    const QString key = shown->text();
    m_store->console->vault().lock();
    VERIFY_RESULT(
        m_store->console->vault().unlockWithRecoveryKey(SecretBytes::copyOf(key.toUtf8())));
}

void SettingsPageTest::takesTheShownRecoveryKeyAwayWhenLocked()
{
    press("settings.newRecoveryKey");
    typeSecret("passphrase", FilledStore::kPassphrase);
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Make a new key")),
                      Qt::LeftButton);
    auto *shown = m_window->panel()->findChild<CodeBlock *>(QStringLiteral("recoveryKey.key"));
    QTRY_VERIFY(shown->isVisible());
    m_window->panel()->forgetSecrets();
    QVERIFY(!shown->isVisible());
    QCOMPARE(shown->text(), QString());
    QVERIFY(labelSays(m_window->panel(), QStringLiteral("make a new one")));
    QVERIFY(buttonSaying(m_window->panel(), QStringLiteral("Make a new key")));
}

void SettingsPageTest::findsTheStoreSound()
{
    press("settings.check");
    QTRY_VERIFY(labelSays(m_page, QStringLiteral("The store is sound")));
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
