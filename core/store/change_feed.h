// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"

#include <QTimer>

namespace cas::store {

/// Looks twice a second whether another process committed something views show.
/// @thread the one that made it
class ChangeFeed : public QObject
{
public:
    /// @param own this process's commits, null when it does not write
    ChangeFeed(const QString &path, const OwnCommits *own, std::function<void()> changed);
    /// Takes the present as the state that is known. @errors those of the database
    Result<> start();
    /// One look; the timer calls it.
    void poll();

private:
    Result<qint64> foreignCommits();

    const QString m_path;
    const OwnCommits *m_own;
    const std::function<void()> m_changed;
    std::unique_ptr<Connection> m_connection;
    QTimer m_timer;
    qint64 m_dataVersion = 0;
    qint64 m_foreign = 0;
    bool m_lookAgain = false;
};

} // namespace cas::store
