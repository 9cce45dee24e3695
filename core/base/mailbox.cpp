// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mailbox.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace cas {

bool Mailbox::Sender::post(std::function<void()> call)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_target)
        return false;
    m_calls.push_back(std::move(call));
    if (m_calls.size() == 1)
        QMetaObject::invokeMethod(m_target, "drain", Qt::QueuedConnection);
    return true;
}

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
    , m_sender(std::make_shared<Sender>())
{
    m_sender->m_target = this;
}

Mailbox::~Mailbox()
{
    const std::scoped_lock lock(m_sender->m_mutex);
    m_sender->m_target = nullptr;
    m_sender->m_calls.clear();
}

void Mailbox::drain()
{
    std::deque<std::function<void()>> calls;
    {
        const std::scoped_lock lock(m_sender->m_mutex);
        calls.swap(m_sender->m_calls);
    }
    const QPointer<Mailbox> alive(this); // a call may delete the mailbox
    for (auto &call : calls) {
        call();
        if (!alive)
            return;
    }
}

} // namespace cas
