// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/executor.h"
#include "core/settings/setting_keys.h"

namespace cas::settings {

/// Settings of a store. @thread any; blocks on the store
class SettingsService
{
public:
    explicit SettingsService(audit::OperationRunner &operations)
        : m_operations(operations)
    { }
    /// The value, or the key's fallback. @errors NotFound: no such key
    Result<QString> value(const QString &key);
    /// For keys this program knows exist. @return fallback also when the store cannot be read
    QString valueOrFallback(const QString &key);
    /// @errors NotFound; InputInvalid, InputOutOfRange, UrlInvalid(field = key)
    Result<QString> set(const QString &key, const QString &value);
    Job<QString> setJob(Executors &executors, const QString &key, const QString &value);

private:
    audit::OperationRunner &m_operations;
};

} // namespace cas::settings
