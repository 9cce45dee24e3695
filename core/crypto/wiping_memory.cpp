// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/wiping_memory.h"
#include "core/base/secret_bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <openssl/crypto.h>

namespace cas::crypto {

namespace {

// Every block begins with its size, because the C library does not tell it on all systems. The
// header keeps the alignment that malloc gives.
constexpr size_t kHeader = alignof(std::max_align_t);
static_assert(kHeader >= sizeof(size_t));

unsigned char *blockOf(void *data)
{
    return static_cast<unsigned char *>(data) - kHeader;
}

size_t sizeOf(void *data)
{
    size_t size = 0;
    std::memcpy(&size, blockOf(data), sizeof size);
    return size;
}

void *wipingAllocate(size_t size, const char *, int)
{
    if (size == 0 || size > SIZE_MAX - kHeader)
        return nullptr;
    auto *block = static_cast<unsigned char *>(std::malloc(size + kHeader));
    if (!block)
        return nullptr;
    std::memcpy(block, &size, sizeof size);
    return block + kHeader;
}

void wipingFree(void *data, const char *, int)
{
    if (!data)
        return;
    secureWipe(data, sizeOf(data));
    std::free(blockOf(data));
}

void *wipingReallocate(void *data, size_t size, const char *file, int line)
{
    if (!data)
        return wipingAllocate(size, file, line);
    if (size == 0) {
        wipingFree(data, file, line);
        return nullptr;
    }
    // Never std::realloc: where it moves a block, it leaves the old one as it was.
    void *moved = wipingAllocate(size, file, line);
    if (!moved)
        return nullptr;
    std::memcpy(moved, data, std::min(size, sizeOf(data)));
    wipingFree(data, file, line);
    return moved;
}

} // namespace

bool wipeFreedMemory() noexcept
{
    return CRYPTO_set_mem_functions(wipingAllocate, wipingReallocate, wipingFree) == 1;
}

} // namespace cas::crypto
