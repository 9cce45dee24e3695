// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/platform/thread_time.h"

#include <QtGlobal>
#include <qt_windows.h>

namespace cas::ui {

ThreadTime threadTime()
{
    FILETIME created;
    FILETIME ended;
    FILETIME kernel;
    FILETIME user;
    if (!GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user))
        return {};
    const auto nanoseconds = [](const FILETIME &time) {
        const auto units = (qint64(time.dwHighDateTime) << 32) | qint64(time.dwLowDateTime);
        return std::chrono::nanoseconds(units * 100);
    };
    return {nanoseconds(kernel) + nanoseconds(user), {}};
}

} // namespace cas::ui
