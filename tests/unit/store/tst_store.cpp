// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <latch>
#include <semaphore>
#include <thread>

using namespace cas;
using namespace cas::store;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 5), Qt::UTC);
    }
};

Result<> addNote(Transaction &tx, qint64 id, const QVariant &text)
{
    CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"), {id, text}));
    tx.touch(QStringLiteral("note"));
    return {};
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void keepsWhatWasWritten();
    void keepsTypes_data();
    void keepsTypes();
    void rollsBackAWriteThatFails();
    void rollsBackAWriteThatThrows();
    void oneFailingWriteOfAGroupTakesNothingWithIt();
    void refusesADanglingDeferredReferenceOfOneWriteOnly();
    void refusesAWriteInsideAWrite();
    void refusesToWriteThroughAReader();
    void showsOneSnapshotForAWholeRead();
    void sharesTheSnapshotOfAnOuterRead();
    void givesEveryRowOfATransactionTheSameTime();
    void givesIdsThatCarryTheWriter();
    void tellsOfChangesAfterTheCommit();
    void saysNothingWhenNothingWasTouched();
    void reportsAnSqlMistakeAsInternal();
    void reportsAUniqueViolationWithItsNumber();
    void runsTwoQueriesOfTheSameTextAtOnce();
    void dropsTheConnectionsOfThreadsThatEnd();
    void endsBeforeThreadsThatReadIt();
    void writesFromManyThreads();

private:
    int openFiles() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock;
    std::unique_ptr<Store> m_store;
};

void StoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store =
        Store::create(*StoreUrl::parse(m_dir->filePath(QStringLiteral("a.store"))), m_clock);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    m_store = std::move(*store);
    const auto made = m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(
            tx.exec(QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, body ANY) STRICT")));
        CAS_TRY_VOID(tx.exec(
            QStringLiteral("CREATE TABLE child (id INTEGER PRIMARY KEY, note INTEGER NOT NULL"
                           " REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED) STRICT")));
        return {};
    });
    QVERIFY(made);
}

void StoreTest::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

namespace {

qint64 noteCount(Store &store)
{
    return *store.read<qint64>([](Reader &reader) -> Result<qint64> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT count(*) FROM note")));
        rows.next();
        return rows.integer(0);
    });
}

} // namespace

void StoreTest::keepsWhatWasWritten()
{
    QVERIFY(m_store->write<Unit>(
        [](Transaction &tx) { return addNote(tx, 1, QStringLiteral("hello")); }));
    const QString path = m_store->info().path;
    m_store.reset();
    QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal"))); // emptied into the file
    auto again = Store::open({path}, OpenMode::ReadWrite, m_clock);
    QVERIFY(again);
    const auto text = (*again)->read<QString>([](Reader &reader) -> Result<QString> {
        CAS_TRY(Query rows,
                reader.query(QStringLiteral("SELECT body FROM note WHERE id = ?"), {1}));
        rows.next();
        return rows.text(0);
    });
    QCOMPARE(*text, QStringLiteral("hello"));
}

void StoreTest::keepsTypes_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("type"); // as SQLite's typeof() says
    QTest::addColumn<QVariant>("back");
    const QDateTime time(QDate(2030, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    QTest::newRow("null") << QVariant() << "null" << QVariant();
    QTest::newRow("null of a type")
        << QVariant(QMetaType::fromType<QString>()) << "null" << QVariant();
    QTest::newRow("true") << QVariant(true) << "integer" << QVariant(1);
    QTest::newRow("int") << QVariant(-7) << "integer" << QVariant(-7);
    QTest::newRow("large") << QVariant(qint64(9007199254740993)) << "integer"
                           << QVariant(qint64(9007199254740993));
    QTest::newRow("text") << QVariant(QStringLiteral("证书")) << "text"
                          << QVariant(QStringLiteral("证书"));
    QTest::newRow("empty text") << QVariant(QString()) << "text" << QVariant(QStringLiteral(""));
    QTest::newRow("blob") << QVariant(QByteArray("\0\1\2", 3)) << "blob"
                          << QVariant(QByteArray("\0\1\2", 3));
    QTest::newRow("empty blob") << QVariant(QByteArray()) << "blob" << QVariant(QByteArray("", 0));
    QTest::newRow("time") << QVariant(time) << "integer" << QVariant(qint64(1893553445678));
    QTest::newRow("no time") << QVariant(QDateTime()) << "null" << QVariant();
}

void StoreTest::keepsTypes()
{
    QFETCH(QVariant, value);
    QFETCH(QString, type);
    QFETCH(QVariant, back);
    QVERIFY(m_store->write<Unit>([&](Transaction &tx) { return addNote(tx, 1, value); }));
    const auto read = m_store->read<Unit>([&](Reader &reader) -> Result<> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT body, typeof(body) FROM note")));
        if (!rows.next())
            return fail(ErrorCode::NotFound);
        if (rows.text(1) != type || rows.isNull(0) != back.isNull()
            || (!back.isNull() && rows.value(0) != back))
            return fail(ErrorCode::Internal, {}, {}, rows.text(1) + rows.text(0));
        if (value.typeId() == QMetaType::QDateTime && rows.time(0) != value.toDateTime())
            return fail(ErrorCode::Internal, {}, {}, QStringLiteral("time"));
        return {};
    });
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
}

void StoreTest::rollsBackAWriteThatFails()
{
    const auto outcome = m_store->write<int>([](Transaction &tx) -> Result<int> {
        CAS_TRY_VOID(addNote(tx, 1, 1));
        return fail(ErrorCode::QuotaExhausted, QStringLiteral("quota"));
    });
    QCOMPARE(outcome.error().code, ErrorCode::QuotaExhausted);
    QCOMPARE(outcome.error().field, QStringLiteral("quota"));
    QCOMPARE(noteCount(*m_store), 0);
}

void StoreTest::rollsBackAWriteThatThrows()
{
    const auto outcome = m_store->write<int>([](Transaction &tx) -> Result<int> {
        CAS_TRY_VOID(addNote(tx, 1, 1));
        throw std::runtime_error("boom");
    });
    QCOMPARE(outcome.error().code, ErrorCode::Internal);
    QCOMPARE(noteCount(*m_store), 0);
}

void StoreTest::oneFailingWriteOfAGroupTakesNothingWithIt()
{
    // The first write holds the writer until all others wait, so that they make one group.
    std::binary_semaphore entered(0);
    std::binary_semaphore goOn(0);
    std::thread holder([&] {
        (void)m_store->write<Unit>([&](Transaction &) -> Result<> {
            entered.release();
            goOn.acquire();
            return {};
        });
    });
    entered.acquire();
    std::latch ready(10);
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 10; ++i)
        threads.emplace_back([&, i] {
            ready.count_down();
            const auto outcome = m_store->write<Unit>([&](Transaction &tx) -> Result<> {
                CAS_TRY_VOID(addNote(tx, i + 1, i));
                if (i % 3 == 0)
                    return fail(ErrorCode::WrongState);
                return {};
            });
            if (!outcome)
                ++failed;
        });
    ready.wait();
    goOn.release();
    for (auto &thread : threads)
        thread.join();
    holder.join();
    QCOMPARE(failed.load(), 4);
    QCOMPARE(noteCount(*m_store), 6);
}

void StoreTest::refusesADanglingDeferredReferenceOfOneWriteOnly()
{
    const auto dangling = m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO child (id, note) VALUES (1, 99)")));
        return {};
    });
    QVERIFY(!dangling);
    QVERIFY(m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO child (id, note) VALUES (1, 5)")));
        return addNote(tx, 5, 5); // the parent may come later
    }));
    QCOMPARE(noteCount(*m_store), 1);
}

void StoreTest::refusesAWriteInsideAWrite()
{
    const auto outcome = m_store->write<Unit>([this](Transaction &) -> Result<> {
        return m_store->write<Unit>([](Transaction &) -> Result<> { return {}; });
    });
    QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
}

void StoreTest::refusesToWriteThroughAReader()
{
    const auto outcome = m_store->read<Unit>([](Reader &reader) -> Result<> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("INSERT INTO note (id) VALUES (1)")));
        return {};
    });
    QCOMPARE(outcome.error().code, ErrorCode::StoreReadOnly);
    QCOMPARE(noteCount(*m_store), 0);
}

void StoreTest::showsOneSnapshotForAWholeRead()
{
    const auto counts =
        m_store->read<QList<qint64>>([this](Reader &reader) -> Result<QList<qint64>> {
            const auto count = [&reader]() -> Result<qint64> {
                CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT count(*) FROM note")));
                rows.next();
                return rows.integer(0);
            };
            CAS_TRY(const qint64 before, count());
            CAS_TRY_VOID(m_store->write<Unit>([](Transaction &tx) { return addNote(tx, 1, 1); }));
            CAS_TRY(const qint64 after, count());
            return QList<qint64>{before, after};
        });
    QCOMPARE(*counts, (QList<qint64>{0, 0}));
    QCOMPARE(noteCount(*m_store), 1);
}

void StoreTest::sharesTheSnapshotOfAnOuterRead()
{
    const auto inner = m_store->read<qint64>([this](Reader &) -> Result<qint64> {
        const qint64 before = noteCount(*m_store);
        CAS_TRY_VOID(m_store->write<Unit>([](Transaction &tx) { return addNote(tx, 1, 1); }));
        return before + noteCount(*m_store);
    });
    QCOMPARE(*inner, 0);
    QCOMPARE(noteCount(*m_store), 1);
}

void StoreTest::givesEveryRowOfATransactionTheSameTime()
{
    SystemClock clock;
    auto store = Store::create({m_dir->filePath(QStringLiteral("b.store"))}, clock);
    QVERIFY((*store)->write<Unit>([](Transaction &tx) -> Result<> {
        const QDateTime first = tx.now();
        const QDateTime start = QDateTime::currentDateTimeUtc();
        while (start.msecsTo(QDateTime::currentDateTimeUtc()) < 3) { }
        if (tx.now() != first || first.timeSpec() != Qt::UTC)
            return fail(ErrorCode::Internal);
        return {};
    }));
}

void StoreTest::givesIdsThatCarryTheWriter()
{
    const auto ids = m_store->write<QList<qint64>>([](Transaction &tx) -> Result<QList<qint64>> {
        return QList<qint64>{tx.newId(), tx.newId(), tx.writerId()};
    });
    QVERIFY(ids->at(1) > ids->at(0));
    QCOMPARE(ids->at(0) >> 11 & 1023, ids->at(2)); // layout: base/id.h
    const QString path = m_store->info().path;
    auto second = Store::open({path}, OpenMode::ReadWrite, m_clock);
    const auto other =
        (*second)->write<qint64>([](Transaction &tx) -> Result<qint64> { return tx.writerId(); });
    QVERIFY(*other != ids->at(2));
}

void StoreTest::tellsOfChangesAfterTheCommit()
{
    QSignalSpy spy(m_store.get(), &Store::changed);
    QVERIFY(m_store->write<Unit>([](Transaction &tx) { return addNote(tx, 1, 1); }));
    QVERIFY(spy.wait());
    QCOMPARE(spy.takeFirst().at(0).toStringList(), QStringList{QStringLiteral("note")});
    // Our own commit is not taken for somebody else's at the next look, half a second later.
    QVERIFY(!spy.wait(1200));
}

void StoreTest::saysNothingWhenNothingWasTouched()
{
    QSignalSpy spy(m_store.get(), &Store::changed);
    (void)m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(addNote(tx, 1, 1));
        return fail(ErrorCode::WrongState); // touched, but rolled back
    });
    QVERIFY(m_store->write<Unit>([](Transaction &tx) -> Result<> {
        tx.touch(QStringLiteral("last"));
        return {};
    }));
    QVERIFY(spy.wait());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).toStringList(), QStringList{QStringLiteral("last")});
}

void StoreTest::reportsAnSqlMistakeAsInternal()
{
    const auto outcome = m_store->read<Unit>([](Reader &reader) -> Result<> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT nothing FROM nowhere")));
        return {};
    });
    QCOMPARE(outcome.error().code, ErrorCode::Internal);
    QVERIFY(outcome.error().detail.contains(QStringLiteral("nowhere")));
    QCOMPARE(outcome.error().native.domain, NativeDomain::Sqlite);
}

void StoreTest::reportsAUniqueViolationWithItsNumber()
{
    const auto outcome = m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(addNote(tx, 1, 1));
        return addNote(tx, 1, 2);
    });
    QCOMPARE(outcome.error().native.number, qint64(SQLITE_CONSTRAINT_PRIMARYKEY));
    QCOMPARE(noteCount(*m_store), 0);
}

void StoreTest::runsTwoQueriesOfTheSameTextAtOnce()
{
    QVERIFY(m_store->write<Unit>([](Transaction &tx) -> Result<> {
        for (int i = 1; i <= 3; ++i)
            CAS_TRY_VOID(addNote(tx, i, i));
        return {};
    }));
    const auto pairs = m_store->read<int>([](Reader &reader) -> Result<int> {
        const QString sql = QStringLiteral("SELECT id FROM note");
        int count = 0;
        CAS_TRY(Query outer, reader.query(sql));
        while (outer.next()) {
            CAS_TRY(Query inner, reader.query(sql));
            while (inner.next())
                ++count;
        }
        return count;
    });
    QCOMPARE(*pairs, 9);
}

int StoreTest::openFiles() const
{
    int count = 0;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files | QDir::System))
        if (info.symLinkTarget().startsWith(m_store->info().path))
            ++count;
    return count;
}

void StoreTest::dropsTheConnectionsOfThreadsThatEnd()
{
#ifndef Q_OS_LINUX
    QSKIP("counts open files through /proc");
#endif
    // SQLite keeps one descriptor back while others of the process hold locks, and reuses it.
    std::thread([this] { (void)noteCount(*m_store); }).join();
    const int before = openFiles();
    for (int i = 0; i < 5; ++i)
        std::thread([this] { (void)noteCount(*m_store); }).join();
    QCOMPARE(openFiles(), before);
}

void StoreTest::endsBeforeThreadsThatReadIt()
{
    std::binary_semaphore readDone(0);
    std::binary_semaphore storeGone(0);
    std::thread thread([&] {
        (void)noteCount(*m_store);
        readDone.release();
        storeGone.acquire();
    });
    readDone.acquire();
    const QString path = m_store->info().path;
    m_store.reset();
    // Nobody has it open any more: the last connection removed the journal.
    QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    storeGone.release();
    thread.join();
}

void StoreTest::writesFromManyThreads()
{
    constexpr int kThreads = 8;
    constexpr int kEach = 500;
    std::vector<std::thread> threads;
    QElapsedTimer timer;
    timer.start();
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([this, t] {
            for (int i = 0; i < kEach; ++i)
                (void)m_store->write<Unit>(
                    [&](Transaction &tx) { return addNote(tx, 1 + t * kEach + i, i); });
        });
    for (auto &thread : threads)
        thread.join();
    qInfo("%lld single-row transactions per second from 8 threads",
          kThreads * kEach * 1000LL / std::max<qint64>(1, timer.elapsed()));
    QCOMPARE(noteCount(*m_store), kThreads * kEach);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
