// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/recovery_key_panel.h"
#include "ui/kit/code_block.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/passphrase_field.h"

#include <QEvent>
#include <QVBoxLayout>

namespace cas::ui {

RecoveryKeyPanel::RecoveryKeyPanel(Console &console, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
{
    setObjectName(QStringLiteral("panel.recoveryKey"));
    auto *form = addForm();
    m_passphrase = form->add(new PassphraseField, QStringLiteral("passphrase"));
    m_passphrase->setRequired(true);
    m_note = new InlineMessage(this);
    m_key = new CodeBlock(this);
    m_key->setObjectName(QStringLiteral("recoveryKey.key"));
    m_key->hide();
    body()->addWidget(m_note);
    body()->addWidget(m_key);
    connect(this, &SidePanel::submitted, this, &RecoveryKeyPanel::start);
    translateTexts();
}

void RecoveryKeyPanel::start()
{
    setBusy(tr("Making a new recovery key…"));
    m_job = m_console.newRecoveryKeyJob(m_passphrase->as<PassphraseField>()->bytes());
    m_job.onFinished([this](const Outcome<SecretBytes> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome)) {
            Error error = failed->error;
            error.field = QStringLiteral("passphrase");
            showError(error);
            return;
        }
        setBusy({});
        if (const auto *made = std::get_if<Done<SecretBytes>>(&outcome))
            show(made->value);
        if (!m_console.vault().unlocked()) // meanwhile
            forgetSecrets();
    });
}

void RecoveryKeyPanel::show(const SecretBytes &key)
{
    m_passphrase->as<PassphraseField>()->wipe();
    endForm();
    setPrimary({});
    m_key->setText(QString::fromLatin1(key.view()));
    m_key->show();
    m_note->setMessage(InlineMessage::Kind::Success,
                       tr("This is the new key. Write it down now; the old one is worthless."));
}

void RecoveryKeyPanel::forgetSecrets()
{
    if (m_key->isHidden())
        return;
    m_key->setText({});
    m_key->hide();
    form()->show();
    setPrimary(tr("Make a new key"));
    m_note->setMessage(InlineMessage::Kind::Warning,
                       tr("The key was taken away when the window was locked. Unless you have "
                          "written it down, make a new one."));
}

void RecoveryKeyPanel::translateTexts()
{
    setTitle(tr("New recovery key"));
    setSubtitle(tr("It opens the store when the passphrase is lost, and is shown only once."));
    if (m_key->isHidden())
        setPrimary(tr("Make a new key"));
    m_passphrase->setLabel(tr("Passphrase"));
}

void RecoveryKeyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
