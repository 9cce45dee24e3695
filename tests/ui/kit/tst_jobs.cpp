// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executor.h"
#include "ui/kit/jobs_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace cas;
using namespace cas::ui;

class JobsTest : public QObject
{
    Q_OBJECT
private slots:
    void guessesTheTimeFromThePace_data();
    void guessesTheTimeFromThePace();
    void showsAJobWhileItRuns();
    void cancelAsksTheWorkToStop();
    void aJobThatHasEndedIsNotShown();
};

void JobsTest::guessesTheTimeFromThePace_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("elapsed");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("half way") << qint64(50) << qint64(100) << qint64(10000) << qint64(10);
    QTest::newRow("rounded up") << qint64(3) << qint64(4) << qint64(3100) << qint64(2);
    QTest::newRow("too early") << qint64(1) << qint64(100) << qint64(500) << qint64(-1);
    QTest::newRow("nothing done") << qint64(0) << qint64(100) << qint64(5000) << qint64(-1);
    QTest::newRow("total unknown") << qint64(5) << qint64(-1) << qint64(5000) << qint64(-1);
}

void JobsTest::guessesTheTimeFromThePace()
{
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    QFETCH(qint64, elapsed);
    QTEST(secondsLeft(done, total, elapsed), "seconds");
}

void JobsTest::showsAJobWhileItRuns()
{
    Executor executor(QStringLiteral("test"), 1);
    QSemaphore go;
    JobsBar bar;
    bar.setDelay(0);
    bar.resize(900, 60);
    auto job = executor.start<Unit>(QStringLiteral("Deploying"),
                                    [&go](JobContext &context) -> Result<Unit> {
                                        context.setTotal(24);
                                        context.setDone(17);
                                        go.acquire();
                                        return Unit{};
                                    });
    bar.add(job.context());
    QCOMPARE(bar.count(), 1);
    const auto texts = [&bar] {
        QStringList all;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            all.append(label->text());
        return all.join(u'|');
    };
    QTRY_VERIFY(texts().contains(QStringLiteral("17 of 24")));
    QVERIFY(texts().contains(QStringLiteral("Deploying")));
    QVERIFY(!bar.isHidden());
    go.release();
    QTRY_COMPARE(bar.count(), 0);
    QVERIFY(bar.isHidden());
}

void JobsTest::cancelAsksTheWorkToStop()
{
    Executor executor(QStringLiteral("test"), 1);
    QSemaphore running; // a job that is cancelled while it waits never runs
    QSemaphore seen;
    JobsBar bar;
    bar.setDelay(0);
    auto job = executor.start<Unit>(QStringLiteral("Export"),
                                    [&running, &seen](JobContext &context) -> Result<Unit> {
                                        running.release();
                                        while (!context.cancelRequested())
                                            QThread::yieldCurrentThread();
                                        seen.release();
                                        return Unit{};
                                    });
    QVERIFY(running.tryAcquire(1, 10000));
    int details = 0;
    bar.add(job.context(), [&details] { ++details; });
    bar.show();
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("job.details")), Qt::LeftButton);
    QCOMPARE(details, 1);
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("job.cancel")), Qt::LeftButton);
    QVERIFY(seen.tryAcquire(1, 10000));
    QTRY_COMPARE(bar.count(), 0);
}

void JobsTest::aJobThatHasEndedIsNotShown()
{
    Executor executor(QStringLiteral("test"), 1);
    auto job = executor.start<Unit>(QStringLiteral("Quick"),
                                    [](JobContext &) -> Result<Unit> { return Unit{}; });
    (void)job.wait();
    JobsBar bar;
    QSignalSpy counted(&bar, &JobsBar::countChanged);
    bar.add(job.context());
    bar.add(nullptr);
    QCOMPARE(bar.count(), 0);
    QVERIFY(counted.isEmpty());
}

QTEST_MAIN(JobsTest)
#include "tst_jobs.moc"
