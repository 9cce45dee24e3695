// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"
#include "core/store/platform/process.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <algorithm>
#include <chrono>

namespace cas::store {

namespace {

constexpr auto kLongestGroup = std::chrono::milliseconds(100); // other processes wait for it
constexpr size_t kLargestGroup = 256;

class WriteTransaction final : public Transaction
{
public:
    WriteTransaction(Connection &connection, IdSource &ids, qint64 writerId, const Clock &clock,
                     QStringList &topics)
        : m_connection(connection)
        , m_ids(ids)
        , m_writerId(writerId)
        , m_now(clock.now())
        , m_topics(topics)
    { }
    Result<Query> query(const QString &sql, const Values &values) override
    {
        return m_connection.query(sql, values);
    }
    Result<qint64> exec(const QString &sql, const Values &values) override
    {
        return m_connection.exec(sql, values);
    }
    qint64 newId() override { return m_ids.next(); }
    [[nodiscard]] qint64 writerId() const override { return m_writerId; }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void touch(const QString &topic) override
    {
        if (!m_topics.contains(topic))
            m_topics.append(topic);
    }

private:
    Connection &m_connection;
    IdSource &m_ids;
    const qint64 m_writerId;
    const QDateTime m_now;
    QStringList &m_topics;
};

Result<> guardedWork(const Writer::Work &work, Transaction &transaction)
{
    try {
        return work(transaction);
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, {}, {}, QString::fromLocal8Bit(exception.what()));
    } catch (...) {
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("unknown exception"));
    }
}

} // namespace

Writer::Writer(QString path, const Clock &clock, std::shared_ptr<Mailbox::Sender> mailbox,
               std::function<void(const QStringList &)> feed)
    : m_path(std::move(path))
    , m_clock(clock)
    , m_mailbox(std::move(mailbox))
    , m_feed(std::move(feed))
{ }

Writer::~Writer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<> Writer::start()
{
    m_thread = std::thread([this] { loop(); });
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_opened; });
    return m_openOutcome;
}

Result<> Writer::run(const Work &work)
{
    if (std::this_thread::get_id() == m_thread.get_id())
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("write inside a write"));
    Request request;
    request.work = &work;
    std::unique_lock lock(m_mutex);
    m_queue.push_back(&request);
    m_wake.notify_one();
    request.answered.wait(lock, [&request] { return request.done; });
    return std::move(request.outcome);
}

Result<> Writer::open()
{
    CAS_TRY(m_connection, Connection::open(m_path, Connection::Access::Write));
    CAS_TRY_VOID(m_connection->script("BEGIN IMMEDIATE"));
    CAS_TRY_VOID(m_connection->exec(
        QStringLiteral("INSERT INTO writer (host, pid, user, started_at) VALUES (?, ?, ?, ?)"),
        {QSysInfo::machineHostName(), QCoreApplication::applicationPid(), platform::osUser(),
         m_clock.now()}));
    CAS_TRY(m_writerId, m_connection->number(QStringLiteral("SELECT last_insert_rowid()")));
    m_ids = std::make_unique<IdSource>(static_cast<int>(m_writerId & 1023));
    return m_connection->script("COMMIT");
}

void Writer::close()
{
    if (!m_connection)
        return;
    if (m_writerId != 0) {
        (void)m_connection->exec(QStringLiteral("UPDATE writer SET closed_at = ? WHERE id = ?"),
                                 {m_clock.now(), m_writerId});
        (void)m_connection->script("PRAGMA analysis_limit=400; PRAGMA optimize");
    }
    m_connection.reset();
}

void Writer::loop()
{
    Result<> outcome = open();
    const bool opened = outcome.has_value();
    {
        const std::scoped_lock lock(m_mutex);
        m_openOutcome = std::move(outcome);
        m_opened = true;
    }
    m_wake.notify_all();
    while (opened) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                break;
        }
        commitGroup();
    }
    close();
}

Writer::Request *Writer::takeRequest()
{
    const std::scoped_lock lock(m_mutex);
    if (m_queue.empty())
        return nullptr;
    Request *request = m_queue.front();
    m_queue.pop_front();
    return request;
}

void Writer::answer(const std::vector<Request *> &group)
{
    // Notified under the lock: the waiter's frame, and the condition with it, may be gone the
    // moment it sees `done`.
    const std::scoped_lock lock(m_mutex);
    for (Request *request : group) {
        request->done = true;
        request->answered.notify_one();
    }
}

void Writer::commitGroup()
{
    size_t waiting = 0;
    {
        const std::scoped_lock lock(m_mutex);
        waiting = m_queue.size();
    }
    std::vector<Request *> group;
    auto begun = m_connection->exec(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun) {
        // Only who waited all along gets the error; who came meanwhile has a turn of its own.
        for (size_t i = 0; i < waiting; ++i) {
            group.push_back(takeRequest());
            group.back()->outcome = begun.error();
        }
        answer(group);
        return;
    }

    const auto start = std::chrono::steady_clock::now();
    QStringList topics;
    bool intact = true; // SQLite gives up the whole transaction after some errors
    while (intact && group.size() < kLargestGroup
           && std::chrono::steady_clock::now() - start < kLongestGroup) {
        Request *request = takeRequest();
        if (!request)
            break;
        group.push_back(request);
        runRequest(*request, topics);
        intact = m_connection->inTransaction();
    }

    Result<> committed;
    if (intact)
        committed = finishGroup(topics);
    else
        committed = group.back()->outcome;
    if (!committed) {
        for (Request *request : group)
            if (request->outcome)
                request->outcome = committed.error();
    } else if (!topics.isEmpty()) {
        m_mailbox->post([feed = m_feed, topics] { feed(topics); });
    }
    answer(group);
}

void Writer::runRequest(Request &request, QStringList &topics)
{
    QStringList touched;
    request.outcome = runInSavepoint(*request.work, touched);
    if (request.outcome)
        for (const QString &topic : std::as_const(touched))
            if (!topics.contains(topic))
                topics.append(topic);
}

Result<> Writer::runInSavepoint(const Work &work, QStringList &topics)
{
    CAS_TRY_VOID(m_connection->exec(QStringLiteral("SAVEPOINT item")));
    Result<> outcome;
    {
        WriteTransaction transaction(*m_connection, *m_ids, m_writerId, m_clock, topics);
        outcome = guardedWork(work, transaction);
    }
    // Left to the COMMIT, one item's dangling reference would fail the whole group.
    if (outcome && m_connection->hasUnmetForeignKeys())
        outcome = fail(ErrorCode::Internal, {}, {}, QStringLiteral("unmet deferred foreign key"));
    if (!m_connection->inTransaction())
        return outcome ? Result<>(fail(ErrorCode::Internal, {}, {},
                                       QStringLiteral("the transaction ended inside a write")))
                       : outcome;
    if (!outcome)
        CAS_TRY_VOID(m_connection->exec(QStringLiteral("ROLLBACK TO item")));
    CAS_TRY_VOID(m_connection->exec(QStringLiteral("RELEASE item")));
    return outcome;
}

Result<> Writer::finishGroup(const QStringList &topics)
{
    Result<> outcome;
    if (!topics.isEmpty()) {
        if (auto counted = m_connection->exec(
                QStringLiteral("UPDATE change_seq SET value = value + 1 WHERE id = 1"));
            !counted)
            outcome = counted.error();
        ++m_own.started;
    }
    if (outcome) {
        if (auto committed = m_connection->exec(QStringLiteral("COMMIT")); !committed)
            outcome = committed.error();
    }
    if (!outcome && m_connection->inTransaction())
        (void)m_connection->exec(QStringLiteral("ROLLBACK"));
    if (!topics.isEmpty()) {
        if (!outcome)
            --m_own.started;
        else
            ++m_own.finished;
    }
    return outcome;
}

} // namespace cas::store
