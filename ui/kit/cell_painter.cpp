// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/cell_painter.h"

#include "ui/kit/status_chip.h"
#include "ui/text/plain_text.h"
#include "ui/kit/validity_bar.h"

#include <QPainter>
#include <QTextLayout>

namespace cas::ui {

namespace {

constexpr int kCellSide = space::kM;
constexpr int kExpanderWidth = 18;
constexpr int kDepthIndent = 22;
constexpr int kBarWidth = 92;
constexpr int kTagGap = 4;

QRect contentRect(const Cell &cell, const QRect &rect)
{
    const int indent =
        cell.depth * kDepthIndent
        + (cell.expander != Cell::Expander::None || cell.depth > 0 ? kExpanderWidth : 0);
    return rect.adjusted(kCellSide + indent, 0, -kCellSide, 0);
}

void drawLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString safe = visibleText(text, 400);
    // Shaping is most of what a cell costs; what fits is shaped once, for measure and drawing.
    QTextLayout layout(safe, font);
    QTextOption option(alignment | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(rect.width());
    layout.endLayout();
    if (!line.isValid())
        return;
    if (line.naturalTextWidth() <= rect.width()) {
        layout.draw(&painter,
                    QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
        return;
    }
    painter.drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetrics(font).elidedText(safe, Qt::ElideRight, rect.width()));
}

void paintTags(QPainter &painter, const QStringList &tags, const QRect &rect, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QFont font = theme.font(TextStyle::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int x = rect.left();
    for (int i = 0; i < tags.size(); ++i) {
        const QString text = visibleText(tags.at(i), 24);
        const int width = metrics.horizontalAdvance(text) + 12;
        const int rest = int(tags.size()) - i;
        const QString more = QStringLiteral("+%1").arg(rest);
        const bool last = i + 1 == tags.size();
        const int needed = width + (last ? 0 : kTagGap + metrics.horizontalAdvance(more) + 4);
        if (x + needed > rect.right() + 1) {
            painter.setPen(tokens.textSecond);
            painter.drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, more);
            return;
        }
        const QRectF box(x + 0.5, rect.center().y() - 9.5, width - 1, 20);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tokens.borderStrong);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(tokens.textSecond);
        painter.drawText(box, Qt::AlignCenter, text);
        x += width + kTagGap;
    }
}

void paintExpander(QPainter &painter, const Cell &cell, const QRect &rect, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const QRect triangle = expanderRect(cell, rect);
    if (!triangle.isEmpty()) {
        paintSymbol(painter, QRectF(triangle.center().x() - 7, triangle.center().y() - 7, 16, 16),
                    cell.expander == Cell::Expander::Open ? Symbol::ChevronDown
                                                          : Symbol::ChevronRight,
                    tokens.textSecond);
    } else if (cell.depth > 0) {
        // The little elbow that says "below the row above".
        const int x = rect.left() + kCellSide + cell.depth * kDepthIndent - 2;
        const int y = rect.center().y() - 9;
        painter.fillRect(QRect(x, rect.top() + 10, 1, y - rect.top() - 9), tokens.borderStrong);
        painter.fillRect(QRect(x, y, 10, 1), tokens.borderStrong);
    }
}

} // namespace

QRect expanderRect(const Cell &cell, const QRect &rect)
{
    if (cell.expander == Cell::Expander::None || cell.expander == Cell::Expander::Room)
        return {};
    return {rect.left() + kCellSide + cell.depth * kDepthIndent - 4, rect.top(), kExpanderWidth + 4,
            rect.height()};
}

QRect cellLinkRect(const Cell &cell, const QRect &rect, const Theme &theme)
{
    if (cell.linkText.isEmpty())
        return {};
    const QRect area = contentRect(cell, rect);
    const QFontMetrics metrics(theme.font(TextStyle::Body));
    const int text = metrics.horizontalAdvance(visibleText(cell.text, 400));
    const int width = metrics.horizontalAdvance(cell.linkText);
    const int x = qMin(area.left() + text + (text > 0 ? kCellSide : 0), area.right() - width + 1);
    const int height = metrics.height() + 4; // on one base line with the cell's text
    return {x, area.top() + (area.height() - height) / 2, width, height};
}

void paintCell(QPainter &painter, const Cell &cell, const CellLook &look, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    painter.save();
    painter.setClipRect(look.rect);
    paintExpander(painter, cell, look.rect, theme);
    QRect area = contentRect(cell, look.rect);
    const Qt::Alignment side = look.rightAligned ? Qt::AlignRight : Qt::AlignLeft;
    const QFont body = theme.font(TextStyle::Body);
    const QFont small = theme.font(TextStyle::Small);
    const QColor color = cell.quiet ? tokens.textSecond : tokens.text;
    if (cell.symbol != Symbol::None) {
        paintSymbol(painter, QRectF(area.left(), area.center().y() - 7, 16, 16), cell.symbol,
                    tokens.textSecond);
        area.setLeft(area.left() + 24);
    }
    const int middle = area.center().y() + 1;
    const auto lines = [&](const QFont &first, const QFont &second) {
        if (cell.subtitle.isEmpty() || look.compact) {
            drawLine(painter, area, cell.text, first, color, side);
            return;
        }
        const bool bar = cell.fraction >= 0;
        const int up = bar ? 21 : 18; // a bar needs room below
        drawLine(painter, QRect(area.left(), middle - up, area.width(), 18), cell.text, first,
                 color, side);
        drawLine(painter, QRect(area.left(), middle - up + 18, area.width(), 16), cell.subtitle,
                 second, tokens.textSecond, side);
    };

    switch (cell.kind) {
    case Cell::Kind::Text: {
        const QRect link = cellLinkRect(cell, look.rect, theme);
        if (!link.isEmpty()) {
            area.setRight(link.left() - kCellSide / 2);
            QFont font = body;
            font.setUnderline(look.linkHovered);
            painter.setFont(font);
            painter.setPen(tokens.accent);
            painter.drawText(link, Qt::AlignVCenter | Qt::AlignLeft, cell.linkText);
            if (look.linkFocused) {
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(tokens.accent, 1.5));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(QRectF(link).adjusted(-4, 0, 4, 0), 4, 4);
            }
        }
        lines(body, cell.monoSubtitle ? theme.font(TextStyle::Mono) : small);
        break;
    }
    case Cell::Kind::TwoLine:
        lines(theme.font(TextStyle::BodyStrong),
              cell.monoSubtitle ? theme.font(TextStyle::Mono) : small);
        break;
    case Cell::Kind::Mono:
        drawLine(painter, area, cell.text, theme.font(TextStyle::Mono), color, side);
        break;
    case Cell::Kind::Status: {
        const QString word = visibleText(cell.text, 60);
        const int width = qMin(StatusChip::widthFor(word, small), area.width());
        const QPoint corner(area.left(), middle - space::kChip / 2); // on whole pixels
        StatusChip::paint(painter, corner, width, cell.status, word, tokens);
        if (!cell.subtitle.isEmpty())
            drawLine(painter, area.adjusted(width + space::kS, 0, 0, 0), cell.subtitle, small,
                     tokens.textSecond, Qt::AlignLeft);
        break;
    }
    case Cell::Kind::Validity:
    case Cell::Kind::Progress:
        lines(body, small);
        if (cell.fraction >= 0) {
            const int width = qMin(kBarWidth, area.width());
            const QRectF bar = look.compact || cell.subtitle.isEmpty()
                                   ? QRectF(area.left(), look.rect.bottom() - 7, width, 3)
                                   : QRectF(area.left(), middle + 15, width, 4);
            if (cell.kind == Cell::Kind::Progress)
                paintProgress(painter, bar, cell.fraction, tokens);
            else
                paintBar(painter, bar, cell.fraction, cell.status, tokens);
        }
        break;
    case Cell::Kind::Tags:
        paintTags(painter, cell.tags, area, theme);
        break;
    }
    painter.restore();
}

void paintPlaceholder(QPainter &painter, const QRect &rect, int row, const Theme &theme)
{
    const int room = rect.width() - 2 * kCellSide;
    if (room < 24)
        return;
    // Different lengths, so that it reads as text to come, the same each time it is painted.
    const int width = qMin(room, 40 + (row * 37 + rect.left() * 13) % 60);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().neutralWeak);
    painter.drawRoundedRect(QRectF(rect.left() + kCellSide, rect.center().y() - 4, width, 10), 4,
                            4);
    painter.restore();
}

} // namespace cas::ui
