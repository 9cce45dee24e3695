// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"

namespace cas {

void JobContext::setTotal(qint64 things)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.total = things;
    }
    notify();
}

void JobContext::setDone(qint64 things)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.done = things;
    }
    notify();
}

void JobContext::advance(qint64 things)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.done += things;
    }
    notify();
}

JobProgress JobContext::progress() const
{
    const std::scoped_lock lock(m_mutex);
    return m_progress;
}

bool JobContext::finished() const
{
    const std::scoped_lock lock(m_mutex);
    return m_finished;
}

void JobContext::watch(std::shared_ptr<Mailbox::Sender> mailbox, std::function<void()> changed)
{
    Watcher watcher{std::move(mailbox), std::move(changed),
                    std::make_shared<std::atomic<bool>>(false)};
    {
        const std::scoped_lock lock(m_mutex);
        m_watchers.push_back(watcher);
    }
    if (finished())
        watcher.mailbox->post(watcher.changed);
}

void JobContext::notify()
{
    std::vector<Watcher> watchers;
    {
        const std::scoped_lock lock(m_mutex);
        watchers = m_watchers;
    }
    for (const Watcher &watcher : watchers) {
        if (watcher.pending->exchange(true))
            continue; // one is on its way and will see the newest numbers
        watcher.mailbox->post([changed = watcher.changed, pending = watcher.pending] {
            pending->store(false);
            changed();
        });
    }
}

} // namespace cas
