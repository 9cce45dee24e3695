// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cas::ui {

class TableView;
class WindowedTableModel;

/// Widths the person has set, order, hidden columns and sorting as JSON, by column ids: columns
/// that came or went since are left at their defaults.
QByteArray saveTableState(const TableView &view, const WindowedTableModel &model);
/// @return false when `state` is not such JSON (then nothing changes)
bool restoreTableState(TableView &view, WindowedTableModel &model, const QByteArray &state);
/// Order, widths and visibility as the page defined them.
void resetTableColumns(TableView &view, const WindowedTableModel &model);

} // namespace cas::ui
