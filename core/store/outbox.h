// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <chrono>

namespace cas::store {

/// One thing to do after something happened; survives a crash, done at least once.
struct OutboxItem
{
    qint64 id = 0;
    QString topic; // e.g. "crl.publish"
    QString subject; // printed id of what it is about; also the key that merges repeats
    QByteArray payload; // JSON object, may be empty
    int attempts = 0;
    QDateTime notBefore; // UTC
};

/// The outbox: written in the transaction of the event, consumed under a lease.
/// @thread any
class Outbox
{
public:
    explicit Outbox(Store &store)
        : m_store(store)
    { }
    /// Adds one in the caller's transaction. An item of the same topic and subject that still waits
    /// is replaced, so that a burst does the work once.
    static Result<> put(Transaction &tx, const QString &topic, const QString &subject,
                        const QByteArray &payload = {}, const QDateTime &notBefore = {});
    /// Whether there is an item of `topic`, due or not. Only reads.
    Result<bool> waits(const QString &topic);
    /// Leases up to `limit` due items of `topic` for `lease`; others do not get them meanwhile.
    Result<QList<OutboxItem>> lease(const QString &topic, int limit, std::chrono::seconds lease);
    /// Done: forget it.
    Result<> finish(qint64 id);
    /// Not done: keep it for later. @param reason English, shown to the operator
    Result<> retry(qint64 id, const QDateTime &notBefore, const QString &reason);

private:
    Store &m_store;
};

} // namespace cas::store
