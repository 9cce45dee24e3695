// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace cas::test {

/// A copy that is exactly as long as the input, so that reading past its end is seen.
inline QByteArray fuzzInput(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// What must hold for every input; a fuzzer reports the abort.
inline void fuzzExpect(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace cas::test
