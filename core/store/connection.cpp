// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <QDateTime>
#include <QUrl>

#include <sqlite3.h>

namespace cas::store {

namespace {

constexpr int kMostIdleStatements = 256; // per connection; more than the product has in use
constexpr int kBusyMilliseconds = 5000;

ErrorCode codeOf(int primary)
{
    switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreDamaged;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
        return ErrorCode::StoreReadOnly;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ErrorCode::Io;
    default:
        return ErrorCode::Internal;
    }
}

/// Binds one value. Blobs are not copied where `borrowed`: they outlive the one step.
/// @return an SQLite result code, or -1 for a type that no column has
int bindValue(sqlite3_stmt *statement, int index, const QVariant &value, bool borrowed)
{
    if (!value.isValid() || value.isNull())
        return sqlite3_bind_null(statement, index);
    switch (value.typeId()) {
    case QMetaType::QString: {
        const QByteArray utf8 = value.toString().toUtf8();
        return sqlite3_bind_text64(statement, index, utf8.constData(),
                                   static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
    case QMetaType::QByteArray: {
        const QByteArray &bytes = *static_cast<const QByteArray *>(value.constData());
        return sqlite3_bind_blob64(statement, index, bytes.isEmpty() ? "" : bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()),
                                   borrowed ? SQLITE_STATIC : SQLITE_TRANSIENT);
    }
    case QMetaType::QDateTime: {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? sqlite3_bind_int64(statement, index, time.toMSecsSinceEpoch())
                              : sqlite3_bind_null(statement, index);
    }
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return sqlite3_bind_int64(statement, index, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(statement, index, value.toDouble());
    default:
        return -1;
    }
}

} // namespace

Statement::Statement(QString text, sqlite3_stmt *prepared)
    : sql(std::move(text))
    , handle(prepared)
    , columns(sqlite3_column_count(prepared))
{ }

Statement::~Statement()
{
    sqlite3_finalize(handle);
}

Error sqliteError(int extendedCode, const QString &call, const QString &text)
{
    // The shared memory file beside a store could not be given its room: a full disk.
    const ErrorCode code =
        extendedCode == SQLITE_IOERR_SHMSIZE ? ErrorCode::DiskFull : codeOf(extendedCode & 0xff);
    Error error = fail(code, {}, {}, call + QStringLiteral(": ") + text);
    error.native = {NativeDomain::Sqlite, extendedCode};
    return error;
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    std::unique_ptr<Connection> made(new Connection);
    const bool writable = access == Access::Write || access == Access::Read;
    int flags = SQLITE_OPEN_NOMUTEX; // a connection stays in its thread
    flags |= writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    QByteArray name = path.toUtf8();
    if (access == Access::Immutable) {
        flags |= SQLITE_OPEN_URI;
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(QStringLiteral("immutable=1"));
        name = url.toEncoded();
    }
    const int opened = sqlite3_open_v2(name.constData(), &made->m_handle, flags, nullptr);
    if (opened != SQLITE_OK) {
        const int extended = made->m_handle ? sqlite3_extended_errcode(made->m_handle) : opened;
        return sqliteError(extended, QStringLiteral("open ") + path,
                           QString::fromUtf8(sqlite3_errstr(opened)));
    }
    sqlite3_extended_result_codes(made->m_handle, 1);
    sqlite3_busy_timeout(made->m_handle, kBusyMilliseconds);

    QByteArray setUp = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
                       "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;";
    if (access == Access::Write) {
        // Deleted rows are overwritten: a wrapping of the data key under a passphrase that was
        // changed must not linger in free pages.
        setUp += "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                 "PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864;"
                 // In pages. Bulk work writes the same index pages again and again: the longer the
                 // log, the fewer of them go into the file in between.
                 "PRAGMA wal_autocheckpoint=16000;";
    } else {
        setUp += "PRAGMA query_only=ON; PRAGMA cache_size=-16384;";
    }
    CAS_TRY_VOID(made->script(setUp));
    return made;
}

Connection::~Connection()
{
    m_idle.clear();
    sqlite3_close_v2(m_handle);
}

Error Connection::lastError(const QString &call, const QString &sql) const
{
    return sqliteError(sqlite3_extended_errcode(m_handle), call,
                       QString::fromUtf8(sqlite3_errmsg(m_handle)) + QStringLiteral(" in ")
                           + sql.left(400));
}

Result<std::unique_ptr<Statement>> Connection::take(const QString &sql)
{
    if (const auto found = m_idle.constFind(sql); found != m_idle.cend() && !(*found)->empty()) {
        std::unique_ptr<Statement> statement = std::move((*found)->back());
        (*found)->pop_back();
        --m_idleCount;
        return statement;
    }
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v3(m_handle, utf8.constData(), static_cast<int>(utf8.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr)
            != SQLITE_OK
        || !handle)
        return lastError(QStringLiteral("prepare"), sql);
    return std::make_unique<Statement>(sql, handle);
}

void Connection::giveBack(std::unique_ptr<Statement> statement)
{
    if (!statement)
        return;
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
    statement->onRow = false;
    if (m_idleCount >= kMostIdleStatements) {
        m_idle.clear();
        m_idleCount = 0;
    }
    auto &idle = m_idle[statement->sql];
    if (!idle)
        idle = std::make_shared<std::vector<std::unique_ptr<Statement>>>();
    idle->push_back(std::move(statement));
    ++m_idleCount;
}

Result<bool> Connection::step(Statement &statement)
{
    if (statement.onRow) {
        statement.onRow = false;
        return true;
    }
    if (sqlite3_stmt_busy(statement.handle) == 0)
        return false; // at its end: another step would begin anew
    const int code = sqlite3_step(statement.handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return lastError(QStringLiteral("step"), statement.sql);
}

Result<std::unique_ptr<Statement>> Connection::run(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, take(sql));
    const bool borrowed = statement->columns == 0; // over with the one step below
    for (int i = 0; i < values.size(); ++i) {
        const int code = bindValue(statement->handle, i + 1, values.at(i), borrowed);
        if (code == SQLITE_OK)
            continue;
        Error error = code < 0 ? fail(ErrorCode::InvalidArgument, {}, {},
                                      QStringLiteral("a value of type %1 has no column type")
                                          .arg(QLatin1StringView(values.at(i).typeName())))
                               : lastError(QStringLiteral("bind"), sql);
        giveBack(std::move(statement));
        return error;
    }
    const int code = sqlite3_step(statement->handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        Error error = lastError(QStringLiteral("exec"), sql);
        giveBack(std::move(statement));
        return error;
    }
    statement->onRow = code == SQLITE_ROW;
    return statement;
}

Result<Query> Connection::query(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, run(sql, values));
    auto impl = std::make_unique<Query::Impl>(*this, std::move(statement));
    impl->affected = sqlite3_changes64(m_handle);
    return Query(std::move(impl));
}

Result<qint64> Connection::exec(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, run(sql, values));
    const qint64 rows = sqlite3_changes64(m_handle);
    giveBack(std::move(statement));
    return rows;
}

Result<> Connection::script(const QByteArray &utf8)
{
    char *message = nullptr;
    const int code = sqlite3_exec(m_handle, utf8.constData(), nullptr, nullptr, &message);
    if (code == SQLITE_OK)
        return {};
    Error error = sqliteError(code, QStringLiteral("script"), QString::fromUtf8(message));
    sqlite3_free(message);
    return error;
}

Result<qint64> Connection::number(const QString &sql)
{
    CAS_TRY(Query result, query(sql));
    if (result.next())
        return result.integer(0);
    CAS_TRY_VOID(result.status());
    return fail(ErrorCode::NotFound, {}, {}, sql);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

bool Connection::hasUnmetForeignKeys() const
{
    int unmet = 0;
    int unused = 0;
    sqlite3_db_status(m_handle, SQLITE_DBSTATUS_DEFERRED_FKS, &unmet, &unused, 0);
    return unmet != 0;
}

} // namespace cas::store
