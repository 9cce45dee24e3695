// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_file.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cstring>

namespace cas::store {

namespace {

constexpr int kPagesPerStep = 4096; // 16 MB: 40 ms, measured
constexpr char kSqliteMagic[] = "SQLite format 3"; // 16 bytes with the NUL, fileformat2.html §1.3
constexpr int kHeaderSize = 100;
constexpr int kPageSizeAt = 16; // two octets, 1 means 65,536
constexpr int kChangeCounterAt = 24;
constexpr int kPageCountAt = 28; // valid while the two counters are equal
constexpr int kUserVersionAt = 60;
constexpr int kApplicationIdAt = 68;
constexpr int kCountValidForAt = 92;

qint64 bigEndian32(const QByteArray &bytes, int at)
{
    qint64 value = 0;
    for (int i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(i));
    return value;
}

/// Whether the end of the file is missing. SQLite looks at whole pages only, and later.
bool isCutShort(const QByteArray &header, qint64 fileBytes)
{
    if (bigEndian32(header, kChangeCounterAt) != bigEndian32(header, kCountValidForAt))
        return false;
    const qint64 stored = bigEndian32(header, kPageSizeAt) >> 16;
    return fileBytes < bigEndian32(header, kPageCountAt) * (stored == 1 ? 65536 : stored);
}

Error fileError(const QFile &file, const QString &call)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::Io, {}, {file.fileName()},
                call + QStringLiteral(": ") + file.errorString());
}

struct SqliteClose
{
    void operator()(sqlite3 *handle) const noexcept { sqlite3_close(handle); }
};
using SqlitePtr = std::unique_ptr<sqlite3, SqliteClose>;

struct BackupFinish
{
    void operator()(sqlite3_backup *backup) const noexcept { sqlite3_backup_finish(backup); }
};
using BackupPtr = std::unique_ptr<sqlite3_backup, BackupFinish>;

Result<> copyPages(Connection &source, sqlite3 *target,
                   const std::function<bool(qint64, qint64)> &progress)
{
    BackupPtr backup(sqlite3_backup_init(target, "main", source.handle(), "main"));
    if (!backup)
        return sqliteError(sqlite3_extended_errcode(target), QStringLiteral("backup"),
                           QString::fromUtf8(sqlite3_errmsg(target)));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup.get(), kPagesPerStep);
        const qint64 total = sqlite3_backup_pagecount(backup.get());
        const qint64 left = sqlite3_backup_remaining(backup.get());
        if ((code == SQLITE_OK || code == SQLITE_DONE) && progress
            && !progress(total - left, total))
            return fail(ErrorCode::Internal, {}, {}, QStringLiteral("cancelled"));
    }
    const int finished = sqlite3_backup_finish(backup.release());
    if (code != SQLITE_DONE)
        return sqliteError(code, QStringLiteral("backup step"),
                           QString::fromUtf8(sqlite3_errstr(code)));
    if (finished != SQLITE_OK)
        return sqliteError(finished, QStringLiteral("backup finish"),
                           QString::fromUtf8(sqlite3_errstr(finished)));
    return {};
}

/// Out of WAL mode a copy is one file that can be read anywhere, also from a read-only disc.
Result<> makeStandAlone(const QString &path)
{
    CAS_TRY(auto copy, Connection::open(path, Connection::Access::Write));
    return copy->script("PRAGMA journal_mode=DELETE");
}

/// Asks SQLite itself, read-only: the journal may know more than the file's first page.
Result<FileFacts> probe(const QString &path, Connection::Access access)
{
    FileFacts facts;
    facts.readAccess = access;
    CAS_TRY(auto connection, Connection::open(path, access));
    CAS_TRY(const qint64 application, connection->number(QStringLiteral("PRAGMA application_id")));
    if (application != kApplicationId)
        return fail(ErrorCode::NotAStore, {}, {path});
    CAS_TRY(const qint64 version, connection->number(QStringLiteral("PRAGMA user_version")));
    facts.schemaVersion = static_cast<int>(version);
    CAS_TRY(const qint64 rows,
            connection->number(QStringLiteral("SELECT count(*) FROM store_meta")));
    if (rows != 1)
        return fail(ErrorCode::StoreDamaged, {}, {path}, QStringLiteral("no row in store_meta"));
    return facts;
}

} // namespace

Result<FileFacts> inspectFile(const QString &path, int newest)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::StoreNotFound, {}, {path});
    QFile file(path);
    if (!info.isFile())
        return fail(ErrorCode::NotAStore, {}, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file, QStringLiteral("open"));
    const QByteArray header = file.read(kHeaderSize);
    file.close();
    if (header.size() < kHeaderSize
        || std::memcmp(header.constData(), kSqliteMagic, sizeof kSqliteMagic) != 0
        || bigEndian32(header, kApplicationIdAt) != kApplicationId)
        return fail(ErrorCode::NotAStore, {}, {path});
    const auto tooNew = [&](qint64 version) {
        return fail(ErrorCode::StoreTooNew, {},
                    {QString::number(version), QString::number(newest)});
    };
    if (const qint64 version = bigEndian32(header, kUserVersionAt); version > newest)
        return tooNew(version);

    // With a journal the missing pages may still come.
    const bool noJournal = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (noJournal && isCutShort(header, info.size()))
        return fail(ErrorCode::StoreDamaged, {}, {path}, QStringLiteral("the end is missing"));
    const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
    auto facts = probe(path, Connection::Access::ReadFile);
    if (!facts && !writable && noJournal
        && (facts.error().code == ErrorCode::Io || facts.error().code == ErrorCode::StoreReadOnly))
        facts = probe(path, Connection::Access::Immutable);
    if (!facts) {
        if (facts.error().code == ErrorCode::Internal) // no such table: not what it says it is
            facts.error().code = ErrorCode::StoreDamaged;
        facts.error().args = QStringList{path};
        return facts;
    }
    if (facts->schemaVersion > newest)
        return tooNew(facts->schemaVersion);
    facts->writable = writable;
    return facts;
}

Result<RowCounts> countRows(Connection &connection)
{
    QStringList tables;
    {
        CAS_TRY(Query rows, connection.query(QStringLiteral(
                                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type "
                                "= 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")));
        while (rows.next())
            tables.append(rows.text(0));
        CAS_TRY_VOID(rows.status());
    }
    RowCounts counts;
    for (const QString &table : std::as_const(tables)) {
        QString quoted = table; // a store may hold tables of others, whatever they are called
        quoted.replace(u'"', QStringLiteral("\"\""));
        CAS_TRY(const qint64 rows,
                connection.number(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(quoted)));
        counts.insert(table, rows);
    }
    return counts;
}

Result<> checkPages(Connection &connection, const QString &path)
{
    CAS_TRY(Query check, connection.query(QStringLiteral("PRAGMA integrity_check(1)")));
    if (!check.next()) {
        CAS_TRY_VOID(check.status());
        return fail(ErrorCode::StoreDamaged, {}, {path});
    }
    const QString verdict = check.text(0);
    if (verdict != QStringLiteral("ok"))
        return fail(ErrorCode::StoreDamaged, {}, {path}, verdict);
    return {};
}

Result<RowCounts> copyDatabase(const QString &source, Connection::Access access,
                               const QString &scratch,
                               const std::function<bool(qint64, qint64)> &progress)
{
    RowCounts counts;
    {
        CAS_TRY(auto from, Connection::open(source, access));
        // A snapshot held open keeps the copy at one moment; without it every commit of somebody
        // else would start it over.
        CAS_TRY_VOID(from->script("BEGIN; SELECT count(*) FROM sqlite_master"));
        sqlite3 *opened = nullptr;
        const int code = sqlite3_open_v2(QFile::encodeName(scratch).constData(), &opened,
                                         SQLITE_OPEN_READWRITE, nullptr);
        const SqlitePtr target(opened);
        if (code != SQLITE_OK)
            return sqliteError(code, QStringLiteral("open ") + scratch,
                               QString::fromUtf8(sqlite3_errstr(code)));
        CAS_TRY_VOID(copyPages(*from, target.get(), progress));
        CAS_TRY(counts, countRows(*from));
    }
    CAS_TRY_VOID(makeStandAlone(scratch));
    return counts;
}

} // namespace cas::store
