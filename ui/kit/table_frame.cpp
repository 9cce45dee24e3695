// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_frame.h"

#include "ui/kit/cell_painter.h"
#include "ui/kit/side_panel.h"
#include "ui/kit/table_view.h"
#include "ui/kit/theme.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace cas::ui {

namespace {

constexpr qint64 kSpotsLiveMs = 50; // what changed may not be painted yet

// The links of all rows in sight.
QList<TableView::Hit> linksInSight(const TableView &view)
{
    QList<TableView::Hit> links;
    const int first = view.rowAt(0);
    if (first < 0 || !view.model())
        return links;
    int last = view.rowAt(view.viewport()->height() - 1);
    if (last < 0)
        last = view.model()->rowCount() - 1;
    for (int row = first; row <= last; ++row)
        links.append(view.stops(row));
    return links;
}

} // namespace

TableFrame::TableFrame(TableView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->viewport()->installEventFilter(this);
}

bool TableFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint || event->type() == QEvent::Resize)
        m_spotsAge.invalidate(); // whatever moves, comes or goes is painted
    return QWidget::eventFilter(watched, event);
}

AccessibleSpots::Roles TableFrame::accessibleRoles() const
{
    return {QAccessible::Grouping, QAccessible::Link};
}

QList<AccessibleSpots::Spot> TableFrame::accessibleSpots() const
{
    if (!m_spotsAge.isValid() || m_spotsAge.hasExpired(kSpotsLiveMs)) {
        m_spots = readSpots();
        m_spotsAge.start();
    }
    return m_spots;
}

QList<AccessibleSpots::Spot> TableFrame::readSpots() const
{
    QList<Spot> spots;
    for (const TableView::Hit &link : linksInSight(*m_view)) {
        Spot spot;
        spot.key = m_view->stopKey(link);
        const bool action = link.what == TableView::Hit::What::Action;
        QRect place = link.link.rect;
        spot.name = link.link.text;
        if (!action) {
            const Cell cell = m_view->cell(link.row, link.column);
            place = m_view->visualRect(m_view->model()->index(link.row, link.column));
            spot.name = cell.text;
            if (!cell.linkText.isEmpty()) { // words of its own behind the text
                spot.name = cell.linkText;
                place = cellLinkRect(cell, place, Theme::of(m_view));
            }
        }
        spot.rect =
            QRect(mapFromGlobal(m_view->viewport()->mapToGlobal(place.topLeft())), place.size());
        spot.description = m_view->rowName(link.row);
        if (action && link.link.action >= 0) {
            const RowAction offered = m_view->actions(link.row).at(link.link.action);
            spot.enabled = offered.enabled;
            if (!offered.enabled)
                spot.description += QLatin1String("; ") + offered.disabledReason;
        }
        spots.append(spot);
    }
    return spots;
}

QWidget *TableFrame::openMenu() const
{
    for (QMenu *menu : m_view->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (menu->isVisible())
            return menu;
    }
    return nullptr;
}

void TableFrame::pressSpot(const QString &key)
{
    for (const TableView::Hit &link : linksInSight(*m_view)) {
        if (m_view->stopKey(link) == key) {
            m_view->trigger(link);
            return;
        }
    }
}

void TableFrame::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    bool onSurface = false;
    for (const QWidget *widget = parentWidget(); widget; widget = widget->parentWidget())
        onSurface = onSurface || qobject_cast<const SidePanel *>(widget)
                    || widget->property("surface").isValid();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath inside;
    inside.addRoundedRect(edge, space::kRadiusLarge, space::kRadiusLarge);
    QPainterPath all;
    all.addRect(rect());
    painter.fillPath(all.subtracted(inside), onSurface ? tokens.surface : tokens.background);
    painter.setPen(tokens.border);
    painter.drawPath(inside);
}

} // namespace cas::ui
