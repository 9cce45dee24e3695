// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QVariantList>

#include <memory>

namespace cas::store {

/// One prepared and executed statement, read row by row. Belongs to the thread and connection that
/// made it, and must die before the Reader or Transaction that gave it.
class Query
{
public:
    Query(Query &&) noexcept;
    Query &operator=(Query &&) noexcept;
    ~Query();

    /// Moves to the next row. False at the end, and on an error (then error() is set).
    bool next();
    /// @errors those of the database, after next() returned false
    [[nodiscard]] Result<> status() const;

    // Columns are 0-based, in the order of the SELECT.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const; // 0 for NULL
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// Stored as UTC milliseconds since 1970; a null QDateTime for NULL.
    [[nodiscard]] QDateTime time(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType(integer(column));
    }
    /// Rows an UPDATE, INSERT or DELETE touched.
    [[nodiscard]] qint64 affected() const;

    struct Impl;
    explicit Query(std::unique_ptr<Impl> impl);

private:
    std::unique_ptr<Impl> m_impl;
};

/// How values go in: QVariant() is NULL; bool and integers as INTEGER; QString as TEXT; QByteArray
/// as BLOB; QDateTime as UTC milliseconds.
using Values = QVariantList;

/// A connection that only reads, in one consistent snapshot for as long as it is held.
class Reader
{
public:
    virtual ~Reader() = default;
    /// Prepares (statements are cached per connection), binds `?` in order, executes.
    /// @errors StoreBusy, StoreDamaged, Internal (a mistake in our SQL; detail has call and text)
    virtual Result<Query> query(const QString &sql, const Values &values = {}) = 0;
};

/// A write transaction (BEGIN IMMEDIATE) on the writer thread. Rolled back unless the function
/// that was given to Store::write returns a value.
class Transaction : public Reader
{
public:
    /// Runs a statement that returns no rows. @return rows touched
    virtual Result<qint64> exec(const QString &sql, const Values &values = {}) = 0;
    /// A new row id, unique across writers (base/id.h).
    virtual qint64 newId() = 0;
    template <class IdType>
    IdType newId()
    {
        return IdType(newId());
    }
    /// Number of this process in the `writer` table: audit segments are chained per writer.
    [[nodiscard]] virtual qint64 writerId() const = 0;
    /// The present, as every row of this transaction shall write it.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Says that rows of `topic` (a table name) changed; views refresh after the commit.
    virtual void touch(const QString &topic) = 0;
};

} // namespace cas::store
