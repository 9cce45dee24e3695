// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/status_ring.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace cas::ui {

namespace {

constexpr int kRingSize = 104;
constexpr int kRingPen = 13;
constexpr int kLegendLine = 26;
constexpr int kLegendLeft = kRingSize + 28;

} // namespace

StatusRing::StatusRing(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
}

void StatusRing::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    m_current = qBound(0, m_current, qMax(0, int(parts.size()) - 1));
    QStringList words;
    for (const Part &part : parts)
        words.append(part.text + u' ' + groupedNumber(part.value));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QRectF StatusRing::legendRect(int index) const
{
    const qreal top = (height() - kLegendLine * qreal(m_parts.size())) / 2;
    return {kLegendLeft - 6.0, top + index * kLegendLine, width() - kLegendLeft + 6.0, kLegendLine};
}

int StatusRing::partAt(const QPointF &at) const
{
    for (int i = 0; i < m_parts.size(); ++i) {
        if (legendRect(i).contains(at))
            return i;
    }
    return -1;
}

void StatusRing::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring =
        QRectF(0, (height() - kRingSize) / 2.0, kRingSize, kRingSize)
            .adjusted(kRingPen / 2.0, kRingPen / 2.0, -kRingPen / 2.0, -kRingPen / 2.0);
    qint64 total = 0;
    for (const Part &part : m_parts)
        total += part.value;
    painter.setBrush(Qt::NoBrush);
    if (total == 0) {
        painter.setPen(QPen(tokens.neutralWeak, kRingPen));
        painter.drawEllipse(ring);
    }
    double start = 90;
    for (int i = 0; i < m_parts.size() && total > 0; ++i) {
        const double span = 360.0 * double(m_parts.at(i).value) / double(total);
        QColor color = tokens.status(m_parts.at(i).kind);
        if (i == m_hover)
            color = tokens.dark ? color.lighter(115) : color.lighter(120);
        painter.setPen(QPen(color, kRingPen, Qt::SolidLine, Qt::FlatCap));
        // A hair of overlap, so that no seam shows between two parts.
        painter.drawArc(ring, qRound(start * 16) + 4, -qRound(span * 16) - 8);
        start -= span;
    }
    painter.setPen(tokens.text);
    QFont figure = Theme::of(this).font(TextStyle::Title);
    painter.setFont(figure);
    painter.drawText(ring, Qt::AlignCenter, groupedNumber(total));
    painter.setFont(font());
    for (int i = 0; i < m_parts.size(); ++i) {
        const QRectF line = legendRect(i);
        if (i == m_current && hasFocus()) {
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.drawRoundedRect(line.adjusted(1, 2, -1, -2), 4, 4);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.status(m_parts.at(i).kind));
        painter.drawEllipse(QPointF(kLegendLeft + 4.5, line.center().y()), 4.5, 4.5);
        painter.setBrush(Qt::NoBrush);
        const QString number = groupedNumber(m_parts.at(i).value);
        painter.setPen(i == m_hover ? tokens.text : tokens.textSecond);
        const QRectF words = line.adjusted(6 + 18, 0, -4, 0);
        const QString text = fontMetrics().elidedText(
            visibleText(m_parts.at(i).text), Qt::ElideRight,
            int(words.width()) - fontMetrics().horizontalAdvance(number) - 8);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
        painter.setPen(tokens.text);
        painter.drawText(words.translated(fontMetrics().horizontalAdvance(text) + 6, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, number);
    }
}

void StatusRing::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = partAt(event->position());
    setCursor(m_hover >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void StatusRing::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = partAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0)
        emit partActivated(index);
}

void StatusRing::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void StatusRing::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = qMax(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = qMin(int(m_parts.size()) - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_parts.isEmpty())
            emit partActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

} // namespace cas::ui
