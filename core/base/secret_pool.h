// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace cas::secret_pool {

/// Zeroed memory for a secret. Small ones come from blocks that are locked into RAM once and hold
/// nothing else: to lock each by itself costs a call of the system, and locks pages of the ordinary
/// heap that stay locked. @return null when there is no memory
/// @thread any
void *take(size_t bytes) noexcept;
/// Overwrites and gives back; `bytes` as taken.
void giveBack(void *data, size_t bytes) noexcept;

} // namespace cas::secret_pool
