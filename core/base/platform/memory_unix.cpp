// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/memory.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

namespace cas::platform {

void wipe(void *data, size_t bytes) noexcept
{
    if (!data || bytes == 0)
        return;
    std::memset(data, 0, bytes);
    // The barrier makes the stores observable, so they are not dead.
    __asm__ __volatile__("" : : "r"(data) : "memory");
}

void *allocateLocked(size_t bytes) noexcept
{
    void *data = std::calloc(1, bytes);
    if (data)
        (void)mlock(data, bytes);
    return data;
}

void freeLocked(void *data, size_t bytes) noexcept
{
    // No munlock: locks are per page and do not nest, so unlocking here could expose a neighbour
    // that still holds a secret. The handful of pages stays locked until the process ends.
    wipe(data, bytes);
    std::free(data);
}

} // namespace cas::platform
