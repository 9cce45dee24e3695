// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/settings/language.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace cas::ui {

class CodeBlock;
class Form;
class FormField;
class InlineMessage;
class PassphraseField;
class SegmentedControl;

/// First start: makes a store (where, passphrase, what kind) and shows its recovery key, or opens
/// one that exists.
class WelcomeWindow : public QWidget
{
    Q_OBJECT
public:
    /// @param proposedPath where the new store goes unless the person says otherwise
    WelcomeWindow(Executors &executors, const Clock &clock, Language &language,
                  const QString &proposedPath, QWidget *parent = nullptr);
    ~WelcomeWindow() override;

    /// Says why a store could not be opened.
    void showOpenError(const Error &error);
    /// What was made, once, after created().
    std::unique_ptr<Console> takeConsole();
    [[nodiscard]] bool wantsKeychain() const;
    [[nodiscard]] QString languageCode() const { return m_languageCode; }

signals:
    /// The store is made and the person has seen the recovery key.
    void created();
    void openExisting(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFormPage();
    QWidget *makeRecoveryPage();
    void retranslate();
    void submit();
    [[nodiscard]] bool creating() const;
    void furnish(NewStore options);
    void finish(Outcome<std::shared_ptr<Console::Created>> outcome);
    void showError(const Error &error);
    void saveRecoveryKey();
    void writeRecoveryKey(const QString &path);
    void chooseLanguage(const QString &id);
    [[nodiscard]] QString path() const;
    void chooseFolder();
    void sayWhatIsMade();

    Executors &m_executors;
    const Clock &m_clock;
    Language &m_language;
    QString m_languageCode = QStringLiteral("system");

    QStackedWidget *m_pages;
    // the form
    QLabel *m_title;
    QLabel *m_help;
    SegmentedControl *m_languages;
    Form *m_form;
    FormField *m_path;
    FormField *m_passphrase;
    FormField *m_repeat;
    QCheckBox *m_keychain;
    QCheckBox *m_offline;
    QCheckBox *m_metered;
    QLabel *m_plainNote;
    InlineMessage *m_message;
    QPushButton *m_choose;
    QPushButton *m_open;
    QPushButton *m_create;
    // the recovery key
    QLabel *m_recoveryTitle;
    QLabel *m_recoveryHelp;
    CodeBlock *m_recoveryKey;
    QPushButton *m_save;
    QCheckBox *m_kept;
    QPushButton *m_continue;
    InlineMessage *m_recoveryMessage;

    Job<Unit> m_fileJob; // makes the file
    Job<std::shared_ptr<Console::Created>> m_job; // what stands in it
    Job<Unit> m_saveJob;
    std::unique_ptr<Console> m_console;
    SecretBytes m_recoverySecret;
};

} // namespace cas::ui
