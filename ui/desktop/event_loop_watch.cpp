// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/event_loop_watch.h"

#include <QAbstractEventDispatcher>

namespace cas::ui {

EventLoopWatch::EventLoopWatch(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    (void)m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_busy.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (!m_busy.isValid())
            return;
        const qint64 ms = m_busy.elapsed();
        m_busy.invalidate();
        if (ms >= 20)
            m_file.write(QByteArray::number(ms) + '\n');
    });
}

} // namespace cas::ui
