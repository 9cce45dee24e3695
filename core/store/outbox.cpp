// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox.h"

namespace cas::store {

namespace {

// Due: its time has come, nobody works on it, and nobody works on an older one about the same
// thing (the newer state must not be overtaken by the older).
const char kDueItems[] =
    "SELECT id, topic, subject, payload, attempts, not_before FROM outbox AS o"
    " WHERE topic = ? AND not_before <= ?"
    " AND (leased_until IS NULL OR leased_until <= ?)"
    " AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.topic = o.topic"
    "  AND other.subject = o.subject AND other.leased_until > ?)"
    " ORDER BY not_before, id LIMIT ?";

Result<QList<OutboxItem>> dueItems(Reader &reader, const QString &topic, int limit,
                                   const QDateTime &now)
{
    QList<OutboxItem> items;
    CAS_TRY(Query rows, reader.query(QLatin1StringView(kDueItems), {topic, now, now, now, limit}));
    while (rows.next()) {
        OutboxItem item;
        item.id = rows.integer(0);
        item.topic = rows.text(1);
        item.subject = rows.text(2);
        item.payload = rows.blob(3);
        item.attempts = static_cast<int>(rows.integer(4));
        item.notBefore = rows.time(5);
        items.append(item);
    }
    CAS_TRY_VOID(rows.status());
    return items;
}

} // namespace

Result<> Outbox::put(Transaction &tx, const QString &topic, const QString &subject,
                     const QByteArray &payload, const QDateTime &notBefore)
{
    const QDateTime now = tx.now();
    CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM outbox WHERE topic = ? AND subject = ?"
                                        " AND (leased_until IS NULL OR leased_until <= ?)"),
                         {topic, subject, now}));
    CAS_TRY_VOID(
        tx.exec(QStringLiteral("INSERT INTO outbox (id, topic, subject, payload, attempts,"
                               " not_before, last_error, created_at)"
                               " VALUES (?, ?, ?, ?, 0, ?, '', ?)"),
                {tx.newId(), topic, subject, payload, notBefore.isValid() ? notBefore : now, now}));
    tx.touch(QStringLiteral("outbox"));
    return {};
}

Result<bool> Outbox::waits(const QString &topic)
{
    return m_store.read<bool>([&](Reader &reader) -> Result<bool> {
        CAS_TRY(
            Query row,
            reader.query(QStringLiteral("SELECT 1 FROM outbox WHERE topic = ? LIMIT 1"), {topic}));
        const bool any = row.next();
        CAS_TRY_VOID(row.status());
        return any;
    });
}

Result<QList<OutboxItem>> Outbox::lease(const QString &topic, int limit, std::chrono::seconds lease)
{
    return m_store.write<QList<OutboxItem>>([&](Transaction &tx) -> Result<QList<OutboxItem>> {
        CAS_TRY(QList<OutboxItem> items, dueItems(tx, topic, limit, tx.now()));
        const QDateTime until = tx.now().addSecs(lease.count());
        for (OutboxItem &item : items) {
            ++item.attempts;
            CAS_TRY_VOID(tx.exec(QStringLiteral("UPDATE outbox SET leased_until = ?, leased_by = ?,"
                                                " attempts = ? WHERE id = ?"),
                                 {until, tx.writerId(), item.attempts, item.id}));
        }
        return items;
    });
}

Result<> Outbox::finish(qint64 id)
{
    return m_store.write<Unit>([&](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM outbox WHERE id = ?"), {id}));
        return {};
    });
}

Result<> Outbox::retry(qint64 id, const QDateTime &notBefore, const QString &reason)
{
    return m_store.write<Unit>([&](Transaction &tx) -> Result<> {
        // A newer one about the same thing does the work; keeping both would do it twice.
        CAS_TRY(const qint64 superseded,
                tx.exec(QStringLiteral("DELETE FROM outbox AS o WHERE id = ? AND EXISTS"
                                       " (SELECT 1 FROM outbox AS newer WHERE newer.topic = o.topic"
                                       "  AND newer.subject = o.subject AND newer.id > o.id)"),
                        {id}));
        if (superseded > 0)
            return {};
        CAS_TRY_VOID(
            tx.exec(QStringLiteral("UPDATE outbox SET leased_until = NULL, leased_by = NULL,"
                                   " not_before = ?, last_error = ? WHERE id = ?"),
                    {notBefore.isValid() ? notBefore : tx.now(), reason, id}));
        return {};
    });
}

} // namespace cas::store
