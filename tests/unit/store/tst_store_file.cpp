// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
#include "tests/unit/store/store_folder.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <thread>

using namespace cas;
using namespace cas::store;

class StoreFileTest : public QObject, private StoreFolder
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void understandsStoreUrls_data();
    void understandsStoreUrls();
    void refusesStoreUrls_data();
    void refusesStoreUrls();
    void makesAPrivateFile();
    void refusesToMakeOneTwice();
    void makesTheFoldersItNeeds();
    void leavesNothingBehindWhenItCannotBeMade();
    void refusesWhatIsNotThere();
    void refusesWhatIsNotAStore_data();
    void refusesWhatIsNotAStore();
    void refusesATruncatedFile_data();
    void refusesATruncatedFile();
    void leavesANewerStoreAlone_data();
    void leavesANewerStoreAlone();
    void runsEveryMigrationOnce();
    void upgradesAnOlderStoreAndKeepsACopy();
    void keepsTheOlderStoreWhenAMigrationFails();
    void refusesAnOlderStoreForReadingOnly();
};

void StoreFileTest::init()
{
    makeFolder();
}

void StoreFileTest::cleanup()
{
    removeFolder();
}

void StoreFileTest::understandsStoreUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    const QString here = QDir::currentPath();
    QTest::newRow("absolute") << "/data/a.store"
                              << "/data/a.store";
    QTest::newRow("relative") << "a.store" << here + QStringLiteral("/a.store");
    QTest::newRow("scheme") << "sqlite:/data/a.store"
                            << "/data/a.store";
    QTest::newRow("scheme, relative") << "sqlite:a.store" << here + QStringLiteral("/a.store");
    QTest::newRow("scheme, two slashes") << "sqlite:///data/a.store"
                                         << "/data/a.store";
    QTest::newRow("scheme in capitals") << "SQLite:/data/a.store"
                                        << "/data/a.store";
    QTest::newRow("dots") << "/data/x/../a.store"
                          << "/data/a.store";
    QTest::newRow("colon in the name") << "/data/a:b.store"
                                       << "/data/a:b.store";
    QTest::newRow("Chinese") << QStringLiteral("/数据/证书.store")
                             << QStringLiteral("/数据/证书.store");
    QTest::newRow("question mark and blank") << "/data/a b?c=1.store"
                                             << "/data/a b?c=1.store";
}

void StoreFileTest::understandsStoreUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    const auto url = StoreUrl::parse(text);
    QVERIFY(url);
    QCOMPARE(url->path, path);
}

void StoreFileTest::refusesStoreUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << "" << ErrorCode::InputInvalid;
    QTest::newRow("blank") << "  " << ErrorCode::InputInvalid;
    QTest::newRow("no path") << "sqlite:" << ErrorCode::InputInvalid;
    QTest::newRow("folder") << "/data/" << ErrorCode::InputInvalid;
    QTest::newRow("another scheme") << "mysql://host/db" << ErrorCode::InputInvalid;
    QTest::newRow("NUL") << QStringLiteral("/data/a") + QChar(0) << ErrorCode::InputInvalid;
    QTest::newRow("PostgreSQL") << "postgresql://host/db" << ErrorCode::NotInThisVersion;
    QTest::newRow("Postgres") << "postgres://host/db" << ErrorCode::NotInThisVersion;
}

void StoreFileTest::refusesStoreUrls()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    const auto url = StoreUrl::parse(text);
    QVERIFY(!url);
    QCOMPARE(url.error().code, code);
    QCOMPARE(url.error().field, QStringLiteral("store"));
}

void StoreFileTest::makesAPrivateFile()
{
    auto store = make("a.store", 3);
    for (const QFileInfo &info : QDir(m_dir->path()).entryInfoList(QDir::Files)) {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
                                | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY2(!(info.permissions() & others), qPrintable(info.fileName()));
    }
    QCOMPARE(entries(), (QStringList{QStringLiteral("a.store"), QStringLiteral("a.store-shm"),
                                     QStringLiteral("a.store-wal")}));
    const StoreInfo info = store->info();
    QCOMPARE(info.path, file("a.store"));
    QCOMPARE(info.storeUuid.size(), 36);
    QCOMPARE(info.schemaVersion, int(compiledMigrations()->size()));
    QVERIFY(!info.readOnly);
    QVERIFY(info.fileBytes > 0);
    QVERIFY(qAbs(info.createdAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    // Read by file(1)'s rules: the application id stands at offset 68.
    QCOMPARE(contentOf(file("a.store")).mid(68, 4), QByteArray("CASC"));
}

void StoreFileTest::refusesToMakeOneTwice()
{
    const QString uuid = make("a.store")->info().storeUuid;
    QCOMPARE(Store::create({file("a.store")}, m_clock).error().code, ErrorCode::StoreExists);
    QCOMPARE((*openIt("a.store"))->info().storeUuid, uuid);
}

void StoreFileTest::makesTheFoldersItNeeds()
{
    QVERIFY(Store::create({file("x/y/a.store")}, m_clock));
    QVERIFY(QFileInfo::exists(file("x/y/a.store")));
}

void StoreFileTest::leavesNothingBehindWhenItCannotBeMade()
{
    overwrite(file("plain"), 0, "x");
    const auto store = Store::create({file("plain/a.store")}, m_clock);
    QCOMPARE(store.error().code, ErrorCode::Io);
    QCOMPARE(entries(), QStringList{QStringLiteral("plain")});
}

void StoreFileTest::refusesWhatIsNotThere()
{
    QCOMPARE(openIt("a.store").error().code, ErrorCode::StoreNotFound);
    QVERIFY(entries().isEmpty());
}

void StoreFileTest::refusesWhatIsNotAStore_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("short") << QByteArray("SQLite format 3\0", 16) << QByteArray();
    QTest::newRow("text") << QByteArray(5000, 'x') << QByteArray();
    QTest::newRow("another database") << QByteArray() << QByteArray("CREATE TABLE a (b)");
    QTest::newRow("another application")
        << QByteArray() << QByteArray("PRAGMA application_id=1; CREATE TABLE a (b)");
}

void StoreFileTest::refusesWhatIsNotAStore()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, sql);
    overwrite(file("a.store"), 0, content);
    if (!sql.isEmpty())
        runSql(file("a.store"), sql);
    const QByteArray before = contentOf(file("a.store"));
    QCOMPARE(openIt("a.store").error().code, ErrorCode::NotAStore);
    QCOMPARE(openIt("a.store", OpenMode::ReadOnly).error().code, ErrorCode::NotAStore);
    QCOMPARE(contentOf(file("a.store")), before);
    QCOMPARE(entries(), QStringList{QStringLiteral("a.store")});
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(openIt("folder").error().code, ErrorCode::NotAStore);
}

void StoreFileTest::refusesATruncatedFile_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("header only") << qint64(100);
    QTest::newRow("one page") << qint64(4096);
    QTest::newRow("half a page less") << qint64(-2048);
    QTest::newRow("one page less") << qint64(-4096);
}

void StoreFileTest::refusesATruncatedFile()
{
    QFETCH(qint64, bytes);
    make("a.store", 100).reset();
    const qint64 size = QFileInfo(file("a.store")).size();
    QVERIFY(QFile::resize(file("a.store"), bytes > 0 ? bytes : size + bytes));
    QCOMPARE(openIt("a.store").error().code, ErrorCode::StoreDamaged);
}

void StoreFileTest::leavesANewerStoreAlone_data()
{
    QTest::addColumn<bool>("inJournal");
    QTest::newRow("closed") << false;
    QTest::newRow("newer only in the journal") << true;
}

void StoreFileTest::leavesANewerStoreAlone()
{
    QFETCH(bool, inJournal);
    make("a.store", 10).reset();
    const int newest = static_cast<int>(compiledMigrations()->size());
    const QByteArray newer = "PRAGMA user_version=" + QByteArray::number(newest + 1);
    if (inJournal) {
        // As after a crash: a second connection keeps the journal from being emptied on close.
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(file("a.store").toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "PRAGMA wal_autocheckpoint=0", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, newer.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        QVERIFY(QFile::copy(file("a.store"), file("b.store")));
        QVERIFY(QFile::copy(file("a.store-wal"), file("b.store-wal")));
        sqlite3_close(other);
        QVERIFY(QFileInfo(file("b.store-wal")).size() > 0);
    } else {
        runSql(file("a.store"), newer);
        QVERIFY(QFile::copy(file("a.store"), file("b.store")));
    }
    const QByteArray before = contentOf(file("b.store"));
    const QByteArray journal = contentOf(file("b.store-wal"));
    const auto opened = openIt("b.store");
    QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
    QCOMPARE(opened.error().args,
             (QStringList{QString::number(newest + 1), QString::number(newest)}));
    QCOMPARE(openIt("b.store", OpenMode::ReadOnly).error().code, ErrorCode::StoreTooNew);
    QCOMPARE(contentOf(file("b.store")), before);
    QCOMPARE(contentOf(file("b.store-wal")), journal);
}

void StoreFileTest::runsEveryMigrationOnce()
{
    make("a.store").reset();
    auto store = openIt("a.store");
    QVERIFY(store);
    QVERIFY(!QFileInfo::exists(file("a.store.before-0"))); // nothing was upgraded
    const auto migrations = compiledMigrations();
    QVERIFY(migrations->size() >= 2);
    QCOMPARE(numberOf(**store, "SELECT count(*) FROM migration"), migrations->size());
    for (const Migration &migration : *migrations) {
        QFile source(QStringLiteral(CAS_FIXTURES "/../../resources/migrations/%1_%2.sql")
                         .arg(migration.number, 4, 10, QChar(u'0'))
                         .arg(migration.name));
        QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
        QCOMPARE(
            QString::fromLatin1(migration.sha256().toHex()),
            QString::fromLatin1(
                QCryptographicHash::hash(source.readAll(), QCryptographicHash::Sha256).toHex()));
    }
}

void StoreFileTest::upgradesAnOlderStoreAndKeepsACopy()
{
    // By fixtures/store/make_schema.py, which writes what the schema was.
    QVERIFY(QFile::copy(QStringLiteral(CAS_FIXTURES "/store/schema-2.store"), file("old.store")));
    QFile::setPermissions(file("old.store"), QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray before = contentOf(file("old.store"));
    auto store = openIt("old.store");
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    const int newest = static_cast<int>(compiledMigrations()->size());
    QCOMPARE((*store)->info().schemaVersion, newest);
    QCOMPARE((*store)->info().storeUuid, QStringLiteral("5ee2b0a5-0d7e-4c51-9f4c-0f6c2f1f2a02"));
    QCOMPARE(numberOf(**store, "PRAGMA user_version"), newest);
    QCOMPARE(numberOf(**store, "SELECT count(*) FROM outbox WHERE subject = 'kept'"), 1);
    QVERIFY((*store)->integrityCheck()->isEmpty());

    const QString copy = file("old.store.before-2");
    QVERIFY(QFileInfo::exists(copy));
    QVERIFY(!(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open_v2(copy.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY, nullptr),
             SQLITE_OK);
    sqlite3_close(handle);
    QCOMPARE(contentOf(copy).mid(60, 4), QByteArray("\0\0\0\2", 4)); // user_version
    QCOMPARE(contentOf(copy).size(), before.size());
}

void StoreFileTest::keepsTheOlderStoreWhenAMigrationFails()
{
    make("a.store", 5).reset();
    auto connection = Connection::open(file("a.store"), Connection::Access::Write);
    QVERIFY(connection);
    auto migrations = *compiledMigrations();
    const int newest = static_cast<int>(migrations.size());
    migrations.append({newest + 1, QStringLiteral("good"), "CREATE TABLE good (a);"});
    migrations.append(
        {newest + 2, QStringLiteral("bad"), "DELETE FROM note; CREATE TABLE good (a);"});
    const auto outcome = migrate(**connection, migrations, m_clock);
    QCOMPARE(outcome.error().code, ErrorCode::Internal);
    QVERIFY(outcome.error().detail.contains(QStringLiteral("migration %1").arg(newest + 2)));
    QCOMPARE(*(*connection)->number(QStringLiteral("PRAGMA user_version")), newest + 1);
    QCOMPARE(*(*connection)->number(QStringLiteral("SELECT count(*) FROM note")), 5);
    QCOMPARE(*(*connection)->number(QStringLiteral("SELECT count(*) FROM migration")), newest + 1);
}

void StoreFileTest::refusesAnOlderStoreForReadingOnly()
{
    QVERIFY(QFile::copy(QStringLiteral(CAS_FIXTURES "/store/schema-2.store"), file("old.store")));
    const QByteArray before = contentOf(file("old.store"));
    QCOMPARE(openIt("old.store", OpenMode::ReadOnly).error().code, ErrorCode::StoreReadOnly);
    QCOMPARE(contentOf(file("old.store")), before);
}

QTEST_GUILESS_MAIN(StoreFileTest)
#include "tst_store_file.moc"
