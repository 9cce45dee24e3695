// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/row_json.h"

namespace cas::certificates {

QJsonValue timeJson(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QJsonArray namesJson(const QString &sans)
{
    QJsonArray names;
    for (const QString &name : sans.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        names.append(name);
    return names;
}

QJsonObject rowJson(const CertificateRow &row, const QDateTime &now)
{
    QJsonArray tags;
    for (const auto &tag : row.tags)
        tags.append(tag.toString());
    QJsonObject object{
        {QStringLiteral("id"), row.id.toString()},
        {QStringLiteral("name"), row.name},
        {QStringLiteral("common_name"), row.commonName},
        {QStringLiteral("subject"), row.subject},
        {QStringLiteral("sans"), namesJson(row.sans)},
        {QStringLiteral("type"), row.type},
        {QStringLiteral("brand"), row.brand},
        {QStringLiteral("status"), statusName(row.status)},
        {QStringLiteral("not_before"), timeJson(row.notBefore)},
        {QStringLiteral("not_after"), timeJson(row.notAfter)},
        {QStringLiteral("days_left"), now.daysTo(row.notAfter)},
        {QStringLiteral("key_algorithm"), row.keyAlgorithm},
        {QStringLiteral("serial"), crypto::serialText(row.serial)},
        {QStringLiteral("fingerprint_sha256"), QString::fromLatin1(row.sha256.toHex().toUpper())},
        {QStringLiteral("tags"), tags},
        {QStringLiteral("source"), row.source}};
    if (row.deletedAt.isValid())
        object.insert(QStringLiteral("deleted_at"), timeJson(row.deletedAt));
    return object;
}

} // namespace cas::certificates
