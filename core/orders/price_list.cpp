// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/price_list.h"

namespace cas::orders {

Price priceOf(const QString &code)
{
    static const Price prices[] = {
        {QStringLiteral("pca.ca"), 10'000},
        {QStringLiteral("pca.cert"), 50'000},
    };
    for (const Price &price : prices) {
        if (price.code == code)
            return price;
    }
    return {code, 0};
}

QString amountText(qint64 microUnits)
{
    const qint64 hundredths = (microUnits + 5'000) / 10'000;
    return QStringLiteral("%1.%2")
        .arg(hundredths / 100)
        .arg(hundredths % 100, 2, 10, QLatin1Char('0'));
}

} // namespace cas::orders
