// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/page.h"
#include "ui/kit/theme.h"
#include "ui/settings/keychain_slot.h"
#include "ui/settings/language.h"
#include "ui/shell/window_settings.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace cas::ui {

class BackupCard;
class Card;
class InlineMessage;
class SegmentedControl;
class SettingWriter;
class StoreCard;

/// What the Settings page changes outside the store.
struct SettingsEnvironment
{
    Console &console;
    WindowSettings &window; // language and look are the person's, not the store's
    Theme &theme;
    Language &language;
};

/// Settings (id `settings`): general, vault, publication, backup, store. Everything applies at
/// once.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(SettingsEnvironment environment, QWidget *parent = nullptr);

    void activated(const QVariant &argument) override;
    void retranslate() override;
    void refresh() override;

signals:
    /// The idle time in minutes, 0: never.
    void lockMinutesChanged(int minutes);
    /// Another store shall be opened, beside this one.
    void openStoreRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Card *makeGeneral();
    Card *makeVault();
    Card *makePublication();
    void setBaseUrl();
    void toggleKeychain(bool on);
    void showFacts();
    void arrangeCards();
    void setMetered(bool on);
    void openChangePassphrase();
    void openRecoveryKey();
    void showFailure(const Error &error);
    void showCrlUnit();

    /// What one reading of the store brings.
    struct Facts
    {
        int lockMinutes = 0;
        int crlDays = 0;
        QString baseUrl;
        bool metered = false;
        bool keychainSlot = false;
        bool offline = false;
        store::StoreInfo info;
    };
    SettingsEnvironment m_environment;
    KeychainSlot m_keychainSlot;
    std::optional<Facts> m_storeFacts; // none until the first reading came
    bool m_filling = false;

    class PageHeader *m_header;
    InlineMessage *m_message;
    Card *m_general;
    Card *m_vault;
    Card *m_publication;
    StoreCard *m_storeCard;
    BackupCard *m_backupCard;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_themeLabel;
    SegmentedControl *m_theme;
    QLabel *m_lockLabel;
    QComboBox *m_lock;
    QCheckBox *m_keychain;
    QLabel *m_keychainHelp;
    QPushButton *m_changePassphrase;
    QPushButton *m_newRecoveryKey;
    QLabel *m_crlLabel;
    QSpinBox *m_crlDays;
    QLabel *m_crlHelp;
    QLabel *m_baseUrlLabel;
    QLineEdit *m_baseUrl;
    QLabel *m_baseUrlHelp;
    QLabel *m_baseUrlError;
    QCheckBox *m_metered;
    QLabel *m_meteredHelp;

    QHBoxLayout *m_columns; // one, or two where there is room
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    Job<Facts> m_factsJob;
    SettingWriter *m_writer;
    Job<QString> m_baseUrlJob;
    Job<Unit> m_meteringJob;
};

} // namespace cas::ui
