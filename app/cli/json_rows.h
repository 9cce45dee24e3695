// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace cas::cli {

/// `{"KEY":[...],"count":N,...}` written to standard output while it grows: there may be a million
/// rows.
class JsonRows
{
public:
    /// @param key of the list
    explicit JsonRows(QByteArray key)
        : m_key(std::move(key))
    { }
    void add(const QJsonObject &row);
    /// @param rest what follows the list; not empty
    void finish(const QJsonObject &rest);

private:
    [[nodiscard]] QByteArray opening();

    const QByteArray m_key;
    bool m_first = true;
};

/// To standard output as it is, without an end of line of its own.
void printText(const QByteArray &utf8);

} // namespace cas::cli
