// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/bulk.h"

#include <QDir>

#include <functional>

namespace cas::certificates {

namespace {

constexpr qint64 kBulkPage = 500; // rows read at a time

/// Every selected row, read before the first is changed: what changes may leave the filter.
Result<QList<CertificateRow>> selectedRows(CertificateService &service,
                                           const CertificateSelection &selection, JobContext &job)
{
    QList<CertificateRow> rows;
    if (!selection.all) {
        for (const CertificateId id : selection.ids) {
            if (auto row = service.row(id))
                rows.append(std::move(*row));
            else if (row.error().code != ErrorCode::NotFound)
                return std::move(row.error());
        }
        return rows;
    }
    QString after;
    do {
        CAS_TRY(CertificatePage page, service.page(selection.filter, {}, {kBulkPage, after, 0}));
        for (CertificateRow &row : page.items) {
            if (!selection.ids.contains(row.id))
                rows.append(std::move(row));
        }
        after = page.next;
    } while (!after.isEmpty() && !job.cancelRequested());
    return rows;
}

BulkReport each(const QList<CertificateRow> &rows, JobContext &job,
                const std::function<Result<>(const CertificateRow &)> &work)
{
    BulkReport report;
    job.setTotal(rows.size());
    for (const CertificateRow &row : rows) {
        if (job.cancelRequested())
            break;
        if (auto outcome = work(row))
            report.done.append(row.id);
        else
            report.failed.append({row.id, row.name, outcome.error()});
        job.advance();
    }
    return report;
}

Job<BulkReport> startBulk(CertificateService &service, Executor &executor,
                          const CertificateSelection &selection, const QString &title,
                          std::function<Result<>(const CertificateRow &)> work)
{
    return executor.start<BulkReport>(
        title,
        [&service, selection, work = std::move(work)](JobContext &job) -> Result<BulkReport> {
            CAS_TRY(const auto rows, selectedRows(service, selection, job));
            return each(rows, job, work);
        });
}

QList<tags::Tag> merged(QList<tags::Tag> tags, const QList<tags::Tag> &add)
{
    for (const tags::Tag &tag : add) {
        const auto same = std::find_if(
            tags.begin(), tags.end(), [&](const tags::Tag &old) { return old.key() == tag.key(); });
        if (same == tags.end())
            tags.append(tag);
        else
            *same = tag;
    }
    return tags;
}

} // namespace

Job<BulkReport> bulkRemoveJob(CertificateService &service, Executor &executor,
                              const CertificateSelection &selection, const QString &title)
{
    return startBulk(service, executor, selection, title,
                     [&service](const CertificateRow &row) { return service.remove({row.id}); });
}

Job<BulkReport> bulkRestoreJob(CertificateService &service, Executor &executor,
                               const QList<CertificateId> &ids, const QString &title)
{
    CertificateSelection selection;
    selection.ids = QSet<CertificateId>(ids.begin(), ids.end());
    return bulkRestoreJob(service, executor, selection, title);
}

Job<BulkReport> bulkRestoreJob(CertificateService &service, Executor &executor,
                               const CertificateSelection &selection, const QString &title)
{
    return startBulk(service, executor, selection, title,
                     [&service](const CertificateRow &row) { return service.restore({row.id}); });
}

Job<BulkReport> bulkEraseJob(CertificateService &service, Executor &executor,
                             const CertificateSelection &selection, const QString &title)
{
    return startBulk(service, executor, selection, title,
                     [&service](const CertificateRow &row) { return service.erase(row.id); });
}

Job<BulkReport> bulkTagJob(CertificateService &service, Executor &executor,
                           const CertificateSelection &selection, const QList<tags::Tag> &add,
                           const QString &title)
{
    return startBulk(service, executor, selection, title,
                     [&service, add](const CertificateRow &row) {
                         return service.setTags(row.id, merged(row.tags, add), row.tags);
                     });
}

Job<BulkReport> bulkDownloadJob(CertificateService &service, Executor &executor,
                                const CertificateSelection &selection, const PackOptions &options,
                                const QString &folder, const QString &title)
{
    return startBulk(service, executor, selection, title,
                     [&service, options, folder](const CertificateRow &row) -> Result<> {
                         if (holdsKey(options.format))
                             return fail(ErrorCode::InvalidArgument, QStringLiteral("format"));
                         if (!QDir().mkpath(folder))
                             return fail(ErrorCode::Io, QStringLiteral("folder"), {folder});
                         CAS_TRY(auto files, service.exportFiles(row.id, options, SecretBytes()));
                         auto written = writeFiles(files, folder, false);
                         if (!written && written.error().code == ErrorCode::FileExists) {
                             for (PackedFile &file : files) {
                                 const qsizetype dot = file.name.lastIndexOf(u'.');
                                 file.name.insert(dot < 0 ? file.name.size() : dot,
                                                  u'-' + row.id.toString());
                             }
                             written = writeFiles(files, folder, true);
                         }
                         if (!written)
                             return std::move(written.error());
                         return {};
                     });
}

} // namespace cas::certificates
