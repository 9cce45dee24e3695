// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>

namespace cas {

Result<> onEveryThread(Executor &executor, const std::function<Result<>()> &work)
{
    std::vector<Job<Unit>> jobs;
    jobs.reserve(static_cast<size_t>(executor.threads()));
    for (int i = 0; i < executor.threads(); ++i)
        jobs.push_back(executor.start<Unit>({}, [&work](JobContext &) { return work(); }));
    Result<> outcome = work();
    for (Job<Unit> &job : jobs) { // all of them: they use what lives in the caller
        auto ended = job.wait();
        if (const auto *failure = std::get_if<Failed>(&ended); failure && outcome)
            outcome = failure->error;
    }
    return outcome;
}

Result<> inParallel(Executor &executor, qsizetype count, qsizetype stretch,
                    const std::function<Result<>(qsizetype, qsizetype)> &work)
{
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> failed = false;
    return onEveryThread(executor, [&]() -> Result<> {
        while (!failed) {
            const qsizetype begin = next.fetch_add(stretch);
            if (begin >= count)
                break;
            if (auto done = work(begin, std::min(begin + stretch, count)); !done) {
                failed = true;
                return done;
            }
        }
        return {};
    });
}

} // namespace cas
