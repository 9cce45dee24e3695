// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDateTime>

namespace cas::accounts {

/// Whether orders and quota are enforced (operations.md §3.4).
enum class Metering { Unmetered, Metered };

struct Account
{
    AccountId id;
    QString alias;
    Metering metering = Metering::Unmetered;
    QDateTime createdAt;
};

} // namespace cas::accounts
