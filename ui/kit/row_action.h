// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace cas::ui {

/// One thing that can be done with a row (or with the checked rows). An action that the state
/// forbids is left out of the list; one that the operator may not do is there with enabled = false
/// and the missing permission as reason.
struct RowAction
{
    QString id; // stable: "renew"
    QString text; // the guide's label: "Renew"
    bool enabled = true;
    QString disabledReason; // one sentence, shown as tooltip; needed when not enabled
    bool danger = false; // stands last in menus, set apart, with a red sign
};
using RowActions = QList<RowAction>;

} // namespace cas::ui
