// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/revoke_ca_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/download/revocation_reasons.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cas::ui {

RevokeCaPanel::RevokeCaPanel(Console &console, const privateca::Ca &ca, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_ca(ca)
    , m_warning(new InlineMessage(this))
    , m_reason(new QComboBox)
    , m_name(new QLineEdit)
    , m_reasonField(new FormField(m_reason, QStringLiteral("reason")))
    , m_nameField(new FormField(m_name, QStringLiteral("typed_name")))
{
    setObjectName(QStringLiteral("revokeCaPanel"));
    m_warning->setObjectName(QStringLiteral("revoke.warning"));
    body()->addWidget(m_warning);
    for (const auto reason : RevocationReasons::offered())
        m_reason->addItem(QString(), int(reason));
    m_reason->setCurrentIndex(
        m_reason->findData(int(crypto::RevocationReason::CessationOfOperation)));
    auto *form = addForm();
    form->add(m_reasonField);
    form->add(m_nameField);
    m_nameField->setRequired(true);
    connect(m_name, &QLineEdit::textChanged, this, &RevokeCaPanel::updateBlocked);
    connect(this, &SidePanel::submitted, this, &RevokeCaPanel::start);
    translateTexts();
    form->setClean();
}

RevokeCaPanel::~RevokeCaPanel() = default;

void RevokeCaPanel::translateTexts()
{
    setTitle(tr("Revoke CA"));
    setSubtitle(visibleText(m_ca.name));
    m_warning->setMessage(
        InlineMessage::Kind::Warning,
        m_ca.type == privateca::CaType::Root
            ? tr("A revoked CA cannot be recovered. It issues nothing any more; whoever "
                 "trusts this root must take it out of the trust store by hand.")
            : tr("A revoked CA cannot be recovered. It goes onto its issuer's revocation "
                 "list, and no certificate it issued is accepted any more."));
    m_reasonField->setLabel(tr("Reason"));
    for (int i = 0; i < m_reason->count(); ++i)
        m_reason->setItemText(
            i, RevocationReasons::text(crypto::RevocationReason(m_reason->itemData(i).toInt())));
    m_nameField->setLabel(tr("Name of the CA"));
    m_nameField->setHelp(tr("Type %1 to confirm.").arg(visibleText(m_ca.name)));
    setPrimary(tr("Revoke"), ButtonKind::Danger);
    updateBlocked();
}

void RevokeCaPanel::updateBlocked()
{
    setBlocked(m_name->text() == m_ca.name ? QString() : tr("Type the CA's name to confirm."));
}

void RevokeCaPanel::start()
{
    setBusy(tr("Revoking…"));
    m_job = m_console.cas().revokeJob(m_ca.id,
                                      crypto::RevocationReason(m_reason->currentData().toInt()));
    m_job.onFinished([this](Outcome<privateca::RevokedCa> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::RevokedCa &gone) {
                setBusy({});
                setDirty(false);
                emit revoked(gone);
                done();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void RevokeCaPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
