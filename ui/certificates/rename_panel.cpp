// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/rename_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/text/error_text.h"

#include <QEvent>
#include <QLineEdit>

namespace cas::ui {

namespace {
constexpr int kLongestName = 64; // characters, as the service has it
}

RenamePanel::RenamePanel(Console &console, const certificates::CertificateRow &row, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_row(row)
    , m_name(new QLineEdit)
{
    setObjectName(QStringLiteral("renamePanel"));
    m_name->setText(row.name);
    m_name->selectAll();
    auto *form = addForm();
    m_field = form->add(m_name, QStringLiteral("name"));
    m_field->setRequired(true);
    m_field->setValidator([this] {
        const bool tooLong = m_name->text().trimmed().size() > kLongestName;
        return tooLong ? errorSentence(fail(ErrorCode::InputTooLong, QStringLiteral("name"),
                                            {QString::number(kLongestName)}))
                       : QString();
    });
    connect(this, &SidePanel::submitted, this, &RenamePanel::submitName);
    translateTexts();
}

void RenamePanel::translateTexts()
{
    setTitle(tr("Rename"));
    setSubtitle(m_row.id.toString());
    m_field->setLabel(tr("Name"));
    m_field->setHelp(tr("Only this store calls it so; the certificate does not change."));
    setPrimary(tr("Rename"));
}

void RenamePanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
}

void RenamePanel::submitName()
{
    const QString name = m_name->text().trimmed();
    if (name == m_row.name) {
        done();
        return;
    }
    setBusy(tr("Saving…"));
    m_job = m_console.certificates().renameJob(m_row.id, name, m_row.revision);
    m_job.onFinished([this, name](auto outcome) {
        whenEnded(
            std::move(outcome),
            [&](Unit) {
                emit renamed(name);
                done();
            },
            [&](const Error &error) { showError(error); }, [&] { setBusy({}); });
    });
}

} // namespace cas::ui
