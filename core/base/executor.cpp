// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executor.h"

#include <QRunnable>
#include <QThread>

#include <algorithm>
#include <limits>

namespace cas {

Executor::Executor(QString name, int maxThreads)
    : m_name(std::move(name))
    , m_maxThreads(std::max(1, maxThreads))
{
    // Each loop stays until the end, so every QThreadPool::start() below makes a fresh thread:
    // pthread_create is the hand-over of the loop itself, our mutex that of everything after it.
    m_threads.setMaxThreadCount(m_maxThreads);
    m_threads.setExpiryTimeout(-1);
}

Executor::~Executor()
{
    std::deque<Task> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_tasks);
        for (const auto &context : m_running)
            context->cancel();
    }
    m_wake.notify_all();
    for (Task &task : dropped)
        task.drop();
    m_threads.waitForDone();
}

void Executor::enqueue(Task task)
{
    bool startThread = false;
    {
        std::unique_lock lock(m_mutex);
        if (m_stopping) {
            lock.unlock();
            task.drop();
            return;
        }
        m_tasks.push_back(std::move(task));
        if (static_cast<int>(m_tasks.size()) > m_idle && m_started < m_maxThreads) {
            ++m_started;
            startThread = true;
        }
    }
    if (startThread)
        m_threads.start(QRunnable::create([this] { loop(); }));
    m_wake.notify_one();
}

void Executor::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        --m_idle;
        if (m_stopping)
            return;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        m_running.push_back(task.context);
        lock.unlock();
        task.run();
        lock.lock();
        std::erase(m_running, task.context);
    }
}

Executors::Executors()
    : cpu(QStringLiteral("cpu"), QThread::idealThreadCount())
    , io(QStringLiteral("io"), 64)
{ }

} // namespace cas
