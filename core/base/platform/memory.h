// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace cas::platform {

/// Overwrites `bytes` bytes with zeros; never removed by the optimiser.
void wipe(void *data, size_t bytes) noexcept;

/// Zeroed memory for secrets: kept out of swap and core dumps where the system allows it (a
/// refusal, for example by RLIMIT_MEMLOCK, is not an error). Null when there is no memory.
void *allocateLocked(size_t bytes) noexcept;

/// Wipes and frees what allocateLocked gave; `bytes` as given there.
void freeLocked(void *data, size_t bytes) noexcept;

} // namespace cas::platform
