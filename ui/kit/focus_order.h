// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace cas::ui {

/// What the Tab key reaches below `root`, as the eye reads it: along the layouts, not in the order
/// in which the widgets were made, which is Qt's own. Shown and enabled ones only.
/// @thread main
QList<QWidget *> focusOrder(const QWidget *root);

} // namespace cas::ui
