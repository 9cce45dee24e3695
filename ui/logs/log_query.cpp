// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/log_query.h"

namespace cas::ui {

audit::AuditFilter auditFilter(const QString &search, const QHash<QString, QString> &values,
                               const QDateTime &now)
{
    audit::AuditFilter filter;
    bool isNumber = false;
    const int days = values.value(QStringLiteral("period")).toInt(&isNumber);
    if (isNumber && days > 0)
        filter.since = now.addDays(-days);
    const QString result = values.value(QStringLiteral("result"));
    if (!result.isEmpty())
        filter.ok = result == QLatin1StringView("ok");
    filter.eventName = values.value(QStringLiteral("event"));
    filter.operatorName = values.value(QStringLiteral("operator"));
    filter.objectId = values.value(QStringLiteral("object"));
    filter.text = search;
    return filter;
}

} // namespace cas::ui
