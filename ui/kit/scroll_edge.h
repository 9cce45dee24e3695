// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QScrollArea;

namespace cas::ui {

/// Lets the vertical bar of a scroll area stand in the right margin of what it scrolls: the content
/// keeps its right edge, in line with what stands above and below, whether there is a bar or not.
/// @param area    resizes its widget; its right edge is where the margin ends
/// @param content the layout of that widget, with the margins it has without a bar
void keepRightEdge(QScrollArea &area, QLayout &content);

} // namespace cas::ui
