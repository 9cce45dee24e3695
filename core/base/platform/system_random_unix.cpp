// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/system_random.h"

#include <algorithm>
#include <cstdlib>
#include <unistd.h>
#if defined(__APPLE__)
#include <sys/random.h>
#endif

namespace cas::platform {

void fillRandom(void *data, size_t bytes) noexcept
{
    constexpr size_t kMost = 256; // that one call gives
    auto *at = static_cast<unsigned char *>(data);
    for (size_t left = bytes; left > 0;) {
        const size_t now = std::min(left, kMost);
        if (getentropy(at, now) != 0)
            std::abort();
        at += now;
        left -= now;
    }
}

} // namespace cas::platform
