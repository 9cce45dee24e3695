// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/data_table_state.h"

#include "ui/kit/table_view.h"
#include "ui/kit/windowed_table_model.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cas::ui {

namespace {

constexpr int kTableStateVersion = 1;

} // namespace

QByteArray saveTableState(const TableView &view, const WindowedTableModel &model)
{
    QJsonArray columns;
    const QHash<int, int> widths = view.userWidths();
    for (int visual = 0; visual < view.horizontalHeader()->count(); ++visual) {
        const int i = view.horizontalHeader()->logicalIndex(visual);
        QJsonObject column{{QStringLiteral("id"), model.columns().at(i).id},
                           {QStringLiteral("hidden"), !view.isWanted(i)}};
        if (widths.contains(i))
            column.insert(QStringLiteral("width"), widths.value(i));
        columns.append(column);
    }
    QJsonObject state{{QStringLiteral("version"), kTableStateVersion},
                      {QStringLiteral("columns"), columns}};
    if (model.sortColumn() >= 0) {
        state.insert(QStringLiteral("sort"), model.columns().at(model.sortColumn()).id);
        state.insert(QStringLiteral("descending"), model.sortOrder() == Qt::DescendingOrder);
    }
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool restoreTableState(TableView &view, WindowedTableModel &model, const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    if (object.value(QStringLiteral("version")).toInt() != kTableStateVersion)
        return false;
    const auto indexOf = [&model](const QString &id) {
        for (int i = 0; i < model.columns().size(); ++i) {
            if (model.columns().at(i).id == id)
                return i;
        }
        return -1;
    };
    QHash<int, int> widths;
    int visual = 0;
    const QJsonArray columns = object.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue value : columns) {
        const QJsonObject column = value.toObject();
        const int i = indexOf(column.value(QStringLiteral("id")).toString());
        if (i < 0)
            continue;
        if (model.columns().at(i).kind == Column::Kind::Data)
            view.setWanted(i, !column.value(QStringLiteral("hidden")).toBool());
        const int width = column.value(QStringLiteral("width")).toInt();
        if (width > 0)
            widths.insert(i, qBound(40, width, 2000));
        view.horizontalHeader()->moveSection(view.horizontalHeader()->visualIndex(i), visual++);
    }
    bool anything = false; // a table without columns shows nothing to choose columns by
    for (int i = 0; i < model.columns().size(); ++i)
        anything =
            anything || (model.columns().at(i).kind == Column::Kind::Data && view.isWanted(i));
    if (!anything)
        resetTableColumns(view, model);
    else
        view.setUserWidths(widths);
    const int sorted = indexOf(object.value(QStringLiteral("sort")).toString());
    if (sorted >= 0)
        model.sort(sorted, object.value(QStringLiteral("descending")).toBool()
                               ? Qt::DescendingOrder
                               : Qt::AscendingOrder);
    return true;
}

void resetTableColumns(TableView &view, const WindowedTableModel &model)
{
    for (int i = 0; i < model.columns().size(); ++i) {
        view.horizontalHeader()->moveSection(view.horizontalHeader()->visualIndex(i), i);
        view.setWanted(i, !model.columns().at(i).hidden);
    }
    view.setUserWidths({});
}

} // namespace cas::ui
