// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_preview.h"

#include "core/base/csv.h"
#include "core/base/text_encoding.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QHash>

namespace cas::ui {

using privateca::BatchPlan;
using privateca::BatchRow;

namespace {

const QString kReason = QStringLiteral("reason");

} // namespace

QList<Column> BatchPreview::columns()
{
    Column line{QStringLiteral("line"), tr("Line"), 64};
    line.rightAligned = true;
    Column name{QStringLiteral("cn"), tr("Common Name"), 150};
    Column sans{QStringLiteral("san"), tr("SANs"), 110};
    sans.optional = 1;
    Column type{QStringLiteral("type"), tr("Type"), 68};
    type.optional = 2;
    Column days{QStringLiteral("days"), tr("Days"), 58};
    days.rightAligned = true;
    days.optional = 3;
    Column what{QStringLiteral("verdict"), tr("Verdict"), 190};
    what.stretch = 1;
    return {line, name, sans, type, days, what};
}

BatchVerdict BatchPreview::verdict(const BatchPlan &plan, const BatchRow &row)
{
    if (plan.done.contains(row.line))
        return BatchVerdict::Before;
    return row.refusal ? BatchVerdict::Refused : BatchVerdict::Ready;
}

QString BatchPreview::verdictText(const BatchPlan &plan, const BatchRow &row)
{
    switch (verdict(plan, row)) {
    case BatchVerdict::Ready:
        return tr("Ready");
    case BatchVerdict::Before:
        return tr("Issued before");
    case BatchVerdict::Refused:
        break;
    }
    const QString sentence = errorSentence(*row.refusal);
    // The name of the column is what a person looks for in the file.
    const QString field = row.refusal->field.section(u'.', 0, 0);
    static const QStringList cells{QStringLiteral("cn"), QStringLiteral("san"),
                                   QStringLiteral("type"), QStringLiteral("days")};
    return cells.contains(field)
               ? tr("%1: %2", "column of a CSV file, what is wrong with it").arg(field, sentence)
               : sentence;
}

Cell BatchPreview::cell(const BatchPlan &plan, const BatchRow &row, int column)
{
    switch (column) {
    case LineColumn:
        return Cell::number(row.line);
    case NameColumn:
        return Cell::plain(row.commonName.left(300));
    case SansColumn:
        return Cell::plain(row.sansText.left(300));
    case TypeColumn:
        return Cell::plain(row.type == privateca::LeafType::Server ? tr("Server") : tr("Client"));
    case DaysColumn:
        return Cell::number(row.days);
    default:
        break;
    }
    Cell cell = Cell::plain(verdictText(plan, row));
    switch (verdict(plan, row)) {
    case BatchVerdict::Ready:
        cell.symbol = Symbol::Check;
        cell.status = StatusKind::Good;
        break;
    case BatchVerdict::Before:
        cell.symbol = Symbol::Clock;
        cell.quiet = true;
        break;
    case BatchVerdict::Refused:
        cell.symbol = Symbol::Error;
        cell.status = StatusKind::Bad;
        break;
    }
    return cell;
}

QList<qint32> BatchPreview::pick(const BatchPlan &plan, BatchShow show, const QString &search)
{
    const auto shown = [&](const BatchRow &row) {
        if (show == BatchShow::All)
            return true;
        const BatchVerdict what = verdict(plan, row);
        return show == BatchShow::Refused ? what == BatchVerdict::Refused
               : show == BatchShow::Ready ? what == BatchVerdict::Ready
                                          : what == BatchVerdict::Before;
    };
    QList<qint32> rows;
    for (qint32 i = 0; i < qint32(plan.rows.size()); ++i) {
        const BatchRow &row = plan.rows.at(i);
        if (shown(row)
            && (search.isEmpty() || row.commonName.contains(search, Qt::CaseInsensitive)
                || row.sansText.contains(search, Qt::CaseInsensitive)))
            rows.append(i);
    }
    return rows;
}

Result<QByteArray> refusedLinesCsv(const QByteArray &csv, const BatchPlan &plan)
{
    QHash<qint64, QString> reasons;
    for (const BatchRow &row : plan.rows) {
        if (BatchPreview::verdict(plan, row) == BatchVerdict::Refused)
            reasons.insert(row.line, BatchPreview::verdictText(plan, row));
    }
    const QByteArray text = utf8Text(csv);
    CsvReader reader(text);
    CsvRecord record;
    QByteArray out = "\xEF\xBB\xBF"; // spreadsheets read UTF-8 only with it
    qsizetype columns = -1;
    qsizetype old = -1; // the reason of an earlier round
    while (true) {
        CAS_TRY(const bool more, reader.next(record));
        if (!more)
            return out;
        QStringList fields = record.fields;
        const bool header = columns < 0;
        if (header) {
            columns = fields.size();
            for (qsizetype i = 0; i < columns; ++i) {
                if (fields.at(i).trimmed().toLower() == kReason)
                    old = i;
            }
        } else if (!reasons.contains(record.line)) {
            continue;
        }
        while (fields.size() < columns)
            fields.append(QString());
        if (old >= 0)
            fields.removeAt(old);
        // After the named columns also where a line has too many, so that it stays under its title.
        fields.insert(columns - (old >= 0 ? 1 : 0), header ? kReason : reasons.value(record.line));
        out += csvLine(fields);
    }
}

QByteArray batchTemplateCsv()
{
    return "cn,san,type,days\r\n"
           "www.example.com,www.example.com;example.com,server,365\r\n"
           "192.0.2.10,,server,90\r\n"
           "Ann Example,ann@example.com,client,365\r\n";
}

} // namespace cas::ui
