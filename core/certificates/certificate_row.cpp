// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_row.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace cas::certificates {

QString statusName(CertificateStatus status)
{
    switch (status) {
    case CertificateStatus::Issued:
        return QStringLiteral("Issued");
    case CertificateStatus::AboutToExpire:
        return QStringLiteral("About To Expire");
    case CertificateStatus::Expired:
        return QStringLiteral("Expired");
    case CertificateStatus::Revoked:
        break;
    }
    return QStringLiteral("Revoked");
}

Result<CertificateStatus> parseStatus(const QString &text)
{
    const QString wanted = text.trimmed().replace(u'-', u' ');
    for (const auto status : {CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                              CertificateStatus::Expired, CertificateStatus::Revoked}) {
        if (statusName(status).compare(wanted, Qt::CaseInsensitive) == 0)
            return status;
    }
    return fail(ErrorCode::InputInvalid, QStringLiteral("status"),
                {text.left(80), QStringLiteral("Issued, About To Expire, Expired, Revoked")});
}

QDateTime warnAt(const QDateTime &notBefore, const QDateTime &notAfter)
{
    constexpr qint64 daySeconds = 86'400;
    const qint64 life = notBefore.secsTo(notAfter);
    const qint64 ahead = life < 60 * daySeconds ? life / 3 : 30 * daySeconds;
    return notAfter.addSecs(-ahead);
}

Result<CertificateSort> parseSort(const QString &text)
{
    static const QHash<QString, CertificateSort> names{
        {QStringLiteral("created"), CertificateSort::Created},
        {QStringLiteral("name"), CertificateSort::Name},
        {QStringLiteral("not_before"), CertificateSort::NotBefore},
        {QStringLiteral("not_after"), CertificateSort::NotAfter},
        {QStringLiteral("key_algorithm"), CertificateSort::Algorithm},
        {QStringLiteral("brand"), CertificateSort::Brand},
        {QStringLiteral("type"), CertificateSort::Type},
        {QStringLiteral("deleted"), CertificateSort::Deleted},
    };
    const auto found = names.constFind(text.trimmed().toLower());
    if (found == names.constEnd())
        return fail(ErrorCode::InputInvalid, QStringLiteral("sort"),
                    {text.left(80), QStringList(names.keys()).join(QStringLiteral(", "))});
    return *found;
}

QString cursorAfter(CertificateSort sort, const CertificateRow &row)
{
    QJsonValue key;
    switch (sort) {
    case CertificateSort::Created:
        break;
    case CertificateSort::Name:
        key = row.name;
        break;
    case CertificateSort::NotBefore:
        key = QString::number(row.notBefore.toMSecsSinceEpoch());
        break;
    case CertificateSort::NotAfter:
        key = QString::number(row.notAfter.toMSecsSinceEpoch());
        break;
    case CertificateSort::Algorithm:
        key = row.keyAlgorithm;
        break;
    case CertificateSort::Brand:
        key = row.brand;
        break;
    case CertificateSort::Type:
        key = row.type;
        break;
    case CertificateSort::Deleted:
        key = QString::number(row.deletedAt.isValid() ? row.deletedAt.toMSecsSinceEpoch() : 0);
        break;
    }
    const QJsonArray parts{static_cast<int>(sort), key, QString::number(row.id.value())};
    return QString::fromLatin1(
        QJsonDocument(parts)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace cas::certificates
