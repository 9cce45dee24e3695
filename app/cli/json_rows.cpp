// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_rows.h"

#include <QJsonDocument>

#include <cstdio>
#include <utility>

namespace cas::cli {

void printText(const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stdout);
}

QByteArray JsonRows::opening()
{
    return std::exchange(m_first, false) ? "{\"" + m_key + "\":[" : QByteArray();
}

void JsonRows::add(const QJsonObject &row)
{
    const bool first = m_first;
    printText(opening() + (first ? QByteArray() : QByteArray(",\n"))
              + QJsonDocument(row).toJson(QJsonDocument::Compact));
}

void JsonRows::finish(const QJsonObject &rest)
{
    printText(opening() + "]," + QJsonDocument(rest).toJson(QJsonDocument::Compact).sliced(1)
              + '\n');
}

} // namespace cas::cli
