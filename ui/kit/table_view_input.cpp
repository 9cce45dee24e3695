// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the table; painting and layout are in table_view.cpp.
#include "ui/kit/table_view.h"

#include "ui/kit/cell_painter.h"
#include "ui/kit/data_table.h"
#include "ui/text/plain_text.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace cas::ui {

void TableView::trigger(const Hit &hit)
{
    const qint64 key = m_table.m_model->key(hit.row);
    if (key < 0)
        return;
    switch (hit.what) {
    case Hit::What::Check: {
        const bool on = !checked(hit.row);
        m_table.setChecked(hit.row, on);
        m_checkAnchor = hit.row;
        break;
    }
    case Hit::What::Expander:
        emit m_table.expanderToggled(hit.row, key);
        break;
    case Hit::What::CellLink:
        emit m_table.rowActionTriggered(hit.row, key, cell(hit.row, hit.column).linkId);
        break;
    case Hit::What::Action: {
        if (hit.link.action < 0) {
            openRowMenu(hit.row, viewport()->mapToGlobal(hit.link.rect.bottomLeft()), true);
            break;
        }
        const RowActions all = actions(hit.row);
        if (hit.link.action < all.size() && all.at(hit.link.action).enabled)
            emit m_table.rowActionTriggered(hit.row, key, all.at(hit.link.action).id);
        break;
    }
    case Hit::What::Row:
    case Hit::What::Nothing:
        break;
    }
}

void TableView::openRowMenu(int row, const QPoint &global, bool restOnly)
{
    const RowActions all = actions(row);
    const qint64 key = m_table.m_model->key(row);
    if (all.isEmpty() || key < 0)
        return;
    int skip = 0;
    if (restOnly) {
        for (const Hit &stop : stops(row))
            skip += stop.what == Hit::What::Action && stop.link.action >= 0;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("table.rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    // Assistive technology triggers an entry without closing the menu, as the mouse does.
    connect(menu, &QMenu::triggered, menu, &QMenu::close);
    const auto add = [&](const RowAction &action) {
        QAction *entry = menu->addAction(QString(action.text).replace(u'&', QLatin1String("&&")));
        entry->setObjectName(QStringLiteral("row.") + action.id);
        entry->setEnabled(action.enabled);
        if (!action.enabled)
            entry->setToolTip(plainToolTip(action.disabledReason));
        if (action.danger)
            entry->setIcon(icon(Symbol::Warning, Tint::Bad));
        connect(entry, &QAction::triggered, &m_table, [this, key, id = action.id] {
            emit m_table.rowActionTriggered(m_table.m_model->rowOfKey(key), key, id);
        });
    };
    bool danger = false;
    for (int i = skip; i < all.size(); ++i) {
        danger = danger || all.at(i).danger;
        if (!all.at(i).danger)
            add(all.at(i));
    }
    if (danger && !menu->isEmpty())
        menu->addSeparator();
    for (int i = skip; i < all.size(); ++i) {
        if (all.at(i).danger)
            add(all.at(i));
    }
    menu->popup(global);
}

void TableView::toggleChecked()
{
    bool on = false;
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        rows.append(index.row());
        on = on || !checked(index.row());
    }
    if (rows.isEmpty() && currentIndex().isValid()) {
        rows.append(currentIndex().row());
        on = !checked(rows.first());
    }
    for (const int row : rows)
        m_table.setChecked(row, on);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const QList<Hit> links = stops(row);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (row < 0)
            break;
        if (m_stop < 0) {
            // On the row itself, Right opens a tree row and Left closes it.
            for (int column = 0; column < m_table.m_model->columnCount(); ++column) {
                const auto expander = cell(row, column).expander;
                if ((event->key() == Qt::Key_Right && expander == Cell::Expander::Closed)
                    || (event->key() == Qt::Key_Left && expander == Cell::Expander::Open)) {
                    emit m_table.expanderToggled(row, m_table.m_model->key(row));
                    return;
                }
            }
        }
        m_stop =
            qBound(-1, m_stop + (event->key() == Qt::Key_Right ? 1 : -1), int(links.size()) - 1);
        if (m_stop >= 0)
            scrollTo(m_table.m_model->index(row, links.at(m_stop).column));
        viewport()->update();
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0)
            break;
        if (m_stop >= 0 && m_stop < links.size())
            trigger(links.at(m_stop));
        else if (m_table.m_model->key(row) >= 0)
            emit m_table.rowActivated(row, m_table.m_model->key(row));
        return;
    case Qt::Key_Space:
        if (m_stop >= 0 && m_stop < links.size())
            trigger(links.at(m_stop));
        else if (m_table.m_model->columns().value(0).kind == Column::Kind::Selection)
            toggleChecked();
        return;
    case Qt::Key_Menu:
    case Qt::Key_F10:
        if (event->key() == Qt::Key_F10 && !(event->modifiers() & Qt::ShiftModifier))
            break;
        if (row >= 0) {
            const QRect rect = visualRect(m_table.m_model->index(row, 0));
            openRowMenu(row, viewport()->mapToGlobal(QPoint(40, rect.bottom())));
        }
        return;
    case Qt::Key_Escape:
        if (m_stop >= 0) {
            m_stop = -1;
            viewport()->update();
            return;
        }
        event->ignore();
        return;
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) {
            if (m_table.m_model->columns().value(0).kind == Column::Kind::Selection)
                m_table.setCheckedRows({true, {}});
            return;
        }
        break;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy)) {
        m_table.copySelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? hitAt(event->position().toPoint()) : Hit();
    if (m_pressed.what == Hit::What::Check) {
        if ((event->modifiers() & Qt::ShiftModifier) && m_checkAnchor >= 0) {
            const bool on = checked(m_checkAnchor);
            for (int row = qMin(m_checkAnchor, m_pressed.row);
                 row <= qMax(m_checkAnchor, m_pressed.row); ++row)
                m_table.setChecked(row, on);
        } else {
            trigger(m_pressed);
        }
        setFocus(Qt::MouseFocusReason);
        return;
    }
    m_stop = -1;
    QTableView::mousePressEvent(event);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position().toPoint());
    const Hit pressed = std::exchange(m_pressed, Hit());
    QTableView::mouseReleaseEvent(event);
    const bool same = hit.what == pressed.what && hit.row == pressed.row
                      && hit.column == pressed.column && hit.link.action == pressed.link.action;
    if (event->button() == Qt::LeftButton && same && hit.what != Hit::What::Check)
        trigger(hit);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.what == Hit::What::Check) {
        mousePressEvent(event);
        return;
    }
    m_pressed = hit;
    if (event->button() == Qt::LeftButton && hit.what == Hit::What::Row
        && m_table.m_model->key(hit.row) >= 0)
        emit m_table.rowActivated(hit.row, m_table.m_model->key(hit.row));
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = hitAt(event->position().toPoint());
    const bool hand =
        m_hover.what == Hit::What::CellLink || m_hover.what == Hit::What::Expander
        || (m_hover.what == Hit::What::Action
            && (m_hover.link.action < 0 || actions(m_hover.row).at(m_hover.link.action).enabled));
    viewport()->setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
    // A drag over rows would select them by accident while aiming at a link.
    if (m_pressed.what == Hit::What::Nothing || m_pressed.what == Hit::What::Row)
        QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    m_hover = Hit();
    viewport()->update();
    QTableView::leaveEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return; // the key itself has opened it
    const int row = hitAt(event->pos()).row;
    if (row < 0)
        return;
    if (!selectionModel()->isRowSelected(row, {}))
        setCurrentIndex(m_table.m_model->index(row, 0));
    openRowMenu(row, event->globalPos());
}

} // namespace cas::ui
