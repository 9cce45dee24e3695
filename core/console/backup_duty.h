// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace cas {

class Console;

/// Makes the backups that the schedule of an open store wants, locked or unlocked, and those that
/// were missed while no console was open. When the store is unlocked, it also has the log told that
/// the store came out of a backup. A read-only store is left alone.
/// @thread the console's
class BackupDuty : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kInterval = std::chrono::minutes(1);
    /// However the clock jumps, this program begins no more than one in such a time.
    static constexpr std::chrono::milliseconds kLeastBetween = std::chrono::minutes(10);

    /// @param console borrowed; must outlive this
    explicit BackupDuty(Console &console, std::chrono::milliseconds interval = kInterval,
                        std::chrono::milliseconds leastBetween = kLeastBetween,
                        QObject *parent = nullptr);
    ~BackupDuty() override;

    /// Looks now, unless it is looking already.
    void look();

signals:
    /// A look has ended. @param made whether a backup was made
    void looked(bool made);

private:
    void unlocked();

    Console &m_console;
    const std::chrono::milliseconds m_leastBetween;
    QTimer m_timer;
    QElapsedTimer m_since; // the last backup of this program; does not follow the clock
    Job<bool> m_job;
    Job<> m_noteJob;
    bool m_looking = false;
    bool m_failed = false; // the last one that was tried
};

} // namespace cas
