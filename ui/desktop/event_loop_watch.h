// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

namespace cas::ui {

/// Measures how long the event loop was away from waiting: the longest stretch in which the window
/// could not answer. For the driven tests; cas-console makes one when CAS_EVENT_LOOP_LOG names a
/// file. Each stretch of 20 ms or more is a line: milliseconds.
/// @thread main
class EventLoopWatch : public QObject
{
    Q_OBJECT
public:
    explicit EventLoopWatch(const QString &file, QObject *parent = nullptr);

private:
    QFile m_file;
    QElapsedTimer m_busy;
};

} // namespace cas::ui
