// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace cas {

class Console;

/// Keeps the revocation lists of an open console fresh: whenever the store is unlocked, and from
/// then on every few minutes, it makes those that revocations wait for and those of which 80 % of
/// their life is over (operation 27). Works as a Job; a locked or read-only store is left alone.
/// @thread the console's
class CrlDuty : public QObject
{
    Q_OBJECT
public:
    /// A CRL lives a day at least, and a fifth of that is five hours: ten minutes are soon enough.
    static constexpr std::chrono::milliseconds kInterval = std::chrono::minutes(10);

    /// @param console borrowed; must outlive this
    explicit CrlDuty(Console &console, std::chrono::milliseconds interval = kInterval,
                     QObject *parent = nullptr);
    ~CrlDuty() override;

    /// Looks now, unless it is looking already.
    void look();

signals:
    /// A look has ended. @param made how many lists were signed
    void looked(int made);

private:
    void follow();

    Console &m_console;
    QTimer m_timer;
    Job<int> m_job;
    bool m_looking = false;
};

} // namespace cas
