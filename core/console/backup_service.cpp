// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/backup_service.h"
#include "core/certificates/output_file.h"
#include "core/console/backup_store.h"
#include "core/console/store_check.h"
#include "core/store/outbox.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace cas {

namespace {

const QString kBackupTopic = QStringLiteral("store.backup");
const QString kStoreObject = QStringLiteral("store");
constexpr std::chrono::minutes kLongestBackup{30}; // then another program may try

/// A job that was cancelled ends as Cancelled, not as a failure.
template <class T>
Result<T> unlessCancelled(Result<T> result, const JobContext &job)
{
    if (!result && job.cancelRequested())
        return T{};
    return result;
}

audit::Operation backupOperation(const QString &event, const QString &uuid,
                                 const QJsonObject &parameters)
{
    return {event, kStoreObject, uuid, parameters};
}

} // namespace

store::CopyProgress progressOf(JobContext &job)
{
    return [&job](qint64 done, qint64 total) {
        job.setTotal(total);
        job.setDone(done);
        return !job.cancelRequested();
    };
}

Result<BackupReport> BackupService::backUp(const QString &file, WhenThere what,
                                           const store::CopyProgress &progress)
{
    return backUpFor(Reason::ByHand, file, what, progress);
}

Job<BackupReport> BackupService::backUpJob(const QString &title, const QString &file,
                                           WhenThere what)
{
    return m_executors.io.start<BackupReport>(title, [=, this](JobContext &job) {
        return unlessCancelled(backUp(file, what, progressOf(job)), job);
    });
}

Result<BackupReport> BackupService::makeBackup(const QString &file, WhenThere what,
                                               const RowSealer *sealer,
                                               const store::CopyProgress &progress)
{
    QElapsedTimer timer;
    timer.start();
    store::CopySteps steps;
    steps.progress = progress;
    steps.replace = what == WhenThere::Replace;
    if (sealer) {
        steps.prove = [&](store::Reader &reader) -> Result<> {
            CAS_TRY_VOID(vault::checkVault(reader, *sealer));
            QList<store::Finding> findings;
            CAS_TRY_VOID(checkRows(reader, *sealer, m_clock.now(), findings));
            if (findings.isEmpty())
                return {};
            const store::Finding &first = findings.constFirst();
            return fail(ErrorCode::BackupUnproved, {}, {},
                        QStringLiteral("%1 %2: %3").arg(first.table, first.id, first.what));
        };
    }
    CAS_TRY(const store::CopyFacts facts, m_operations.store().backup(file, steps));
    BackupReport report;
    report.file = facts.file;
    report.takenAt = facts.takenAt;
    report.bytes = facts.bytes;
    report.rows = facts.rows;
    report.sha256 = facts.sha256;
    report.sealsChecked = sealer != nullptr;
    report.milliseconds = timer.elapsed();
    return report;
}

Result<BackupReport> BackupService::backUpFor(Reason reason, const QString &file, WhenThere what,
                                              const store::CopyProgress &progress)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const auto operation =
        backupOperation(QStringLiteral("BackupStore"), m_operations.store().info().storeUuid,
                        {{QStringLiteral("file"), path}});
    CAS_TRY_VOID(m_operations.access().require(operation.eventName));
    const auto lease = m_operations.vault().lease();
    const RowSealer *const sealer = lease ? lease->get() : nullptr;
    const auto make = [&]() -> Result<BackupReport> {
        CAS_TRY_VOID(certificates::checkOutputFile(path, what == WhenThere::Replace));
        return makeBackup(path, what, sealer, progress);
    };
    auto report = make();
    if (!report) {
        if (!store::wasCancelled(report.error()))
            m_operations.refused(operation, report.error());
        return report;
    }
    // The copy is there and proved; a store that cannot be written remembers nothing of it.
    (void)remember(reason, *report, sealer);
    return report;
}

Result<> BackupService::remember(Reason reason, const BackupReport &report, const RowSealer *sealer)
{
    const auto edit = [&](BackupState &state) {
        state.last = report;
        if (reason == Reason::Schedule) {
            state.scheduledAt = report.takenAt;
            state.failure.reset();
        }
    };
    if (!sealer)
        return m_operations.store().write<Unit>(
            [&](store::Transaction &tx) { return backup_store::change(tx, edit); });
    const auto operation =
        backupOperation(QStringLiteral("BackupStore"), m_operations.store().info().storeUuid,
                        {{QStringLiteral("file"), report.file},
                         {QStringLiteral("bytes"), report.bytes},
                         {QStringLiteral("sha256"), QString::fromLatin1(report.sha256.toHex())},
                         {QStringLiteral("scheduled"), reason == Reason::Schedule}});
    return m_operations.commit<Unit>(operation, *sealer, [&](audit::OperationScope &scope) {
        return backup_store::change(scope.tx, edit);
    });
}

Result<BackupService::Status> BackupService::status()
{
    return m_operations.store().read<Status>([this](store::Reader &reader) -> Result<Status> {
        Status status;
        CAS_TRY(status.schedule, backup_store::schedule(reader));
        CAS_TRY(status.state, backup_store::state(reader));
        status.next = nextBackupSlot(status.schedule, m_clock.now());
        status.needsPerson = backupNeedsPerson(status.schedule, status.state, m_clock.now());
        return status;
    });
}

Job<BackupService::Status> BackupService::statusJob()
{
    return m_executors.io.start<Status>({}, [this](JobContext &) { return status(); });
}

Result<bool> BackupService::backUpIfDue(const store::CopyProgress &progress)
{
    store::Store &store = m_operations.store();
    const store::StoreInfo info = store.info();
    if (info.readOnly)
        return false; // nothing can be remembered, so every look would make one
    CAS_TRY(const Status before, status());
    if (!backupDue(before.schedule, before.state, m_clock.now()))
        return false;
    store::Outbox outbox(store);
    CAS_TRY_VOID(store.write<Unit>([&](store::Transaction &tx) {
        return store::Outbox::put(tx, kBackupTopic, info.storeUuid);
    }));
    CAS_TRY(const auto items, outbox.lease(kBackupTopic, 1, kLongestBackup));
    if (items.isEmpty())
        return false; // another program is at it
    const auto make = [&]() -> Result<bool> {
        CAS_TRY(const Status now, status()); // another one may have made it since the look
        if (!backupDue(now.schedule, now.state, m_clock.now()))
            return false;
        const QString file =
            QDir(now.schedule.folder)
                .filePath(scheduledBackupName(info.path, info.storeUuid, m_clock.now()));
        const auto made = backUpFor(Reason::Schedule, file, WhenThere::Refuse, progress);
        if (made) {
            removeOld(now.schedule, made->file);
            return true;
        }
        if (!store::wasCancelled(made.error()))
            CAS_TRY_VOID(store.write<Unit>([&](store::Transaction &tx) {
                return backup_store::change(tx, [&](BackupState &state) {
                    state.failure =
                        BackupState::Failure{m_clock.now(), now.schedule.folder, made.error()};
                });
            }));
        return made.error();
    };
    auto made = make();
    CAS_TRY_VOID(outbox.finish(items.constFirst().id));
    return made;
}

Job<bool> BackupService::backUpIfDueJob()
{
    return m_executors.io.start<bool>(
        {}, [this](JobContext &job) { return unlessCancelled(backUpIfDue(progressOf(job)), job); });
}

void BackupService::removeOld(const BackupSchedule &schedule, const QString &made)
{
    const QString uuid = m_operations.store().info().storeUuid;
    const QDir folder(schedule.folder);
    const QStringList ours = scheduledBackups(folder.entryList(QDir::Files), uuid);
    for (const QString &name : ours.mid(schedule.keep)) {
        const QString path = folder.filePath(name);
        if (QFileInfo(path).absoluteFilePath() == made)
            continue; // also where files of a clock that was ahead seem newer
        QString found;
        const auto looked = store::Store::readFile(path, [&](store::Reader &reader) -> Result<> {
            CAS_TRY(found, backup_store::storeUuid(reader));
            return {};
        });
        if (looked && found == uuid)
            QFile::remove(path);
    }
}

Result<QString> BackupService::newestBackup()
{
    CAS_TRY(const Status now, status());
    if (now.state.last && QFileInfo::exists(now.state.last->file))
        return now.state.last->file;
    const QDir folder(now.schedule.folder);
    const QStringList ours = now.schedule.folder.isEmpty()
                                 ? QStringList()
                                 : scheduledBackups(folder.entryList(QDir::Files),
                                                    m_operations.store().info().storeUuid);
    if (!ours.isEmpty())
        return folder.filePath(ours.constFirst());
    return fail(ErrorCode::FileNotFound, {}, {now.state.last ? now.state.last->file : QString()});
}

Result<> BackupService::noteRestore()
{
    store::Outbox outbox(m_operations.store());
    CAS_TRY(const bool waiting, outbox.waits(store::kRestoredTopic));
    if (!waiting || m_operations.store().info().readOnly)
        return {};
    CAS_TRY(const auto items, outbox.lease(store::kRestoredTopic, 10, std::chrono::minutes(1)));
    for (const store::OutboxItem &item : items) {
        const auto operation =
            backupOperation(QStringLiteral("RestoreStore"), m_operations.store().info().storeUuid,
                            QJsonDocument::fromJson(item.payload).object());
        CAS_TRY_VOID(
            m_operations.run<Unit>(operation, [](audit::OperationScope &) { return Result<>(); }));
        CAS_TRY_VOID(outbox.finish(item.id));
    }
    return {};
}

Job<Unit> BackupService::noteRestoreJob()
{
    return m_executors.io.start<Unit>({}, [this](JobContext &) { return noteRestore(); });
}

} // namespace cas
