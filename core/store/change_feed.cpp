// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_feed.h"

#include <QAbstractEventDispatcher>

namespace cas::store {

using namespace std::chrono_literals;

ChangeFeed::ChangeFeed(const QString &path, const OwnCommits *own, std::function<void()> changed)
    : m_path(path)
    , m_own(own)
    , m_changed(std::move(changed))
{
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::poll);
}

Result<> ChangeFeed::start()
{
    CAS_TRY(m_connection, Connection::open(m_path, m_own ? Connection::Access::Read
                                                         : Connection::Access::ReadFile));
    CAS_TRY(m_dataVersion, m_connection->number(QStringLiteral("PRAGMA data_version")));
    CAS_TRY(m_foreign, foreignCommits());
    // A thread without an event loop (a command line that only blocks) has nobody to tell.
    if (QAbstractEventDispatcher::instance())
        m_timer.start(500ms);
    return {};
}

/// The number in the file less our own. A commit of ours that is under way is subtracted before it
/// shows, so the figure may be too small for a moment, never too large.
Result<qint64> ChangeFeed::foreignCommits()
{
    CAS_TRY(const qint64 all,
            m_connection->number(QStringLiteral("SELECT value FROM change_seq WHERE id = 1")));
    if (!m_own)
        return all;
    const qint64 finished = m_own->finished.load();
    const qint64 started = m_own->started.load();
    m_lookAgain = started != finished;
    return all - started;
}

void ChangeFeed::poll()
{
    const auto version = m_connection->number(QStringLiteral("PRAGMA data_version"));
    if (!version || (*version == m_dataVersion && !m_lookAgain))
        return; // an error here shows at the next real read
    const auto foreign = foreignCommits();
    if (!foreign)
        return;
    m_dataVersion = *version;
    if (*foreign > m_foreign) {
        m_foreign = *foreign;
        m_changed();
    }
}

} // namespace cas::store
