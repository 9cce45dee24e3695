// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/certificate_json.h"
#include "core/certificates/row_json.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

using certificates::namesJson;
using certificates::timeJson;

QJsonObject certificateJson(const certificates::CertificateRow &row, const QDateTime &now)
{
    return certificates::rowJson(row, now);
}

QJsonObject issuedJson(const certificates::CertificateRow &row, const QString &reason)
{
    return {{QStringLiteral("id"), row.id.toString()},
            {QStringLiteral("serial"), crypto::serialText(row.serial)},
            {QStringLiteral("subject"), row.subject},
            {QStringLiteral("common_name"), row.commonName},
            {QStringLiteral("sans"), namesJson(row.sans)},
            {QStringLiteral("type"), row.type},
            {QStringLiteral("status"), certificates::statusName(row.status)},
            {QStringLiteral("not_before"), timeJson(row.notBefore)},
            {QStringLiteral("not_after"), timeJson(row.notAfter)},
            {QStringLiteral("revoked_at"), timeJson(row.revokedAt)},
            {QStringLiteral("reason"),
             reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(reason)}};
}

QString certificateLine(const certificates::CertificateRow &row)
{
    return QStringLiteral("%1  %2  until %3  %4\n")
        .arg(row.id.toString(), certificates::statusName(row.status).leftJustified(15),
             row.notAfter.toString(Qt::ISODate), ui::visibleText(row.name));
}

} // namespace cas::cli
