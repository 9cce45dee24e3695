// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/backup.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace cas {

namespace {

constexpr qint64 kHour = 3600;
constexpr qint64 kClockTolerance = 60; // seconds that two machines' clocks may differ
constexpr int kStampSize = 16; // 20261127T030000Z
constexpr int kUuidDigits = 8;

QDateTime slotOn(const BackupSchedule &schedule, QDate day)
{
    if (schedule.every == BackupSchedule::Every::Weekly)
        day = day.addDays(1 - day.dayOfWeek()); // Monday
    return QDateTime(day, QTime(schedule.hour, 0), Qt::LocalTime);
}

int daysBetween(const BackupSchedule &schedule)
{
    return schedule.every == BackupSchedule::Every::Weekly ? 7 : 1;
}

QString stampOf(const QString &name)
{
    return name.chopped(4).right(kStampSize);
}

} // namespace

QDateTime lastBackupSlot(const BackupSchedule &schedule, const QDateTime &now)
{
    if (!schedule.on())
        return {};
    const QDate today = now.toLocalTime().date();
    const QDateTime slot = slotOn(schedule, today);
    return (slot <= now ? slot : slotOn(schedule, today.addDays(-daysBetween(schedule)))).toUTC();
}

QDateTime nextBackupSlot(const BackupSchedule &schedule, const QDateTime &now)
{
    const QDateTime last = lastBackupSlot(schedule, now);
    if (!last.isValid())
        return {};
    return slotOn(schedule, last.toLocalTime().date().addDays(daysBetween(schedule))).toUTC();
}

bool backupDue(const BackupSchedule &schedule, const BackupState &state, const QDateTime &now)
{
    const QDateTime slot = lastBackupSlot(schedule, now);
    if (!slot.isValid())
        return false;
    const auto past = [&now](const QDateTime &time) {
        return time.isValid() && time <= now.addSecs(kClockTolerance);
    };
    if (past(state.scheduledAt) && state.scheduledAt >= slot)
        return false;
    return !state.failure || state.failure->folder != schedule.folder || !past(state.failure->at)
           || state.failure->at.addSecs(kHour) <= now;
}

bool backupNeedsPerson(const BackupSchedule &schedule, const BackupState &state,
                       const QDateTime &now)
{
    if (schedule.every == BackupSchedule::Every::Off)
        return false;
    if (!schedule.on() || (state.failure && state.failure->folder == schedule.folder))
        return true;
    const QDateTime slot = lastBackupSlot(schedule, now);
    // One that was just switched on, or a console that was just opened, is about to make it.
    return state.scheduledAt.isValid() && state.scheduledAt < slot && slot.addSecs(2 * kHour) < now;
}

QString scheduledBackupName(const QString &storePath, const QString &storeUuid, const QDateTime &at)
{
    return QStringLiteral("%1-%2-%3.cas")
        .arg(QFileInfo(storePath).completeBaseName(), storeUuid.left(kUuidDigits),
             at.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
}

QStringList scheduledBackups(const QStringList &names, const QString &storeUuid)
{
    const QRegularExpression ours(
        QStringLiteral("^.+-%1-\\d{8}T\\d{6}Z\\.cas$")
            .arg(QRegularExpression::escape(storeUuid.left(kUuidDigits))));
    QStringList found = names.filter(ours);
    std::sort(found.begin(), found.end(),
              [](const QString &a, const QString &b) { return stampOf(a) > stampOf(b); });
    return found;
}

} // namespace cas
