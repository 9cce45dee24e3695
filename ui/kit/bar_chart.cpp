// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/bar_chart.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace cas::ui {

namespace {

constexpr int kBarLabelHeight = 22;
constexpr int kBarTopRoom = 18; // for marker texts

QPainterPath barShape(const QRectF &rect, qreal radius)
{
    // Round at the top, straight on the axis.
    QPainterPath path;
    const qreal r = std::min({radius, rect.width() / 2, rect.height()});
    path.moveTo(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + r);
    path.quadTo(rect.topLeft(), QPointF(rect.left() + r, rect.top()));
    path.lineTo(rect.right() - r, rect.top());
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + r));
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setFont(Theme::of(this).font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChart::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    m_current = qBound(0, m_current, qMax(0, int(bars.size()) - 1));
    m_hover = -1;
    QStringList words;
    for (const Bar &bar : bars)
        words.append(bar.toolTip.isEmpty() ? bar.label + u' ' + groupedNumber(bar.value)
                                           : bar.toolTip);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void BarChart::setAxisVisible(bool visible)
{
    m_axis = visible;
    update();
}

qint64 BarChart::top() const
{
    qint64 most = 1;
    for (const Bar &bar : m_bars)
        most = qMax(most, bar.value);
    // The next round number that divides in two.
    for (qint64 step = 1;; step *= 10) {
        for (const qint64 factor : {2, 3, 4, 5, 6, 8, 10}) {
            if (step * factor >= most && step * factor % 2 == 0)
                return step * factor;
        }
    }
}

QRectF BarChart::plot() const
{
    const int left = m_axis ? fontMetrics().horizontalAdvance(groupedNumber(top())) + space::kS : 0;
    const bool marked = std::any_of(m_bars.begin(), m_bars.end(),
                                    [](const Bar &bar) { return !bar.marker.isEmpty(); });
    const bool labelled = std::any_of(m_bars.begin(), m_bars.end(),
                                      [](const Bar &bar) { return !bar.label.isEmpty(); });
    return QRectF(rect()).adjusted(left, marked ? kBarTopRoom : 6, 0,
                                   labelled ? -kBarLabelHeight : -1);
}

QRectF BarChart::barRect(int index) const
{
    const QRectF area = plot();
    const qreal slot = area.width() / qreal(m_bars.size());
    const qreal width = qMin(28.0, slot * 0.68);
    const qreal height = area.height() * qreal(m_bars.at(index).value) / qreal(top());
    const qreal x = area.left() + slot * (index + 0.5) - width / 2;
    const qreal tall = m_bars.at(index).value > 0 ? qMax(height, 2.0) : 0.0;
    return {x, area.bottom() - tall, width, tall};
}

int BarChart::barAt(const QPointF &at) const
{
    const QRectF area = plot();
    if (m_bars.isEmpty() || at.x() < area.left() || at.x() >= area.right())
        return -1;
    return qBound(0, int((at.x() - area.left()) * qreal(m_bars.size()) / area.width()),
                  int(m_bars.size()) - 1);
}

void BarChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    const QRectF area = plot();
    if (m_axis) {
        for (const int part : {0, 1, 2}) {
            const qreal y = qRound(area.bottom() - area.height() * part / 2);
            painter.fillRect(QRectF(area.left(), y, area.width(), 1),
                             part == 0 ? tokens.borderStrong : tokens.border);
            if (part == 0)
                continue;
            painter.setPen(tokens.textThird);
            painter.drawText(QRectF(0, y - 8, area.left() - space::kS, 16),
                             Qt::AlignRight | Qt::AlignVCenter, groupedNumber(top() * part / 2));
        }
    } else {
        painter.fillRect(QRectF(area.left(), qRound(area.bottom()), area.width(), 1),
                         tokens.border);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    qreal labelEnd = -1;
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars.at(i);
        const QRectF box = barRect(i);
        QColor color = bar.kind ? tokens.status(*bar.kind) : tokens.accent;
        if (bar.faint)
            color.setAlphaF(0.45F);
        if (i == m_hover)
            color = tokens.dark ? color.lighter(115) : color.darker(115);
        if (box.height() > 0)
            painter.fillPath(barShape(box, 3), color);
        if (i == m_current && hasFocus()) {
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                QRectF(box.left() - 3, area.top(), box.width() + 6, area.height()), 4, 4);
        }
        if (!bar.label.isEmpty()) {
            const qreal width = fontMetrics().horizontalAdvance(bar.label) + 2;
            const qreal x = qMin(qMax(box.center().x() - width / 2, 0.0), this->width() - width);
            if (x > labelEnd) {
                painter.setPen(tokens.textSecond);
                painter.drawText(QRectF(x, area.bottom() + 6, width, kBarLabelHeight - 6),
                                 Qt::AlignCenter, bar.label);
                labelEnd = x + width + 6;
            }
        }
        if (!bar.marker.isEmpty()) {
            const qreal slot = area.width() / qreal(m_bars.size());
            const qreal x = qRound(area.left() + slot * i) + 0.5;
            painter.setPen(QPen(tokens.textThird, 1, Qt::DashLine));
            painter.drawLine(QPointF(x, 2), QPointF(x, area.bottom()));
            painter.setPen(tokens.textSecond);
            const qreal width = fontMetrics().horizontalAdvance(bar.marker) + 2;
            const bool right = x + 5 + width <= this->width();
            painter.drawText(QRectF(right ? x + 5 : x - 5 - width, 0, width, kBarTopRoom),
                             Qt::AlignLeft | Qt::AlignVCenter, bar.marker);
        }
    }
}

void BarChart::setCurrent(int index)
{
    if (index < 0 || index >= m_bars.size())
        return;
    m_current = index;
    QToolTip::showText(mapToGlobal(barRect(index).topLeft().toPoint()),
                       plainToolTip(m_bars.at(index).toolTip), this);
    update();
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = barAt(event->position());
    update();
}

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = barAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0)
        emit barActivated(index);
}

void BarChart::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_Right:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_bars.isEmpty())
            emit barActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

bool BarChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int index = barAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           index >= 0 ? plainToolTip(m_bars.at(index).toolTip) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace cas::ui
