// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <sqlite3.h>

namespace cas::store {

Query::Query(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{ }
Query::Query(Query &&) noexcept = default;
Query &Query::operator=(Query &&) noexcept = default;
Query::~Query() = default;

bool Query::next()
{
    auto more = m_impl->connection.step(*m_impl->statement);
    if (!more) {
        m_impl->status = std::move(more.error());
        return false;
    }
    return *more;
}

Result<> Query::status() const
{
    return m_impl->status;
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_impl->statement->handle, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_impl->statement->handle, column);
}

QString Query::text(int column) const
{
    if (isNull(column))
        return {};
    const unsigned char *utf8 = sqlite3_column_text(m_impl->statement->handle, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8),
                             sqlite3_column_bytes(m_impl->statement->handle, column));
}

QByteArray Query::blob(int column) const
{
    if (isNull(column))
        return {};
    const void *bytes = sqlite3_column_blob(m_impl->statement->handle, column);
    const int size = sqlite3_column_bytes(m_impl->statement->handle, column);
    return size > 0 ? QByteArray(static_cast<const char *>(bytes), size) : QByteArray("", 0);
}

QDateTime Query::time(int column) const
{
    if (isNull(column))
        return {};
    return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

QVariant Query::value(int column) const
{
    switch (sqlite3_column_type(m_impl->statement->handle, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_impl->statement->handle, column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

qint64 Query::affected() const
{
    return m_impl->affected;
}

} // namespace cas::store
