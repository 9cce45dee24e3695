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
#include "ui/text/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kMostNote = 200; // characters, as the service has it

} // namespace

RevokePanel::RevokePanel(Console &console, RevokeSubject subject, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_subject(std::move(subject))
    , m_warning(new InlineMessage(this))
    , m_what(new KeyValueGrid(this))
    , m_reason(new QComboBox)
    , m_note(new QLineEdit)
    , m_forGood(new QCheckBox(this))
    , m_reasonField(new FormField(m_reason, QStringLiteral("reason")))
    , m_noteField(new FormField(m_note, QStringLiteral("note")))
{
    setObjectName(QStringLiteral("revokePanel"));
    m_warning->setObjectName(QStringLiteral("revoke.warning"));
    m_what->setObjectName(QStringLiteral("revoke.what"));
    body()->addWidget(m_warning);
    body()->addWidget(m_what);
    auto *form = addForm();
    form->add(m_reasonField);
    form->add(m_noteField);
    m_note->setMaxLength(kMostNote);
    form->addWidget(m_forGood);
    m_forGood->setObjectName(QStringLiteral("revoke.forGood"));
    connect(m_forGood, &QCheckBox::toggled, this, &RevokePanel::updateBlocked);
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
    m_noteField->setLabel(tr("Note"));
    m_noteField->setHelp(tr("Kept in the operation log."));
    m_forGood->setText(tr("I know that this cannot be undone"));
    for (int i = 0; i < m_reason->count(); ++i)
        m_reason->setItemText(
            i, RevocationReasons::text(crypto::RevocationReason(m_reason->itemData(i).toInt())));
    setPrimary(tr("Revoke"), ButtonKind::Danger);
    updateBlocked();
}

void RevokePanel::updateBlocked()
{
    setBlocked(m_forGood->isChecked() ? QString() : tr("Tick the box to go on."));
}

void RevokePanel::start()
{
    setBusy(tr("Revoking…"));
    m_job = m_console.crls().revokeJob(
        m_subject.id, crypto::RevocationReason(m_reason->currentData().toInt()), m_note->text());
    m_job.onFinished([this](Outcome<privateca::Revoked> outcome) { finished(std::move(outcome)); });
}

void RevokePanel::finished(Outcome<privateca::Revoked> outcome)
{
    whenEnded(
        std::move(outcome),
        [this](const privateca::Revoked &gone) {
            setBusy({});
            setDirty(false);
            emit revoked(gone);
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

QString revokedText(const QString &name, const privateca::CrlOutcome &crl)
{
    const QString who = visibleText(name, 60);
    if (crl.failure)
        return RevokePanel::tr("%1 is revoked. The revocation list could not be made and is tried "
                               "again. %2")
            .arg(who, errorSentence(fail(*crl.failure)));
    if (crl.number == 0)
        return RevokePanel::tr("%1 is revoked.").arg(who);
    return RevokePanel::tr("%1 is revoked (revocation list number %2).")
        .arg(who, groupedNumber(crl.number));
}

void openRevoke(PageHost &host, Console &console, const RevokeSubject &subject)
{
    auto *panel = new RevokePanel(console, subject, host.panelParent());
    QObject::connect(panel, &RevokePanel::revoked, panel,
                     [&host, name = subject.name](const privateca::Revoked &gone) {
                         host.toast(revokedText(name, gone.crl));
                     });
    host.openPanel(panel);
}

} // namespace cas::ui
