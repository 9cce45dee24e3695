// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_pool.h"
#include "core/base/platform/memory.h"

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>
#include <new>

namespace cas::secret_pool {

namespace {

// Keys, salts and PKCS#8 of curve keys; RSA keys and files are few and lock their own pages.
constexpr size_t kSmallest = 32;
constexpr size_t kLargest = 512;
constexpr size_t kClasses = std::bit_width(kLargest / kSmallest);
constexpr size_t kBlockBytes = size_t(16) * 1024;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kPooled = false; // so that a secret used after it was freed is seen
#else
constexpr bool kPooled = true;
#endif

struct Slot
{
    Slot *next;
};

/// Slots of one size; blocks are kept until the process ends.
class SizeClass
{
public:
    void *take(size_t slotBytes) noexcept
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_free && !addBlock(slotBytes))
            return nullptr;
        Slot *slot = m_free;
        m_free = slot->next;
        slot->next = nullptr; // the rest of it was wiped
        return slot;
    }
    void giveBack(void *data) noexcept
    {
        const std::scoped_lock lock(m_mutex);
        m_free = new (data) Slot{m_free};
    }

private:
    bool addBlock(size_t slotBytes) noexcept
    {
        auto *block = static_cast<std::byte *>(platform::allocateLocked(kBlockBytes));
        if (!block)
            return false;
        for (size_t at = 0; at + slotBytes <= kBlockBytes; at += slotBytes)
            m_free = new (block + at) Slot{m_free};
        return true;
    }

    std::mutex m_mutex;
    Slot *m_free = nullptr;
};

size_t classOf(size_t bytes)
{
    const size_t units = (std::max(bytes, kSmallest) + kSmallest - 1) / kSmallest;
    return static_cast<size_t>(std::bit_width(units - 1));
}

SizeClass &sizeClass(size_t index)
{
    // Never freed: secrets of static storage may outlive everything else.
    static auto *const classes = new std::array<SizeClass, kClasses>;
    return (*classes)[index];
}

} // namespace

void *take(size_t bytes) noexcept
{
    if (!kPooled || bytes > kLargest)
        return platform::allocateLocked(bytes);
    const size_t index = classOf(bytes);
    return sizeClass(index).take(kSmallest << index);
}

void giveBack(void *data, size_t bytes) noexcept
{
    if (!kPooled || bytes > kLargest) {
        platform::freeLocked(data, bytes);
        return;
    }
    platform::wipe(data, bytes);
    sizeClass(classOf(bytes)).giveBack(data);
}

} // namespace cas::secret_pool
