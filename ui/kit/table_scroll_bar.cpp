// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_scroll_bar.h"

#include "ui/kit/row_delegate.h"
#include "ui/kit/table_view.h"
#include "ui/kit/theme.h"

#include <QAbstractItemModel>
#include <QPainter>

namespace cas::ui {

TableScrollBar::TableScrollBar(TableView *view)
    : QScrollBar(Qt::Vertical, view)
    , m_view(view)
{
    setProperty("kind", QStringLiteral("table")); // the style sheet leaves the header's height out
}

void TableScrollBar::paintRows(QPainter &painter) const
{
    const Tokens &tokens = Theme::of(this).tokens();
    const int top = space::kTableHeader;
    painter.fillRect(QRect(0, 0, width(), top - 1), tokens.raised);
    painter.fillRect(QRect(0, top - 1, width(), 1), tokens.border);
    painter.fillRect(QRect(0, top, width(), height() - top), tokens.surface);
    const int rows = m_view->model() ? m_view->model()->rowCount() : 0;
    painter.setClipRect(QRect(0, top, width(), height() - top));
    for (int row = qMax(0, m_view->rowAt(0)); row < rows; ++row) {
        const QRect line(0, top + m_view->rowViewportPosition(row), width(),
                         m_view->rowHeight(row));
        if (line.top() >= height())
            break;
        painter.fillRect(line, rowBackground(*m_view, row, tokens));
        painter.fillRect(QRect(0, line.bottom(), width(), 1), tokens.border);
    }
    painter.setClipping(false);
}

void TableScrollBar::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        paintRows(painter);
    }
    QScrollBar::paintEvent(event);
}

} // namespace cas::ui
