// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <chrono>

namespace cas::cli {

/// What a long verb does meanwhile, on the error stream: `1,200 of 50,000, about 3 s left`. Silent
/// unless the error stream is a terminal or --progress was given; --quiet wins.
class ProgressLine
{
public:
    /// @param wanted whether anything is shown
    explicit ProgressLine(bool wanted);
    ~ProgressLine(); // takes the line away again
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(const JobProgress &progress);

private:
    using Time = std::chrono::steady_clock;
    const bool m_wanted;
    const Time::time_point m_start = Time::now();
    Time::time_point m_shown = {};
    bool m_any = false;
};

} // namespace cas::cli
