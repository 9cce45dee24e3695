// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query.h"

#include <QHash>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace cas::store {

/// Turns an SQLite result code into an error. @param call what was tried, English
/// @param extendedCode SQLite's extended result code
Error sqliteError(int extendedCode, const QString &call, const QString &text);

/// A prepared statement; idle ones wait in their connection's cache.
struct Statement
{
    Statement(QString text, sqlite3_stmt *prepared);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    const QString sql;
    sqlite3_stmt *const handle;
    int columns = 0; // of its result; 0: it gives no rows
    bool onRow = false; // run() steps once: the row it found waits for next()
};

/// One SQLite connection with its prepared statements. Internal to core/store.
/// @thread the one that opened it
class Connection
{
public:
    enum class Access {
        Write, // the writer's: full durability
        Read, // query_only, on a file that others may write
        ReadFile, // opened read-only: the file or its folder cannot be written, or must not be
        Immutable, // read-only, and nobody writes the file: no journal files are needed
    };
    /// @errors those of sqliteError
    static Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<Query> query(const QString &sql, const Values &values = {});
    Result<qint64> exec(const QString &sql, const Values &values = {});
    /// Runs many statements of text that we wrote ourselves (a migration).
    Result<> script(const QByteArray &utf8);
    /// The first column of the first row, an integer.
    Result<qint64> number(const QString &sql);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    /// Whether a transaction is open (SQLite itself ends one after some errors).
    [[nodiscard]] bool inTransaction() const;
    /// Whether the open transaction has unmet deferred foreign keys.
    [[nodiscard]] bool hasUnmetForeignKeys() const;

    void giveBack(std::unique_ptr<Statement> statement);
    /// Moves to the next row. False at the end.
    Result<bool> step(Statement &statement);

private:
    Connection() = default;
    [[nodiscard]] Error lastError(const QString &call, const QString &sql) const;
    Result<std::unique_ptr<Statement>> take(const QString &sql);
    Result<std::unique_ptr<Statement>> run(const QString &sql, const Values &values);

    sqlite3 *m_handle = nullptr;
    QHash<QString, std::shared_ptr<std::vector<std::unique_ptr<Statement>>>> m_idle;
    int m_idleCount = 0;
};

struct Query::Impl
{
    Impl(Connection &owner, std::unique_ptr<Statement> executed)
        : connection(owner)
        , statement(std::move(executed))
    { }
    ~Impl() { connection.giveBack(std::move(statement)); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    Connection &connection;
    std::unique_ptr<Statement> statement;
    qint64 affected = 0;
    Result<> status;
};

} // namespace cas::store
