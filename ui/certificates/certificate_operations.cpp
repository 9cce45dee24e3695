// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_operations.h"
#include "core/certificates/list_export.h"
#include "ui/certificates/bulk_download_panel.h"
#include "ui/certificates/certificate_actions.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/certificates/rename_panel.h"
#include "ui/certificates/tags_panel.h"
#include "ui/download/download_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/download/revoke_panel.h"
#include "ui/kit/path_dialog.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QFileInfo>
#include <QPointer>

namespace cas::ui {

using certificates::BulkReport;
using certificates::CertificateRow;
using certificates::CertificateSelection;

CertificateOperations::CertificateOperations(Console &console, std::function<PageHost *()> host,
                                             QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_host(std::move(host))
{ }

void CertificateOperations::run(const QString &actionId, const CertificateRow &row)
{
    PageHost *host = m_host();
    if (!host)
        return;
    if (actionId == certificate_action::details) {
        openDetails(row.id);
    } else if (actionId == certificate_action::download) {
        openDownload(
            *host, m_console,
            {row.id, row.name, row.hasKey, row.status == certificates::CertificateStatus::Revoked});
    } else if (actionId == certificate_action::revoke) {
        openRevoke(*host, m_console, {row.id, row.name, row.commonName, row.serial, row.brand});
    } else if (actionId == certificate_action::tags) {
        auto *panel =
            new TagsPanel(m_console,
                          {row.name, row.tags,
                           [this, id = row.id, known = row.tags](const QList<tags::Tag> &tags) {
                               return m_console.certificates().setTagsJob(id, tags, known);
                           }},
                          host->panelParent());
        connect(panel, &TagsPanel::saved, this, [this, name = row.name] {
            emit succeeded();
            if (PageHost *window = m_host())
                window->toast(tr("Tags of %1 saved").arg(visibleText(name, 60)));
        });
        host->openPanel(panel);
    } else if (actionId == certificate_action::rename) {
        auto *panel = new RenamePanel(m_console, row, host->panelParent());
        connect(panel, &RenamePanel::renamed, this, [this](const QString &name) {
            emit succeeded();
            if (PageHost *window = m_host())
                window->toast(tr("Renamed to %1").arg(visibleText(name, 60)));
        });
        host->openPanel(panel);
    } else if (actionId == certificate_action::remove) {
        remove(row);
    } else if (actionId == certificate_action::restore) {
        restore({row.id});
    } else if (actionId == certificate_action::erase) {
        askErase(row);
    }
}

void CertificateOperations::openDetails(CertificateId id)
{
    if (PageHost *host = m_host())
        host->openPanel(new CertificateDetailsPanel(m_console, id, host, host->panelParent()));
}

void CertificateOperations::exportList(const CertificateSelection &selection)
{
    PageHost *host = m_host();
    if (!host)
        return;
    askSaveFile(host->panelParent(), tr("Export list"), QStringLiteral("certificates.csv"),
                tr("CSV for spreadsheets (*.csv);;JSON (*.json)"),
                [this, selection](const QString &path) { writeList(selection, path); });
}

void CertificateOperations::writeList(const CertificateSelection &selection, const QString &path)
{
    const bool json = path.endsWith(u".json", Qt::CaseInsensitive);
    auto job = certificates::exportListJob(
        m_console.certificates(), m_console.executors().io, selection,
        json ? certificates::ListFormat::Json : certificates::ListFormat::Csv, path,
        true, // the dialog has asked
        m_console.clock(), tr("Exporting the list"));
    if (PageHost *host = m_host())
        host->showJob(job.context());
    m_jobs.add<qint64>(std::move(job), [this, path](auto outcome) {
        whenEnded(
            std::move(outcome),
            [&](qint64 rows) {
                emit succeeded();
                rememberFolder(QFileInfo(path).absolutePath());
                if (PageHost *host = m_host())
                    host->toast(tr("%n certificate(s) written to %1", nullptr, int(rows))
                                    .arg(visibleText(QFileInfo(path).fileName(), 60)));
            },
            [&](const Error &error) { fail(error); });
    });
}

void CertificateOperations::remove(const CertificateRow &row)
{
    m_jobs.add<Unit>(m_console.certificates().removeJob({row.id}), [this, row](auto outcome) {
        whenEnded(
            std::move(outcome),
            [&](Unit) {
                emit succeeded();
                PageHost *host = m_host();
                if (!host)
                    return;
                host->toast(tr("%1 deleted").arg(visibleText(row.name, 60)),
                            [self = QPointer(this), id = row.id] {
                                if (self)
                                    self->restore({id});
                            });
            },
            [&](const Error &error) { fail(error); });
    });
}

void CertificateOperations::restore(const QList<CertificateId> &ids)
{
    CertificateSelection selection;
    selection.ids = QSet<CertificateId>(ids.begin(), ids.end());
    bulkRestore(selection, ids.size());
}

void CertificateOperations::bulkRemove(const CertificateSelection &selection)
{
    auto job = certificates::bulkRemoveJob(m_console.certificates(), m_console.executors().io,
                                           selection, tr("Deleting certificates"));
    if (PageHost *host = m_host())
        host->showJob(job.context());
    m_jobs.add<BulkReport>(std::move(job), [this](auto outcome) {
        finishBulk(std::move(outcome), [this](const QList<CertificateId> &done) {
            PageHost *host = m_host();
            if (!host)
                return;
            host->toast(tr("%n certificate(s) deleted", nullptr, int(done.size())),
                        [self = QPointer(this), done] {
                            if (self)
                                self->restore(done);
                        });
        });
    });
}

void CertificateOperations::runBulk(const QString &actionId, const CertificateSelection &selection,
                                    qint64 count)
{
    PageHost *host = m_host();
    if (!host)
        return;
    if (actionId == certificate_action::remove) {
        bulkRemove(selection);
    } else if (actionId == certificate_action::restore) {
        bulkRestore(selection, count);
    } else if (actionId == certificate_action::erase) {
        askBulkErase(selection, count);
    } else if (actionId == certificate_action::tags) {
        auto *panel = new TagsPanel(m_console, count, host->panelParent());
        connect(panel, &TagsPanel::chosen, this, [this, selection](const QList<tags::Tag> &chosen) {
            auto job = certificates::bulkTagJob(m_console.certificates(), m_console.executors().io,
                                                selection, chosen, tr("Adding tags"));
            if (PageHost *window = m_host())
                window->showJob(job.context());
            m_jobs.add<BulkReport>(std::move(job), [this](auto outcome) {
                finishBulk(std::move(outcome), [this](const QList<CertificateId> &done) {
                    if (PageHost *window = m_host())
                        window->toast(
                            tr("Tags added to %n certificate(s)", nullptr, int(done.size())));
                });
            });
        });
        host->openPanel(panel);
    } else if (actionId == certificate_action::download) {
        auto *panel = new BulkDownloadPanel(count, host->panelParent());
        connect(panel, &BulkDownloadPanel::chosen, this,
                [this, selection](const certificates::PackOptions &options, const QString &folder) {
                    auto job = certificates::bulkDownloadJob(
                        m_console.certificates(), m_console.executors().io, selection, options,
                        folder, tr("Downloading certificates"));
                    if (PageHost *window = m_host())
                        window->showJob(job.context());
                    m_jobs.add<BulkReport>(std::move(job), [this, folder](auto outcome) {
                        finishBulk(std::move(outcome),
                                   [this, folder](const QList<CertificateId> &done) {
                                       if (PageHost *window = m_host())
                                           window->toast(tr("%n certificate(s) written to %1",
                                                            nullptr, int(done.size()))
                                                             .arg(visibleText(folder, 80)));
                                   });
                    });
                });
        host->openPanel(panel);
    }
}

void CertificateOperations::finishBulk(
    Outcome<BulkReport> outcome, const std::function<void(const QList<CertificateId> &)> &done)
{
    if (const auto *failure = std::get_if<Failed>(&outcome)) {
        fail(failure->error);
        return;
    }
    // Cancelled in the middle: what was done until then is told, and can be undone, as well.
    BulkReport report;
    if (auto *finished = std::get_if<Done<BulkReport>>(&outcome))
        report = std::move(finished->value);
    else if (auto *stopped = std::get_if<Cancelled<BulkReport>>(&outcome))
        report = stopped->soFar.value_or(BulkReport());
    if (!report.done.isEmpty())
        done(report.done);
    if (report.failed.isEmpty()) {
        emit succeeded();
        emit bulkDone();
        return;
    }
    QStringList details;
    for (const BulkReport::Failure &one : std::as_const(report.failed))
        details.append(QStringLiteral("%1 (%2): %3")
                           .arg(visibleText(one.name), one.id.toString(), errorDetails(one.error)));
    const BulkReport::Failure &first = report.failed.constFirst();
    emit failed(
        tr("%n certificate(s) were left as they are. %1: %2", nullptr, int(report.failed.size()))
            .arg(visibleText(first.name, 60), errorSentence(first.error)),
        details.join(u'\n'));
}

void CertificateOperations::fail(const Error &error)
{
    emit failed(errorSentence(error), errorDetails(error));
}

} // namespace cas::ui
