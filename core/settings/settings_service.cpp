// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_service.h"
#include "core/settings/setting_store.h"

namespace cas::settings {

Result<QString> SettingsService::value(const QString &key)
{
    CAS_TRY(const SettingKey *row, findSettingKey(key));
    const QString name = QString::fromLatin1(row->key);
    return m_operations.store().read<QString>([&](store::Reader &reader) -> Result<QString> {
        CAS_TRY(const auto values, setting_store::all(reader));
        return values.value(name, QString::fromLatin1(row->fallback));
    });
}

QString SettingsService::valueOrFallback(const QString &key)
{
    const auto found = findSettingKey(key);
    return value(key).value_or(found ? QString::fromLatin1((*found)->fallback) : QString());
}

Result<QString> SettingsService::set(const QString &key, const QString &value)
{
    CAS_TRY(const SettingKey *row, findSettingKey(key));
    CAS_TRY(const QString checked, row->check(*row, value));
    const QString name = QString::fromLatin1(row->key);
    const audit::Operation operation{
        QStringLiteral("UpdateSetting"),
        QStringLiteral("setting"),
        name,
        {{QStringLiteral("key"), name}, {QStringLiteral("value"), checked}}};
    return m_operations.run<QString>(operation,
                                     [&](audit::OperationScope &scope) -> Result<QString> {
                                         CAS_TRY_VOID(setting_store::set(scope.tx, name, checked));
                                         return checked;
                                     });
}

Job<QString> SettingsService::setJob(Executors &executors, const QString &key, const QString &value)
{
    return executors.io.start<QString>({}, [=, this](JobContext &) { return set(key, value); });
}

} // namespace cas::settings
