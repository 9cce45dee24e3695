// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/backup_duty.h"
#include "core/console/console.h"

namespace cas {

BackupDuty::BackupDuty(Console &console, std::chrono::milliseconds interval,
                       std::chrono::milliseconds leastBetween, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_leastBetween(leastBetween)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &BackupDuty::look);
    connect(&console.vault(), &vault::Vault::unlockedChanged, this, &BackupDuty::unlocked);
    // Whoever has just chosen a schedule shall see the first backup come.
    connect(&console.store(), &store::Store::changed, this, [this](const QStringList &topics) {
        if (!topics.contains(QStringLiteral("setting")))
            return;
        if (m_failed)
            m_since.invalidate(); // another folder is tried at once
        look();
    });
    m_timer.start();
    unlocked();
}

BackupDuty::~BackupDuty() = default;

void BackupDuty::look()
{
    if (m_looking || m_console.store().info().readOnly
        || (m_since.isValid() && !m_since.hasExpired(m_leastBetween.count())))
        return;
    m_looking = true;
    m_job = m_console.backups().backUpIfDueJob();
    m_job.onFinished([this](const Outcome<bool> &outcome) {
        m_looking = false;
        const auto *done = std::get_if<Done<bool>>(&outcome);
        const bool made = done && done->value;
        // A failure stands in the store's state, for people; it is tried again in an hour.
        m_failed = std::holds_alternative<Failed>(outcome);
        if (made || m_failed)
            m_since.start();
        emit looked(made);
    });
}

/// Whoever opens a store unlocks it within the minute, most often, and then the seals in a backup
/// that was missed are checked as well; a store that stays locked is backed up at the next tick.
void BackupDuty::unlocked()
{
    if (!m_console.vault().unlocked())
        return;
    m_noteJob = m_console.backups().noteRestoreJob();
    look();
}

} // namespace cas
