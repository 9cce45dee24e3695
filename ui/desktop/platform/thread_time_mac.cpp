// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/platform/thread_time.h"

#include <ctime>

namespace cas::ui {

ThreadTime threadTime()
{
    timespec running{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &running) != 0)
        return {};
    return {std::chrono::seconds(running.tv_sec) + std::chrono::nanoseconds(running.tv_nsec), {}};
}

} // namespace cas::ui
