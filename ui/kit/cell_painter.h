// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/table_cell.h"
#include "ui/kit/theme.h"

#include <QRect>

class QPainter;

namespace cas::ui {

/// What a painted cell shall look like beyond its content.
struct CellLook
{
    QRect rect;
    bool rightAligned = false;
    bool linkHovered = false;
    bool linkFocused = false;
    bool compact = false;
};

/// Draws a cell's content (not its background).
void paintCell(QPainter &painter, const Cell &cell, const CellLook &look, const Theme &theme);

/// The grey bar that stands for a cell that is still being fetched.
void paintPlaceholder(QPainter &painter, const QRect &rect, int row, const Theme &theme);

/// Where a tree row's triangle is; empty when the cell has none.
QRect expanderRect(const Cell &cell, const QRect &rect);

/// Where a cell's own link is; empty when it has none.
QRect cellLinkRect(const Cell &cell, const QRect &rect, const Theme &theme);

} // namespace cas::ui
