// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/platform/system_random.h"

namespace cas {

// Not by QRandomGenerator::system(): it asks the processor (RDRAND), eight octets in a microsecond.
void SystemRandom::fill(std::span<unsigned char> bytes)
{
    platform::fillRandom(bytes.data(), bytes.size());
}

} // namespace cas
