// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/validity_bar.h"

#include <QPainter>

namespace cas::ui {

namespace {

void paintFilled(QPainter &painter, const QRectF &rect, double fraction, const QColor &color,
                 const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = rect.height() / 2;
    painter.setBrush(tokens.border);
    painter.drawRoundedRect(rect, radius, radius);
    const qreal width = rect.width() * qBound(0.0, fraction, 1.0);
    if (width > 0) {
        painter.setBrush(color);
        painter.drawRoundedRect(
            QRectF(rect.topLeft(), QSizeF(qMax(width, rect.height()), rect.height())), radius,
            radius);
    }
    painter.restore();
}

} // namespace

void paintBar(QPainter &painter, const QRectF &rect, double fraction, StatusKind kind,
              const Tokens &tokens)
{
    paintFilled(painter, rect, fraction, tokens.status(kind), tokens);
}

void paintProgress(QPainter &painter, const QRectF &rect, double fraction, const Tokens &tokens)
{
    paintFilled(painter, rect, fraction, tokens.accent, tokens);
}

} // namespace cas::ui
