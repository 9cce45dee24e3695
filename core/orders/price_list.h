// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cas::orders {

/// One row of the shipped price list (operations.md §3.2); never a real charge.
struct Price
{
    QString code;
    qint64 microUnits = 0; // of the account's currency, 1,000,000 = 1.00
};

inline constexpr qint64 kDefaultPurchaseLimit = 1000; // certificates a purchase, metered stores
inline constexpr qint64 kFirstQuota = 1000; // what a purchased root CA brings
inline constexpr qint64 kFreeCertificates = 10; // with each purchased root CA
/// The longest life of a free certificate, and how long after the purchase it may be issued.
inline constexpr int kFreeCertificateDays = 30;

/// `pca.ca` per CA and month, `pca.cert` per certificate.
Price priceOf(const QString &code);
/// `0.05`
QString amountText(qint64 microUnits);

} // namespace cas::orders
