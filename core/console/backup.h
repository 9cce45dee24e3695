// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace cas {

/// A backup that was made and proved.
struct BackupReport
{
    QString file; // absolute
    QDateTime takenAt; // UTC: the store was so at this moment
    qint64 bytes = 0;
    qint64 rows = 0;
    QByteArray sha256; // of the file
    bool sealsChecked = false; // the store was unlocked: every seal in the copy holds
    qint64 milliseconds = 0; // it took
};

/// A store that came out of a backup.
struct RestoreReport
{
    QString file; // absolute, the new store
    QString storeUuid; // that of the store the backup was made of
    QDateTime takenAt; // UTC, when that was
    qint64 bytes = 0;
    qint64 rows = 0;
    bool sealsChecked = false;
};

/// What came of trying a backup.
struct RestoreTest
{
    QDateTime at; // UTC; null: never
    QString file;
    QDateTime takenAt; // UTC, of the backup
    qint64 rows = 0;
    std::optional<Error> error; // none: it can be restored
};

/// When backups are made by themselves.
struct BackupSchedule
{
    enum class Every { Off, Daily, Weekly }; // weekly: on Mondays
    Every every = Every::Off;
    int hour = 3; // 0..23, local time
    int keep = 14; // newest files that stay
    QString folder; // absolute; empty: none chosen, nothing is made
    [[nodiscard]] bool on() const { return every != Every::Off && !folder.isEmpty(); }
};

/// What the store remembers of its backups.
struct BackupState
{
    struct Failure
    {
        QDateTime at; // UTC
        QString folder; // where it should have gone: another one is tried at once
        Error error; // code, args and detail
    };
    std::optional<BackupReport> last; // by hand or by itself
    QDateTime scheduledAt; // UTC, the last one by itself
    std::optional<Failure> failure; // of the last one by itself, gone with the next that succeeds
    RestoreTest tested;
};

/// The moment up to `now` for which a backup by itself was last wanted, and the next one after it.
/// UTC; null while it is off.
QDateTime lastBackupSlot(const BackupSchedule &schedule, const QDateTime &now);
QDateTime nextBackupSlot(const BackupSchedule &schedule, const QDateTime &now);

/// Whether one is to be made now: none was made since the last slot, and none failed within the
/// last hour. A time in the future (the clock was put back) is no time.
bool backupDue(const BackupSchedule &schedule, const BackupState &state, const QDateTime &now);
/// Whether a person has to look: the last one failed, or it is late by more than two hours.
bool backupNeedsPerson(const BackupSchedule &schedule, const BackupState &state,
                       const QDateTime &now);

/// `store-1a2b3c4d-20261127T030000Z.cas`: the store's file, the begin of its uuid, UTC.
QString scheduledBackupName(const QString &storePath, const QString &storeUuid,
                            const QDateTime &at);
/// Which of these file names are such, of this store, newest first.
QStringList scheduledBackups(const QStringList &names, const QString &storeUuid);

} // namespace cas
