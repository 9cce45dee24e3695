// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include <QSqlError>

namespace cas::store {

Query::Query(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{ }
Query::Query(Query &&) noexcept = default;
Query &Query::operator=(Query &&) noexcept = default;
Query::~Query() = default;

bool Query::next()
{
    QSqlQuery &query = m_impl->statement->query;
    if (query.next())
        return true;
    if (query.lastError().isValid())
        m_impl->status = m_impl->connection.lastError(QStringLiteral("step"), query);
    return false;
}

Result<> Query::status() const
{
    return m_impl->status;
}

bool Query::isNull(int column) const
{
    return value(column).isNull();
}

qint64 Query::integer(int column) const
{
    return value(column).toLongLong();
}

QString Query::text(int column) const
{
    return value(column).toString();
}

QByteArray Query::blob(int column) const
{
    return value(column).toByteArray();
}

QDateTime Query::time(int column) const
{
    const QVariant milliseconds = value(column);
    if (milliseconds.isNull())
        return {};
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QVariant Query::value(int column) const
{
    // The driver's NULL is a null string; ours has no type.
    QVariant value = m_impl->statement->query.value(column);
    return value.isNull() ? QVariant() : value;
}

qint64 Query::affected() const
{
    return m_impl->statement->query.numRowsAffected();
}

} // namespace cas::store
