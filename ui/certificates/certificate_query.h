// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace cas::ui {

/// A choice of the status filter beside the statuses: whatever is neither expired nor revoked.
inline const QString kInForce = QStringLiteral("in-force");

/// What another page may ask the Certificates page to show, as the argument of showPage(): a map
/// with any of
///   "status"     English status name ("About To Expire")
///   "type"       server, client, ca, other
///   "brand"      name of the issuing CA
///   "tag"        key or key:value
///   "search"     text for the search field
///   "ends"       "2026-12-07/2026-12-14": last day of validity from the first date, before the
///   second "open"       printed id of a certificate whose details shall open
/// All filters that are not named are cleared. A plain string is an "open".
struct CertificatePageArgument
{
    QHash<QString, QString> filters; // by FilterBar id
    QString search;
    CertificateId open;
    bool hasFilters = false; // false: leave what is set

    static CertificatePageArgument parse(const QVariant &argument);
};

/// "2026-12-07/2026-12-14" as local days. Nothing where it is not two dates in order.
std::optional<std::pair<QDateTime, QDateTime>> parseEnds(const QString &ends);

/// What filter bar and header say, as the service wants it.
/// @param values by filter id: status, type, brand, tag, ends
/// @param sortColumn id of the sorted column, empty: the newest first
certificates::CertificateFilter certificateFilter(const QString &search,
                                                  const QHash<QString, QString> &values,
                                                  const QString &sortColumn, Qt::SortOrder order);

/// The names of a certificate as a list shows them: "www.example.com" and +3; the common name where
/// there are none, empty where there is neither.
struct BoundDomains
{
    QString first;
    qsizetype more = 0; // names besides the first
};
BoundDomains boundDomains(const certificates::CertificateRow &row);

/// How much of the validity is left: 0 before the end of the life .. 1 at its begin.
double remainingFraction(const certificates::CertificateRow &row, const QDateTime &now);

} // namespace cas::ui
