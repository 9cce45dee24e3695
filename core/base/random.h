// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace cas {

/// A source of unpredictable bytes, injected so that tests can repeat a run.
/// @thread any
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
    [[nodiscard]] QByteArray bytes(qsizetype count)
    {
        QByteArray out(count, Qt::Uninitialized);
        fill({reinterpret_cast<unsigned char *>(out.data()), static_cast<size_t>(count)});
        return out;
    }
};

/// The operating system's generator (platform/system_random.h).
class SystemRandom final : public Random
{
public:
    void fill(std::span<unsigned char> bytes) override;
};

} // namespace cas
