// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDateTime>

namespace cas::orders {

/// A paid order. No money moves: it is the department's own book-keeping.
struct Order
{
    OrderId id;
    QString kind; // PCA, QUOTA
    QString status; // Paid
    QString priceCode; // pca.ca, pca.cert
    qint64 quantity = 0;
    qint64 unitPrice = 0; // micro-units
    qint64 amount = 0; // micro-units
    QString subjectId; // printed id of what it was bought for
    QDateTime createdAt;
    QString createdBy;
};

} // namespace cas::orders
