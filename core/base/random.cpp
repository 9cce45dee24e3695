// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/secret_bytes.h"

#include <QRandomGenerator>
#include <QVarLengthArray>

#include <cstring>

namespace cas {

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    // QRandomGenerator::system() reads the kernel's generator directly and is thread-safe; asked
    // for all at once it does so with one call.
    QVarLengthArray<quint32, 64> words(static_cast<qsizetype>((bytes.size() + 3) / 4));
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    std::memcpy(bytes.data(), words.data(), bytes.size());
    secureWipe(words.data(), static_cast<size_t>(words.size()) * sizeof(quint32));
}

} // namespace cas
