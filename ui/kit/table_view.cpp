// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_view.h"

#include "ui/kit/cell_painter.h"
#include "ui/kit/data_table.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/table_header.h"
#include "ui/kit/table_scroll_bar.h"
#include "ui/text/plain_text.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace cas::ui {

namespace {

/// What a stretching column gives up, of its start width, before an optional one has to go.
int spare(int width)
{
    return width / 5;
}

} // namespace

TableView::TableView(DataTable &table, TableHeader *header)
    : QTableView(&table)
    , m_table(table)
{
    setObjectName(QStringLiteral("table.view"));
    setHorizontalHeader(header);
    setVerticalScrollBar(new TableScrollBar(this));
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
        if (m_layouting || width <= 0)
            return;
        m_userWidths.insert(section, width);
        emit columnsChanged();
    });
    connect(header, &QHeaderView::sectionMoved, this, &TableView::columnsChanged);
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
    emit columnsChanged();
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
    emit columnsChanged();
}

void TableView::hideWhatDoesNotFit()
{
    const QList<Column> &columns = m_table.m_model->columns();
    const auto least = [&](int i) {
        const int width = columns.at(i).width;
        return m_userWidths.value(i, columns.at(i).stretch > 0 ? width - spare(width) : width);
    };
    int needed = 0;
    for (int i = 0; i < columns.size(); ++i) {
        if (isWanted(i))
            needed += least(i);
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
        needed -= least(victim);
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
    int spareWidth = 0; // of all stretching columns
    int filler = -1;
    for (int i = 0; i < columns.size(); ++i) {
        if (isColumnHidden(i))
            continue;
        left -= m_userWidths.value(i, columns.at(i).width);
        if (!m_userWidths.contains(i) && columns.at(i).stretch > 0) {
            stretch += columns.at(i).stretch;
            spareWidth += spare(columns.at(i).width);
        }
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
            // Room is shared by stretch; what lacks is given by each from what it can spare.
            const int share = i == lastStretch ? left - shared // with what rounding left over
                              : left >= 0      ? left * columns.at(i).stretch / stretch
                                          : -((-left * spare(width) + spareWidth - 1) / spareWidth);
            shared += share;
            width = qMax(width - spare(width), width + share);
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

QString TableView::rowName(int row) const
{
    const QList<Column> &columns = m_table.m_model->columns();
    for (int column = 0; column < columns.size(); ++column) {
        if (columns.at(column).kind == Column::Kind::Data)
            return cell(row, column).text;
    }
    return {};
}

QString TableView::stopKey(const Hit &stop) const
{
    QString id = QStringLiteral("more");
    if (stop.what == Hit::What::CellLink)
        id = QStringLiteral("cell%1.").arg(stop.column) + cell(stop.row, stop.column).linkId;
    else if (stop.link.action >= 0)
        id = QStringLiteral("action.") + actions(stop.row).at(stop.link.action).id;
    return QString::number(m_table.m_model->key(stop.row)) + u'/' + id;
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
    verticalScrollBar()->update(); // the rows go on behind it
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
