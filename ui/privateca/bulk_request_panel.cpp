// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/bulk_request_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/text.h"
#include "ui/privateca/batch_choices.h"
#include "ui/privateca/batch_preview.h"
#include "ui/privateca/batch_preview_table.h"
#include "ui/privateca/batch_run_card.h"
#include "ui/privateca/batch_source.h"

#include <algorithm>
#include <QEvent>
#include <QFileInfo>
#include <QTimer>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kLookAfterMs = 250; // while a number or a path is typed

QString lineCount(qint64 count)
{
    return count == 1 ? BulkRequestPanel::tr("1 line")
                      : BulkRequestPanel::tr("%1 lines").arg(groupedNumber(count));
}

} // namespace

BulkRequestPanel::BulkRequestPanel(Console &console, const privateca::Ca &ca, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_ca(ca)
    , m_source(new BatchSource(console.executors()))
    , m_quota(new InlineMessage(this))
    , m_preview(new BatchPreviewTable(console.executors()))
    , m_card(new BatchRunCard(this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("bulkRequestPanel"));
    setPanelWidth(Width::Wide); // six columns
    auto *fields = addForm();
    m_sourceField = fields->add(m_source, QStringLiteral("csv"));
    m_sourceField->setRequired(true);
    const qint64 left = console.clock().now().secsTo(ca.notAfter) / 86'400;
    m_choices = new BatchChoices(fields, ca, int(std::clamp<qint64>(left, 1, 365)));
    m_quota->setObjectName(QStringLiteral("batch.quota"));
    fields->addWidget(m_quota);
    fields->addWidget(m_preview);
    body()->addWidget(m_card);
    m_card->hide();
    m_later->setSingleShot(true);
    m_later->setInterval(kLookAfterMs);
    connect(m_later, &QTimer::timeout, this, &BulkRequestPanel::look);
    connect(m_source, &BatchSource::changed, this, [this] {
        m_sourceField->noteEdited();
        m_sourceField->setError({});
        clearError();
        look();
    });
    connect(m_source, &BatchSource::failed, this, [this](const Error &error) { showError(error); });
    connect(m_source, &BatchSource::refused, this, &SidePanel::showErrorText);
    connect(m_choices, &BatchChoices::changed, this, &BulkRequestPanel::lookLater);
    connect(m_preview, &BatchPreviewTable::saveRefusedRequested, this,
            &BulkRequestPanel::saveRefused);
    connect(m_card, &BatchRunCard::goOnRequested, this, &BulkRequestPanel::backToForm);
    connect(m_card, &BatchRunCard::anotherRequested, this, [this] {
        m_source->clear();
        backToForm();
    });
    connect(this, &SidePanel::submitted, this, &BulkRequestPanel::start);
    translateTexts();
    fields->setClean();
}

BulkRequestPanel::~BulkRequestPanel() = default;

void BulkRequestPanel::take(const QString &path)
{
    m_source->take(path);
}

void BulkRequestPanel::forgetSecrets()
{
    m_choices->wipe();
}

void BulkRequestPanel::lookLater()
{
    m_plan.reset(); // it was made by other choices
    m_later->start();
    showState();
}

void BulkRequestPanel::look()
{
    m_later->stop();
    m_plan.reset();
    m_looking = {};
    if (m_source->name().isEmpty() || !m_choices->folderGood()) {
        m_preview->showPlan({});
        showState();
        return;
    }
    privateca::BatchRequest request = m_choices->request();
    request.csv = m_source->content();
    request.csvName = m_source->name();
    m_looking = m_console.executors().io.start<Looked>(
        {}, [&console = m_console, request](JobContext &job) -> Result<Looked> {
            Looked looked;
            CAS_TRY(auto plan, console.batches().plan(request, &job));
            looked.plan = std::make_shared<const privateca::BatchPlan>(std::move(plan));
            CAS_TRY(const auto details, console.cas().details(request.ca));
            looked.rest = details.ca.restCount;
            return looked;
        });
    m_looking.onFinished([this](Outcome<Looked> outcome) {
        m_looking = {};
        whenEnded(
            std::move(outcome), [this](const Looked &what) { looked(what); },
            [this](const Error &error) { lookFailed(error); });
    });
    showState();
}

void BulkRequestPanel::looked(const Looked &what)
{
    m_plan = what.plan;
    m_rest = what.rest;
    m_source->setNote(lineCount(m_plan->rows.size()));
    m_preview->showPlan(m_plan);
    showState(); // an error stays: it may be that of a run
}

void BulkRequestPanel::lookFailed(const Error &error)
{
    m_preview->showPlan({});
    m_source->setNote({});
    showState();
    showError(error);
}

void BulkRequestPanel::showQuota()
{
    const qint64 ready = m_plan ? m_plan->ready() : 0;
    const bool short_ = m_plan && m_rest && *m_rest < ready;
    m_quota->setMessage(
        InlineMessage::Kind::Warning,
        !short_ ? QString()
        : *m_rest <= 0
            ? tr("This CA has no certificates left and would issue none of the %1. Assign more to "
                 "it first.")
                  .arg(lineCount(ready))
            : tr("This CA has %1 certificates left and %2 are ready. The first ones are issued, "
                 "the "
                 "others refused; assign more and run the same file again.")
                  .arg(groupedNumber(*m_rest), lineCount(ready)));
}

void BulkRequestPanel::showState()
{
    if (m_run) {
        setPrimary({});
        setBlocked({});
        setFooterText({});
        return;
    }
    const qint64 ready = m_plan ? m_plan->ready() : 0;
    setPrimary(ready == 0   ? tr("Issue Certificates")
               : ready == 1 ? tr("Issue 1 Certificate")
                            : tr("Issue %1 Certificates").arg(groupedNumber(ready)));
    m_preview->setVisible(!m_source->name().isEmpty());
    showQuota();
    QString left;
    if (m_plan && m_plan->refused > 0)
        left = m_plan->refused == 1
                   ? tr("1 refused line is left out.")
                   : tr("%1 refused lines are left out.").arg(groupedNumber(m_plan->refused));
    if (m_plan && !m_plan->done.isEmpty())
        left = tr("%1 issued before.").arg(groupedNumber(m_plan->done.size()))
               + (left.isEmpty() ? QString() : QStringLiteral(" ") + left);
    setFooterText(left);
    // Run again, it makes files again that are missing.
    const bool anything = m_plan && (ready > 0 || !m_plan->done.isEmpty());
    if (m_plan && ready == 0 && anything)
        setPrimary(tr("Check the Files"));
    setBlocked(m_source->name().isEmpty()                 ? tr("Choose a CSV file.")
               : m_looking.valid() || m_later->isActive() ? tr("Looking at the lines…")
               : !m_choices->folderGood() ? tr("Choose a folder that can be written to.")
               : !m_plan                  ? tr("The file cannot be used as it is.")
               : !anything                ? tr("No line is ready.")
                                          : QString());
}

void BulkRequestPanel::start()
{
    if (!m_plan)
        return;
    if (!m_plan->request.folder.isEmpty())
        rememberFolder(m_plan->request.folder);
    emit runRequested(m_plan, std::make_shared<SecretBytes>(m_choices->exportPassphrase()));
}

void BulkRequestPanel::watch(BatchRun *run)
{
    m_run = run;
    clearError();
    endForm();
    m_card->show();
    m_card->watch(run);
    setCancelText(tr("Close"));
    showState();
    connect(run, &BatchRun::ended, this, &BulkRequestPanel::runEnded);
}

void BulkRequestPanel::runEnded()
{
    if (!m_run)
        return;
    const auto error = m_run->error();
    // Nothing has begun: the person is where it can be put right.
    if (error && m_run->numbers().looked() == 0 && !m_source->name().isEmpty()) {
        backToForm();
        showError(*error);
        return;
    }
    if (!error)
        m_choices->wipe();
}

void BulkRequestPanel::backToForm()
{
    if (m_run)
        m_run->disconnect(this);
    m_run = nullptr;
    m_card->hide();
    form()->show();
    setCancelText({});
    look();
    focusFirst();
}

void BulkRequestPanel::saveRefused()
{
    if (!m_plan)
        return;
    const QString base = QFileInfo(m_source->name()).completeBaseName();
    askSaveFile(
        this, tr("Save the refused lines"), base + QStringLiteral("-refused.csv"),
        tr("CSV files (*.csv)"), [this](const QString &path) {
            if (!m_plan)
                return;
            m_saving = m_console.executors().io.start<Unit>(
                {}, [path, plan = m_plan, csv = m_source->content()](JobContext &) -> Result<Unit> {
                    CAS_TRY(const QByteArray lines, refusedLinesCsv(csv, *plan));
                    CAS_TRY_VOID(writeWholeFile(path, lines));
                    return Unit{};
                });
            m_saving.onFinished([this, path](Outcome<Unit> outcome) {
                whenEnded(
                    std::move(outcome),
                    [this, path](Unit) {
                        setFooterText(tr("Written to %1.").arg(visibleText(path, 60)));
                    },
                    [this](const Error &error) { showError(error); });
            });
        });
}

void BulkRequestPanel::translateTexts()
{
    setTitle(tr("Bulk Request"));
    setSubtitle(tr("Many certificates of %1 from a CSV file").arg(visibleText(m_ca.name, 60)));
    m_sourceField->setLabel(tr("CSV file"));
    m_source->translateTexts();
    m_choices->translateTexts();
    m_preview->translateTexts();
    m_card->translateTexts();
    if (m_plan)
        m_source->setNote(lineCount(m_plan->rows.size()));
    if (m_run)
        setCancelText(tr("Close"));
    showState();
}

void BulkRequestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
