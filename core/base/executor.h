// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QThreadPool>

#include <deque>

namespace cas {

/// Runs jobs on a bounded number of threads. Threads come from a QThreadPool; work is handed over
/// through a queue of our own behind a std::mutex.
///
/// The destructor cancels what runs, ends what waits as Cancelled, and waits for the threads.
/// @thread any, except construction and destruction (one owner)
class Executor
{
public:
    /// @param name       for thread names in debuggers, ASCII
    /// @param maxThreads 1 or more; threads are started when there is work for them
    Executor(QString name, int maxThreads);
    ~Executor();
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    [[nodiscard]] int threads() const noexcept { return m_maxThreads; }

    /// Starts `work` with its own context. What it returns becomes the outcome: an error is Failed,
    /// a value is Done, or Cancelled(value) when a cancel was requested meanwhile and the work says
    /// so by `job.cancelRequested()` having been true when it returned.
    /// Exceptions end the job as Failed(Internal).
    template <class T = Unit>
    Job<T> start(QString title, std::function<Result<T>(JobContext &)> work)
    {
        auto state = std::make_shared<detail::JobState<T>>(std::move(title));
        enqueue({state,
                 [state, work = std::move(work)] {
                     if (state->cancelRequested()) {
                         state->finish(Cancelled<T>{});
                         return;
                     }
                     state->finish(run<T>(*state, work));
                 },
                 [state] { state->finish(Cancelled<T>{}); }});
        return Job<T>(std::move(state));
    }

private:
    struct Task
    {
        std::shared_ptr<JobContext> context;
        std::function<void()> run;
        std::function<void()> drop;
    };

    template <class T>
    static Outcome<T> run(JobContext &context, const std::function<Result<T>(JobContext &)> &work)
    {
        Result<T> result = guarded<T>(context, work);
        if (!result)
            return Failed{std::move(result.error())};
        if (context.cancelRequested())
            return Cancelled<T>{std::move(*result)};
        return Done<T>{std::move(*result)};
    }

    template <class T>
    static Result<T> guarded(JobContext &context,
                             const std::function<Result<T>(JobContext &)> &work)
    {
        try {
            return work(context);
        } catch (const std::exception &exception) {
            return fail(ErrorCode::Internal, {}, {}, QString::fromLocal8Bit(exception.what()));
        } catch (...) {
            return fail(ErrorCode::Internal, {}, {}, QStringLiteral("unknown exception"));
        }
    }

    void enqueue(Task task);
    void loop();

    const QString m_name;
    QThreadPool m_threads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::vector<std::shared_ptr<JobContext>> m_running;
    int m_idle = 0;
    int m_started = 0;
    const int m_maxThreads;
    bool m_stopping = false;
};

/// The executors of architecture.md: `cpu` has a thread per core, `io` a bounded 64.
struct Executors
{
    Executors();
    Executor cpu;
    Executor io;
};

} // namespace cas
