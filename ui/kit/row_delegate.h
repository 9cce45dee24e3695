// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cas::ui {

class TableView;
struct Tokens;

/// The colour behind a row: chosen, under the mouse, or plain.
QColor rowBackground(const TableView &view, int row, const Tokens &tokens);

/// Paints the cells of a TableView: background by state, content, links, the keyboard's mark.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(TableView *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    TableView *m_view;
};

} // namespace cas::ui
