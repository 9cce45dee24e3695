// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QHash>

/// SQL of the table setting.
namespace cas::settings::setting_store {

Result<QHash<QString, QString>> all(store::Reader &reader);
Result<> set(store::Transaction &tx, const QString &key, const QString &value);

} // namespace cas::settings::setting_store
