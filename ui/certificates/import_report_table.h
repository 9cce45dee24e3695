// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/import_service.h"
#include "ui/kit/windowed_model.h"

#include <QWidget>

class QLabel;

namespace cas::ui {

class DataTable;

/// What an import brought: how many, and each piece that was refused or is weak, with its place.
/// @thread main
class ImportReportTable : public QWidget
{
    Q_OBJECT
public:
    explicit ImportReportTable(QWidget *parent = nullptr);

    /// @param notable refused and weak ones, in the order of the files
    void showReport(const certificates::ImportReport &report,
                    QList<certificates::ImportItem> notable);
    void translateTexts();

private:
    using Model = WindowedModel<certificates::ImportItem>;

    [[nodiscard]] QString summary() const;

    QLabel *m_summary;
    DataTable *m_table;
    Model *m_model;
    certificates::ImportReport m_report;
    QList<certificates::ImportItem> m_notable;
};

} // namespace cas::ui
