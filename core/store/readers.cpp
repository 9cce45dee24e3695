// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readers.h"

#include <algorithm>
#include <vector>

namespace cas::store {

namespace {

/// The pools in which this thread has a connection. Weak: a store may end before the thread does.
class ThreadReaders
{
public:
    ThreadReaders() = default;
    ThreadReaders(const ThreadReaders &) = delete;
    ThreadReaders &operator=(const ThreadReaders &) = delete;
    ~ThreadReaders()
    {
        for (const auto &weak : m_pools)
            if (const auto pool = weak.lock())
                pool->dropThisThread();
    }
    void add(const std::shared_ptr<ReaderPool> &pool)
    {
        std::erase_if(m_pools, [](const auto &weak) { return weak.expired(); });
        m_pools.push_back(pool);
    }

private:
    std::vector<std::weak_ptr<ReaderPool>> m_pools;
};

ThreadReaders &threadReaders()
{
    static thread_local ThreadReaders readers;
    return readers;
}

class SnapshotReader final : public Reader
{
public:
    explicit SnapshotReader(Connection &connection)
        : m_connection(connection)
    { }
    Result<Query> query(const QString &sql, const Values &values) override
    {
        return m_connection.query(sql, values);
    }

private:
    Connection &m_connection;
};

Result<> guardedRead(const ReaderPool::Work &work, Reader &reader)
{
    try {
        return work(reader);
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, {}, {}, QString::fromLocal8Bit(exception.what()));
    } catch (...) {
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("unknown exception"));
    }
}

} // namespace

Result<ReaderPool::Slot *> ReaderPool::enter()
{
    const std::thread::id self = std::this_thread::get_id();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed)
            return fail(ErrorCode::Internal, {}, {}, QStringLiteral("the store is closed"));
        ++m_running;
        if (const auto found = m_slots.find(self); found != m_slots.end())
            return found->second.get();
    }
    // Opened outside the lock: it takes milliseconds and others read meanwhile.
    auto connection = Connection::open(m_path, m_access);
    const std::scoped_lock lock(m_mutex);
    if (!connection) {
        --m_running;
        m_idle.notify_all();
        return connection.error();
    }
    threadReaders().add(shared_from_this());
    auto &slot = m_slots[self];
    slot = std::make_unique<Slot>();
    slot->connection = std::move(*connection);
    return slot.get();
}

void ReaderPool::leave(Slot &slot)
{
    const std::scoped_lock lock(m_mutex);
    --slot.depth;
    if (--m_running == 0)
        m_idle.notify_all();
}

Result<> ReaderPool::run(const Work &work)
{
    CAS_TRY(Slot * slot, enter());
    Connection &connection = *slot->connection;
    const bool outermost = slot->depth++ == 0;
    Result<> outcome;
    if (outermost) {
        if (auto begun = connection.exec(QStringLiteral("BEGIN")); !begun)
            outcome = begun.error();
    }
    if (outcome) {
        SnapshotReader reader(connection);
        outcome = guardedRead(work, reader);
    }
    // A ROLLBACK never fails for lack of anything, and there is nothing to commit.
    if (outermost && connection.inTransaction())
        (void)connection.exec(QStringLiteral("ROLLBACK"));
    leave(*slot);
    return outcome;
}

void ReaderPool::dropThisThread()
{
    std::unique_ptr<Slot> mine;
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_slots.find(std::this_thread::get_id()); found != m_slots.end()) {
        mine = std::move(found->second);
        m_slots.erase(found);
    }
}

void ReaderPool::close()
{
    std::unique_lock lock(m_mutex);
    m_closed = true;
    m_idle.wait(lock, [this] { return m_running == 0; });
    // Their threads are alive but outside run(), and the mutex they left through orders us after
    // them, so closing from here is safe.
    m_slots.clear();
}

} // namespace cas::store
