// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/batch_service.h"
#include "ui/kit/table_cell.h"

#include <QCoreApplication>

namespace cas::ui {

/// What would become of a line of a bulk request.
enum class BatchVerdict { Ready, Before, Refused };
/// Which lines the preview shows.
enum class BatchShow { All, Refused, Ready, Before };

/// How the lines of a bulk request look in a table, read out of the plan row by row.
/// @thread any
class BatchPreview
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::BatchPreview)
public:
    enum PreviewColumn {
        LineColumn,
        NameColumn,
        SansColumn,
        TypeColumn,
        DaysColumn,
        VerdictColumn
    };

    static QList<Column> columns();
    static BatchVerdict verdict(const privateca::BatchPlan &plan, const privateca::BatchRow &row);
    /// "Ready", "Issued before", or the refusal: what is wrong with which field and what to do.
    static QString verdictText(const privateca::BatchPlan &plan, const privateca::BatchRow &row);
    static Cell cell(const privateca::BatchPlan &plan, const privateca::BatchRow &row, int column);
    /// The rows to show, as indexes into the plan, in the order of the file. Slow for many lines.
    /// @param search part of the common name or of a SAN, any case; empty: all
    static QList<qint32> pick(const privateca::BatchPlan &plan, BatchShow show,
                              const QString &search = {});
};

/// The refused lines of a CSV as CSV, as they stood there, with the column `reason` after them, for
/// mending: readBatchFile() takes it back. A cell that a spreadsheet would run as a formula gets a
/// quote before it.
/// @param csv the bytes that the plan was made of
/// @errors CsvInvalid
/// @thread any, slow
Result<QByteArray> refusedLinesCsv(const QByteArray &csv, const privateca::BatchPlan &plan);

/// An example file with every column.
QByteArray batchTemplateCsv();

} // namespace cas::ui
