// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace cas::settings {

/// One setting: its key, what it is when nobody said otherwise, and what it may be.
struct SettingKey
{
    const char *key;
    const char *fallback;
    /// Normalises a value. @errors InputInvalid or InputOutOfRange(field = key, args ...)
    Result<QString> (*check)(const SettingKey &self, const QString &value);
    qint64 low = 0;
    qint64 high = 0;
};

/// All keys, sorted.
const QList<SettingKey> &settingKeys();
/// @errors NotFound(field `key`, arg key)
Result<const SettingKey *> findSettingKey(const QString &key);

namespace keys {
inline const QString backupEvery = QStringLiteral("backup.every"); // off, daily, weekly
inline const QString backupFolder = QStringLiteral("backup.folder"); // absolute path or empty
inline const QString backupHour = QStringLiteral("backup.hour"); // 0..23, local time
inline const QString backupKeep = QStringLiteral("backup.keep"); // 1..1000 files
inline const QString lockMinutes = QStringLiteral("vault.lock-minutes"); // 0 = never, 1..1440
inline const QString crlDays = QStringLiteral("ca.crl-days"); // 1..365
inline const QString baseUrl = QStringLiteral("ca.base-url"); // http URL or empty
inline const QString resolver = QStringLiteral("net.resolver"); // HOST:PORT or empty
} // namespace keys

} // namespace cas::settings
