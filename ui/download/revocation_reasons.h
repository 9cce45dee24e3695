// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/crl.h"

#include <QCoreApplication>
#include <QList>

namespace cas::ui {

/// The reasons a person may give, readable. RFC 5280 §5.3.1 without those that are about CAs' and
/// attribute authorities' keys or about lifting a hold.
class RevocationReasons
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::RevocationReasons)
public:
    /// In the order they are offered, unspecified first.
    static QList<crypto::RevocationReason> offered();
    /// "The private key is compromised": translated, with the standard's name behind it.
    static QString text(crypto::RevocationReason reason);
};

} // namespace cas::ui
