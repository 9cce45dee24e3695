// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/kit/text.h"
#include "ui/kit/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace cas::ui {

namespace {

constexpr int kNavLine = 30;
constexpr int kNavSide = 8;
constexpr int kNavGroupAbove = 14; // free room above a group's title
constexpr int kNavGroupLine = 24;
constexpr int kNavFoot = 44;

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setFixedWidth(space::kNavigation);
    retranslate();
}

QSize Navigation::sizeHint() const
{
    return {m_collapsed ? space::kNavigationSmall : space::kNavigation, 400};
}

void Navigation::addGroup(const QString &id, std::function<QString()> title)
{
    m_groups.append({id, std::move(title)});
    update();
}

void Navigation::addItem(const QString &id, const QString &group, Symbol symbol,
                         std::function<QString()> title)
{
    // Pages of one group stand together whatever the order of registering.
    qsizetype at = m_items.size();
    if (!group.isEmpty()) {
        for (qsizetype i = m_items.size(); i > 0; --i) {
            if (m_items.at(i - 1).group == group) {
                at = i;
                break;
            }
        }
    }
    m_items.insert(at, Item{id, group, symbol, std::move(title), 0});
    update();
}

void Navigation::setBadge(const QString &id, int count)
{
    for (Item &item : m_items) {
        if (item.id == id)
            item.badge = count;
    }
    update();
}

void Navigation::setCurrent(const QString &id)
{
    m_current = id;
    m_keyboard = id;
    for (const Item &item : m_items) {
        if (item.id == id)
            setAccessibleDescription(item.title());
    }
    scrollToKeyboard();
    update();
    announceChosenSpot(this);
}

AccessibleSpots::Roles Navigation::accessibleRoles() const
{
    return {QAccessible::List, QAccessible::ListItem};
}

QList<AccessibleSpots::Spot> Navigation::accessibleSpots() const
{
    QList<Spot> spots;
    for (const Line &line : lines()) {
        if (line.kind == Line::Kind::Collapse) {
            spots.append({QString(), line.text, QString(), line.rect, true, false});
        } else if (line.kind == Line::Kind::Page) {
            const Item &item = m_items.at(line.item);
            spots.append({item.id, line.text,
                          item.badge > 0 ? QString::number(item.badge) : QString(), line.rect, true,
                          item.id == m_current});
        }
    }
    return spots;
}

void Navigation::pressSpot(const QString &key)
{
    if (key.isEmpty())
        setCollapsed(!m_collapsed);
    else if (order().contains(key))
        emit activated(key);
}

QStringList Navigation::order() const
{
    QStringList ids;
    for (const Item &item : m_items)
        ids.append(item.id);
    return ids;
}

void Navigation::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    m_scroll = 0;
    setFixedWidth(collapsed ? space::kNavigationSmall : space::kNavigation);
    update();
    emit collapsedChanged(collapsed);
}

void Navigation::retranslate()
{
    setAccessibleName(tr("Navigation"));
    update();
}

QList<Navigation::Line> Navigation::lines() const
{
    QList<Line> all;
    const int wide = width() - 1 - 2 * kNavSide;
    int y = kNavSide - m_scroll;
    QString group;
    for (int i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items.at(i);
        if (i > 0 && item.group != group) {
            QString title;
            for (const auto &[id, text] : m_groups) {
                if (id == item.group)
                    title = text();
            }
            y += kNavGroupAbove;
            if (!title.isEmpty()) {
                const int height = m_collapsed ? 1 : kNavGroupLine;
                all.append({Line::Kind::Group, -1, title, QRect(kNavSide, y, wide, height)});
                y += height + (m_collapsed ? kNavGroupAbove : 0);
            }
        }
        group = item.group;
        all.append({Line::Kind::Page, i, item.title(), QRect(kNavSide, y, wide, kNavLine)});
        y += kNavLine;
    }
    all.append({Line::Kind::Collapse, -1, m_collapsed ? tr("Expand") : tr("Collapse"),
                QRect(kNavSide, height() - kNavFoot + 7, wide, kNavLine)});
    return all;
}

int Navigation::lineAt(const QPoint &at) const
{
    const QList<Line> all = lines();
    const bool foot = at.y() >= height() - kNavFoot;
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).kind != Line::Kind::Group && all.at(i).rect.contains(at)
            && foot == (all.at(i).kind == Line::Kind::Collapse))
            return i;
    }
    return -1;
}

void Navigation::paintPage(QPainter &painter, const Line &line, bool hovered) const
{
    const Theme &theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    const bool page = line.kind == Line::Kind::Page;
    const Item item = page ? m_items.at(line.item) : Item();
    const bool current = page && item.id == m_current;
    const bool focused = page && item.id == m_keyboard && hasFocus();
    if (current || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(current ? tokens.accentWeak : tokens.hover);
        painter.drawRoundedRect(line.rect, 6, 6);
    }
    if (focused) {
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(line.rect).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QColor color = current ? tokens.accent : page ? tokens.text : tokens.textSecond;
    const Symbol symbol = page          ? item.symbol
                          : m_collapsed ? Symbol::ChevronRight
                                        : Symbol::ChevronLeft;
    const int x = m_collapsed ? line.rect.center().x() - 8 : line.rect.left() + 11;
    paintSymbol(painter, QRectF(x, line.rect.center().y() - 8, 18, 18), symbol,
                current ? tokens.accent : tokens.textSecond);
    if (m_collapsed) {
        if (item.badge > 0) {
            painter.setPen(QPen(tokens.surface, 2));
            painter.setBrush(tokens.warn);
            painter.drawEllipse(QPointF(x + 17, line.rect.top() + 7), 4.5, 4.5);
        }
        return;
    }
    QFont font = theme.font(current ? TextStyle::BodyStrong : TextStyle::Body);
    painter.setFont(font);
    painter.setPen(color);
    int right = line.rect.right() - 10;
    if (item.badge > 0) {
        const QString count =
            item.badge > 999 ? QStringLiteral("999+") : QString::number(item.badge);
        QFont small = theme.font(TextStyle::Small);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        painter.setPen(tokens.warn);
        painter.drawText(
            QRect(line.rect.left(), line.rect.top(), right - line.rect.left(), kNavLine),
            Qt::AlignRight | Qt::AlignVCenter, count);
        right -= QFontMetrics(small).horizontalAdvance(count) + 8;
        painter.setFont(font);
        painter.setPen(color);
    }
    const QRect words(line.rect.left() + 38, line.rect.top(), right - line.rect.left() - 38,
                      kNavLine);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(line.text, Qt::ElideRight, words.width()));
}

void Navigation::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<Line> all = lines();
    painter.save();
    painter.setClipRect(0, 0, width(), height() - kNavFoot);
    for (int i = 0; i < all.size(); ++i) {
        const Line &line = all.at(i);
        if (line.kind == Line::Kind::Page) {
            paintPage(painter, line, i == m_hover);
        } else if (line.kind == Line::Kind::Group && m_collapsed) {
            painter.fillRect(line.rect.adjusted(4, 0, -4, 0), tokens.border);
        } else if (line.kind == Line::Kind::Group) {
            QFont font = theme.font(TextStyle::Small);
            font.setWeight(QFont::DemiBold);
            font.setPixelSize(11);
            painter.setFont(font);
            painter.setPen(tokens.textThird);
            painter.drawText(
                line.rect.adjusted(11, 0, -8, 0),
                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                QFontMetrics(font).elidedText(line.text, Qt::ElideRight, line.rect.width() - 19));
        }
    }
    painter.restore();
    const bool goesOn =
        all.size() > 1 && all.at(all.size() - 2).rect.bottom() > height() - kNavFoot;
    if (goesOn || m_scroll > 0)
        painter.fillRect(QRect(0, height() - kNavFoot, width(), 1), tokens.border);
    paintPage(painter, all.last(), m_hover == all.size() - 1);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.border);
}

void Navigation::openLine(const Line &line)
{
    if (line.kind == Line::Kind::Collapse)
        setCollapsed(!m_collapsed);
    else if (line.kind == Line::Kind::Page)
        emit activated(m_items.at(line.item).id);
}

void Navigation::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = lineAt(event->position().toPoint());
    setCursor(m_hover >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Navigation::mousePressEvent(QMouseEvent *event)
{
    const int index = lineAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        openLine(lines().at(index));
}

void Navigation::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    const QStringList ids = order();
    qsizetype at = ids.indexOf(m_keyboard);
    switch (event->key()) {
    case Qt::Key_Up:
        at = qMax<qsizetype>(0, at - 1);
        break;
    case Qt::Key_Down:
        at = qMin(ids.size() - 1, at + 1);
        break;
    case Qt::Key_Home:
        at = 0;
        break;
    case Qt::Key_End:
        at = ids.size() - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (at >= 0)
            emit activated(m_keyboard);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_keyboard = ids.value(at);
    scrollToKeyboard();
    update();
}

void Navigation::scrollToKeyboard()
{
    const QList<Line> all = lines();
    int bottom = 0;
    for (const Line &line : all) {
        if (line.kind != Line::Kind::Page)
            continue;
        bottom = line.rect.bottom() + m_scroll + kNavSide;
        if (m_items.at(line.item).id != m_keyboard)
            continue;
        if (line.rect.top() < kNavSide)
            m_scroll += line.rect.top() - kNavSide;
        else if (line.rect.bottom() > height() - kNavFoot - kNavSide)
            m_scroll += line.rect.bottom() - (height() - kNavFoot - kNavSide);
    }
    m_scroll = qBound(0, m_scroll, qMax(0, bottom - (height() - kNavFoot)));
}

void Navigation::wheelEvent(QWheelEvent *event)
{
    int bottom = 0;
    for (const Line &line : lines()) {
        if (line.kind == Line::Kind::Page)
            bottom = line.rect.bottom() + m_scroll + kNavSide;
    }
    m_scroll =
        qBound(0, m_scroll - event->angleDelta().y() / 2, qMax(0, bottom - (height() - kNavFoot)));
    update();
}

void Navigation::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scroll = 0;
    scrollToKeyboard();
}

void Navigation::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_keyboard.isEmpty())
        m_keyboard = m_current;
    update();
}

bool Navigation::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int index = lineAt(help->pos());
        QString tip;
        if (index >= 0) {
            const Line line = lines().at(index);
            if (line.kind == Line::Kind::Collapse)
                tip = tr("%1 (Ctrl+B)").arg(line.text);
            else if (line.item < 9)
                tip = tr("%1 (Ctrl+%2)").arg(line.text).arg(line.item + 1);
            else if (m_collapsed)
                tip = line.text;
        }
        QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace cas::ui
