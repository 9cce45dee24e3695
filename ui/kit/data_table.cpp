// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/data_table.h"

#include "ui/kit/buttons.h"
#include "ui/kit/data_table_state.h"
#include "ui/kit/empty_state.h"
#include "ui/text/error_text.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/selection_bar.h"
#include "ui/kit/table_frame.h"
#include "ui/kit/table_header.h"
#include "ui/kit/table_view.h"
#include "ui/text/plain_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

namespace cas::ui {

namespace {

constexpr int kFooterHeight = 36;

} // namespace

DataTable::DataTable(QWidget *parent)
    : QWidget(parent)
    , m_header(new TableHeader(this))
    , m_footer(new QWidget(this))
    , m_count(makeLabel(TextStyle::Small, Tone::Second, m_footer))
    , m_position(makeLabel(TextStyle::Small, Tone::Second, m_footer))
    , m_columnsMenu(new QMenu(this))
{
    m_view = new TableView(*this, m_header);
    m_frame = new TableFrame(m_view, this);
    m_selectionBar = new SelectionBar(m_view);
    m_empty = new EmptyState(m_view);
    m_error = new InlineMessage(this);
    m_count->setObjectName(QStringLiteral("table.count"));
    m_position->setObjectName(QStringLiteral("table.position"));
    m_error->setObjectName(QStringLiteral("table.error"));
    m_empty->setObjectName(QStringLiteral("table.empty"));
    m_columnsMenu->setObjectName(QStringLiteral("table.columnsMenu"));
    m_selectionBar->hide();
    m_empty->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *errorRow = new QHBoxLayout;
    errorRow->setContentsMargins(0, 0, 0, 0);
    errorRow->addWidget(m_error);
    column->addLayout(errorRow);
    column->addWidget(m_view, 1);
    column->addWidget(makeLine(this));
    m_footer->setFixedHeight(kFooterHeight);
    auto *foot = new QHBoxLayout(m_footer);
    foot->setContentsMargins(space::kM, 0, space::kM, 0);
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_position);
    column->addWidget(m_footer);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_view);

    connect(m_header, &TableHeader::checkToggled, this, [this] {
        if (m_checked.all || !m_checked.keys.isEmpty())
            clearChecked();
        else
            setCheckedRows({true, {}});
    });
    connect(m_header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_columnsMenu->popup(m_header->mapToGlobal(at)); });
    connect(m_header, &QHeaderView::geometriesChanged, this, &DataTable::updateOverlays);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &DataTable::rebuildColumnsMenu);
    connect(m_selectionBar, &SelectionBar::triggered, this, &DataTable::bulkActionTriggered);
    connect(m_selectionBar, &SelectionBar::cleared, this, &DataTable::clearChecked);
    connect(m_empty, &EmptyState::triggered, this, &DataTable::emptyActionTriggered);
    connect(m_error, &InlineMessage::actionTriggered, this, [this] {
        if (m_model)
            m_model->refresh();
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &DataTable::updateFooter);
    connect(m_view, &TableView::columnsChanged, this, &DataTable::stateChanged);
    retranslate();
}

DataTable::~DataTable()
{
    // The view asks its table for actions while it dies otherwise.
    m_actions = {};
    delete m_view;
}

void DataTable::setModel(WindowedTableModel *model)
{
    Q_ASSERT(!m_model && model);
    m_model = model;
    m_view->setModel(model);
    for (int i = 0; i < model->columns().size(); ++i)
        m_view->setWanted(i, !model->columns().at(i).hidden);
    connect(model, &QAbstractItemModel::modelReset, this, &DataTable::modelChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DataTable::rowsMoved);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &DataTable::rowsMoved);
    connect(model, &QAbstractItemModel::dataChanged, this, &DataTable::rowsMoved);
    connect(model, &WindowedTableModel::totalChanged, this, &DataTable::checkedChanged);
    connect(model, &WindowedTableModel::sortChanged, this, &DataTable::stateChanged);
    connect(model, &WindowedTableModel::loadingChanged, this, [this] {
        updateOverlays();
        m_view->viewport()->update();
    });
    connect(model, &WindowedTableModel::failed, this, [this](const Error &error) {
        m_error->setDetails(errorDetails(error));
        m_error->setMessage(InlineMessage::Kind::Error, errorSentence(error));
    });
    connect(model, &WindowedTableModel::recovered, this,
            [this] { m_error->setMessage(InlineMessage::Kind::Error, {}); });
    m_view->layoutColumns();
    modelChanged();
}

void DataTable::setDensity(Density density)
{
    m_view->verticalHeader()->setDefaultSectionSize(
        density == Density::Compact ? space::kRowCompact : space::kRowTwoLine);
}

void DataTable::setRowActions(std::function<RowActions(int)> actions)
{
    m_actions = std::move(actions);
    m_view->viewport()->update();
}

void DataTable::setBulkActions(const RowActions &actions)
{
    m_selectionBar->setActions(actions);
    updateOverlays();
}

void DataTable::setTableName(const QString &name)
{
    setAccessibleName(name);
    m_view->setAccessibleName(name); // it has the focus, and the rows
}

void DataTable::setCountText(std::function<QString(qint64)> countText)
{
    m_countText = std::move(countText);
    updateFooter();
}

void DataTable::setEmptyState(Symbol symbol, const QString &sentence, const QString &button)
{
    m_empty->setContent(symbol, sentence, button);
}

bool DataTable::isChecked(qint64 key) const
{
    return key >= 0 && m_checked.keys.contains(key) != m_checked.all;
}

void DataTable::setChecked(int row, bool checked)
{
    const qint64 key = m_model->key(row);
    if (key < 0)
        return;
    if (checked != m_checked.all)
        m_checked.keys.insert(key);
    else
        m_checked.keys.remove(key);
    checkedChanged();
    emit checkedRowsChanged();
}

qint64 DataTable::checkedCount() const
{
    if (!m_checked.all)
        return m_checked.keys.size();
    return m_model && m_model->total() >= 0 ? m_model->total() - m_checked.keys.size() : -1;
}

void DataTable::setCheckedRows(const CheckedRows &checked)
{
    if (m_checked == checked)
        return;
    m_checked = checked;
    checkedChanged();
    emit checkedRowsChanged();
}

void DataTable::clearChecked()
{
    setCheckedRows({});
}

void DataTable::checkedChanged()
{
    const qint64 count = checkedCount();
    m_header->setCheckState(m_checked.all && m_checked.keys.isEmpty() ? Qt::Checked
                            : count == 0                              ? Qt::Unchecked
                                                                      : Qt::PartiallyChecked);
    m_selectionBar->setText(count < 0 ? tr("All selected")
                                      : tr("%n selected", nullptr, int(count)));
    m_view->viewport()->update();
    updateOverlays();
    updateFooter();
}

int DataTable::currentRow() const
{
    return m_view->currentIndex().row();
}

qint64 DataTable::currentKey() const
{
    return m_model ? m_model->key(currentRow()) : -1;
}

void DataTable::setCurrentRow(int row)
{
    if (m_model)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void DataTable::modelChanged()
{
    const qint64 wanted = m_currentKey;
    const int row = m_model->rowOfKey(wanted);
    if (row >= 0) {
        m_restoring = true;
        m_view->setCurrentIndex(m_model->index(row, 0));
        m_restoring = false;
    } else {
        m_currentKey = -1;
        m_view->verticalScrollBar()->setValue(0);
    }
    updateOverlays();
    updateFooter();
}

void DataTable::rowsMoved()
{
    // Keep the keyboard on the same object, not on the same line.
    const int row = currentRow();
    if (m_currentKey >= 0 && row >= 0 && m_model->key(row) >= 0
        && m_model->key(row) != m_currentKey) {
        const int now = m_model->rowOfKey(m_currentKey);
        if (now >= 0) {
            m_restoring = true;
            const int scrolled = m_view->verticalScrollBar()->value();
            m_view->setCurrentIndex(m_model->index(now, 0));
            m_view->verticalScrollBar()->setValue(scrolled);
            m_restoring = false;
        } else {
            noteCurrent();
        }
    }
    updateOverlays();
    updateFooter();
}

void DataTable::noteCurrent()
{
    if (m_restoring)
        return;
    m_currentKey = currentKey();
    emit currentRowChanged(currentRow(), m_currentKey);
}

QMenu *DataTable::columnsMenu() const
{
    return m_columnsMenu;
}

QWidget *DataTable::makeColumnsButton(QWidget *parent)
{
    auto *button = makeButton(ButtonKind::Secondary, parent, Symbol::Columns);
    button->setObjectName(QStringLiteral("table.columns"));
    connect(button, &QPushButton::clicked, this, [this, button] {
        m_columnsMenu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
    });
    const auto translate = [this, button] {
        button->setText(tr("Columns"));
        button->setToolTip(tr("Choose columns and sorting"));
    };
    translate();
    connect(this, &DataTable::languageChanged, button, translate);
    return button;
}

void DataTable::rebuildColumnsMenu()
{
    m_columnsMenu->clear();
    if (!m_model)
        return;
    int shown = 0;
    const QList<Column> &columns = m_model->columns();
    for (int i = 0; i < columns.size(); ++i)
        shown += columns.at(i).kind == Column::Kind::Data && m_view->isWanted(i);
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).kind != Column::Kind::Data)
            continue;
        QAction *action = m_columnsMenu->addAction(columns.at(i).title);
        action->setObjectName(QStringLiteral("column.") + columns.at(i).id);
        action->setCheckable(true);
        const bool visible = m_view->isWanted(i);
        action->setChecked(visible);
        action->setEnabled(!visible || shown > 1); // never an empty table
        connect(action, &QAction::toggled, this, [this, i](bool on) { m_view->setWanted(i, on); });
    }
    QMenu *sorting = m_columnsMenu->addMenu(tr("Sort by"));
    sorting->setObjectName(QStringLiteral("table.sortMenu"));
    for (int i = 0; i < columns.size(); ++i) {
        if (!columns.at(i).sortable)
            continue;
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QAction *action = sorting->addAction(
                order == Qt::AscendingOrder ? tr("%1, ascending").arg(columns.at(i).title)
                                            : tr("%1, descending").arg(columns.at(i).title));
            action->setCheckable(true);
            action->setChecked(m_model->sortColumn() == i && m_model->sortOrder() == order);
            connect(action, &QAction::triggered, this,
                    [this, i, order] { m_model->sort(i, order); });
        }
    }
    sorting->menuAction()->setVisible(!sorting->isEmpty());
    m_columnsMenu->addSeparator();
    QAction *reset = m_columnsMenu->addAction(tr("Reset columns"));
    connect(reset, &QAction::triggered, this, [this] { resetTableColumns(*m_view, *m_model); });
}

QByteArray DataTable::saveState() const
{
    return m_model ? saveTableState(*m_view, *m_model) : QByteArray();
}

bool DataTable::restoreState(const QByteArray &state)
{
    return m_model && restoreTableState(*m_view, *m_model, state);
}

QString DataTable::selectionAsTsv() const
{
    QList<int> rows;
    if (m_checked.all || !m_checked.keys.isEmpty()) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (isChecked(m_model->key(row)))
                rows.append(row);
        }
    } else {
        for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
    }
    QStringList lines;
    for (const int row : rows) {
        if (m_model->key(row) < 0)
            continue;
        QStringList values;
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int column = m_header->logicalIndex(visual);
            if (!m_view->isWanted(column)
                || m_model->columns().at(column).kind != Column::Kind::Data)
                continue;
            values.append(
                m_model->index(row, column).data(Qt::DisplayRole).toString().simplified());
        }
        lines.append(values.join(u'\t'));
    }
    return lines.join(u'\n');
}

void DataTable::copySelection() const
{
    const QString text = selectionAsTsv();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void DataTable::updateFooter()
{
    if (!m_model)
        return;
    const qint64 total = m_model->total();
    QString count = total < 0     ? (m_model->rowCount() > 0 ? tr("counting…") : tr("loading…"))
                    : m_countText ? m_countText(total)
                                  : tr("%n row(s)", nullptr, int(total));
    const qint64 checked = checkedCount();
    if (checked > 0)
        count =
            tr("%1 · %2 selected", "row count, checked rows").arg(count, groupedNumber(checked));
    m_count->setText(count);
    const int rows = m_model->rowCount();
    QString position;
    if (rows > 0) {
        const int first = qMax(0, m_view->rowAt(1));
        const int last = m_view->rowAt(m_view->viewport()->height() - 2);
        position =
            tr("%1–%2 of %3", "first and last row in view, total")
                .arg(groupedNumber(first + 1), groupedNumber((last < 0 ? rows - 1 : last) + 1),
                     total < 0 ? QStringLiteral("…") : groupedNumber(total));
    }
    m_position->setText(position);
}

void DataTable::updateOverlays()
{
    if (!m_model)
        return;
    const bool empty = m_model->rowCount() == 0 && !m_model->loading() && m_model->total() == 0;
    m_empty->setVisible(empty);
    m_empty->setGeometry(m_view->viewport()->geometry());
    const bool bar = m_selectionBar->hasActions() && (m_checked.all || !m_checked.keys.isEmpty());
    const bool box = m_model->columns().value(0).kind == Column::Kind::Selection;
    const int left = box ? m_header->sectionSize(0) : 0;
    m_selectionBar->setVisible(bar);
    m_selectionBar->setGeometry(left, m_header->y(), m_view->width() - left, m_header->height());
    m_selectionBar->raise();
    m_frame->setGeometry(rect());
    m_frame->raise();
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateOverlays();
}

void DataTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->layoutColumns();
    updateOverlays();
    updateFooter();
}

void DataTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit languageChanged();
    }
    QWidget::changeEvent(event);
}

void DataTable::retranslate()
{
    m_error->setAction(tr("Try again"));
    if (m_model)
        checkedChanged();
}

} // namespace cas::ui
