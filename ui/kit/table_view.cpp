// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_view.h"

#include "ui/kit/cell_painter.h"
#include "ui/kit/data_table.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/table_header.h"
#include "ui/text/plain_text.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace cas::ui {

TableView::TableView(DataTable &table, TableHeader *header)
    : QTableView(&table)
    , m_table(table)
{
    setObjectName(QStringLiteral("table.view"));
    setHorizontalHeader(header);
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(20);
    horizontalScrollBar()->setSingleStep(20);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(space::kRowCompact);
    verticalHeader()->setDefaultSectionSize(space::kRowTwoLine);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_layouting && width > 0)
            m_userWidths.insert(section, width);
    });
}

RowActions TableView::actions(int row) const
{
    return m_table.m_actions ? m_table.m_actions(row) : RowActions();
}

bool TableView::checked(int row) const
{
    return m_table.isChecked(m_table.m_model->key(row));
}

Cell TableView::cell(int row, int column) const
{
    return m_table.m_model->index(row, column).data(WindowedTableModel::CellRole).value<Cell>();
}

bool TableView::isCompact() const
{
    return verticalHeader()->defaultSectionSize() <= space::kRowCompact;
}

void TableView::setUserWidths(const QHash<int, int> &widths)
{
    m_userWidths = widths;
    layoutColumns();
}

void TableView::setWanted(int column, bool wanted)
{
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    // Showing a section again resizes it; that is not the person's doing.
    const bool before = std::exchange(m_layouting, true);
    setColumnHidden(column, !wanted);
    m_layouting = before;
    layoutColumns();
}

void TableView::hideWhatDoesNotFit()
{
    const QList<Column> &columns = m_table.m_model->columns();
    int needed = 0;
    for (int i = 0; i < columns.size(); ++i) {
        if (isWanted(i))
            needed += m_userWidths.value(i, columns.at(i).width);
    }
    QSet<int> out = m_unwanted;
    while (needed > viewport()->width()) {
        int victim = -1;
        for (int i = 0; i < columns.size(); ++i) {
            if (!out.contains(i) && columns.at(i).optional > 0
                && (victim < 0 || columns.at(i).optional > columns.at(victim).optional))
                victim = i;
        }
        if (victim < 0)
            break;
        needed -= m_userWidths.value(victim, columns.at(victim).width);
        out.insert(victim);
    }
    for (int i = 0; i < columns.size(); ++i) {
        if (isColumnHidden(i) != out.contains(i))
            setColumnHidden(i, out.contains(i));
    }
}

void TableView::layoutColumns()
{
    if (!m_table.m_model || m_layouting)
        return;
    m_layouting = true;
    const QList<Column> &columns = m_table.m_model->columns();
    hideWhatDoesNotFit();
    int left = viewport()->width();
    int stretch = 0;
    int filler = -1;
    for (int i = 0; i < columns.size(); ++i) {
        if (isColumnHidden(i))
            continue;
        left -= m_userWidths.value(i, columns.at(i).width);
        if (!m_userWidths.contains(i))
            stretch += columns.at(i).stretch;
        if (filler < 0
            || horizontalHeader()->visualIndex(i) > horizontalHeader()->visualIndex(filler))
            filler = i; // the last column in sight ends at the right edge
    }
    int shared = 0;
    int lastStretch = -1;
    for (int i = 0; i < columns.size(); ++i) {
        if (!isColumnHidden(i) && columns.at(i).stretch > 0 && !m_userWidths.contains(i))
            lastStretch = i;
    }
    for (int i = 0; i < columns.size(); ++i) {
        if (isColumnHidden(i))
            continue;
        int width = m_userWidths.value(i, columns.at(i).width);
        if (stretch > 0 && columns.at(i).stretch > 0 && !m_userWidths.contains(i)) {
            const int share = i == lastStretch ? left - shared // with what rounding left over
                                               : left * columns.at(i).stretch / stretch;
            shared += share;
            width = qMax(width * 8 / 10, width + share); // too narrow: give up to 20 %
        } else if (stretch == 0 && i == filler && left > 0) {
            width += left;
        }
        setColumnWidth(i, width);
        horizontalHeader()->setSectionResizeMode(i, columns.at(i).kind == Column::Kind::Selection
                                                        ? QHeaderView::Fixed
                                                        : QHeaderView::Interactive);
    }
    m_layouting = false;
}

TableView::Hit TableView::hitAt(const QPoint &at) const
{
    Hit hit;
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || !m_table.m_model)
        return hit;
    hit.row = index.row();
    hit.column = index.column();
    hit.what = Hit::What::Row;
    const Column::Kind kind = m_table.m_model->columns().at(index.column()).kind;
    if (m_table.m_model->key(hit.row) < 0)
        return hit;
    const QRect rect = visualRect(index).adjusted(0, 0, 0, -1);
    if (kind == Column::Kind::Selection) {
        hit.what = Hit::What::Check;
    } else if (kind == Column::Kind::Operations) {
        const auto links =
            layoutRowLinks(actions(hit.row), rect, Theme::of(this).font(TextStyle::Body));
        for (const RowLink &link : links) {
            if (link.rect.adjusted(-3, -6, 3, 6).contains(at)) {
                hit.what = Hit::What::Action;
                hit.link = link;
            }
        }
    } else {
        const Cell content = cell(hit.row, hit.column);
        if (expanderRect(content, rect).contains(at))
            hit.what = Hit::What::Expander;
        else if (cellLinkRect(content, rect, Theme::of(this)).adjusted(-3, -6, 3, 6).contains(at))
            hit.what = Hit::What::CellLink;
    }
    return hit;
}

QRect TableView::actionRect(int row, const QString &actionId) const
{
    const RowActions all = actions(row);
    for (const Hit &stop : stops(row)) {
        if (stop.what != Hit::What::Action)
            continue;
        const QString id =
            stop.link.action < 0 ? QStringLiteral("more") : all.at(stop.link.action).id;
        if (id == actionId)
            return stop.link.rect;
    }
    return {};
}

QList<TableView::Hit> TableView::stops(int row) const
{
    QList<Hit> found;
    if (row < 0 || !m_table.m_model || m_table.m_model->key(row) < 0)
        return found;
    const QList<Column> &columns = m_table.m_model->columns();
    for (int visual = 0; visual < columns.size(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (column < 0 || isColumnHidden(column))
            continue;
        Hit hit;
        hit.row = row;
        hit.column = column;
        const QRect rect = visualRect(m_table.m_model->index(row, column)).adjusted(0, 0, 0, -1);
        if (columns.at(column).kind == Column::Kind::Operations) {
            hit.what = Hit::What::Action;
            const auto links =
                layoutRowLinks(actions(row), rect, Theme::of(this).font(TextStyle::Body));
            for (const RowLink &link : links) {
                hit.link = link;
                found.append(hit);
            }
        } else if (columns.at(column).kind == Column::Kind::Data
                   && !cell(row, column).linkId.isEmpty()) {
            hit.what = Hit::What::CellLink;
            found.append(hit);
        }
    }
    return found;
}

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

void TableView::showTip(const QPoint &global, const QPoint &at)
{
    const Hit hit = hitAt(at);
    QString tip;
    if (hit.what == Hit::What::Action && hit.link.action >= 0) {
        const RowAction action = actions(hit.row).at(hit.link.action);
        if (!action.enabled)
            tip = action.disabledReason;
    } else if (hit.row >= 0
               && m_table.m_model->columns().at(hit.column).kind == Column::Kind::Data) {
        const Cell content = cell(hit.row, hit.column);
        const QRect rect = visualRect(m_table.m_model->index(hit.row, hit.column));
        const bool cut = fontMetrics().horizontalAdvance(content.text) + 24 > rect.width()
                         || fontMetrics().horizontalAdvance(content.subtitle) + 24 > rect.width()
                         || content.kind == Cell::Kind::Tags;
        tip = !content.toolTip.isEmpty() ? content.toolTip : cut ? content.toText() : QString();
    }
    QToolTip::showText(global, plainToolTip(visibleText(tip, 600)), this);
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_table.m_model) {
        auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->globalPos(), help->pos());
        return true;
    }
    return QTableView::viewportEvent(event);
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_table.m_model || m_table.m_model->rowCount() > 0 || !m_table.m_model->loading())
        return;
    // Nothing is known yet: a few grey rows say that something is coming.
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    const int height = verticalHeader()->defaultSectionSize();
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < m_table.m_model->columnCount(); ++column) {
            if (!isColumnHidden(column))
                paintPlaceholder(painter,
                                 QRect(columnViewportPosition(column), row * height,
                                       columnWidth(column), height - 1),
                                 row, theme);
        }
        painter.fillRect(QRect(0, (row + 1) * height - 1, viewport()->width(), 1),
                         theme.tokens().border);
    }
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
    m_table.updateOverlays();
    m_table.updateFooter();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        m_stop = -1;
    viewport()->update();
    m_table.noteCurrent();
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_table.m_model && m_table.m_model->rowCount() > 0
        && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_table.m_model->index(0, 0));
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace cas::ui
