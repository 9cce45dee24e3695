// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/list_export.h"
#include "core/base/csv.h"
#include "core/certificates/output_file.h"
#include "core/certificates/row_json.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <functional>

namespace cas::certificates {

namespace {

constexpr qint64 kPageRows = 500;

const QStringList &csvColumns()
{
    static const QStringList names{QStringLiteral("id"),
                                   QStringLiteral("name"),
                                   QStringLiteral("common_name"),
                                   QStringLiteral("sans"),
                                   QStringLiteral("type"),
                                   QStringLiteral("brand"),
                                   QStringLiteral("status"),
                                   QStringLiteral("not_before"),
                                   QStringLiteral("not_after"),
                                   QStringLiteral("days_left"),
                                   QStringLiteral("key_algorithm"),
                                   QStringLiteral("serial"),
                                   QStringLiteral("fingerprint_sha256"),
                                   QStringLiteral("subject"),
                                   QStringLiteral("tags"),
                                   QStringLiteral("source")};
    return names;
}

QString cellText(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList parts;
    for (const auto &part : value.toArray())
        parts.append(part.toString());
    return parts.join(QStringLiteral("; "));
}

class ListWriter
{
public:
    ListWriter(QSaveFile &file, ListFormat format)
        : m_file(file)
        , m_format(format)
    { }
    void begin()
    {
        m_file.write(m_format == ListFormat::Csv ? "\xef\xbb\xbf" + csvLine(csvColumns()) : "[");
    }
    void add(const QJsonObject &row)
    {
        if (m_format == ListFormat::Json) {
            m_file.write((m_rows == 0 ? "\n" : ",\n")
                         + QJsonDocument(row).toJson(QJsonDocument::Compact));
        } else {
            QStringList cells;
            for (const QString &column : csvColumns())
                cells.append(cellText(row.value(column)));
            m_file.write(csvLine(cells));
        }
        ++m_rows;
    }
    void end()
    {
        if (m_format == ListFormat::Json)
            m_file.write("\n]\n");
    }
    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    QSaveFile &m_file;
    const ListFormat m_format;
    qint64 m_rows = 0;
};

/// Every selected row, page by page.
Result<> eachRow(CertificateService &service, const CertificateSelection &selection,
                 JobContext &job, const std::function<void(const CertificateRow &)> &take)
{
    if (!selection.all) {
        QList<CertificateId> ids = selection.ids.values();
        std::sort(ids.begin(), ids.end());
        for (const CertificateId id : std::as_const(ids)) {
            CAS_TRY(const CertificateRow row, service.row(id));
            take(row);
        }
        return {};
    }
    QString after;
    do {
        CAS_TRY(const CertificatePage page,
                service.page(selection.filter, {}, {kPageRows, after, 0}));
        for (const CertificateRow &row : page.items) {
            if (!selection.ids.contains(row.id))
                take(row);
        }
        job.advance(page.items.size());
        after = page.next;
    } while (!after.isEmpty() && !job.cancelRequested());
    return {};
}

Result<qint64> exportList(CertificateService &service, const CertificateSelection &selection,
                          ListFormat format, const QString &path, const Clock &clock,
                          JobContext &job)
{
    if (selection.all) {
        CAS_TRY(const qint64 total, service.count(selection.filter, {}));
        job.setTotal(total);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file, 0);
    ListWriter writer(file, format);
    writer.begin();
    CAS_TRY_VOID(eachRow(service, selection, job, [&](const CertificateRow &row) {
        writer.add(rowJson(row, clock.now()));
    }));
    writer.end();
    if (job.cancelRequested()) {
        file.cancelWriting();
        return qint64(0);
    }
    if (!file.commit())
        return writeError(file, file.size());
    return writer.rows();
}

} // namespace

Job<qint64> exportListJob(CertificateService &service, Executor &executor,
                          const CertificateSelection &selection, ListFormat format,
                          const QString &path, bool overwrite, const Clock &clock,
                          const QString &title)
{
    return executor.start<qint64>(title, [=, &service, &clock](JobContext &job) -> Result<qint64> {
        CAS_TRY_VOID(checkOutputFile(path, overwrite));
        return exportList(service, selection, format, path, clock, job);
    });
}

} // namespace cas::certificates
