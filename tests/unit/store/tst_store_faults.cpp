// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up or fails, and files that may not be written. The disk is SQLite's own file
// layer with a budget of writes; the missing permission is real: the test starts itself again as an
// ordinary user (`--child PATH`), because root may write everywhere.
#include "core/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unistd.h>

#ifdef __SANITIZE_THREAD__
// QProcess forks with the memory shared, which ThreadSanitizer takes for being the child.
extern "C" const char *__tsan_default_options()
{
    return "die_after_fork=0";
}
#endif

using namespace cas;
using namespace cas::store;

namespace {

const SystemClock kClock;

// --- the disk ---

struct FaultyDisk
{
    std::atomic<qint64> writesLeft = -1; // -1: no limit
    std::atomic<int> result = SQLITE_FULL; // what a write past the budget gives
};
FaultyDisk disk;

/// The real layer's functions for one kind of file, with our write in front.
struct FaultyMethods
{
    sqlite3_io_methods methods; // first: SQLite sees only this
    const sqlite3_io_methods *real;
};

int faultyWrite(sqlite3_file *file, const void *data, int bytes, sqlite3_int64 at)
{
    if (disk.writesLeft.load() >= 0 && --disk.writesLeft < 0) {
        disk.writesLeft = 0;
        return disk.result;
    }
    return reinterpret_cast<const FaultyMethods *>(file->pMethods)
        ->real->xWrite(file, data, bytes, at);
}

sqlite3_vfs *realVfs = nullptr;

int faultyOpen(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods *, std::unique_ptr<FaultyMethods>> known;
    const int code = realVfs->xOpen(realVfs, name, file, flags, outFlags);
    if (code != SQLITE_OK || !file->pMethods)
        return code;
    const std::scoped_lock lock(mutex);
    auto &faulty = known[file->pMethods];
    if (!faulty) {
        faulty = std::make_unique<FaultyMethods>(FaultyMethods{*file->pMethods, file->pMethods});
        faulty->methods.xWrite = faultyWrite;
    }
    file->pMethods = &faulty->methods;
    return code;
}

void useFaultyDisk()
{
    static sqlite3_vfs faulty;
    realVfs = sqlite3_vfs_find(nullptr);
    faulty = *realVfs;
    faulty.zName = "faulty";
    faulty.pNext = nullptr;
    faulty.xOpen = faultyOpen;
    sqlite3_vfs_register(&faulty, 1);
}

Result<> addRow(Store &store, qint64 id)
{
    return store.write<Unit>([id](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"),
                             {id, QByteArray(5000, 'x')}));
        return {};
    });
}

Result<qint64> countRows(Store &store)
{
    return store.read<qint64>([](Reader &reader) -> Result<qint64> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT count(*) FROM note")));
        if (rows.next())
            return rows.integer(0);
        CAS_TRY_VOID(rows.status());
        return 0;
    });
}

// --- the ordinary user ---

constexpr uid_t kNobody = 65534;

/// Says what an ordinary user finds: `open ERROR`, or `readOnly ROWS WRITE-ERROR FINDINGS`.
int childMain(int argc, char **argv)
{
    if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0))
        return 3;
    const QCoreApplication app(argc, argv);
    auto store = Store::open({QString::fromLocal8Bit(argv[2])}, OpenMode::ReadWrite, kClock);
    if (!store) {
        std::printf("open %s", qPrintable(errorName(store.error().code)));
        return 0;
    }
    const auto rows = countRows(**store);
    const auto refused = addRow(**store, 99);
    const auto findings = (*store)->integrityCheck();
    std::printf("%d %lld %s %lld", (*store)->info().readOnly, rows ? *rows : -1,
                refused ? "written" : qPrintable(errorName(refused.error().code)),
                findings ? static_cast<long long>(findings->size()) : -1);
    return 0;
}

QByteArray asOrdinaryUser(const QString &path)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), path});
    child.waitForFinished();
    return child.readAllStandardOutput();
}

} // namespace

class StoreFaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void saysThatTheDiskIsFull_data();
    void saysThatTheDiskIsFull();
    void failsAllOfAGroupThatCannotBeCommitted();
    void leavesNothingBehindWhenTheDiskFillsUpWhileMaking();
    void leavesNothingBehindWhenTheDiskFillsUpWhileCopying();
    void opensReadOnlyInAFolderThatCannotBeWritten();
    void opensReadOnlyAFileThatCannotBeWritten();
    void readsAStoreInUseThatCannotBeWritten();
    void saysThatAFileCannotBeRead();
    void opensReadOnlyWhenAsked();

private:
    QString file(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void StoreFaultsTest::initTestCase()
{
    useFaultyDisk();
}

void StoreFaultsTest::init()
{
    disk.writesLeft = -1;
    disk.result = SQLITE_FULL;
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = Store::create({file("a.store")}, kClock);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    m_store = std::move(*store);
    QVERIFY(m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, body)")));
        return {};
    }));
    QVERIFY(addRow(*m_store, 1));
}

void StoreFaultsTest::cleanup()
{
    disk.writesLeft = -1;
    m_store.reset();
    m_dir.reset();
}

void StoreFaultsTest::saysThatTheDiskIsFull_data()
{
    QTest::addColumn<int>("writes");
    QTest::addColumn<int>("result");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("full at once") << 0 << SQLITE_FULL << ErrorCode::DiskFull;
    QTest::newRow("full in the middle") << 3 << SQLITE_FULL << ErrorCode::DiskFull;
    QTest::newRow("failing") << 1 << SQLITE_IOERR_WRITE << ErrorCode::Io;
}

void StoreFaultsTest::saysThatTheDiskIsFull()
{
    QFETCH(int, writes);
    QFETCH(int, result);
    QFETCH(ErrorCode, code);
    disk.result = result;
    disk.writesLeft = writes;
    const auto refused = addRow(*m_store, 2);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(*countRows(*m_store), 1);
    disk.writesLeft = -1;
    QVERIFY(addRow(*m_store, 3)); // goes on by itself
    QCOMPARE(*countRows(*m_store), 2);
    QVERIFY(m_store->integrityCheck()->isEmpty());
}

void StoreFaultsTest::failsAllOfAGroupThatCannotBeCommitted()
{
    disk.writesLeft = 25; // some groups get through, then one does not
    std::atomic<int> acknowledged = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i)
                if (addRow(*m_store, 100 + t * 20 + i))
                    ++acknowledged;
        });
    for (auto &thread : threads)
        thread.join();
    disk.writesLeft = -1;
    QVERIFY(acknowledged < 80);
    QCOMPARE(*countRows(*m_store), 1 + acknowledged);
}

void StoreFaultsTest::leavesNothingBehindWhenTheDiskFillsUpWhileMaking()
{
    const QStringList before = QDir(m_dir->path()).entryList(QDir::Files);
    for (const qint64 writes : {0, 1, 5, 20}) {
        disk.writesLeft = writes;
        const auto store = Store::create({file("b.store")}, kClock);
        disk.writesLeft = -1;
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::DiskFull);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), before);
    }
}

void StoreFaultsTest::leavesNothingBehindWhenTheDiskFillsUpWhileCopying()
{
    const QStringList before = QDir(m_dir->path()).entryList(QDir::Files);
    for (const qint64 writes : {0, 5}) {
        disk.writesLeft = writes;
        const auto copied = m_store->backup(file("b.store"));
        disk.writesLeft = -1;
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, ErrorCode::DiskFull);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), before);
    }
}

void StoreFaultsTest::opensReadOnlyInAFolderThatCannotBeWritten()
{
    m_store.reset();
    QFile::setPermissions(file("a.store"), QFile::Permissions(0x6644));
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x5555)); // r-x for all
    const QByteArray said = asOrdinaryUser(file("a.store"));
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7700));
    QCOMPARE(said, QByteArray("1 1 store.read-only 0"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.store")});
}

void StoreFaultsTest::opensReadOnlyAFileThatCannotBeWritten()
{
    m_store.reset();
    QFile::setPermissions(file("a.store"), QFile::Permissions(0x4444));
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7777));
    QCOMPARE(asOrdinaryUser(file("a.store")), QByteArray("1 1 store.read-only 0"));
    QFile::setPermissions(file("a.store"), QFile::Permissions(0x6600));
}

void StoreFaultsTest::readsAStoreInUseThatCannotBeWritten()
{
    for (const char *name : {"a.store", "a.store-wal", "a.store-shm"})
        QFile::setPermissions(file(name), QFile::Permissions(0x6644));
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7755));
    QVERIFY(addRow(*m_store, 2)); // stands in the journal only
    QCOMPARE(asOrdinaryUser(file("a.store")), QByteArray("1 2 store.read-only 0"));
}

void StoreFaultsTest::saysThatAFileCannotBeRead()
{
    if (geteuid() != 0)
        QSKIP("the file would be readable: the test does not run as root");
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7755));
    QCOMPARE(asOrdinaryUser(file("a.store")), QByteArray("open io")); // it is 0600
}

void StoreFaultsTest::opensReadOnlyWhenAsked()
{
    auto reader = Store::open({file("a.store")}, OpenMode::ReadOnly, kClock);
    QVERIFY(reader);
    QVERIFY((*reader)->info().readOnly);
    QCOMPARE(*countRows(**reader), 1);
    QVERIFY(addRow(*m_store, 2));
    QCOMPARE(*countRows(**reader), 2); // follows the writer
    QCOMPARE(addRow(**reader, 3).error().code, ErrorCode::StoreReadOnly);
    m_store.reset();
    QCOMPARE(*countRows(**reader), 2);
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--child") == 0)
        return childMain(argc, argv);
    QCoreApplication app(argc, argv);
    StoreFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_faults.moc"
