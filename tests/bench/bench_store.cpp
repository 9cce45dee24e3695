// SPDX-License-Identifier: GPL-3.0-or-later
// Commit rate of the store with 1 to 256 clients that each wait for their own durable commit, and
// what bounds it in the same run: how often the disk under the store syncs a page of a file.
//
// The place is the current folder, or CAS_BENCH_STORE: a rate on a memory disk says what the code
// costs, one on a real disk what a person gets.
#include "core/store/store.h"
#include "tests/bench/rate_reporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace cas;
using namespace cas::store;

namespace {

QString benchPlace()
{
    const QString place = qEnvironmentVariable("CAS_BENCH_STORE", QDir::currentPath());
    return QDir(place).filePath(QStringLiteral("bench-store-XXXXXX"));
}

class BenchStore
{
public:
    BenchStore()
        : m_dir(benchPlace())
    {
        const QString path = m_dir.filePath(QStringLiteral("a.store"));
        auto made = Store::create(*StoreUrl::parse(path), m_clock);
        if (!made)
            return;
        m_store = std::move(*made);
        (void)m_store->write<Unit>([](Transaction &tx) -> Result<> {
            CAS_TRY_VOID(tx.exec(QStringLiteral(
                "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")));
            return {};
        });
    }

    [[nodiscard]] Store *store() const { return m_store.get(); }

    /// Commits so far: change_seq counts one for each group that touched something.
    [[nodiscard]] qint64 commits() const
    {
        return m_store
            ->read<qint64>([](Reader &reader) -> Result<qint64> {
                CAS_TRY(Query rows,
                        reader.query(QStringLiteral("SELECT value FROM change_seq WHERE id = 1")));
                rows.next();
                return rows.integer(0);
            })
            .value_or(0);
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Store> m_store;
};

std::unique_ptr<BenchStore> benchStore;
qint64 commitsBefore = 0;

void durableWrites(benchmark::State &state)
{
    if (state.thread_index() == 0) {
        benchStore = std::make_unique<BenchStore>();
        if (benchStore->store())
            commitsBefore = benchStore->commits();
    }
    const QString body(200, QLatin1Char('x'));
    for ([[maybe_unused]] auto _ : state) {
        Store *store = benchStore->store();
        if (!store) {
            state.SkipWithError("no store can be made here");
            break;
        }
        const auto written = store->write<Unit>([&body](Transaction &tx) -> Result<> {
            CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"),
                                 {tx.newId(), body}));
            tx.touch(QStringLiteral("note"));
            return {};
        });
        if (!written) {
            state.SkipWithError("write failed");
            break;
        }
    }
    state.SetItemsProcessed(state.iterations());
    if (state.thread_index() == 0) {
        if (benchStore->store())
            state.counters["commits"] =
                benchmark::Counter(static_cast<double>(benchStore->commits() - commitsBefore),
                                   benchmark::Counter::kIsRate);
        benchStore.reset();
    }
}
BENCHMARK(durableWrites)->ThreadRange(1, 256)->UseRealTime();

/// One page appended and synced: what the disk itself does in a second.
void diskSyncs(benchmark::State &state)
{
    const QTemporaryDir dir(benchPlace());
    const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("f")));
    const int file = open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const QByteArray page(4120, 'x'); // a frame of the write-ahead log
    for ([[maybe_unused]] auto _ : state) {
        if (write(file, page.constData(), static_cast<size_t>(page.size())) != page.size()
            || fdatasync(file) != 0) {
            state.SkipWithError("cannot write here");
            break;
        }
    }
    if (file >= 0)
        close(file);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(diskSyncs)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    cas::bench::RateReporter reporter;
    if (!cas::bench::runAll(argc, argv, reporter))
        return 1;
    for (const int clients : {1, 8, 64, 256}) {
        const double writes = reporter.rate("durableWrites", clients);
        const double commits = reporter.rate("durableWrites", clients, "commits");
        if (writes > 0 && commits > 0)
            std::printf("store: %.0f durable writes/s, %d client(s), %.1f in one commit\n", writes,
                        clients, writes / commits);
    }
    if (const double syncs = reporter.rate("diskSyncs"); syncs > 0)
        std::printf("disk: %.0f syncs/s\n", syncs);
    return 0;
}
