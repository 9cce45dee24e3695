// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace cas::ui {

IdleLock::IdleLock(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setMinutes(int minutes)
{
    if (minutes <= 0) {
        m_timer.stop();
        m_timer.setInterval(0);
        return;
    }
    m_timer.start(minutes * 60'000);
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_timer.interval() > 0)
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace cas::ui
