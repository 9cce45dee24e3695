// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace cas::platform {

/// Bytes of the operating system's generator: getentropy(), BCryptGenRandom(). Ends the program
/// when it has none to give, which systems in use do not do. @thread any
void fillRandom(void *data, size_t bytes) noexcept;

} // namespace cas::platform
