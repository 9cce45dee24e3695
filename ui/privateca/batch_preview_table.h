// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"
#include "ui/kit/windowed_model.h"
#include "ui/privateca/batch_preview.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cas::ui {

class DataTable;
class SegmentedControl;

/// The lines of a bulk request with their verdicts: filter, search, and a way from error to error.
/// Holds the plan and the indexes of what is shown; rows are read when they are looked at.
/// @thread main
class BatchPreviewTable : public QWidget
{
    Q_OBJECT
public:
    using Plan = std::shared_ptr<const privateca::BatchPlan>;

    /// @param executors borrowed; lines are picked on `io`
    explicit BatchPreviewTable(Executors &executors, QWidget *parent = nullptr);
    ~BatchPreviewTable() override;

    /// Filter and search stay as they are. Null: nothing is shown.
    void showPlan(Plan plan);
    void translateTexts();
    /// The next refused line after the current one, round the end. Shows all lines or refused ones.
    void nextRefused();

signals:
    void saveRefusedRequested();

private:
    void showCounts();
    void pick();
    void showDetail();

    Executors &m_executors;
    Plan m_plan;
    std::shared_ptr<const QList<qint32>> m_rows = std::make_shared<QList<qint32>>();
    SegmentedControl *m_filter;
    QLineEdit *m_search;
    DataTable *m_table;
    WindowedModel<qint32> *m_model;
    QLabel *m_detail;
    QPushButton *m_next;
    QPushButton *m_save;
    Job<QList<qint32>> m_picking;
};

} // namespace cas::ui
