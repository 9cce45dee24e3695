// SPDX-License-Identifier: GPL-3.0-or-later
// Backups of an open store: when they are due, what is kept and removed, what is remembered, and
// whether the newest can be restored.
#include "core/console/backup_duty.h"
#include "tests/ui/certificates/filled_store.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>

#include <sqlite3.h>

using namespace cas;

namespace {

constexpr std::chrono::milliseconds kOften{20};
constexpr std::chrono::milliseconds kAtOnce{0};
// FilledStore's clock; a Monday. The tests run in UTC.
const QDateTime kMonday(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC);

QDateTime at(int day, int hour, int minute = 0)
{
    return {QDate(2026, 6, day), QTime(hour, minute), Qt::UTC};
}

BackupSchedule every(BackupSchedule::Every what)
{
    BackupSchedule schedule;
    schedule.every = what;
    schedule.hour = 3;
    schedule.folder = QStringLiteral("/backups");
    return schedule;
}

/// Changes a file as an outsider does.
bool runSql(const QString &path, const char *sql)
{
    sqlite3 *db = nullptr;
    const bool done = sqlite3_open(path.toUtf8().constData(), &db) == SQLITE_OK
                      && sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(db);
    return done;
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT
private slots:
    void isDueOnceADayFromItsHourOn();
    void isDueOnceAWeekFromMondayOn();
    void isNeverDueWhileOff();
    void isMadeUpForWhenItsTimeWasMissed();
    void followsTheClockBackWithoutRunningEndlessly();
    void waitsAnHourAfterAFailureUnlessTheFolderChanged();
    void refusesSettingsThatMakeNoSense();
    void knowsItsOwnFilesByName();

    void remembersWhatWasMade();
    void asksAPersonWhenOneFailed();
    void keepsTheNewestAndRemovesOnlyItsOwn();
    void backsUpALockedStore();
    void triesAnotherFolderAtOnce();
    void leavesAReadOnlyStoreAlone();
    void makesOneForTwoConsoles();
    void leavesNothingBehindWhenCancelled();

    void triesTheNewestBackup();
    void findsABackupThatCannotBeRestored();
    void needsTheKeyToTry();
    void saysWhenThereIsNothingToTry();

private:
    Result<> schedule(FilledStore &store, const QString &every = QStringLiteral("daily"))
    {
        QDir(store.folder.path()).mkpath(QStringLiteral("backups"));
        CAS_TRY_VOID(store.console->settings().set(settings::keys::backupFolder, folder(store)));
        CAS_TRY_VOID(store.console->settings().set(settings::keys::backupEvery, every));
        return {};
    }
    static QString folder(const FilledStore &store)
    {
        return store.folder.filePath(QStringLiteral("backups"));
    }
    static QStringList files(const FilledStore &store)
    {
        return QDir(folder(store)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

void BackupTest::isDueOnceADayFromItsHourOn()
{
    const BackupSchedule daily = every(BackupSchedule::Every::Daily);
    BackupState state;
    state.scheduledAt = at(2, 3, 1);
    QVERIFY(!backupDue(daily, state, at(2, 23)));
    QVERIFY(!backupDue(daily, state, at(3, 2, 59)));
    QVERIFY(backupDue(daily, state, at(3, 3)));
    QCOMPARE(nextBackupSlot(daily, at(3, 2, 59)), at(3, 3));
    QCOMPARE(nextBackupSlot(daily, at(3, 3)), at(4, 3));
}

void BackupTest::isDueOnceAWeekFromMondayOn()
{
    const BackupSchedule weekly = every(BackupSchedule::Every::Weekly);
    BackupState state;
    state.scheduledAt = at(1, 3, 1);
    QVERIFY(!backupDue(weekly, state, at(7, 23)));
    QVERIFY(!backupDue(weekly, state, at(8, 2, 59)));
    QVERIFY(backupDue(weekly, state, at(8, 3)));
    QCOMPARE(nextBackupSlot(weekly, at(3, 12)), at(8, 3));
}

void BackupTest::isNeverDueWhileOff()
{
    QVERIFY(!backupDue(every(BackupSchedule::Every::Off), {}, kMonday));
    BackupSchedule nowhere = every(BackupSchedule::Every::Daily);
    nowhere.folder.clear();
    QVERIFY(!backupDue(nowhere, {}, kMonday));
    QVERIFY(backupNeedsPerson(nowhere, {}, kMonday));
    QVERIFY(!backupNeedsPerson(every(BackupSchedule::Every::Off), {}, kMonday));
}

void BackupTest::isMadeUpForWhenItsTimeWasMissed()
{
    const BackupSchedule daily = every(BackupSchedule::Every::Daily);
    BackupState state;
    QVERIFY(backupDue(daily, state, at(1, 2))); // none yet: at once
    state.scheduledAt = at(1, 3);
    QVERIFY(backupDue(daily, state, at(9, 22)));
    state.scheduledAt = at(9, 22);
    QVERIFY(!backupDue(daily, state, at(10, 2)));
    QVERIFY(backupDue(daily, state, at(10, 3)));
}

void BackupTest::followsTheClockBackWithoutRunningEndlessly()
{
    const BackupSchedule daily = every(BackupSchedule::Every::Daily);
    BackupState state;
    state.scheduledAt = at(20, 3); // made while the clock was ahead
    QVERIFY(backupDue(daily, state, at(5, 12)));
    state.scheduledAt = at(5, 12);
    QVERIFY(!backupDue(daily, state, at(5, 12)));
    QVERIFY(!backupDue(daily, state, at(5, 11, 59).addSecs(30))); // a machine that is a bit late
    QVERIFY(backupDue(daily, state, at(20, 3)));
}

void BackupTest::waitsAnHourAfterAFailureUnlessTheFolderChanged()
{
    const BackupSchedule daily = every(BackupSchedule::Every::Daily);
    BackupState state;
    state.scheduledAt = at(1, 3);
    state.failure =
        BackupState::Failure{at(2, 3), QStringLiteral("/backups"), fail(ErrorCode::DiskFull)};
    QVERIFY(!backupDue(daily, state, at(2, 3, 59)));
    QVERIFY(backupNeedsPerson(daily, state, at(2, 3, 59)));
    QVERIFY(backupDue(daily, state, at(2, 4)));
    BackupSchedule elsewhere = daily;
    elsewhere.folder = QStringLiteral("/other");
    QVERIFY(backupDue(elsewhere, state, at(2, 3, 1)));
    state.failure->at = at(20, 3); // the clock was ahead
    QVERIFY(backupDue(daily, state, at(2, 3, 1)));
}

void BackupTest::refusesSettingsThatMakeNoSense()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    auto &settings = store.console->settings();
    QCOMPARE(settings.set(settings::keys::backupEvery, QStringLiteral("hourly")).error().code,
             ErrorCode::InputInvalid);
    QCOMPARE(*settings.set(settings::keys::backupEvery, QStringLiteral(" Weekly ")),
             QStringLiteral("weekly"));
    QCOMPARE(settings.set(settings::keys::backupFolder, QStringLiteral("here")).error().code,
             ErrorCode::InputInvalid);
    QCOMPARE(settings.set(settings::keys::backupHour, QStringLiteral("24")).error().code,
             ErrorCode::InputOutOfRange);
    QCOMPARE(settings.set(settings::keys::backupKeep, QStringLiteral("0")).error().code,
             ErrorCode::InputOutOfRange);
}

void BackupTest::knowsItsOwnFilesByName()
{
    const QString uuid = QStringLiteral("1a2b3c4d-0000-4000-8000-000000000000");
    QCOMPARE(scheduledBackupName(QStringLiteral("/a/my.store.cas"), uuid, at(2, 3)),
             QStringLiteral("my.store-1a2b3c4d-20260602T030000Z.cas"));
    QCOMPARE(scheduledBackups({QStringLiteral("a-1a2b3c4d-20260601T030000Z.cas"),
                               QStringLiteral("z-1a2b3c4d-20260503T030000Z.cas"),
                               QStringLiteral("a-1a2b3c4d-20260602T030000Z.cas"),
                               QStringLiteral("a-ffffffff-20260602T030000Z.cas"),
                               QStringLiteral("a-1a2b3c4d-20260602T030000Z.cas.old"),
                               QStringLiteral("a-1a2b3c4d-mine.cas"), QStringLiteral("store.cas")},
                              uuid),
             QStringList({QStringLiteral("a-1a2b3c4d-20260602T030000Z.cas"),
                          QStringLiteral("a-1a2b3c4d-20260601T030000Z.cas"),
                          QStringLiteral("z-1a2b3c4d-20260503T030000Z.cas")}));
}

void BackupTest::remembersWhatWasMade()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(schedule(store));
    const auto made = store.console->backups().backUpIfDue();
    VERIFY_RESULT(made);
    QVERIFY(*made);
    QCOMPARE(*store.console->backups().backUpIfDue(), false);
    const auto status = store.console->backups().status();
    VERIFY_RESULT(status);
    QVERIFY(status->state.last);
    QCOMPARE(status->state.scheduledAt, kMonday);
    QCOMPARE(status->state.last->takenAt, kMonday);
    QVERIFY(status->state.last->sealsChecked);
    QCOMPARE(QStringList{QFileInfo(status->state.last->file).fileName()}, files(store));
    QCOMPARE(status->state.last->bytes, QFileInfo(status->state.last->file).size());
    QCOMPARE(status->next, at(2, 3));
    QVERIFY(!status->needsPerson);
    audit::AuditFilter filter;
    filter.eventName = QStringLiteral("BackupStore");
    QCOMPARE(*store.console->audit().count(filter), 1);
}

void BackupTest::asksAPersonWhenOneFailed()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(schedule(store));
    QVERIFY(QDir(folder(store)).removeRecursively()); // a drive that is not there
    const auto made = store.console->backups().backUpIfDue();
    QCOMPARE(made.error().code, ErrorCode::FileNotFound);
    QVERIFY(!QFileInfo::exists(folder(store))); // not made on another disk
    auto status = store.console->backups().status();
    VERIFY_RESULT(status);
    QVERIFY(status->needsPerson);
    QCOMPARE(status->state.failure->error.code, ErrorCode::FileNotFound);
    QCOMPARE(*store.console->backups().backUpIfDue(), false); // not again within the hour

    QDir(store.folder.path()).mkpath(QStringLiteral("backups"));
    store.clock.set(kMonday.addSecs(3600));
    QCOMPARE(*store.console->backups().backUpIfDue(), true);
    status = store.console->backups().status();
    QVERIFY(!status->state.failure);
    QVERIFY(!status->needsPerson);
}

void BackupTest::keepsTheNewestAndRemovesOnlyItsOwn()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(schedule(store));
    VERIFY_RESULT(store.console->settings().set(settings::keys::backupKeep, QStringLiteral("2")));
    const QString uuid = store.console->store().info().storeUuid;
    // Named as ours, but text; and one of another store under our name.
    const QString text = scheduledBackupName(store.path(), uuid, at(1, 1));
    QFile file(QDir(folder(store)).filePath(text));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("dear diary");
    file.close();
    FilledStore other;
    VERIFY_RESULT(other.create());
    const QString foreign = scheduledBackupName(store.path(), uuid, at(1, 2));
    VERIFY_RESULT(other.console->backups().backUp(QDir(folder(store)).filePath(foreign)));
    VERIFY_RESULT(
        store.console->backups().backUp(QDir(folder(store)).filePath(QStringLiteral("mine.cas"))));
    for (int day = 1; day <= 5; ++day) {
        store.clock.set(at(day, 9));
        QCOMPARE(*store.console->backups().backUpIfDue(), true);
    }
    QStringList wanted{QStringLiteral("mine.cas"), text, foreign,
                       scheduledBackupName(store.path(), uuid, at(4, 9)),
                       scheduledBackupName(store.path(), uuid, at(5, 9))};
    wanted.sort();
    QCOMPARE(files(store), wanted);
}

void BackupTest::backsUpALockedStore()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(schedule(store));
    store.console->vault().lock();
    BackupDuty duty(*store.console, kOften, kAtOnce);
    QTRY_COMPARE(files(store).filter(QRegularExpression(QStringLiteral("\\.cas$"))).size(), 1);
    QSignalSpy looked(&duty, &BackupDuty::looked);
    QTRY_VERIFY(looked.size() >= 3);
    QCOMPARE(files(store).size(), 1); // one is enough
    QVERIFY(!store.console->backups().status()->state.last->sealsChecked);
    store.clock.set(at(2, 3));
    QTRY_COMPARE(files(store).filter(QRegularExpression(QStringLiteral("\\.cas$"))).size(), 2);
}

void BackupTest::triesAnotherFolderAtOnce()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(schedule(store));
    VERIFY_RESULT(store.console->settings().set(settings::keys::backupFolder,
                                                store.folder.filePath(QStringLiteral("drive"))));
    BackupDuty duty(*store.console); // as a program has it: a minute, ten minutes
    QTRY_VERIFY(store.console->backups().status()->state.failure);
    VERIFY_RESULT(store.console->settings().set(settings::keys::backupFolder, folder(store)));
    QTRY_COMPARE(files(store).filter(QRegularExpression(QStringLiteral("\\.cas$"))).size(), 1);
    QTRY_VERIFY(!store.console->backups().status()->state.failure);
}

void BackupTest::leavesAReadOnlyStoreAlone()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(schedule(store));
    auto reader = Console::open(store.path(), store::OpenMode::ReadOnly, *store.executors,
                                store.clock, {QStringLiteral("wu.fang"), QStringLiteral("x")});
    QVERIFY(reader);
    QCOMPARE(*(*reader)->backups().backUpIfDue(), false);
    QVERIFY(files(store).isEmpty());
    // By hand it can be backed up like any other.
    VERIFY_RESULT((*reader)->backups().backUp(store.folder.filePath(QStringLiteral("b.cas"))));
}

void BackupTest::makesOneForTwoConsoles()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(schedule(store));
    auto other = Console::open(store.path(), store::OpenMode::ReadWrite, *store.executors,
                               store.clock, {QStringLiteral("wu.fang"), QStringLiteral("x")});
    QVERIFY(other);
    {
        BackupDuty one(*store.console, kOften, kAtOnce);
        BackupDuty two(**other, kOften, kAtOnce);
        QSignalSpy first(&one, &BackupDuty::looked);
        QSignalSpy second(&two, &BackupDuty::looked);
        QTRY_VERIFY(first.size() >= 3 && second.size() >= 3);
        QCOMPARE(files(store).size(), 1);
        QCOMPARE(first.count(QVariantList{true}) + second.count(QVariantList{true}), 1);
    }
    store.executors.reset(); // waits for what still reads
}

void BackupTest::leavesNothingBehindWhenCancelled()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(schedule(store));
    int told = 0;
    const auto made = store.console->backups().backUp(
        QDir(folder(store)).filePath(QStringLiteral("b.cas")), BackupService::WhenThere::Refuse,
        [&told](qint64, qint64) { return ++told < 2; }); // after the copy, in its check
    QVERIFY(!made);
    QVERIFY(store::wasCancelled(made.error()));
    QVERIFY(files(store).isEmpty());
    audit::AuditFilter filter;
    filter.eventName = QStringLiteral("BackupStore");
    QCOMPARE(*store.console->audit().count(filter), 0);
}

void BackupTest::triesTheNewestBackup()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(store.issue({QStringLiteral("www.example.com")}));
    const QString file = store.folder.filePath(QStringLiteral("b.cas"));
    VERIFY_RESULT(store.console->backups().backUp(file));
    const QStringList before = QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden);
    store.clock.set(kMonday.addDays(1));
    const auto tried = store.console->backups().tryNewest();
    VERIFY_RESULT(tried);
    QVERIFY2(!tried->error, tried->error ? qPrintable(casErrorText(*tried->error)) : "");
    QCOMPARE(tried->file, file);
    QCOMPARE(tried->takenAt, kMonday);
    QCOMPARE(QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden), before);
    const auto kept = store.console->backups().status()->state.tested;
    QCOMPARE(kept.at, kMonday.addDays(1));
    QCOMPARE(kept.file, file);
    QVERIFY(!kept.error);
}

void BackupTest::findsABackupThatCannotBeRestored()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    const QString file = store.folder.filePath(QStringLiteral("b.cas"));
    VERIFY_RESULT(store.console->backups().backUp(file));
    // A private key that was changed where it lies.
    QVERIFY(runSql(file, "UPDATE key_pair SET private_key = zeroblob(200)"));
    auto tried = store.console->backups().tryNewest();
    VERIFY_RESULT(tried);
    QVERIFY(tried->error);
    QCOMPARE(tried->error->code, ErrorCode::SealBroken);
    QCOMPARE(store.console->backups().status()->state.tested.error->code, ErrorCode::SealBroken);

    QFile cut(file);
    QVERIFY(cut.resize(cut.size() / 2));
    tried = store.console->backups().tryNewest();
    VERIFY_RESULT(tried);
    QCOMPARE(tried->error->code, ErrorCode::StoreDamaged);
    QVERIFY(store.console->check()->isEmpty()); // and the store itself is as it was
}

void BackupTest::needsTheKeyToTry()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.console->backups().backUp(store.folder.filePath(QStringLiteral("b.cas"))));
    store.console->vault().lock();
    QCOMPARE(store.console->backups().tryNewest().error().code, ErrorCode::Locked);
}

void BackupTest::saysWhenThereIsNothingToTry()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    QCOMPARE(store.console->backups().tryNewest().error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
