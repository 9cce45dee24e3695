// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace cas {

/// Where "now" comes from, so that tests can move it.
/// @thread any
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present in UTC, millisecond resolution.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The system's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace cas
