// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace cas::ui {

/// What the calling thread has had of the machine since it began.
struct ThreadTime
{
    std::chrono::nanoseconds running{}; // on a processor
    std::chrono::nanoseconds queued{}; // ready to run while others ran; 0 where unknown
};

/// @source Linux: /proc/thread-self/schedstat (Documentation/scheduler/sched-stats.rst);
///         macOS: clock_gettime(CLOCK_THREAD_CPUTIME_ID); Windows: GetThreadTimes
/// @thread any
ThreadTime threadTime();

} // namespace cas::ui
