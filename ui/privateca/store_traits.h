// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

namespace cas::ui {

/// What the Private CA forms need to know of the store, read together with the CAs.
struct StoreTraits
{
    accounts::Metering metering = accounts::Metering::Unmetered;
    int crlDays = 30; // ca.crl-days
    QString baseUrl = {}; // ca.base-url, may be empty
    [[nodiscard]] bool metered() const { return metering == accounts::Metering::Metered; }
};

} // namespace cas::ui
