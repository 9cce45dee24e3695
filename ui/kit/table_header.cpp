// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_header.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"
#include "ui/kit/windowed_table_model.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace cas::ui {

void paintCheckBox(QPainter &painter, const QRect &rect, Qt::CheckState state, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPoint corner(rect.left() + (rect.width() - 16) / 2, // on whole pixels
                        rect.top() + (rect.height() - 16) / 2);
    const QRectF box(corner, QSizeF(16, 16));
    const bool on = state != Qt::Unchecked;
    painter.setPen(on ? tokens.accent : tokens.borderStrong);
    painter.setBrush(on ? tokens.accent : tokens.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (on)
        paintSymbol(painter, box.adjusted(2, 2, -2, -2),
                    state == Qt::Checked ? Symbol::Check : Symbol::Minus, tokens.onAccent);
    painter.restore();
}

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("table.header"));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setMouseTracking(true);
    setFixedHeight(space::kTableHeader);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this, &TableHeader::clicked);
}

void TableHeader::setCheckState(Qt::CheckState state)
{
    m_check = state;
    viewport()->update();
}

const WindowedTableModel *TableHeader::table() const
{
    return qobject_cast<const WindowedTableModel *>(model());
}

void TableHeader::clicked(int section)
{
    const WindowedTableModel *rows = table();
    if (!rows || section < 0 || section >= rows->columns().size())
        return;
    const Column &column = rows->columns().at(section);
    if (column.kind == Column::Kind::Selection) {
        emit checkToggled();
    } else if (column.sortable) {
        const bool down = rows->sortColumn() == section && rows->sortOrder() == Qt::AscendingOrder;
        model()->sort(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const WindowedTableModel *rows = table();
    if (!rows || section >= rows->columns().size())
        return;
    const Theme &theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    const Column &column = rows->columns().at(section);
    painter->save();
    painter->fillRect(rect, tokens.raised);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.border);
    if (column.kind == Column::Kind::Selection) {
        paintCheckBox(*painter, rect, m_check, tokens);
        painter->restore();
        return;
    }
    QFont font = theme.font(TextStyle::Small);
    font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    const bool sorted = rows->sortColumn() == section;
    const bool arrow = sorted || (column.sortable && m_hover == section);
    QRect area = rect.adjusted(space::kM, 0, -space::kM, -1);
    const int arrowRoom = arrow ? 16 : 0;
    const QString text =
        metrics.elidedText(column.title, Qt::ElideRight, qMax(0, area.width() - arrowRoom));
    const int width = metrics.horizontalAdvance(text);
    const int left = column.rightAligned ? area.right() - width - arrowRoom + 1 : area.left();
    painter->setFont(font);
    painter->setPen(sorted || (column.sortable && m_hover == section) ? tokens.text
                                                                      : tokens.textSecond);
    painter->drawText(QRect(left, area.top(), width + 2, area.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (arrow) {
        const bool up = !sorted || rows->sortOrder() == Qt::AscendingOrder;
        paintSymbol(*painter, QRectF(left + width + 3, area.center().y() - 6, 13, 13),
                    up ? Symbol::ArrowUp : Symbol::ArrowDown,
                    sorted ? tokens.accent : tokens.textThird);
    }
    painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(section);
    return {size.width(), space::kTableHeader};
}

void TableHeader::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = logicalIndexAt(event->position().toPoint());
    viewport()->update();
    QHeaderView::mouseMoveEvent(event);
}

void TableHeader::leaveEvent(QEvent *event)
{
    m_hover = -1;
    viewport()->update();
    QHeaderView::leaveEvent(event);
}

bool TableHeader::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && table()) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int section = logicalIndexAt(help->pos());
        if (section >= 0 && section < table()->columns().size()) {
            const Column &column = table()->columns().at(section);
            const bool cut =
                sectionSize(section) < fontMetrics().horizontalAdvance(column.title) + 40;
            QToolTip::showText(help->globalPos(), cut ? plainToolTip(column.title) : QString(),
                               this);
        }
        return true;
    }
    return QHeaderView::event(event);
}

} // namespace cas::ui
