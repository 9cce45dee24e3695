// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/event_loop_watch.h"

namespace cas::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 2ms;
constexpr auto kWorthALine = 20ms;

QByteArray watchMilliseconds(std::chrono::nanoseconds time)
{
    return QByteArray::number(double(time.count()) / 1e6, 'f', 1);
}

} // namespace

EventLoopWatch::EventLoopWatch(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    // The dispatcher's own signals are no measure: with GLib `awake` comes after the events.
    (void)m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    m_timer.start(int(kTick.count()), Qt::PreciseTimer, this);
    m_since.start();
}

void EventLoopWatch::timerEvent(QTimerEvent *)
{
    const std::chrono::nanoseconds length(m_since.nsecsElapsed());
    m_since.start();
    const ThreadTime now = threadTime();
    if (m_first || length >= kWorthALine) {
        const auto running = now.running - m_last.running;
        const auto queued = now.queued - m_last.queued;
        m_file.write(watchMilliseconds(m_first ? running + queued : length) + ' '
                     + watchMilliseconds(running) + ' ' + watchMilliseconds(queued) + '\n');
    }
    m_first = false;
    m_last = now;
}

} // namespace cas::ui
