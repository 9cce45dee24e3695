// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_folder.h"

#include <QFileInfo>

#include <thread>

using namespace cas;
using namespace cas::store;

class StoreCopiesTest : public QObject, private StoreFolder
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void backsUpWhileInUse();
    void backsUpNothingOverAFile();
    void leavesNothingBehindWhenABackupIsCancelled();
    void restoresABackup();
    void restoresNothingOverAFile();
    void refusesToRestoreADamagedBackup();
    void findsNothingInAGoodStore();
    void findsDamagedPages();
    void findsDanglingReferences();
    void findsAMigrationOfAnotherText();
    void findsAnIndexThatLies();
};

void StoreCopiesTest::init()
{
    makeFolder();
}

void StoreCopiesTest::cleanup()
{
    removeFolder();
}

void StoreCopiesTest::backsUpWhileInUse()
{
    auto store = make("a.store", 200);
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 1000; !stop; ++i)
            (void)store->write<Unit>([i](Transaction &tx) -> Result<> {
                CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note VALUES (?, 'x')"), {i}));
                return {};
            });
    });
    qint64 done = 0;
    qint64 total = 0;
    const auto outcome = store->backup(file("copy.store"), {[&](qint64 pages, qint64 all) {
                                           done = pages;
                                           total = all;
                                           return true;
                                       }});
    stop = true;
    writer.join();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
    QVERIFY(total > 1);
    QCOMPARE(done, total);
    QVERIFY(!QFileInfo::exists(file("copy.store-wal"))); // stands alone
    QVERIFY(!(QFileInfo(file("copy.store")).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    auto copy = openIt("copy.store", OpenMode::ReadOnly);
    QVERIFY(copy);
    QCOMPARE((*copy)->info().storeUuid, store->info().storeUuid);
    QVERIFY(numberOf(**copy, "SELECT count(*) FROM note") >= 200);
    QVERIFY((*copy)->integrityCheck()->isEmpty());
}

void StoreCopiesTest::backsUpNothingOverAFile()
{
    auto store = make("a.store");
    overwrite(file("precious"), 0, "mine");
    QCOMPARE(store->backup(file("precious")).error().code, ErrorCode::FileExists);
    QCOMPARE(contentOf(file("precious")), QByteArray("mine"));
    QCOMPARE(store->backup(file("no/such/folder/b")).error().code, ErrorCode::FileNotFound);
}

void StoreCopiesTest::leavesNothingBehindWhenABackupIsCancelled()
{
    auto store = make("a.store", 10);
    const QStringList before = entries();
    const auto outcome = store->backup(file("copy.store"), {[](qint64, qint64) { return false; }});
    QCOMPARE(outcome.error().detail, QStringLiteral("cancelled"));
    QCOMPARE(entries(), before);
}

void StoreCopiesTest::restoresABackup()
{
    auto store = make("a.store", 7);
    QVERIFY(store->backup(file("copy.store")));
    QVERIFY(Store::restore(file("copy.store"), {file("again.store")}));
    auto again = openIt("again.store");
    QVERIFY(again);
    QCOMPARE(numberOf(**again, "SELECT count(*) FROM note"), 7);
    QVERIFY(
        !(QFileInfo(file("again.store")).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void StoreCopiesTest::restoresNothingOverAFile()
{
    auto store = make("a.store", 7);
    QVERIFY(store->backup(file("copy.store")));
    QCOMPARE(Store::restore(file("copy.store"), {file("a.store")}).error().code,
             ErrorCode::StoreExists);
    QCOMPARE(Store::restore(file("nothing"), {file("b.store")}).error().code,
             ErrorCode::StoreNotFound);
    overwrite(file("text"), 0, "text");
    QCOMPARE(Store::restore(file("text"), {file("b.store")}).error().code, ErrorCode::NotAStore);
}

void StoreCopiesTest::refusesToRestoreADamagedBackup()
{
    auto store = make("a.store", 500);
    QVERIFY(store->backup(file("copy.store")));
    const qint64 size = QFileInfo(file("copy.store")).size();
    overwrite(file("copy.store"), size - 3 * 4096, QByteArray(4096, '\x5a'));
    QCOMPARE(Store::restore(file("copy.store"), {file("b.store")}).error().code,
             ErrorCode::StoreDamaged);
    QVERIFY(entries().filter(QStringLiteral("b.store")).isEmpty());
}

void StoreCopiesTest::findsNothingInAGoodStore()
{
    auto store = make("a.store", 50);
    const auto findings = store->integrityCheck();
    QVERIFY(findings);
    QVERIFY2(findings->isEmpty(),
             qPrintable(findings->isEmpty() ? QString() : findings->first().what));
}

void StoreCopiesTest::findsDamagedPages()
{
    make("a.store", 500).reset();
    const qint64 size = QFileInfo(file("a.store")).size();
    overwrite(file("a.store"), size - 3 * 4096, QByteArray(4096, '\x5a'));
    auto store = openIt("a.store");
    QVERIFY(store);
    const auto findings = (*store)->integrityCheck();
    QVERIFY(findings);
    QVERIFY(!findings->isEmpty());
}

void StoreCopiesTest::findsDanglingReferences()
{
    make("a.store").reset();
    runSql(file("a.store"), "CREATE TABLE child (id INTEGER PRIMARY KEY, note REFERENCES note(id));"
                            "INSERT INTO child VALUES (17, 99)");
    auto store = openIt("a.store");
    const auto findings = (*store)->integrityCheck();
    QCOMPARE(findings->size(), 1);
    QCOMPARE(findings->first().table, QStringLiteral("child"));
    QCOMPARE(findings->first().id, QStringLiteral("17"));
}

void StoreCopiesTest::findsAMigrationOfAnotherText()
{
    make("a.store").reset();
    runSql(file("a.store"), "UPDATE migration SET sha256 = zeroblob(32) WHERE number = 2");
    auto store = openIt("a.store");
    const auto findings = (*store)->integrityCheck();
    QCOMPARE(findings->size(), 1);
    QCOMPARE(findings->first().table, QStringLiteral("migration"));
    QCOMPARE(findings->first().id, QStringLiteral("2"));
}

void StoreCopiesTest::findsAnIndexThatLies()
{
    make("a.store", 3).reset();
    // The index is told to be another table's for a moment: rows change, it does not.
    runSql(
        file("a.store"),
        "PRAGMA writable_schema=ON; CREATE TABLE keep (name, sql, page);"
        "INSERT INTO keep SELECT name, sql, rootpage FROM sqlite_master WHERE name = 'note_body';"
        "DELETE FROM sqlite_master WHERE name = 'note_body'");
    runSql(file("a.store"), "UPDATE note SET body = 'changed' WHERE id = 2");
    runSql(file("a.store"),
           "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT 'index', name,"
           " 'note', page, sql FROM keep; DROP TABLE keep");
    auto store = openIt("a.store");
    QVERIFY(store);
    QVERIFY(!(*store)->integrityCheck()->isEmpty());
}

QTEST_GUILESS_MAIN(StoreCopiesTest)
#include "tst_store_copies.moc"
