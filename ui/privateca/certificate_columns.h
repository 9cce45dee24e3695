// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"
#include "ui/kit/row_action.h"
#include "ui/kit/table_cell.h"

#include <QCoreApplication>

#include <optional>

namespace cas::ui {

/// Columns, cells and actions of the Certificate List of a CA (operations.md §6).
class CertificateColumns
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CertificateColumns)
public:
    static QList<Column> columns();
    static Cell cell(const certificates::CertificateRow &row, int column, const QDateTime &now);
    /// What a sortable column sorts by; nothing: the store's own order.
    static std::optional<certificates::CertificateSort> sort(int column);
    /// Details, Download, Revoke; Delete once it is revoked or expired.
    /// @param refusal why nothing may be changed now, empty when it may
    static RowActions actions(const certificates::CertificateRow &row, const QString &refusal);
};

} // namespace cas::ui
