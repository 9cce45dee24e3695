// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/system_random.h"

#include <cstdlib>
#include <windows.h>

#include <bcrypt.h>

namespace cas::platform {

void fillRandom(void *data, size_t bytes) noexcept
{
    if (BCryptGenRandom(nullptr, static_cast<PUCHAR>(data), static_cast<ULONG>(bytes),
                        BCRYPT_USE_SYSTEM_PREFERRED_RNG)
        != 0)
        std::abort();
}

} // namespace cas::platform
