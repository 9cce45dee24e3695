// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_action.h"

#include <QFont>
#include <QList>
#include <QRect>
#include <QStringList>

namespace cas::ui {

/// One link in an Operations cell.
struct RowLink
{
    int action = -1; // index into the row's actions, -1: the More link
    QString text;
    QRect rect; // in the cell's coordinates' system, text height
};

/// Lays a row's actions out as links: all when there are at most three and they fit, else the first
/// two and More (fewer when the cell is narrow).
/// @param cell the whole cell; links begin 12 px from its left
QList<RowLink> layoutRowLinks(const RowActions &actions, const QRect &cell, const QFont &font);

enum class MoreLink { No, Yes };
/// Width of an Operations column in which these links stand, with More or without.
/// @param texts what the widest row shows directly
int rowLinksWidth(const QStringList &texts, MoreLink more);

} // namespace cas::ui
