// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setting_store.h"

namespace cas::settings::setting_store {

Result<QHash<QString, QString>> all(store::Reader &reader)
{
    CAS_TRY(store::Query rows, reader.query(QStringLiteral("SELECT key, value FROM setting")));
    QHash<QString, QString> values;
    while (rows.next())
        values.insert(rows.text(0), rows.text(1));
    CAS_TRY_VOID(rows.status());
    return values;
}

Result<> set(store::Transaction &tx, const QString &key, const QString &value)
{
    CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO setting (key, value, updated_at) "
                                        "VALUES (?,?,?) ON CONFLICT (key) DO UPDATE SET "
                                        "value = excluded.value, updated_at = excluded.updated_at"),
                         {key, value, tx.now()}));
    tx.touch(QStringLiteral("setting"));
    return {};
}

} // namespace cas::settings::setting_store
