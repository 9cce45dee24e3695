// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/platform/thread_time.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QObject>

namespace cas::ui {

/// Measures the stretches in which the window could not answer: a timer is due every 2 ms, and what
/// it comes late by, the event loop was busy. For the driven tests; cas-console makes one when
/// CAS_EVENT_LOOP_LOG names a file. Each stretch of 20 ms or more is a line of three numbers in
/// milliseconds: its length; of that, the window thread on a processor; of that, ready to run but
/// kept waiting by other programs. The rest of the length it slept in a call. The first line is the
/// start of the program up to the event loop, however long.
/// @thread main
class EventLoopWatch : public QObject
{
    Q_OBJECT
public:
    explicit EventLoopWatch(const QString &file, QObject *parent = nullptr);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QFile m_file;
    QBasicTimer m_timer;
    QElapsedTimer m_since; // the last time the timer came
    ThreadTime m_last; // what the thread had had then
    bool m_first = true;
};

} // namespace cas::ui
