// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/executor.h"
#include "core/console/backup.h"

namespace cas {

/// Shows a copy's progress as the job's, and cancels it with the job.
store::CopyProgress progressOf(JobContext &job);

/// Backups of an open store, their schedule and their trial; putting one back.
///
/// A backup needs no key: a locked store is backed up as well. Where the store is unlocked every
/// seal in the copy is checked before the copy gets its name, and the operation log tells of it.
/// @thread any; what is not a Job blocks for as long as the store is large
class BackupService
{
public:
    /// All borrowed; must outlive this and its jobs.
    BackupService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }

    enum class WhenThere { Refuse, Replace };
    /// @errors those of store::Store::backup; InputInvalid(field `out`): not a place for a file;
    ///         BackupUnproved(detail names the first finding); NotPermitted
    Result<BackupReport> backUp(const QString &file, WhenThere what = WhenThere::Refuse,
                                const store::CopyProgress &progress = {});
    Job<BackupReport> backUpJob(const QString &title, const QString &file,
                                WhenThere what = WhenThere::Refuse);

    /// Makes the backup that the schedule wants now, if it wants one and no other program is at it;
    /// then removes what is more than the schedule keeps: only files named as ours that hold this
    /// store. What came of it stands in state().
    /// @return whether one was made
    Result<bool> backUpIfDue(const store::CopyProgress &progress = {});
    Job<bool> backUpIfDueJob();

    /// Tries whether the newest backup can be restored: puts it beside the store under a temporary
    /// name, checks everything with the present keys, reads a certificate and a private key, and
    /// takes it away again. The result stays in state().
    /// @errors FileNotFound: there is no backup; Locked; what is wrong with the backup
    Result<RestoreTest> tryNewest(const store::CopyProgress &progress = {});
    Job<RestoreTest> tryNewestJob(const QString &title);

    struct Status
    {
        BackupSchedule schedule;
        BackupState state;
        QDateTime next; // UTC; null: off
        bool needsPerson = false;
    };
    Result<Status> status();
    Job<Status> statusJob();

    /// Writes into the log that this store came out of a backup, if it did and nobody has written
    /// it yet. @errors Locked
    Result<> noteRestore();
    Job<Unit> noteRestoreJob();

    /// Puts a backup at `target`, a new path. With the passphrase of the backup every seal is
    /// checked before, and the new store's log tells of it at once; without, at its first
    /// unlocking.
    /// @errors those of store::Store::restore; WrongPassphrase; SealBroken(args table)
    static Result<RestoreReport> restore(const QString &backupFile, const QString &target,
                                         const SecretBytes &passphrase, Executors &executors,
                                         const Clock &clock, access::Actor actor,
                                         const store::CopyProgress &progress = {});
    static Job<RestoreReport> restoreJob(const QString &title, const QString &backupFile,
                                         const QString &target, SecretBytes passphrase,
                                         Executors &executors, const Clock &clock,
                                         const access::Actor &actor);

private:
    enum class Reason { ByHand, Schedule };
    Result<BackupReport> backUpFor(Reason reason, const QString &file, WhenThere what,
                                   const store::CopyProgress &progress);
    Result<BackupReport> makeBackup(const QString &file, WhenThere what, const RowSealer *sealer,
                                    const store::CopyProgress &progress);
    Result<> remember(Reason reason, const BackupReport &report, const RowSealer *sealer);
    void removeOld(const BackupSchedule &schedule, const QString &made);
    Result<QString> newestBackup();

    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
};

} // namespace cas
