// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/row_delegate.h"

#include "ui/kit/cell_painter.h"
#include "ui/kit/table_header.h"
#include "ui/kit/table_view.h"
#include "ui/kit/windowed_table_model.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>

namespace cas::ui {

namespace {

void paintLinks(QPainter &painter, const TableView &view, const QRect &rect, int row, int focused,
                const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const RowActions actions = view.actions(row);
    const TableView::Hit &hover = view.hover();
    const QList<RowLink> links = layoutRowLinks(actions, rect, theme.font(TextStyle::Body));
    for (int i = 0; i < links.size(); ++i) {
        const RowLink &link = links.at(i);
        const bool enabled = link.action < 0 || actions.at(link.action).enabled;
        const bool hovered = hover.what == TableView::Hit::What::Action && hover.row == row
                             && hover.link.action == link.action;
        QFont font = theme.font(TextStyle::Body);
        font.setUnderline(hovered && enabled);
        painter.setFont(font);
        painter.setPen(enabled ? tokens.accent : tokens.textThird);
        painter.drawText(link.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         link.text);
        if (i == focused) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(link.rect).adjusted(-4, -1, 4, 1), 4, 4);
        }
    }
}

} // namespace

QColor rowBackground(const TableView &view, int row, const Tokens &tokens)
{
    if (view.checked(row)
        || (view.selectionModel() && view.selectionModel()->isRowSelected(row, QModelIndex())))
        return tokens.accentWeak;
    return view.hoverRow() == row ? tokens.hover : tokens.surface;
}

RowDelegate::RowDelegate(TableView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{ }

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const auto *model = qobject_cast<const WindowedTableModel *>(index.model());
    if (!model)
        return;
    const Theme &theme = Theme::of(m_view);
    const Tokens &tokens = theme.tokens();
    const int row = index.row();
    const Column &column = model->columns().at(index.column());
    const bool checked = m_view->checked(row);
    const bool current = m_view->currentIndex().row() == row;

    painter->fillRect(option.rect, rowBackground(*m_view, row, tokens));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens.border);
    const bool first = m_view->horizontalHeader()->visualIndex(index.column()) == 0;
    if (first && current && m_view->hasFocus())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          tokens.accent);

    const QRect rect = option.rect.adjusted(0, 0, 0, -1);
    if (column.kind == Column::Kind::Selection) {
        paintCheckBox(*painter, rect, checked ? Qt::Checked : Qt::Unchecked, tokens);
        return;
    }
    if (!index.data(WindowedTableModel::LoadedRole).toBool()) {
        paintPlaceholder(*painter, rect, row, theme);
        return;
    }

    // Which of this cell's links has the keyboard?
    int focusedAction = -1;
    bool focusedCellLink = false;
    if (current && m_view->hasFocus() && m_view->focusedStop() >= 0) {
        int action = 0;
        const QList<TableView::Hit> stops = m_view->stops(row);
        for (int i = 0; i < stops.size(); ++i) {
            const bool isAction = stops.at(i).what == TableView::Hit::What::Action;
            if (i == m_view->focusedStop()) {
                if (isAction)
                    focusedAction = action;
                else
                    focusedCellLink = stops.at(i).column == index.column();
            }
            action += isAction;
        }
    }
    if (column.kind == Column::Kind::Operations) {
        paintLinks(*painter, *m_view, rect, row, focusedAction, theme);
        return;
    }
    CellLook look;
    look.rect = rect;
    look.rightAligned = column.rightAligned;
    look.compact = m_view->isCompact();
    look.linkFocused = focusedCellLink;
    look.linkHovered = m_view->hover().what == TableView::Hit::What::CellLink
                       && m_view->hover().row == row && m_view->hover().column == index.column();
    paintCell(*painter, m_view->cell(row, index.column()), look, theme);
}

} // namespace cas::ui
