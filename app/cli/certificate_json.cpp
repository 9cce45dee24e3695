// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/certificate_json.h"
#include "app/cli/session.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

namespace {

QJsonArray namesJson(const QString &sans)
{
    QJsonArray names;
    for (const QString &name : sans.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        names.append(name);
    return names;
}

} // namespace

QJsonObject certificateJson(const certificates::CertificateRow &row, const QDateTime &now)
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
        {QStringLiteral("status"), certificates::statusName(row.status)},
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
