// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_query.h"

#include <QDate>

#include <algorithm>

namespace cas::ui {

using certificates::CertificateFilter;
using certificates::CertificateRow;
using certificates::CertificateSort;

CertificatePageArgument CertificatePageArgument::parse(const QVariant &argument)
{
    CertificatePageArgument parsed;
    const auto openOf = [](const QString &text) {
        return CertificateId::parse(text).value_or(CertificateId());
    };
    if (argument.typeId() == QMetaType::QString) {
        parsed.open = openOf(argument.toString());
        return parsed;
    }
    const QVariantMap map = argument.toMap();
    for (const QString &id :
         {QStringLiteral("status"), QStringLiteral("type"), QStringLiteral("brand"),
          QStringLiteral("tag"), QStringLiteral("ends")}) {
        const QString value = map.value(id).toString();
        if (!value.isEmpty())
            parsed.filters.insert(id, value);
    }
    parsed.search = map.value(QStringLiteral("search")).toString();
    parsed.hasFilters = !parsed.filters.isEmpty() || map.contains(QStringLiteral("search"))
                        || (!map.isEmpty() && !map.contains(QStringLiteral("open")));
    parsed.open = openOf(map.value(QStringLiteral("open")).toString());
    return parsed;
}

std::optional<std::pair<QDateTime, QDateTime>> parseEnds(const QString &ends)
{
    const QStringList parts = ends.split(u'/');
    const QDate from = QDate::fromString(parts.value(0), Qt::ISODate);
    const QDate before = QDate::fromString(parts.value(1), Qt::ISODate);
    if (parts.size() != 2 || !from.isValid() || !before.isValid() || before <= from)
        return std::nullopt;
    return std::pair(from.startOfDay().toUTC(), before.startOfDay().toUTC());
}

CertificateFilter certificateFilter(const QString &search, const QHash<QString, QString> &values,
                                    const QString &sortColumn, Qt::SortOrder order)
{
    CertificateFilter filter;
    filter.search = search;
    if (auto status = certificates::parseStatus(values.value(QStringLiteral("status"))))
        filter.status = *status;
    filter.inForce = values.value(QStringLiteral("status")) == kInForce;
    filter.type = values.value(QStringLiteral("type"));
    filter.brand = values.value(QStringLiteral("brand"));
    filter.tag = values.value(QStringLiteral("tag"));
    if (const auto ends = parseEnds(values.value(QStringLiteral("ends")))) {
        filter.endsFrom = ends->first;
        filter.endsBefore = ends->second;
    }
    static const QHash<QString, CertificateSort> sorts{
        {QStringLiteral("name"), CertificateSort::Name},
        {QStringLiteral("type"), CertificateSort::Brand},
        {QStringLiteral("algorithm"), CertificateSort::Algorithm},
        {QStringLiteral("valid_from"), CertificateSort::NotBefore},
        {QStringLiteral("valid_to"), CertificateSort::NotAfter},
        {QStringLiteral("created"), CertificateSort::Created},
        {QStringLiteral("deleted"), CertificateSort::Deleted},
    };
    if (const auto found = sorts.constFind(sortColumn); found != sorts.constEnd()) {
        filter.sort = *found;
        filter.order = order;
    }
    return filter;
}

BoundDomains boundDomains(const CertificateRow &row)
{
    const QStringList names = row.sans.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    if (names.isEmpty())
        return {row.commonName, 0};
    return {names.constFirst(), names.size() - 1};
}

double remainingFraction(const CertificateRow &row, const QDateTime &now)
{
    const auto life = double(row.notBefore.secsTo(row.notAfter));
    if (life <= 0)
        return 0;
    return std::clamp(double(now.secsTo(row.notAfter)) / life, 0.0, 1.0);
}

} // namespace cas::ui
