// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/download/revoke_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/download/revocation_reasons.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace cas::ui {

RevokePanel::RevokePanel(Console &console, RevokeSubject subject, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_subject(std::move(subject))
    , m_warning(new InlineMessage(this))
    , m_what(new KeyValueGrid(this))
    , m_reason(new QComboBox)
    , m_reasonField(new FormField(m_reason, QStringLiteral("reason")))
{
    setObjectName(QStringLiteral("revokePanel"));
    m_warning->setObjectName(QStringLiteral("revoke.warning"));
    m_what->setObjectName(QStringLiteral("revoke.what"));
    body()->addWidget(m_warning);
    body()->addWidget(m_what);
    auto *form = addForm();
    form->add(m_reasonField);
    for (const auto reason : RevocationReasons::offered())
        m_reason->addItem(QString(), int(reason));
    connect(this, &SidePanel::submitted, this, &RevokePanel::start);
    translateTexts();
    setDirty(false);
}

RevokePanel::~RevokePanel() = default;

void RevokePanel::translateTexts()
{
    setTitle(tr("Revoke certificate"));
    setSubtitle(visibleText(m_subject.name));
    m_warning->setMessage(InlineMessage::Kind::Warning,
                          tr("Revoked certificates cannot be recovered. The certificate goes onto "
                             "the CA's revocation list at once."));
    m_what->setRow(QStringLiteral("cn"), tr("Common Name"), m_subject.commonName);
    m_what->setRow(QStringLiteral("issuer"), tr("Issued by"), m_subject.issuer);
    m_what->setRow(QStringLiteral("serial"), tr("Serial number"),
                   crypto::serialText(m_subject.serial), KeyValueGrid::Style::Hex);
    m_reasonField->setLabel(tr("Reason"));
    m_reasonField->setHelp(tr("It is written into the revocation list."));
    for (int i = 0; i < m_reason->count(); ++i)
        m_reason->setItemText(
            i, RevocationReasons::text(crypto::RevocationReason(m_reason->itemData(i).toInt())));
    setPrimary(tr("Revoke"), ButtonKind::Danger);
}

void RevokePanel::start()
{
    setBusy(tr("Revoking…"));
    m_job = m_console.crls().revokeJob(m_subject.id,
                                       crypto::RevocationReason(m_reason->currentData().toInt()));
    m_job.onFinished([this](Outcome<CertificateId> outcome) { finished(std::move(outcome)); });
}

void RevokePanel::finished(Outcome<CertificateId> outcome)
{
    whenEnded(
        std::move(outcome),
        [this](CertificateId id) {
            setBusy({});
            setDirty(false);
            emit revoked(id);
            done();
        },
        [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
}

void RevokePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

void openRevoke(PageHost &host, Console &console, const RevokeSubject &subject)
{
    auto *panel = new RevokePanel(console, subject, host.panelParent());
    QObject::connect(panel, &RevokePanel::revoked, panel, [&host, name = subject.name] {
        host.toast(RevokePanel::tr("%1 is revoked.").arg(visibleText(name, 60)));
    });
    host.openPanel(panel);
}

} // namespace cas::ui
