// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

namespace cas::ui {

/// Takes an outcome apart: `ok` gets the value, `bad` the error, `stopped` is called when the work
/// was cancelled. For the callbacks of Job::onFinished.
/// @thread main
template <class T, class Ok, class Bad, class Stopped>
void whenEnded(Outcome<T> outcome, Ok ok, Bad bad, Stopped stopped)
{
    if (auto *done = std::get_if<Done<T>>(&outcome))
        ok(std::move(done->value));
    else if (auto *failed = std::get_if<Failed>(&outcome))
        bad(std::move(failed->error));
    else
        stopped();
}

/// The same where a cancel needs no answer (reads that a newer read replaces).
template <class T, class Ok, class Bad>
void whenEnded(Outcome<T> outcome, Ok ok, Bad bad)
{
    whenEnded(std::move(outcome), std::move(ok), std::move(bad), [] {});
}

} // namespace cas::ui
