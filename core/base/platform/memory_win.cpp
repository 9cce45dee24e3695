// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/memory.h"

#include <cstdlib>
#include <windows.h>

namespace cas::platform {

void wipe(void *data, size_t bytes) noexcept
{
    if (data && bytes)
        SecureZeroMemory(data, bytes);
}

void *allocateLocked(size_t bytes) noexcept
{
    void *data = std::calloc(1, bytes);
    if (data)
        (void)VirtualLock(data, bytes);
    return data;
}

void freeLocked(void *data, size_t bytes) noexcept
{
    wipe(data, bytes); // no VirtualUnlock: page granular, see the unix file
    std::free(data);
}

} // namespace cas::platform
