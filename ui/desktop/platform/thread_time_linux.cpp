// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/platform/thread_time.h"

#include <QFile>
#include <QList>

#include <ctime>

namespace cas::ui {

ThreadTime threadTime()
{
    timespec running{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &running) != 0)
        return {};
    ThreadTime time;
    time.running = std::chrono::seconds(running.tv_sec) + std::chrono::nanoseconds(running.tv_nsec);
    // Three numbers: nanoseconds on a processor, nanoseconds in the queue for one, time slices. The
    // first is updated at scheduler ticks only, so the clock above is asked for it.
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QList<QByteArray> numbers = file.read(100).split(' ');
        time.queued = std::chrono::nanoseconds(numbers.value(1).toLongLong());
    }
    return time;
}

} // namespace cas::ui
