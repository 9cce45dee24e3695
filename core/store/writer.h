// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/mailbox.h"
#include "core/store/connection.h"

#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cas::store {

/// How many of this process's own commits are in `change_seq`, for telling others' apart.
struct OwnCommits
{
    std::atomic<qint64> started = 0; // counted before the COMMIT, taken back when it fails
    std::atomic<qint64> finished = 0; // committed or failed
};

/// The writer thread: owns the only write connection and commits waiting writes in groups.
class Writer
{
public:
    using Work = std::function<Result<>(Transaction &)>;

    /// @param feed where committed topics go; called with them in the mailbox's thread
    Writer(QString path, const Clock &clock, std::shared_ptr<Mailbox::Sender> mailbox,
           std::function<void(const QStringList &)> feed);
    /// Finishes what waits, marks the writer as closed, closes the connection.
    ~Writer();

    /// Opens the connection and registers this process in `writer`.
    Result<> start();
    /// Queues `work` and waits for its commit. @thread any but the writer's
    Result<> run(const Work &work);

    [[nodiscard]] IdSource &ids() { return *m_ids; }
    [[nodiscard]] const OwnCommits &ownCommits() const { return m_own; }

private:
    struct Request
    {
        const Work *work = nullptr;
        Result<> outcome;
        bool done = false;
        std::condition_variable answered;
    };

    void loop();
    Result<> open();
    void close();
    void commitGroup();
    void runRequest(Request &request, QStringList &topics);
    Result<> runInSavepoint(const Work &work, QStringList &topics);
    Result<> finishGroup(const QStringList &topics);
    Request *takeRequest();
    void answer(const std::vector<Request *> &group);

    const QString m_path;
    const Clock &m_clock;
    const std::shared_ptr<Mailbox::Sender> m_mailbox;
    const std::function<void(const QStringList &)> m_feed;

    // Touched by the writer thread alone, after start().
    std::unique_ptr<Connection> m_connection;
    qint64 m_writerId = 0;

    std::unique_ptr<IdSource> m_ids;
    OwnCommits m_own;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Request *> m_queue;
    bool m_stopping = false;
    bool m_opened = false;
    Result<> m_openOutcome;
    std::thread m_thread;
};

} // namespace cas::store
