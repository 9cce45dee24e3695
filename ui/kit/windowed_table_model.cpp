// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/windowed_table_model.h"

namespace cas::ui {

WindowedTableModel::WindowedTableModel(QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{ }

void WindowedTableModel::setColumns(const QList<Column> &columns)
{
    Q_ASSERT(columns.size() == m_columns.size());
    m_columns = columns;
    emit headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    // Cells hold translated words too.
    if (rowCount({}) > 0)
        emit dataChanged(index(0, 0), index(rowCount({}) - 1, int(m_columns.size()) - 1));
}

void WindowedTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= m_columns.size() || (column >= 0 && !m_columns.at(column).sortable)
        || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    emit headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    if (m_total >= 0 || m_loading)
        requery();
    emit sortChanged();
}

int WindowedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant WindowedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const Column &column = m_columns.at(section);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return column.kind == Column::Kind::Selection ? tr("Selected") : column.title;
    if (role == Qt::TextAlignmentRole)
        return int(column.rightAligned ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

void WindowedTableModel::setTotal(qint64 total)
{
    if (std::exchange(m_total, total) != total)
        emit totalChanged(total);
}

void WindowedTableModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        emit loadingChanged(loading);
}

} // namespace cas::ui
