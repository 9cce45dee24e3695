// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace cas::store {

/// One read connection for each thread that reads, made on first use, dropped when the thread or
/// the store ends, whichever is first.
/// @thread any
class ReaderPool : public std::enable_shared_from_this<ReaderPool>
{
public:
    using Work = std::function<Result<>(Reader &)>;

    ReaderPool(QString path, Connection::Access access)
        : m_path(std::move(path))
        , m_access(access)
    { }

    /// Runs `work` in one snapshot on this thread's connection. Inside another read of the same
    /// thread it shares that one's snapshot.
    Result<> run(const Work &work);
    /// Drops this thread's connection.
    void dropThisThread();
    /// Waits for running reads and closes all connections; run() fails from then on.
    void close();

private:
    struct Slot
    {
        std::unique_ptr<Connection> connection;
        int depth = 0; // reads inside reads
    };
    Result<Slot *> enter();
    void leave(Slot &slot);

    const QString m_path;
    const Connection::Access m_access;
    std::mutex m_mutex;
    std::condition_variable m_idle;
    std::map<std::thread::id, std::unique_ptr<Slot>> m_slots;
    int m_running = 0;
    bool m_closed = false;
};

} // namespace cas::store
