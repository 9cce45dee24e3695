// SPDX-License-Identifier: GPL-3.0-or-later
// Import of certificates from one PEM bundle through the import of the product: parsed, their
// issuer found and their signature checked, sealed, logged, searchable, committed durably. Goals:
// 8,000/s, aim 20,000/s, linear to 1,000,000.
//
// CAS_BENCH_ROWS: certificates (100,000). CAS_BENCH_STORE: the place (the current folder).
#include "core/console/console.h"
#include "tests/bench/bundle.h"
#include "tests/bench/peak_memory.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <ctime>

using namespace cas;

namespace {

void importBundle(benchmark::State &state)
{
    const QString place = qEnvironmentVariable("CAS_BENCH_STORE", QDir::currentPath());
    for (auto unused : state) {
        (void)unused;
        QTemporaryDir dir(QDir(place).filePath(QStringLiteral("bench-import-XXXXXX")));
        Executors executors;
        SystemClock clock;
        const int rows = bench::rowsWanted(100'000);
        certificates::ImportRequest request;
        request.input.paths = {dir.filePath(QStringLiteral("bundle.pem"))};
        if (auto written = bench::writeBundle(request.input.paths.first(), rows); !written) {
            state.SkipWithError(qPrintable(errorName(written.error().code)));
            return;
        }
        auto created = Console::create({dir.filePath(QStringLiteral("a.store")),
                                        SecretBytes::copyOf("right horse, wrong stable"),
                                        {},
                                        accounts::Metering::Unmetered,
                                        {}},
                                       executors, clock, access::Actor::current());
        const auto start = std::chrono::steady_clock::now();
        const auto cpuStart = std::clock();
        const auto report = created ? created->console->imports().run(request, nullptr, {})
                                    : Result<certificates::ImportReport>(created.error());
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (!report || report->imported != rows + bench::kBundleIssuers) {
            state.SkipWithError(report ? "not all came in"
                                       : qPrintable(errorName(report.error().code)));
            return;
        }
        state.counters["certificates_per_second"] = rows / spent.count();
        state.counters["cpu_us"] =
            1e6 * static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC / rows;
        state.counters["peak_MiB"] = bench::peakMemory();
    }
}

} // namespace

BENCHMARK(importBundle)->Iterations(1)->Unit(benchmark::kSecond);

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
