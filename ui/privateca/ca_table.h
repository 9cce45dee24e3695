// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_action.h"
#include "ui/kit/windowed_model.h"
#include "ui/privateca/ca_actions.h"
#include "ui/privateca/store_traits.h"

#include <QCoreApplication>

namespace cas::access {
class Access;
}

namespace cas::ui {

/// Columns, cells and actions of the table of CAs.
class CaTable
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CaTable)
public:
    static QList<Column> columns();
    static Cell cell(const CaRow &row, int column, const QDateTime &now);

    /// What decides whether an action is greyed.
    struct Rights
    {
        const access::Access *access = nullptr;
        bool readOnly = false;
        StoreTraits traits;
    };
    static RowActions actions(const CaRow &row, const QDateTime &now, const Rights &rights);
    static QString actionText(CaAction action, const StoreTraits &traits);
    /// Why an action may not be used now, empty when it may.
    static QString refusal(CaAction action, const Rights &rights);
};

} // namespace cas::ui
