// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk issuing of P-256 certificates with a new key each, wrapped, logged, searchable and committed
// durably, as a ratio to the raw ceiling (p256_ceiling.h) measured right before and after it:
// without files, with a file each, with an encrypted key file each as well.
//
// CAS_BENCH_ROWS: certificates in each (50,000). CAS_BENCH_STORE: the place (the current folder).
#include "core/console/console.h"
#include "tests/bench/bundle.h"
#include "tests/bench/p256_ceiling.h"
#include "tests/bench/peak_memory.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <ctime>
#include <list>

using namespace cas;

namespace {

constexpr auto kCeilingTime = std::chrono::milliseconds(1500);

int rowsWanted()
{
    return bench::rowsWanted(50'000);
}

QByteArray requestText(int rows)
{
    QByteArray csv = "cn,san,type,days\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray host = bench::hostName(i).toLatin1();
        csv += host + ',' + host + ";alias-" + host + ",server,90\n";
    }
    return csv;
}

enum class Output { Nothing, Certificates, Keys };

/// What it took: by the clock, and of the cores, which other programs disturb less.
struct Spent
{
    double seconds = 0;
    double cpuSeconds = 0;
};

double cpuNow()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; // of all threads
}

Result<Spent> issueAll(Console &console, CaId ca, const QString &folder, Output output, int rows)
{
    privateca::BatchRequest request;
    request.ca = ca;
    request.csv = requestText(rows);
    request.folder = output == Output::Nothing ? QString() : folder;
    CAS_TRY(const auto plan, console.batches().plan(std::move(request), nullptr));
    const SecretBytes passphrase =
        output == Output::Keys ? SecretBytes::copyOf("a long enough one") : SecretBytes();
    const auto start = std::chrono::steady_clock::now();
    const double cpuStart = cpuNow();
    CAS_TRY(const auto report, console.batches().run(plan, passphrase, nullptr, {}));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    if (report.issued != rows)
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("not all were issued"));
    return Spent{spent.count(), cpuNow() - cpuStart};
}

void measure(benchmark::State &state, Output output)
{
    const QString place = qEnvironmentVariable("CAS_BENCH_STORE", QDir::currentPath());
    for (auto unused : state) {
        (void)unused;
        // Removed when all is done: ext4 is slow to make files where many have just been deleted.
        static std::list<QTemporaryDir> dirs;
        const QTemporaryDir &dir =
            dirs.emplace_back(QDir(place).filePath(QStringLiteral("bench-issue-XXXXXX")));
        Executors executors;
        SystemClock clock;
        auto created = Console::create({dir.filePath(QStringLiteral("a.store")),
                                        SecretBytes::copyOf("right horse, wrong stable"),
                                        {},
                                        accounts::Metering::Unmetered,
                                        {}},
                                       executors, clock, access::Actor::current());
        const QString folder = dir.filePath(QStringLiteral("out"));
        QDir().mkpath(folder);
        privateca::CreateRootCommand root;
        root.subject = *crypto::DistinguishedName::parse(QStringLiteral("CN=Bench Root,O=Example"));
        const auto ca = created ? created->console->cas().createRoot(root, nullptr)
                                : Result<privateca::Ca>(created.error());
        if (!ca) {
            state.SkipWithError(qPrintable(errorName(ca.error().code)));
            return;
        }
        const double cpuBefore = cpuNow();
        const double before = bench::p256Ceiling(executors.cpu.threads(), kCeilingTime);
        const double pairCpu =
            (cpuNow() - cpuBefore) / (before * std::chrono::duration<double>(kCeilingTime).count());
        const auto spent = issueAll(*created->console, ca->id, folder, output, rowsWanted());
        const double after = bench::p256Ceiling(executors.cpu.threads(), kCeilingTime);
        if (!spent) {
            state.SkipWithError(qPrintable(errorName(spent.error().code) + spent.error().detail));
            return;
        }
        const double ceiling = (before + after) / 2;
        const double rate = rowsWanted() / spent->seconds;
        state.counters["certificates_per_second"] = rate;
        state.counters["ceiling_per_second"] = ceiling;
        state.counters["of_ceiling"] = rate / ceiling;
        state.counters["cpu_us"] = 1e6 * spent->cpuSeconds / rowsWanted();
        state.counters["ceiling_cpu_us"] = 1e6 * pairCpu;
        state.counters["peak_MiB"] = bench::peakMemory();
    }
}

} // namespace

BENCHMARK_CAPTURE(measure, without_files, Output::Nothing)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(measure, with_files, Output::Certificates)
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(measure, with_key_files, Output::Keys)->Iterations(1)->Unit(benchmark::kSecond);

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
