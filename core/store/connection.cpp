// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <QDateTime>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

namespace cas::store {

namespace {

constexpr int kMostIdleStatements = 256; // per connection; more than the product has in use

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

/// The driver binds null strings and arrays as NULL and dates as text; our columns are typed.
Result<QVariant> boundForm(const QVariant &value)
{
    if (value.isNull())
        return QVariant(); // also a typed null, which is what a NULL column reads as
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isNull() ? QVariant(QLatin1String("")) : value;
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? QVariant(QByteArray("", 0)) : value;
    case QMetaType::QDateTime: {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
    }
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return QVariant(value.toLongLong());
    case QMetaType::Double:
        return value;
    default:
        return fail(ErrorCode::InvalidArgument, {}, {},
                    QStringLiteral("a value of type %1 has no column type")
                        .arg(QLatin1StringView(value.typeName())));
    }
}

} // namespace

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
    made->m_name = QStringLiteral("cas-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    made->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), made->m_name);
    QSqlDatabase &database = made->m_database;
    if (!database.isValid())
        return fail(ErrorCode::Unsupported, {}, {},
                    QStringLiteral("Qt's QSQLITE driver is missing"));

    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (access == Access::ReadFile || access == Access::Immutable)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Access::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(QStringLiteral("immutable=1"));
        database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    } else {
        database.setDatabaseName(path);
    }
    database.setConnectOptions(options);
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return sqliteError(error.nativeErrorCode().toInt(), QStringLiteral("open ") + path,
                           error.databaseText());
    }
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return fail(ErrorCode::Unsupported, {}, {}, QStringLiteral("the driver gives no handle"));
    made->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    sqlite3_extended_result_codes(made->m_handle, 1);

    QByteArray setUp = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
                       "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;";
    if (access == Access::Write) {
        // Deleted rows are overwritten: a wrapping of the data key under a passphrase that was
        // changed must not linger in free pages.
        setUp += "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                 "PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864;";
    } else {
        setUp += "PRAGMA query_only=ON; PRAGMA cache_size=-16384;";
    }
    CAS_TRY_VOID(made->script(setUp));
    return made;
}

Connection::~Connection()
{
    m_idle.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Error Connection::lastError(const QString &call, const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    bool isNumber = false;
    int code = error.nativeErrorCode().toInt(&isNumber);
    // The driver reports the primary code in places; the handle still knows the extended one.
    const int extended = sqlite3_extended_errcode(m_handle);
    if (isNumber && (extended & 0xff) == (code & 0xff))
        code = extended;
    return sqliteError(isNumber ? code : SQLITE_ERROR, call,
                       error.databaseText() + u' ' + error.driverText() + QStringLiteral(" in ")
                           + query.lastQuery().left(400));
}

Result<std::unique_ptr<Statement>> Connection::take(const QString &sql)
{
    if (const auto found = m_idle.constFind(sql); found != m_idle.cend() && !(*found)->empty()) {
        std::unique_ptr<Statement> statement = std::move((*found)->back());
        (*found)->pop_back();
        --m_idleCount;
        return statement;
    }
    auto statement = std::make_unique<Statement>(Statement{sql, QSqlQuery(m_database)});
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(sql))
        return lastError(QStringLiteral("prepare"), statement->query);
    return statement;
}

void Connection::giveBack(std::unique_ptr<Statement> statement)
{
    if (!statement)
        return;
    statement->query.finish();
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

Result<std::unique_ptr<Statement>> Connection::run(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, take(sql));
    QSqlQuery &query = statement->query;
    for (int i = 0; i < values.size(); ++i) {
        auto bound = boundForm(values.at(i));
        if (!bound) {
            giveBack(std::move(statement));
            return std::move(bound.error());
        }
        query.bindValue(i, *bound);
    }
    if (!query.exec()) {
        Error error = lastError(QStringLiteral("exec"), query);
        giveBack(std::move(statement));
        return error;
    }
    return statement;
}

Result<Query> Connection::query(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, run(sql, values));
    return Query(std::make_unique<Query::Impl>(*this, std::move(statement)));
}

Result<qint64> Connection::exec(const QString &sql, const Values &values)
{
    CAS_TRY(auto statement, run(sql, values));
    const qint64 rows = statement->query.numRowsAffected();
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
