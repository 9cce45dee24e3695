// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace cas::ui {

/// What a list page remembers between starts, for Page::saveState.
struct ListState
{
    QByteArray table; // DataTable::saveState
    QHash<QString, QString> filters; // FilterBar::chosen
    QString store; // the store whose names may stand among `filters`; may be empty

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing when `bytes` were not made by toBytes().
    static std::optional<ListState> parse(const QByteArray &bytes);
};

} // namespace cas::ui
