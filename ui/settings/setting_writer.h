// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QObject>

#include <map>
#include <optional>

namespace cas::ui {

/// Writes settings of the store as they are chosen: those of one key one after the other, so that
/// the last choice stays.
/// @thread main
class SettingWriter : public QObject
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive this
    explicit SettingWriter(Console &console, QObject *parent = nullptr);

    void write(const QString &key, const QString &value);
    /// What was chosen and is still being written is newer than what was read.
    [[nodiscard]] bool writing(const QString &key) const;

signals:
    void failed(const cas::Error &error);
    /// Nothing is being written for this key any more.
    void settled(const QString &key);

private:
    struct Write
    {
        Job<QString> job;
        std::optional<QString> next; // chosen while the job ran
        bool running = false;
    };
    Console &m_console;
    std::map<QString, Write> m_writes; // by key
};

} // namespace cas::ui
