// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/passphrase_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/passphrase_field.h"
#include "ui/text/error_text.h"

#include <QEvent>

namespace cas::ui {

PassphrasePanel::PassphrasePanel(Console &console, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
{
    setObjectName(QStringLiteral("panel.passphrase"));
    auto *form = addForm();
    m_current = form->add(new PassphraseField, QStringLiteral("current"));
    auto *next = new PassphraseField;
    next->setStrength([](QByteArrayView utf8) {
        return vault::passphraseStrength(SecretBytes::copyOf(utf8)).score;
    });
    m_next = form->add(next, QStringLiteral("passphrase"));
    m_next->setValidator([next] {
        return vault::passphraseStrength(next->bytes()).score == 0
                   ? errorSentence(fail(ErrorCode::PassphraseTooWeak))
                   : QString();
    });
    auto *repeat = new PassphraseField;
    m_repeat = form->add(repeat, QStringLiteral("repeat"));
    m_repeat->setValidator([next, repeat] {
        return next->sameAs(*repeat) ? QString() : tr("This differs from the passphrase above.");
    });
    for (FormField *field : {m_current, m_next, m_repeat})
        field->setRequired(true);
    connect(this, &SidePanel::submitted, this, &PassphrasePanel::start);
    translateTexts();
}

void PassphrasePanel::start()
{
    setBusy(tr("Changing the passphrase…"));
    m_job = m_console.changePassphraseJob(m_current->as<PassphraseField>()->bytes(),
                                          m_next->as<PassphraseField>()->bytes());
    m_job.onFinished([this](const Outcome<Unit> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome)) {
            Error error = failed->error;
            if (error.code == ErrorCode::WrongPassphrase)
                error.field = QStringLiteral("current");
            showError(error);
            return;
        }
        setBusy({});
        emit changed();
        done();
    });
}

void PassphrasePanel::translateTexts()
{
    setTitle(tr("Change passphrase"));
    setSubtitle(tr("The private keys stay as they are; only what opens them changes."));
    setPrimary(tr("Change"));
    m_current->setLabel(tr("Current passphrase"));
    m_next->setLabel(tr("New passphrase"));
    m_repeat->setLabel(tr("Repeat the new passphrase"));
}

void PassphrasePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
