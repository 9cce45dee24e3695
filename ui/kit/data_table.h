// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_action.h"
#include "ui/kit/windowed_table_model.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;

namespace cas::ui {

class EmptyState;
class InlineMessage;
class SelectionBar;
class TableHeader;
class TableView;

/// Which rows are checked. With `all`, every row of the query is meant except `keys`; otherwise
/// exactly `keys`.
struct CheckedRows
{
    bool all = false;
    QSet<qint64> keys;
    bool operator==(const CheckedRows &) const = default;
};

/// A list page's table with header, rows, selection bar, footer, empty state and error bar in one
/// card. Mouse and keyboard reach the same: arrows move the row, Left/Right walk through the links
/// of the Operations column, Enter opens the row or triggers the link, Space checks, Menu or
/// Shift+F10 opens the row's menu, Ctrl+C copies TSV, Ctrl+A checks all rows of the query.
class DataTable : public QWidget
{
    Q_OBJECT
public:
    enum class Density { TwoLine, Compact }; // 52 or 36 px rows

    explicit DataTable(QWidget *parent = nullptr);
    ~DataTable() override;

    /// @param model borrowed; must outlive the table or be its child
    void setModel(WindowedTableModel *model);
    [[nodiscard]] WindowedTableModel *model() const { return m_model; }
    void setDensity(Density density);

    /// What can be done with a row; asked whenever a row is painted or its menu opened, so it must
    /// be quick. The first `maxLinks` (2 when there are more than 3, else 3) are links, the rest
    /// stand under More; the context menu has them all.
    void setRowActions(std::function<RowActions(int row)> actions);
    /// Buttons of the selection bar that appears while rows are checked. Empty: no bar.
    void setBulkActions(const RowActions &actions);
    /// Plain text, from retranslate(): the accessible name.
    void setTableName(const QString &name);
    /// "128 certificates", made by the page with tr("%n certificate(s)", nullptr, n).
    void setCountText(std::function<QString(qint64 total)> countText);
    /// Shown instead of rows when the query has none. @param button empty: no button
    void setEmptyState(Symbol symbol, const QString &sentence, const QString &button = {});

    [[nodiscard]] CheckedRows checkedRows() const { return m_checked; }
    [[nodiscard]] qint64 checkedCount() const; // -1 while "all" is checked and the total unknown
    void setCheckedRows(const CheckedRows &checked);
    void clearChecked();

    /// The row with the keyboard, -1 if none. It follows its key through refreshes.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] qint64 currentKey() const;
    void setCurrentRow(int row);

    /// The column chooser (with "Sort by"); put it behind a Columns button. Owned by the table.
    [[nodiscard]] QMenu *columnsMenu() const;
    /// A ready button for FilterBar::addTrailing that opens columnsMenu().
    QWidget *makeColumnsButton(QWidget *parent);
    /// Widths, order, hidden columns and sorting, for the settings; versioned, tolerant.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    /// The checked rows that are loaded, else the highlighted ones, as tab separated lines without
    /// a header line; tabs and line ends inside values become spaces.
    [[nodiscard]] QString selectionAsTsv() const;

    /// The inner view, for tests and scrolling. Do not set delegates or models on it.
    [[nodiscard]] TableView *view() const { return m_view; }

signals:
    /// Enter or double click on a loaded row.
    void rowActivated(int row, qint64 key);
    /// A link, a menu entry, or a cell's own link.
    void rowActionTriggered(int row, qint64 key, const QString &actionId);
    void bulkActionTriggered(const QString &actionId);
    void expanderToggled(int row, qint64 key);
    void checkedRowsChanged();
    void currentRowChanged(int row, qint64 key);
    void emptyActionTriggered();
    /// saveState() has something new.
    void stateChanged();
    void languageChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    friend class TableView;
    void modelChanged();
    void rowsMoved();
    void noteCurrent();
    void updateFooter();
    void updateOverlays();
    void setChecked(int row, bool checked);
    [[nodiscard]] bool isChecked(qint64 key) const;
    void checkedChanged();
    void retranslate();
    void rebuildColumnsMenu();
    void copySelection() const;

    WindowedTableModel *m_model = nullptr;
    TableView *m_view;
    TableHeader *m_header;
    SelectionBar *m_selectionBar;
    EmptyState *m_empty;
    InlineMessage *m_error;
    QWidget *m_footer;
    QLabel *m_count;
    QLabel *m_position;
    QMenu *m_columnsMenu;
    QWidget *m_frame;
    std::function<RowActions(int)> m_actions;
    std::function<QString(qint64)> m_countText;
    CheckedRows m_checked;
    qint64 m_currentKey = -1;
    bool m_restoring = false;
};

} // namespace cas::ui
