// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setting_keys.h"

#include <QDir>
#include <QUrl>

namespace cas::settings {

namespace {

Result<QString> checkNumber(const SettingKey &self, const QString &value)
{
    bool ok = false;
    const qint64 number = value.trimmed().toLongLong(&ok);
    if (!ok || number < self.low || number > self.high)
        return fail(ErrorCode::InputOutOfRange, QString::fromLatin1(self.key),
                    {QString::number(self.low), QString::number(self.high)});
    return QString::number(number);
}

Result<QString> checkHttpUrl(const SettingKey &self, const QString &value)
{
    const QString text = value.trimmed();
    if (text.isEmpty())
        return QStringLiteral("");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QStringLiteral("http") || url.host().isEmpty())
        return fail(ErrorCode::UrlInvalid, QString::fromLatin1(self.key), {text.left(200)});
    return url.toString(QUrl::FullyEncoded);
}

Result<QString> checkHostPort(const SettingKey &self, const QString &value)
{
    const QString text = value.trimmed();
    if (text.isEmpty())
        return QStringLiteral("");
    const QUrl url(QStringLiteral("x://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.path().isEmpty()
        || !url.userInfo().isEmpty())
        return fail(ErrorCode::InputInvalid, QString::fromLatin1(self.key),
                    {text.left(200), QStringLiteral("HOST:PORT")});
    return text;
}

Result<QString> checkBackupEvery(const SettingKey &self, const QString &value)
{
    const QString text = value.trimmed().toLower();
    if (text != QStringLiteral("off") && text != QStringLiteral("daily")
        && text != QStringLiteral("weekly"))
        return fail(ErrorCode::InputInvalid, QString::fromLatin1(self.key),
                    {text.left(80), QStringLiteral("off, daily, weekly")});
    return text;
}

/// It need not be there at the moment: a drive may be somewhere else.
Result<QString> checkFolder(const SettingKey &self, const QString &value)
{
    if (value.trimmed().isEmpty())
        return QStringLiteral("");
    if (!QDir::isAbsolutePath(value) || value.contains(QChar(0)))
        return fail(ErrorCode::InputInvalid, QString::fromLatin1(self.key),
                    {value.left(200), QStringLiteral("/FOLDER")});
    return QDir::cleanPath(value);
}

} // namespace

const QList<SettingKey> &settingKeys()
{
    static const QList<SettingKey> list{
        {"backup.every", "off", checkBackupEvery},
        {"backup.folder", "", checkFolder},
        {"backup.hour", "3", checkNumber, 0, 23},
        {"backup.keep", "14", checkNumber, 1, 1000},
        {"ca.base-url", "", checkHttpUrl},
        {"ca.crl-days", "30", checkNumber, 1, 365},
        {"net.resolver", "", checkHostPort},
        {"vault.lock-minutes", "15", checkNumber, 0, 1440},
    };
    return list;
}

Result<const SettingKey *> findSettingKey(const QString &key)
{
    for (const SettingKey &row : settingKeys()) {
        if (QLatin1StringView(row.key) == key.trimmed())
            return &row;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("key"), {key.left(80)});
}

} // namespace cas::settings
