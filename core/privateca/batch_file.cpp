// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/batch_file.h"
#include "core/base/csv.h"
#include "core/base/text_encoding.h"

namespace cas::privateca {

namespace {

struct Columns
{
    qsizetype commonName = -1;
    qsizetype sans = -1;
    qsizetype type = -1;
    qsizetype days = -1;
    qsizetype count = 0;
};

Result<Columns> readHeader(CsvReader &reader)
{
    CsvRecord header;
    CAS_TRY(const bool any, reader.next(header));
    if (!any)
        return fail(ErrorCode::InputMissing, QStringLiteral("csv"));
    Columns columns;
    columns.count = header.fields.size();
    for (qsizetype i = 0; i < header.fields.size(); ++i) {
        const QString name = header.fields.at(i).trimmed().toLower();
        if (name == QStringLiteral("reason"))
            continue; // of refused lines that were written out for mending
        qsizetype *const column = name == QStringLiteral("cn")     ? &columns.commonName
                                  : name == QStringLiteral("san")  ? &columns.sans
                                  : name == QStringLiteral("type") ? &columns.type
                                  : name == QStringLiteral("days") ? &columns.days
                                                                   : nullptr;
        if (!column || *column >= 0)
            return fail(ErrorCode::CsvColumn, QStringLiteral("csv"),
                        {header.fields.at(i).left(80)});
        *column = i;
    }
    if (columns.commonName < 0)
        return fail(ErrorCode::CsvColumn, QStringLiteral("csv"), {QStringLiteral("cn")});
    return columns;
}

Result<int> parseDays(const QString &text, int fallback)
{
    if (text.isEmpty())
        return fallback;
    bool ok = false;
    const int days = text.toInt(&ok);
    if (!ok || days < 1)
        return fail(ErrorCode::ValidityInvalid, QStringLiteral("days"), {text.left(80)});
    return days;
}

Result<> readCells(BatchRow &row, const CsvRecord &record, const Columns &columns,
                   const BatchDefaults &defaults)
{
    const auto cell = [&record](qsizetype column) {
        return column < 0 ? QString() : record.fields.value(column).trimmed();
    };
    row.commonName = cell(columns.commonName);
    row.sansText = cell(columns.sans);
    row.type = defaults.type;
    row.days = defaults.days;
    if (record.fields.size() > columns.count)
        return fail(ErrorCode::CsvInvalid, QStringLiteral("csv"),
                    {QString::number(record.line), QStringLiteral("more fields than columns")});
    const QString type = cell(columns.type);
    if (!type.isEmpty()) {
        CAS_TRY(row.type, parseLeafType(type));
    }
    CAS_TRY(row.days, parseDays(cell(columns.days), defaults.days));
    if (!row.sansText.isEmpty()) {
        CAS_TRY(row.subjectAltNames, crypto::parseSubjectAltNames(row.sansText));
    }
    return {};
}

} // namespace

Result<QList<BatchRow>> readBatchFile(const QByteArray &csv, const BatchDefaults &defaults)
{
    const QByteArray text = utf8Text(csv);
    CsvReader reader(text);
    CAS_TRY(const Columns columns, readHeader(reader));
    QList<BatchRow> rows;
    CsvRecord record;
    while (true) {
        CAS_TRY(const bool more, reader.next(record));
        if (!more)
            break;
        BatchRow row;
        row.line = record.line;
        if (auto read = readCells(row, record, columns, defaults); !read)
            row.refusal = std::move(read.error());
        rows.append(std::move(row));
    }
    if (rows.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("csv"));
    return rows;
}

} // namespace cas::privateca
