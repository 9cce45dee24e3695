// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executor.h"

#include <QSignalSpy>
#include <QTest>

#include <semaphore>

using namespace cas;

class JobTest : public QObject
{
    Q_OBJECT
private slots:
    void deliversItsValueInTheThreadOfTheOwner();
    void turnsAnErrorIntoFailed();
    void turnsAnExceptionIntoFailedInternal();
    void endsAsCancelledWithWhatWasDone();
    void cancelsWhatStillWaitsWhenTheExecutorEnds();
    void dropsTheCallbackWhenTheHandleDies();
    void letsTheCallbackReplaceTheHandle();
    void reportsProgressInThingsDone();
    void runsNoMoreThanItsThreads();
};

void JobTest::deliversItsValueInTheThreadOfTheOwner()
{
    Executor executor(QStringLiteral("t"), 2);
    QThread *worker = nullptr;
    auto job = executor.start<int>(QStringLiteral("answer"), [&](JobContext &) -> Result<int> {
        worker = QThread::currentThread();
        return 42;
    });
    int got = 0;
    QThread *where = nullptr;
    job.onFinished([&](Outcome<int> outcome) {
        got = std::get<Done<int>>(outcome).value;
        where = QThread::currentThread();
    });
    QTRY_COMPARE(got, 42);
    QCOMPARE(where, QThread::currentThread());
    QVERIFY(worker != where);
}

void JobTest::turnsAnErrorIntoFailed()
{
    Executor executor(QStringLiteral("t"), 1);
    auto job = executor.start<int>({}, [](JobContext &) -> Result<int> {
        return fail(ErrorCode::NotFound, QStringLiteral("id"));
    });
    const auto outcome = job.wait();
    QCOMPARE(std::get<Failed>(outcome).error.code, ErrorCode::NotFound);
}

void JobTest::turnsAnExceptionIntoFailedInternal()
{
    Executor executor(QStringLiteral("t"), 1);
    auto job = executor.start<int>(
        {}, [](JobContext &) -> Result<int> { throw std::runtime_error("boom"); });
    const auto outcome = job.wait();
    QCOMPARE(std::get<Failed>(outcome).error.code, ErrorCode::Internal);
    QCOMPARE(std::get<Failed>(outcome).error.detail, QStringLiteral("boom"));
}

void JobTest::endsAsCancelledWithWhatWasDone()
{
    Executor executor(QStringLiteral("t"), 1);
    std::binary_semaphore running(0);
    std::binary_semaphore goOn(0);
    auto job = executor.start<int>({}, [&](JobContext &context) -> Result<int> {
        int done = 1;
        running.release();
        goOn.acquire();
        while (!context.cancelRequested())
            ++done;
        return done;
    });
    running.acquire();
    job.cancel();
    goOn.release();
    const auto outcome = job.wait();
    QVERIFY(std::holds_alternative<Cancelled<int>>(outcome));
    QCOMPARE(std::get<Cancelled<int>>(outcome).soFar, std::optional<int>(1));
}

void JobTest::cancelsWhatStillWaitsWhenTheExecutorEnds()
{
    std::binary_semaphore running(0);
    auto executor = std::make_unique<Executor>(QStringLiteral("t"), 1);
    auto first = executor->start<int>({}, [&](JobContext &context) -> Result<int> {
        running.release();
        while (!context.cancelRequested())
            QThread::yieldCurrentThread();
        return 1;
    });
    bool secondRan = false;
    auto second = executor->start<int>({}, [&](JobContext &) -> Result<int> {
        secondRan = true;
        return 2;
    });
    running.acquire();
    executor.reset();
    QVERIFY(std::holds_alternative<Cancelled<int>>(first.wait()));
    QVERIFY(std::holds_alternative<Cancelled<int>>(second.wait()));
    QVERIFY(!secondRan);
}

void JobTest::dropsTheCallbackWhenTheHandleDies()
{
    Executor executor(QStringLiteral("t"), 1);
    std::binary_semaphore goOn(0);
    bool called = false;
    {
        auto job = executor.start<int>({}, [&](JobContext &) -> Result<int> {
            goOn.acquire();
            return 1;
        });
        job.onFinished([&](Outcome<int>) { called = true; });
    }
    goOn.release();
    auto later = executor.start<int>({}, [](JobContext &) -> Result<int> { return 2; });
    bool laterCalled = false;
    later.onFinished([&](Outcome<int>) { laterCalled = true; });
    QTRY_VERIFY(laterCalled);
    QVERIFY(!called);
}

void JobTest::letsTheCallbackReplaceTheHandle()
{
    Executor executor(QStringLiteral("t"), 1);
    Job<int> job;
    int rounds = 0;
    std::function<void()> start = [&] {
        job = executor.start<int>({}, [](JobContext &) -> Result<int> { return 1; });
        job.onFinished([&](Outcome<int>) {
            if (++rounds < 5)
                start();
        });
    };
    start();
    QTRY_COMPARE(rounds, 5);
}

void JobTest::reportsProgressInThingsDone()
{
    Executor executor(QStringLiteral("t"), 1);
    auto job = executor.start<int>({}, [](JobContext &context) -> Result<int> {
        context.setTotal(1000);
        for (int i = 0; i < 1000; ++i)
            context.advance();
        return 1;
    });
    Mailbox mailbox;
    int changes = 0;
    job.context()->watch(mailbox.sender(), [&] { ++changes; });
    QTRY_VERIFY(job.context()->finished());
    QTRY_VERIFY(changes > 0);
    QCOMPARE(job.context()->progress().done, 1000);
    QCOMPARE(job.context()->progress().total, 1000);
}

void JobTest::runsNoMoreThanItsThreads()
{
    Executor executor(QStringLiteral("t"), 3);
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    std::vector<Job<int>> jobs;
    for (int i = 0; i < 50; ++i)
        jobs.push_back(executor.start<int>({}, [&](JobContext &) -> Result<int> {
            const int count = ++now;
            int seen = most.load();
            while (seen < count && !most.compare_exchange_weak(seen, count)) { }
            QThread::yieldCurrentThread();
            --now;
            return 1;
        }));
    for (auto &job : jobs)
        QVERIFY(std::holds_alternative<Done<int>>(job.wait()));
    QVERIFY(most.load() <= 3);
}

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
