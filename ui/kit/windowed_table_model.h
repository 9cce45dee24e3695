// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/kit/table_cell.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>

namespace cas::ui {

/// What keeps a running fetch alive; dropping it cancels (hold your Job in it). May be null.
using FetchHandle = std::shared_ptr<void>;

/// A table that is a window onto a query: it knows how many rows there are (as soon as somebody
/// told it) and holds only the pages that were looked at last. This base has everything but the
/// row type; use WindowedModel<Row>.
/// @thread main
class WindowedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        CellRole = Qt::UserRole + 1, // cas::ui::Cell
        KeyRole, // qint64, -1 while the row is not loaded
        LoadedRole, // bool
    };
    static constexpr int kPageSize = 100; // rows per fetch
    static constexpr int kMaxPages = 40; // pages kept

    explicit WindowedTableModel(QList<Column> columns, QObject *parent = nullptr);

    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    /// For a change of language: same columns in the same order, new titles.
    void setColumns(const QList<Column> &columns);

    /// Rows that match the query; -1 until known. rowCount() is never larger than what is known.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] bool loading() const { return m_loading; }

    /// Filter or order have changed: asks for the first page and the total anew. What is shown
    /// stays until the first page is here; then the model is reset once.
    virtual void requery() = 0;
    /// The data have changed, the query has not: fetches the pages in view again and tells
    /// only about rows that differ. No reset; selection and scroll position stay.
    virtual void refresh() = 0;
    /// The row's key, -1 while it is not loaded.
    [[nodiscard]] virtual qint64 key(int row) const = 0;
    /// The loaded row with this key, -1 if none.
    [[nodiscard]] virtual int rowOfKey(qint64 key) const = 0;

    [[nodiscard]] int sortColumn() const { return m_sortColumn; } // -1: the query's own order
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// Asks anew, unless nothing was ever asked: then the first query has the order already.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    void totalChanged(qint64 total);
    void sortChanged();
    void loadingChanged(bool loading);
    /// A fetch failed; the rows that are there stay. refresh() tries again.
    void failed(const cas::Error &error);
    /// A fetch worked again after failed().
    void recovered();

protected:
    void setTotal(qint64 total);
    void setLoading(bool loading);

private:
    QList<Column> m_columns;
    qint64 m_total = -1;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_loading = false;
};

} // namespace cas::ui
