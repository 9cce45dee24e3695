// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/unlock_form.h"
#include "ui/kit/buttons.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/passphrase_field.h"
#include "ui/text/error_text.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

UnlockForm::UnlockForm(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_passphrase(new PassphraseField(this))
    , m_message(new InlineMessage(this))
    , m_label(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
    , m_unlock(makeButton(ButtonKind::Primary, this))
    , m_other(makeButton(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("unlockForm"));
    m_passphrase->edit()->setObjectName(QStringLiteral("unlock.passphrase"));
    m_unlock->setObjectName(QStringLiteral("unlock.submit"));
    m_other->setObjectName(QStringLiteral("unlock.other"));
    m_label->setBuddy(m_passphrase->edit());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_message);
    layout->addSpacing(8);
    layout->addWidget(m_unlock);
    layout->addWidget(m_other, 0, Qt::AlignHCenter);
    m_message->setMessage(InlineMessage::Kind::Info, {});

    connect(m_unlock, &QPushButton::clicked, this, &UnlockForm::submit);
    connect(m_passphrase, &PassphraseField::returnPressed, this, &UnlockForm::submit);
    connect(m_passphrase, &PassphraseField::edited, this,
            [this] { m_message->setMessage(InlineMessage::Kind::Info, {}); });
    connect(m_other, &QPushButton::clicked, this, [this] { useRecoveryKey(!m_recovery); });
    retranslate();
}

void UnlockForm::prepare()
{
    m_passphrase->wipe();
    m_message->setMessage(InlineMessage::Kind::Info, {});
    useRecoveryKey(false);
    m_passphrase->edit()->setFocus();
    m_slotJob = m_console.executors().io.start<bool>(
        {}, [&console = m_console](JobContext &) -> Result<bool> {
            return console.vault().hasKeychainSlot();
        });
    m_slotJob.onFinished([this](const Outcome<bool> &outcome) {
        const auto *done = std::get_if<Done<bool>>(&outcome);
        if (done && done->value)
            askKeychain();
    });
}

void UnlockForm::askKeychain()
{
    m_keychain.read(m_console.store().info().storeUuid,
                    [self = QPointer<UnlockForm>(this)](Result<SecretBytes> secret) {
                        if (self && secret && !self->m_console.vault().unlocked())
                            self->unlockByKeychain(std::move(*secret));
                        // else the passphrase is asked for, as it stands there
                    });
}

void UnlockForm::unlockByKeychain(SecretBytes secret)
{
    if (m_job.valid() && !m_job.context()->finished())
        return; // the person was faster
    const auto kept = std::make_shared<SecretBytes>(std::move(secret));
    m_keychainJob =
        m_console.executors().io.start<Unit>({}, [&console = m_console, kept](JobContext &) {
            return console.vault().unlockWithKeychainSecret(*kept);
        });
    m_keychainJob.onFinished([this](const Outcome<Unit> &outcome) {
        if (std::holds_alternative<Done<Unit>>(outcome))
            emit unlocked();
    });
}

void UnlockForm::submit()
{
    if (m_job.valid() && !m_job.context()->finished())
        return;
    if (m_passphrase->empty()) {
        m_message->setMessage(InlineMessage::Kind::Error,
                              tr("Enter the passphrase of this store."));
        return;
    }
    m_unlock->setEnabled(false);
    m_unlock->setText(tr("Unlocking…"));
    m_job = m_recovery ? m_console.unlockWithRecoveryKeyJob(m_passphrase->bytes())
                       : m_console.unlockJob(m_passphrase->bytes());
    m_job.onFinished([this](const Outcome<Unit> &outcome) { finish(outcome); });
}

void UnlockForm::finish(const Outcome<Unit> &outcome)
{
    m_unlock->setEnabled(true);
    retranslate();
    if (const auto *failed = std::get_if<Failed>(&outcome)) {
        m_message->setMessage(InlineMessage::Kind::Error, errorSentence(failed->error));
        m_passphrase->edit()->setFocus();
        m_passphrase->edit()->selectAll();
        return;
    }
    m_passphrase->wipe();
    emit unlocked();
}

void UnlockForm::useRecoveryKey(bool on)
{
    m_recovery = on;
    m_passphrase->wipe();
    m_message->setMessage(InlineMessage::Kind::Info, {});
    retranslate();
}

void UnlockForm::retranslate()
{
    m_label->setText(m_recovery ? tr("Recovery key") : tr("Passphrase"));
    m_passphrase->edit()->setAccessibleName(m_label->text());
    m_unlock->setText(tr("Unlock"));
    m_other->setText(m_recovery ? tr("Use the passphrase") : tr("Use the recovery key"));
}

void UnlockForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
