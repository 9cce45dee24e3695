// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace cas::ui {

/// Jobs of an owner that may run side by side, so that starting one does not cancel the one before
/// (replacing a Job handle does). The owner's end cancels what still runs, and no callback comes
/// afterwards.
/// @thread main
class RunningJobs
{
public:
    /// @param done called once when the job has ended; the owner may be destroyed inside
    template <class T>
    void add(Job<T> job, std::function<void(Outcome<T>)> done)
    {
        auto kept = std::make_shared<Job<T>>(std::move(job));
        const int number = m_next++;
        m_jobs.emplace(number, kept);
        kept->onFinished([this, number, done = std::move(done)](Outcome<T> outcome) {
            const auto self = m_jobs.extract(number); // lives until the callback is over
            done(std::move(outcome));
        });
    }

private:
    std::unordered_map<int, std::shared_ptr<void>> m_jobs;
    int m_next = 0;
};

} // namespace cas::ui
