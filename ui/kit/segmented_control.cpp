// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/segmented_control.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace cas::ui {

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(const QList<Segment> &segments)
{
    const QString before = current();
    m_segments = segments;
    m_current = -1;
    int firstEnabled = -1;
    for (int i = 0; i < m_segments.size(); ++i) {
        if (!m_segments.at(i).enabled)
            continue;
        if (firstEnabled < 0)
            firstEnabled = i;
        if (m_segments.at(i).id == before)
            m_current = i;
    }
    if (m_current < 0)
        m_current = firstEnabled;
    updateGeometry();
    update();
    if (current() != before)
        emit currentChanged(current());
}

QString SegmentedControl::current() const
{
    return m_current >= 0 ? m_segments.at(m_current).id : QString();
}

void SegmentedControl::setCurrent(const QString &id)
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (m_segments.at(i).id == id)
            select(i);
    }
}

void SegmentedControl::select(int index)
{
    if (index < 0 || index >= m_segments.size() || index == m_current
        || !m_segments.at(index).enabled)
        return;
    m_current = index;
    setAccessibleDescription(m_segments.at(index).text);
    update();
    announceChosenSpot(this);
    emit currentChanged(m_segments.at(index).id);
}

AccessibleSpots::Roles SegmentedControl::accessibleRoles() const
{
    return {QAccessible::Grouping, QAccessible::RadioButton};
}

QList<AccessibleSpots::Spot> SegmentedControl::accessibleSpots() const
{
    QList<Spot> spots;
    for (int i = 0; i < m_segments.size(); ++i) {
        const Segment &segment = m_segments.at(i);
        spots.append({segment.id, segment.text, segment.toolTip, segmentRect(i), segment.enabled,
                      i == m_current});
    }
    return spots;
}

void SegmentedControl::pressSpot(const QString &key)
{
    setCurrent(key);
}

QSize SegmentedControl::sizeHint() const
{
    int widest = 0;
    for (const Segment &segment : m_segments)
        widest = qMax(widest, fontMetrics().horizontalAdvance(segment.text));
    return {int(m_segments.size()) * (widest + 2 * space::kL), space::kControl};
}

QSize SegmentedControl::minimumSizeHint() const
{
    return {int(m_segments.size()) * 48, space::kControl};
}

QRect SegmentedControl::segmentRect(int index) const
{
    const int count = int(m_segments.size());
    const int left = width() * index / count;
    return {left, 0, width() * (index + 1) / count - left, height()};
}

int SegmentedControl::segmentAt(const QPoint &at) const
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (segmentRect(i).contains(at))
            return i;
    }
    return -1;
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, 6, 6);
    painter.fillPath(shape, isEnabled() ? tokens.surface : tokens.raised);
    painter.save();
    painter.setClipPath(shape);
    for (int i = 0; i < m_segments.size(); ++i) {
        const QRect cell = segmentRect(i);
        if (i == m_current)
            painter.fillRect(cell, tokens.accentWeak);
        else if (i == m_hover && m_segments.at(i).enabled && isEnabled())
            painter.fillRect(cell, tokens.hover);
        if (i > 0)
            painter.fillRect(QRect(cell.left(), 0, 1, height()), tokens.borderStrong);
    }
    painter.restore();
    painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.borderStrong, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 6, 6);
    for (int i = 0; i < m_segments.size(); ++i) {
        QFont words = font();
        const bool on = i == m_current;
        if (on)
            words.setWeight(QFont::DemiBold);
        painter.setFont(words);
        painter.setPen(!isEnabled() || !m_segments.at(i).enabled ? tokens.textThird
                       : on                                      ? tokens.accent
                                                                 : tokens.text);
        const QRect cell = segmentRect(i).adjusted(6, 0, -6, 0);
        painter.drawText(
            cell, Qt::AlignCenter | Qt::TextSingleLine,
            QFontMetrics(words).elidedText(m_segments.at(i).text, Qt::ElideRight, cell.width()));
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        select(segmentAt(event->position().toPoint()));
}

void SegmentedControl::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = segmentAt(event->position().toPoint());
    update();
}

void SegmentedControl::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const auto step = [this](int from, int by) {
        for (int i = from; i >= 0 && i < m_segments.size(); i += by) {
            if (m_segments.at(i).enabled) {
                select(i);
                return;
            }
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        step(m_current - 1, -1);
        return;
    case Qt::Key_Right:
        step(m_current + 1, 1);
        return;
    case Qt::Key_Home:
        step(0, 1);
        return;
    case Qt::Key_End:
        step(int(m_segments.size()) - 1, -1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SegmentedControl::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int index = segmentAt(help->pos());
        const QString tip = index >= 0 ? m_segments.at(index).toolTip : QString();
        QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
        return true;
    }
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::PaletteChange)
        update();
    return QWidget::event(event);
}

} // namespace cas::ui
