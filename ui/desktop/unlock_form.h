// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cas::ui {

class InlineMessage;
class PassphraseField;

/// What stands on the lock cover: the passphrase, or the recovery key instead of it. Tries the OS
/// keychain first where the store has a slot for it.
class UnlockForm : public QWidget
{
    Q_OBJECT
public:
    explicit UnlockForm(Console &console, QWidget *parent = nullptr);

    /// Empties the form, asks the keychain, puts the keyboard into the field.
    void prepare();

signals:
    void unlocked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void askKeychain();
    void unlockByKeychain(SecretBytes secret);
    void submit();
    void finish(const Outcome<Unit> &outcome);
    void useRecoveryKey(bool on);

    Console &m_console;
    vault::Keychain m_keychain;
    PassphraseField *m_passphrase;
    InlineMessage *m_message;
    QLabel *m_label;
    QPushButton *m_unlock;
    QPushButton *m_other;
    bool m_recovery = false;
    Job<Unit> m_job;
    Job<bool> m_slotJob;
    Job<Unit> m_keychainJob;
};

} // namespace cas::ui
