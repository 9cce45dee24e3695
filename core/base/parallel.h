// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"

#include <functional>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

/// What bulk work over all cores is made of.
namespace cas {

/// Runs `work` on every thread of `executor` and on the calling one, which may be one too many on
/// purpose: while one waits for its commit, the others still keep every core busy.
/// @return the first error, after all have ended
Result<> onEveryThread(Executor &executor, const std::function<Result<>()> &work);

/// `work(begin, end)` over the indexes below `count`, `stretch` at a time, on every thread. No new
/// stretch is begun after an error.
Result<> inParallel(Executor &executor, qsizetype count, qsizetype stretch,
                    const std::function<Result<>(qsizetype, qsizetype)> &work);

/// Collects what several threads make until it is enough for one step together.
/// @thread any
template <class T>
class Gather
{
public:
    explicit Gather(size_t enough)
        : m_enough(enough)
    { }
    /// @return all that was collected once it weighs enough, else nothing
    std::vector<T> add(T item, size_t weight)
    {
        const std::scoped_lock lock(m_mutex);
        m_weight += weight;
        m_waiting.push_back(std::move(item));
        return m_weight >= m_enough ? takeLocked() : std::vector<T>();
    }
    std::vector<T> takeRest()
    {
        const std::scoped_lock lock(m_mutex);
        return takeLocked();
    }

private:
    std::vector<T> takeLocked()
    {
        m_weight = 0;
        return std::exchange(m_waiting, {});
    }

    const size_t m_enough;
    std::mutex m_mutex;
    size_t m_weight = 0;
    std::vector<T> m_waiting;
};

/// Hands on, in order and one at a time, what several threads finish out of order.
/// @thread any
template <class T>
class InOrder
{
public:
    explicit InOrder(std::function<void(const T &)> sink)
        : m_sink(std::move(sink))
    { }
    /// @param place 0, 1, 2 ...: each once
    void put(qsizetype place, std::vector<T> items)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.emplace(place, std::move(items));
        for (auto first = m_waiting.find(m_next); first != m_waiting.end();
             first = m_waiting.find(m_next)) {
            tell(first->second);
            m_waiting.erase(first);
            ++m_next;
        }
    }
    /// After work that was cut short: what stands behind the gap.
    void flush()
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &waiting : m_waiting)
            tell(waiting.second);
        m_waiting.clear();
    }

private:
    void tell(const std::vector<T> &items)
    {
        for (const T &item : items)
            m_sink(item);
    }

    const std::function<void(const T &)> m_sink;
    std::mutex m_mutex;
    std::map<qsizetype, std::vector<T>> m_waiting;
    qsizetype m_next = 0;
};

} // namespace cas
