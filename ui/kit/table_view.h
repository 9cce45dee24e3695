// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_links.h"
#include "ui/kit/table_cell.h"

#include <QHash>
#include <QSet>
#include <QTableView>

class QMenu;

namespace cas::ui {

class DataTable;
class TableHeader;

/// The rows of a DataTable: painting, hit testing, keyboard walk through links. Use DataTable.
class TableView : public QTableView
{
    Q_OBJECT
public:
    TableView(DataTable &table, TableHeader *header);

    /// What lies under a point.
    struct Hit
    {
        enum class What { Nothing, Row, Check, Expander, CellLink, Action };
        What what = What::Nothing;
        int row = -1;
        int column = -1;
        RowLink link;
    };
    [[nodiscard]] Hit hitAt(const QPoint &viewportPos) const;
    /// The place of an action's link in the viewport, for tests; empty when it is not a link.
    [[nodiscard]] QRect actionRect(int row, const QString &actionId) const;

    /// Does what a click on the hit does; nothing for rows and forbidden actions.
    void trigger(const Hit &hit);

    /// Shares the width out: stretching columns take what is left.
    void layoutColumns();
    [[nodiscard]] QHash<int, int> userWidths() const { return m_userWidths; }
    void setUserWidths(const QHash<int, int> &widths);
    /// Hides a column because the person or the page wants it so. A column may also be hidden
    /// because the table is too narrow; that never counts as wanted.
    void setWanted(int column, bool wanted);
    [[nodiscard]] bool isWanted(int column) const { return !m_unwanted.contains(column); }
    /// Opens the row's menu at a place on the screen.
    void openRowMenu(int row, const QPoint &global, bool restOnly = false);

    [[nodiscard]] int hoverRow() const { return m_hover.row; }
    [[nodiscard]] const Hit &hover() const { return m_hover; }
    /// Which stop of the current row has the keyboard: -1 the row, else an index into stops().
    [[nodiscard]] int focusedStop() const { return m_stop; }
    /// The links of a row in the order the keyboard walks through them.
    [[nodiscard]] QList<Hit> stops(int row) const;
    [[nodiscard]] RowActions actions(int row) const;
    [[nodiscard]] bool checked(int row) const;
    [[nodiscard]] Cell cell(int row, int column) const;
    /// What names a row: the text of its first column of data.
    [[nodiscard]] QString rowName(int row) const;
    /// A stop's name for ever: the row's key with the action's or the link's id.
    [[nodiscard]] QString stopKey(const Hit &stop) const;
    [[nodiscard]] bool isCompact() const;

signals:
    /// The person has changed width, place or visibility of a column.
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void toggleChecked();
    void hideWhatDoesNotFit();
    void showTip(const QPoint &global, const QPoint &at);

    DataTable &m_table;
    Hit m_hover;
    Hit m_pressed;
    int m_stop = -1;
    int m_checkAnchor = -1;
    QHash<int, int> m_userWidths;
    QSet<int> m_unwanted;
    bool m_layouting = false;
};

} // namespace cas::ui
