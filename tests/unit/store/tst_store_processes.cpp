// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes on one store. The test starts itself again as the other process:
//   tst_store_processes --child write|touch|count|idle PATH
#include "core/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sqlite3.h>

#include <cstdio>

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

Result<> addRow(Store &store, qint64 id)
{
    return store.write<Unit>([id](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"),
                             {id, QByteArray(500, 'x')}));
        tx.touch(QStringLiteral("note"));
        return {};
    });
}

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// Writes until killed and says each row's id after its commit.
int writeForever(Store &store)
{
    for (qint64 id = 1;; ++id) {
        if (!addRow(store, id))
            return 3;
        say(QByteArray::number(id));
    }
}

/// The number of rows, as the exit status of a process can tell it.
int countRows(Store &store)
{
    const auto rows = store.read<int>([](Reader &reader) -> Result<int> {
        CAS_TRY(Query count, reader.query(QStringLiteral("SELECT count(*) FROM note")));
        count.next();
        return static_cast<int>(count.integer(0));
    });
    return rows ? *rows : 99;
}

/// Adds one row for each line read; says `changed` when told of somebody else's.
int childMain(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString mode = QString::fromLocal8Bit(argv[2]);
    auto store = Store::open({QString::fromLocal8Bit(argv[3])}, OpenMode::ReadWrite, kClock);
    if (!store)
        return 2;
    if (mode == QStringLiteral("write"))
        return writeForever(**store);
    if (mode == QStringLiteral("touch"))
        return addRow(**store, 1000) ? 0 : 3;
    if (mode == QStringLiteral("count"))
        return countRows(**store);
    QObject::connect(store->get(), &Store::changed, &app, [](const QStringList &topics) {
        say("changed " + topics.join(u',').toUtf8());
        QCoreApplication::quit();
    });
    QTimer::singleShot(20000, &app, [] { QCoreApplication::exit(4); });
    say("ready");
    return QCoreApplication::exec();
}

} // namespace

class StoreProcessesTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void keepsEveryAcknowledgedRowOfAKilledProcess();
    void seesChangesOfAnotherProcess();
    void isSeenByAnotherProcess();
    void waitsForAnotherWriterAndThenGivesUp();
    void writesTogetherWithAnotherProcess();
    void losesNothingWhenItsFilesAreReadBesideIt();

private:
    std::unique_ptr<QProcess> startChild(const char *mode);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    QString m_path;
};

void StoreProcessesTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("p.store"));
    auto store = Store::create({m_path}, kClock);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    m_store = std::move(*store);
    QVERIFY(m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, body)")));
        return {};
    }));
}

void StoreProcessesTest::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

std::unique_ptr<QProcess> StoreProcessesTest::startChild(const char *mode)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--child"), QString::fromLatin1(mode), m_path});
    return child;
}

void StoreProcessesTest::keepsEveryAcknowledgedRowOfAKilledProcess()
{
    m_store.reset();
    for (int round = 0; round < 3; ++round) {
        auto child = startChild("write");
        QByteArray said;
        QElapsedTimer timer;
        timer.start();
        while (said.count('\n') < 50 + 37 * round && timer.elapsed() < 30000) {
            child->waitForReadyRead(1000);
            said += child->readAllStandardOutput();
        }
        child->kill(); // SIGKILL: nothing is closed, nothing is emptied
        child->waitForFinished();
        said += child->readAllStandardOutput();
        const qint64 acknowledged =
            said.left(said.lastIndexOf('\n')).split('\n').last().toLongLong();
        QVERIFY(acknowledged >= 50);

        auto store = Store::open({m_path}, OpenMode::ReadWrite, kClock);
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        QVERIFY((*store)->integrityCheck()->isEmpty());
        const auto rows = (*store)->read<qint64>([acknowledged](Reader &reader) -> Result<qint64> {
            CAS_TRY(Query count,
                    reader.query(QStringLiteral("SELECT count(*) FROM note WHERE id <= ?"),
                                 {acknowledged}));
            count.next();
            return count.integer(0);
        });
        QCOMPARE(*rows, acknowledged);
        QVERIFY((*store)->write<Unit>([](Transaction &tx) -> Result<> {
            CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM note")));
            return {};
        }));
    }
}

void StoreProcessesTest::seesChangesOfAnotherProcess()
{
    QSignalSpy spy(m_store.get(), &Store::changed);
    QVERIFY(spy.isValid());
    auto child = startChild("touch");
    QTRY_COMPARE_WITH_TIMEOUT(child->state(), QProcess::NotRunning, 20000);
    QCOMPARE(child->exitCode(), 0);
    if (spy.isEmpty())
        QVERIFY(spy.wait(1000)); // within a second of the commit
    QCOMPARE(spy.first().at(0).toStringList(), QStringList());
}

void StoreProcessesTest::isSeenByAnotherProcess()
{
    auto child = startChild("idle");
    QVERIFY(child->waitForReadyRead(20000));
    QCOMPARE(child->readAllStandardOutput().trimmed(), QByteArray("ready"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(addRow(*m_store, 1));
    QVERIFY(child->waitForFinished(20000));
    qInfo("the other process knew after %lld ms", timer.elapsed());
    QCOMPARE(child->exitCode(), 0);
    QCOMPARE(child->readAllStandardOutput().trimmed(), QByteArray("changed"));
}

void StoreProcessesTest::waitsForAnotherWriterAndThenGivesUp()
{
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    QElapsedTimer timer;
    timer.start();
    const auto refused = addRow(*m_store, 1);
    QCOMPARE(refused.error().code, ErrorCode::StoreBusy);
    QVERIFY(timer.elapsed() >= 4000);
    QCOMPARE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(other);
    QVERIFY(addRow(*m_store, 1)); // and goes on
}

void StoreProcessesTest::writesTogetherWithAnotherProcess()
{
    auto child = startChild("write");
    QVERIFY(child->waitForReadyRead(20000));
    for (int i = 0; i < 50; ++i)
        QVERIFY(addRow(*m_store, 1000000 + i));
    child->kill();
    child->waitForFinished();
    QVERIFY(m_store->integrityCheck()->isEmpty());
}

void StoreProcessesTest::losesNothingWhenItsFilesAreReadBesideIt()
{
    // A file dialog in our own process looks into files for their icons; closing them ends the
    // locks by which SQLite would tell another process that the store is in use.
    for (const char *suffix : {"", "-wal", "-shm"}) {
        QFile file(m_path + QLatin1StringView(suffix));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.read(16).isEmpty());
    }
    for (const int rows : {1, 2}) { // the other process goes, and this one writes on
        auto child = startChild(rows == 1 ? "touch" : "count");
        QVERIFY(child->waitForFinished(20000));
        QCOMPARE(child->exitCode(), rows == 1 ? 0 : 2);
        QVERIFY(addRow(*m_store, rows));
    }
    auto child = startChild("count");
    QVERIFY(child->waitForFinished(20000));
    QCOMPARE(child->exitCode(), 3);
}

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0)
        return childMain(argc, argv);
    QCoreApplication app(argc, argv);
    StoreProcessesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_processes.moc"
