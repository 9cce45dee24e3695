// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tab_strip.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace cas::ui {

namespace {

constexpr int kTabHeight = 40;
constexpr int kTabGap = 20; // between tabs
constexpr int kCountGap = 5; // between a tab's word and its count

int tabWordWidth(const TabStrip::Tab &tab, QFont font)
{
    font.setWeight(QFont::DemiBold); // as wide as when chosen, so that choosing moves nothing
    return QFontMetrics(font).horizontalAdvance(tab.text);
}

} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TabStrip::setTabs(const QList<Tab> &tabs)
{
    const QString before = current();
    m_tabs = tabs;
    m_current = m_tabs.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).id == before)
            m_current = i;
    }
    updateGeometry();
    update();
    if (current() != before)
        emit currentChanged(current());
}

void TabStrip::setCount(const QString &id, qint64 count)
{
    for (Tab &tab : m_tabs) {
        if (tab.id == id)
            tab.count = count;
    }
    update();
}

QString TabStrip::current() const
{
    return m_current >= 0 ? m_tabs.at(m_current).id : QString();
}

void TabStrip::setCurrent(const QString &id)
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).id == id)
            select(i);
    }
}

void TabStrip::select(int index)
{
    if (index < 0 || index >= m_tabs.size() || index == m_current)
        return;
    m_current = index;
    setAccessibleDescription(m_tabs.at(index).text);
    update();
    announceChosenSpot(this);
    emit currentChanged(m_tabs.at(index).id);
}

AccessibleSpots::Roles TabStrip::accessibleRoles() const
{
    return {QAccessible::PageTabList, QAccessible::PageTab};
}

QList<AccessibleSpots::Spot> TabStrip::accessibleSpots() const
{
    QList<Spot> spots;
    for (int i = 0; i < m_tabs.size(); ++i) {
        const Tab &tab = m_tabs.at(i);
        spots.append({tab.id, tab.text, tab.count < 0 ? QString() : groupedNumber(tab.count),
                      tabRect(i), true, i == m_current});
    }
    return spots;
}

void TabStrip::pressSpot(const QString &key)
{
    setCurrent(key);
}

QRect TabStrip::tabRect(int index) const
{
    int left = 0;
    for (int i = 0;; ++i) {
        const Tab &tab = m_tabs.at(i);
        int width = tabWordWidth(tab, font());
        if (tab.count >= 0)
            width += kCountGap + fontMetrics().horizontalAdvance(groupedNumber(tab.count));
        if (i == index)
            return {left, 0, width, kTabHeight};
        left += width + kTabGap;
    }
}

int TabStrip::tabAt(const QPoint &at) const
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (tabRect(i).adjusted(-kTabGap / 2, 0, kTabGap / 2, 0).contains(at))
            return i;
    }
    return -1;
}

QSize TabStrip::sizeHint() const
{
    return {m_tabs.isEmpty() ? 0 : tabRect(int(m_tabs.size()) - 1).right() + 1, kTabHeight};
}

QSize TabStrip::minimumSizeHint() const
{
    return {100, kTabHeight};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(QRect(0, kTabHeight - 1, width(), 1), tokens.border);
    for (int i = 0; i < m_tabs.size(); ++i) {
        const Tab &tab = m_tabs.at(i);
        const QRect box = tabRect(i);
        const bool on = i == m_current;
        QFont words = font();
        if (on)
            words.setWeight(QFont::DemiBold);
        painter.setFont(words);
        painter.setPen(on ? tokens.accent : i == m_hover ? tokens.text : tokens.textSecond);
        painter.drawText(box.adjusted(0, 0, 2, -2), Qt::AlignLeft | Qt::AlignVCenter, tab.text);
        if (tab.count >= 0) {
            painter.setFont(font());
            painter.setPen(on ? tokens.textSecond : tokens.textThird);
            const int word = QFontMetrics(words).horizontalAdvance(tab.text);
            painter.drawText(box.adjusted(word + kCountGap, 0, 20, -2),
                             Qt::AlignLeft | Qt::AlignVCenter, groupedNumber(tab.count));
        }
        if (on)
            painter.fillRect(QRect(box.left(), kTabHeight - 2, box.width(), 2), tokens.accent);
        if (on && hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(-3, 7, 3, -8), 4, 4);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

void TabStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        select(tabAt(event->position().toPoint()));
}

void TabStrip::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = tabAt(event->position().toPoint());
    setCursor(m_hover >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TabStrip::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void TabStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        select(m_current - 1);
        return;
    case Qt::Key_Right:
        select(m_current + 1);
        return;
    case Qt::Key_Home:
        select(0);
        return;
    case Qt::Key_End:
        select(int(m_tabs.size()) - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TabStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
