// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_chart.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

namespace cas::ui {

namespace {

constexpr qreal kLineTop = 20; // room for the marks' texts
constexpr qreal kLineBottom = 18; // room for the years

} // namespace

LineChart::LineChart(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::of(this).font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LineChart::setPoints(const QList<Point> &points, const QList<std::pair<QDate, QString>> &marks)
{
    m_points = points;
    m_marks = marks;
    m_top = 1;
    for (const Point &point : points)
        m_top = qMax(m_top, point.value);
    if (!points.isEmpty()) {
        const QLocale locale;
        setAccessibleDescription(tr("From %1 to %2, at most %3")
                                     .arg(locale.toString(points.first().value, 'f', 0),
                                          locale.toString(points.last().value, 'f', 0),
                                          locale.toString(m_top, 'f', 0)));
    }
    update();
}

QPointF LineChart::at(const Point &point) const
{
    const qint64 span = qMax<qint64>(1, m_points.first().date.daysTo(m_points.last().date));
    const qreal x = qreal(m_points.first().date.daysTo(point.date)) / qreal(span);
    const qreal room = height() - kLineTop - kLineBottom - 2;
    return {1 + x * (width() - 2), kLineTop + room * (1 - point.value / m_top)};
}

void LineChart::paintEvent(QPaintEvent *)
{
    if (m_points.size() < 2)
        return;
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    const qreal base = std::floor(height() - kLineBottom);
    painter.fillRect(QRectF(0, base, width(), 1), tokens.border);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[date, text] : m_marks) {
        const qreal x = qRound(at({date, 0}).x()) + 0.5;
        painter.setPen(QPen(tokens.textThird, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, 2), QPointF(x, base));
        painter.setPen(tokens.textSecond);
        const qreal wide = fontMetrics().horizontalAdvance(text) + 2;
        painter.drawText(QRectF(x + 5 + wide > width() ? x - 5 - wide : x + 5, 0, wide, 16),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    QPainterPath line(at(m_points.first()));
    for (const Point &point : m_points)
        line.lineTo(at(point));
    QPainterPath area = line;
    area.lineTo(at(m_points.last()).x(), base);
    area.lineTo(at(m_points.first()).x(), base);
    QColor wash = tokens.accent;
    wash.setAlphaF(0.08F);
    painter.fillPath(area, wash);
    painter.setPen(QPen(tokens.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(tokens.textThird);
    const QRectF foot(0, base + 3, width(), kLineBottom - 3);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     m_points.first().date.toString(QStringLiteral("yyyy-MM")));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     m_points.last().date.toString(QStringLiteral("yyyy-MM")));
}

bool LineChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_points.isEmpty()) {
        auto *help = static_cast<QHelpEvent *>(event);
        const Point *nearest = &m_points.first();
        for (const Point &point : m_points) {
            if (qAbs(at(point).x() - help->x()) < qAbs(at(*nearest).x() - help->x()))
                nearest = &point;
        }
        QToolTip::showText(help->globalPos(),
                           plainToolTip(nearest->date.toString(Qt::ISODate) + QStringLiteral(": ")
                                        + QLocale().toString(nearest->value, 'f', 0)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace cas::ui
