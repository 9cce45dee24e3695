// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace cas;
using namespace cas::store;
using namespace std::chrono_literals;

namespace {

/// Read by the writer thread, moved by the test.
class MovableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_now.load(), Qt::UTC);
    }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1800000000000;
};

const QString kTopic = QStringLiteral("crl.publish");

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void givesWhatWasPutInOrder();
    void putsNothingWhenTheEventFails();
    void mergesRepeatsThatStillWait();
    void keepsARepeatBesideOneInWork();
    void holdsBackWhatIsNotDue();
    void givesALeasedItemToNobodyElse();
    void givesAnAbandonedItemAgain();
    void forgetsWhatIsFinished();
    void retriesLaterWithTheReason();
    void dropsARetryThatANewerOneReplaces();
    void keepsTopicsApart();
    void survivesReopening();
    void leasesEachItemOnceToManyConsumers();

private:
    Result<> put(const QString &subject, const QByteArray &payload = {},
                 const QDateTime &notBefore = {})
    {
        return m_store->write<Unit>(
            [&](Transaction &tx) { return Outbox::put(tx, kTopic, subject, payload, notBefore); });
    }
    QList<OutboxItem> lease(int limit = 10, std::chrono::seconds time = 60s)
    {
        auto items = Outbox(*m_store).lease(kTopic, limit, time);
        return items ? *items : QList<OutboxItem>();
    }
    QStringList subjects(const QList<OutboxItem> &items) const
    {
        QStringList list;
        for (const OutboxItem &item : items)
            list.append(item.subject);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MovableClock> m_clock;
    std::unique_ptr<Store> m_store;
};

void OutboxTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<MovableClock>();
    auto store = Store::create({m_dir->filePath(QStringLiteral("o.store"))}, *m_clock);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    m_store = std::move(*store);
}

void OutboxTest::cleanup()
{
    m_store.reset();
    m_clock.reset();
    m_dir.reset();
}

void OutboxTest::givesWhatWasPutInOrder()
{
    QVERIFY(put(QStringLiteral("a"), "{\"x\":1}"));
    m_clock->advance(1ms);
    QVERIFY(put(QStringLiteral("b")));
    const auto first = lease(1);
    QCOMPARE(subjects(first), QStringList{QStringLiteral("a")});
    QCOMPARE(first.first().topic, kTopic);
    QCOMPARE(first.first().payload, QByteArray("{\"x\":1}"));
    QCOMPARE(first.first().attempts, 1);
    QCOMPARE(subjects(lease()), QStringList{QStringLiteral("b")});
    QVERIFY(lease().isEmpty());
}

void OutboxTest::putsNothingWhenTheEventFails()
{
    (void)m_store->write<Unit>([](Transaction &tx) -> Result<> {
        CAS_TRY_VOID(Outbox::put(tx, kTopic, QStringLiteral("a")));
        return fail(ErrorCode::WrongState);
    });
    QVERIFY(lease().isEmpty());
}

void OutboxTest::mergesRepeatsThatStillWait()
{
    for (const char *payload : {"1", "2", "3"})
        QVERIFY(put(QStringLiteral("a"), payload));
    const auto items = lease();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().payload, QByteArray("3"));
}

void OutboxTest::keepsARepeatBesideOneInWork()
{
    QVERIFY(put(QStringLiteral("a"), "1"));
    const auto working = lease();
    QVERIFY(put(QStringLiteral("a"), "2")); // the work may have read the state before this
    QVERIFY(lease().isEmpty()); // one at a time about one thing
    QVERIFY(Outbox(*m_store).finish(working.first().id));
    const auto next = lease();
    QCOMPARE(next.size(), 1);
    QCOMPARE(next.first().payload, QByteArray("2"));
}

void OutboxTest::holdsBackWhatIsNotDue()
{
    QVERIFY(put(QStringLiteral("a"), {}, m_clock->now().addSecs(10)));
    QVERIFY(lease().isEmpty());
    m_clock->advance(10s);
    QCOMPARE(lease().size(), 1);
}

void OutboxTest::givesALeasedItemToNobodyElse()
{
    QVERIFY(put(QStringLiteral("a")));
    QCOMPARE(lease().size(), 1);
    auto other = Store::open({m_store->info().path}, OpenMode::ReadWrite, *m_clock);
    QVERIFY((*Outbox(**other).lease(kTopic, 10, 60s)).isEmpty());
}

void OutboxTest::givesAnAbandonedItemAgain()
{
    QVERIFY(put(QStringLiteral("a")));
    QCOMPARE(lease(10, 60s).size(), 1);
    m_clock->advance(59s);
    QVERIFY(lease().isEmpty());
    m_clock->advance(1s);
    const auto again = lease();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().attempts, 2);
}

void OutboxTest::forgetsWhatIsFinished()
{
    QVERIFY(put(QStringLiteral("a")));
    QVERIFY(Outbox(*m_store).finish(lease().first().id));
    m_clock->advance(24h);
    QVERIFY(lease().isEmpty());
}

void OutboxTest::retriesLaterWithTheReason()
{
    QVERIFY(put(QStringLiteral("a")));
    const auto item = lease().first();
    QVERIFY(
        Outbox(*m_store).retry(item.id, m_clock->now().addSecs(30), QStringLiteral("no route")));
    QVERIFY(lease().isEmpty());
    m_clock->advance(30s);
    const auto again = lease();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().attempts, 2);
    const auto reason = m_store->read<QString>([](Reader &reader) -> Result<QString> {
        CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT last_error FROM outbox")));
        rows.next();
        return rows.text(0);
    });
    QCOMPARE(*reason, QStringLiteral("no route"));
}

void OutboxTest::dropsARetryThatANewerOneReplaces()
{
    QVERIFY(put(QStringLiteral("a"), "1"));
    const auto item = lease().first();
    QVERIFY(put(QStringLiteral("a"), "2"));
    QVERIFY(Outbox(*m_store).retry(item.id, m_clock->now(), QStringLiteral("failed")));
    const auto items = lease();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().payload, QByteArray("2"));
}

void OutboxTest::keepsTopicsApart()
{
    QVERIFY(put(QStringLiteral("a")));
    QVERIFY((*Outbox(*m_store).lease(QStringLiteral("crl"), 10, 60s)).isEmpty());
    QCOMPARE(lease().size(), 1);
}

void OutboxTest::survivesReopening()
{
    QVERIFY(put(QStringLiteral("a")));
    const QString path = m_store->info().path;
    m_store.reset();
    m_store = std::move(*Store::open({path}, OpenMode::ReadWrite, *m_clock));
    QCOMPARE(lease().size(), 1);
}

void OutboxTest::leasesEachItemOnceToManyConsumers()
{
    constexpr int kItems = 100;
    for (int i = 0; i < kItems; ++i)
        QVERIFY(put(QString::number(i)));
    std::atomic<int> leased = 0;
    std::vector<std::thread> consumers;
    for (int t = 0; t < 4; ++t)
        consumers.emplace_back([&] {
            for (;;) {
                const auto items = Outbox(*m_store).lease(kTopic, 3, 60s);
                if (!items || items->isEmpty())
                    return;
                leased += static_cast<int>(items->size());
            }
        });
    for (auto &consumer : consumers)
        consumer.join();
    QCOMPARE(leased.load(), kItems);
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
