// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/base/result.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace cas {

/// How far a job is, in things done (certificates, rows), not in percent.
struct JobProgress
{
    qint64 done = 0;
    qint64 total = -1; // -1: not known
};

template <class T>
struct Done
{
    T value;
};
struct Failed
{
    Error error;
};
template <class T>
struct Cancelled
{
    std::optional<T> soFar; // what was done until then, where the work could say
};

/// How a job ended. Cancelling is not an error.
template <class T>
using Outcome = std::variant<Done<T>, Failed, Cancelled<T>>;

/// The part of a job that does not depend on its type: what the work sees, and what a jobs list
/// shows.
/// @thread any
class JobContext
{
public:
    explicit JobContext(QString title)
        : m_title(std::move(title))
    { }
    virtual ~JobContext() = default;
    JobContext(const JobContext &) = delete;
    JobContext &operator=(const JobContext &) = delete;

    // For the work.
    void setTotal(qint64 things);
    void setDone(qint64 things);
    void advance(qint64 things = 1);
    [[nodiscard]] bool cancelRequested() const noexcept
    {
        return m_cancel.load(std::memory_order_relaxed);
    }
    /// For OpenSSL-style callbacks that want a flag to look at.
    [[nodiscard]] const std::atomic<bool> &cancelFlag() const noexcept { return m_cancel; }

    // For whoever watches.
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] JobProgress progress() const;
    void cancel() noexcept { m_cancel.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool finished() const;
    /// `changed` is called in the thread of `mailbox`, at most once per pending change, and once
    /// more when the job has ended.
    void watch(std::shared_ptr<Mailbox::Sender> mailbox, std::function<void()> changed);

protected:
    struct Watcher
    {
        std::shared_ptr<Mailbox::Sender> mailbox;
        std::function<void()> changed;
        std::shared_ptr<std::atomic<bool>> pending;
    };
    void notify();

    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_finished = false;

private:
    QString m_title;
    std::atomic<bool> m_cancel = false;
    JobProgress m_progress;
    std::vector<Watcher> m_watchers;
};

namespace detail {

template <class T>
class JobState final : public JobContext
{
public:
    using JobContext::JobContext;

    void finish(Outcome<T> outcome)
    {
        std::function<void()> deliver;
        std::shared_ptr<Mailbox::Sender> mailbox;
        {
            const std::scoped_lock lock(m_mutex);
            m_outcome.emplace(std::move(outcome));
            m_finished = true;
            deliver = std::exchange(m_deliver, {});
            mailbox = std::exchange(m_mailbox, {});
        }
        m_ended.notify_all();
        if (mailbox)
            mailbox->post(std::move(deliver));
        notify();
    }

    void onFinished(std::shared_ptr<Mailbox::Sender> mailbox, std::function<void()> deliver)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_finished) {
                m_mailbox = std::move(mailbox);
                m_deliver = std::move(deliver);
                return;
            }
        }
        mailbox->post(std::move(deliver));
    }

    Outcome<T> wait()
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [this] { return m_finished; });
        return takeLocked();
    }

    Outcome<T> take()
    {
        const std::scoped_lock lock(m_mutex);
        return takeLocked();
    }

private:
    Outcome<T> takeLocked()
    {
        Outcome<T> outcome = std::move(*m_outcome);
        m_outcome.emplace(Cancelled<T>{}); // taken once; a second taker sees "nothing"
        return outcome;
    }

    std::optional<Outcome<T>> m_outcome;
    std::function<void()> m_deliver;
    std::shared_ptr<Mailbox::Sender> m_mailbox;
};

} // namespace detail

/// Work that runs elsewhere, owned by whoever holds this handle: destroying it asks the work to
/// stop and drops its callbacks. Move-only.
template <class T = Unit>
class Job
{
public:
    Job() = default;
    explicit Job(std::shared_ptr<detail::JobState<T>> state)
        : m_state(std::move(state))
    { }
    Job(Job &&) noexcept = default;
    Job &operator=(Job &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
            m_mailbox = std::move(other.m_mailbox);
        }
        return *this;
    }
    ~Job() { cancel(); }

    [[nodiscard]] bool valid() const noexcept { return m_state != nullptr; }
    /// The shared, type-free side, for a jobs list. Null for an invalid job.
    [[nodiscard]] std::shared_ptr<JobContext> context() const { return m_state; }

    /// Calls `done` once, in the calling thread's event loop, while this handle lives.
    /// The handle may be destroyed or replaced inside the callback.
    void onFinished(std::function<void(Outcome<T>)> done)
    {
        m_mailbox = std::make_unique<Mailbox>();
        m_state->onFinished(m_mailbox->sender(), [state = m_state, done = std::move(done)] {
            const auto keep = done; // the handle may die inside
            keep(state->take());
        });
    }

    /// Asks the work to stop at its next stated point; it then ends as Cancelled.
    void cancel() noexcept
    {
        if (m_state)
            m_state->cancel();
    }

    /// Blocks until the work ends. For command lines and tests, never in a window's thread.
    Outcome<T> wait() { return m_state->wait(); }

private:
    std::shared_ptr<detail::JobState<T>> m_state;
    std::unique_ptr<Mailbox> m_mailbox;
};

} // namespace cas
