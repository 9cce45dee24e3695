// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/backup_duty.h"
#include "core/console/console.h"
#include "core/console/crl_duty.h"
#include "ui/desktop/idle_lock.h"
#include "ui/kit/theme.h"
#include "ui/settings/keychain_slot.h"
#include "ui/settings/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_settings.h"

#include <QObject>

#include <memory>

class QApplication;

namespace cas::ui {

class UnlockForm;
class WelcomeWindow;

/// How the program was started (end of cli.md).
struct DesktopOptions
{
    QString store; // path or URL; empty: the default store in the user's data folder
    SecretBytes passphrase; // from --passphrase-file; empty: ask
    QString language; // en, zh_CN; empty: what was chosen last, else the system's
    QString theme; // light, dark, system; empty: as language
    QString page; // opens on this page
    QStringList files; // paths, offered for import once the store is open
};

/// The window and everything it needs, from first start to the last page. Lives as long as the
/// program. @thread main
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// @param app, clock borrowed; must outlive this
    /// @param executors owned, so that every job has ended before the console it works on goes
    Desktop(QApplication &app, std::unique_ptr<Executors> executors, const Clock &clock,
            DesktopOptions options);
    ~Desktop() override;

    /// Opens the store, or the first-start window where there is none.
    void start();
    /// Goes on with a console that somebody else made (the demo).
    void open(std::unique_ptr<Console> console);

    /// The ids of the pages, in the order of the navigation: what DesktopOptions::page may be.
    static QStringList pages();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

private:
    void welcome(const QString &path, const Error *error);
    void openStore(const QString &url);
    void buildWindow();
    void registerPages();
    void showManual();
    void registerCommands();
    void reveal();
    void lock();
    void updateStoreChip();
    void offerKeychain();

    QApplication &m_app;
    const Clock &m_clock;
    DesktopOptions m_options;
    std::unique_ptr<WindowSettings> m_settings;
    Theme m_theme;
    Language m_language;
    IdleLock m_idle;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<Executors> m_executors; // after the console: ends before it
    std::unique_ptr<WelcomeWindow> m_welcome;
    std::unique_ptr<MainWindow> m_window;
    UnlockForm *m_unlockForm = nullptr; // owned by the window
    std::unique_ptr<KeychainSlot> m_keychain;
    Job<Unit> m_prepareJob;
    Job<Unit> m_unlockJob;
    Job<int> m_idleJob;
    std::unique_ptr<CrlDuty> m_crlDuty;
    std::unique_ptr<BackupDuty> m_backupDuty;
};

/// The default store: `store.cas` in the user's data folder.
QString defaultStorePath();

} // namespace cas::ui
