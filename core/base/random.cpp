// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QRandomGenerator>

#include <cstring>

namespace cas {

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    // QRandomGenerator::system() reads the kernel's generator directly and is thread-safe.
    size_t at = 0;
    while (at < bytes.size()) {
        const quint64 word = QRandomGenerator::system()->generate64();
        const size_t part = std::min(sizeof word, bytes.size() - at);
        std::memcpy(bytes.data() + at, &word, part);
        at += part;
    }
}

} // namespace cas
