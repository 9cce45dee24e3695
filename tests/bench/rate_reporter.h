// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>

namespace cas::bench {

/// Prints as usual and keeps the rates of the run for the lines that are printed after it.
class RateReporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            if (run.error_occurred || run.run_type == Run::RT_Aggregate)
                continue;
            for (const auto &[name, counter] : run.counters)
                m_values[key(run.run_name.function_name, static_cast<int>(run.threads), name)] =
                    counter.value;
        }
        ConsoleReporter::ReportRuns(runs);
    }

    /// @return items (or another counter) per second of a benchmark that ran, 0 if it did not run
    [[nodiscard]] double rate(const std::string &function, int threads = 1,
                              const std::string &counter = "items_per_second") const
    {
        const auto found = m_values.find(key(function, threads, counter));
        return found == m_values.end() ? 0 : found->second;
    }

private:
    static std::string key(const std::string &function, int threads, const std::string &counter)
    {
        return function + '/' + std::to_string(threads) + '/' + counter;
    }

    std::map<std::string, double> m_values;
};

/// Runs what the command line asks for. @return false: the command line is wrong
inline bool runAll(int argc, char **argv, RateReporter &reporter)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return false;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    return true;
}

} // namespace cas::bench
