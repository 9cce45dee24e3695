// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_state.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cas::ui {

namespace {

constexpr int kListStateVersion = 1;

} // namespace

QByteArray ListState::toBytes() const
{
    QJsonObject chosen;
    for (auto it = filters.cbegin(); it != filters.cend(); ++it)
        chosen.insert(it.key(), it.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), kListStateVersion},
                                     {QStringLiteral("table"), QString::fromUtf8(table)},
                                     {QStringLiteral("filters"), chosen},
                                     {QStringLiteral("store"), store}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ListState> ListState::parse(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QStringLiteral("version")).toInt() != kListStateVersion)
        return std::nullopt;
    ListState state;
    state.table = object.value(QStringLiteral("table")).toString().toUtf8();
    state.store = object.value(QStringLiteral("store")).toString();
    const QJsonObject chosen = object.value(QStringLiteral("filters")).toObject();
    for (auto it = chosen.constBegin(); it != chosen.constEnd(); ++it)
        state.filters.insert(it.key(), it.value().toString());
    return state;
}

} // namespace cas::ui
