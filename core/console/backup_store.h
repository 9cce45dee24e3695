// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/console/backup.h"
#include "core/store/store.h"

#include <functional>

/// What the store remembers of its backups: one row of the table setting, key `backup.state`, a
/// JSON object that no person edits. And what a look into a backup asks.
namespace cas::backup_store {

Result<BackupSchedule> schedule(store::Reader &reader);
Result<BackupState> state(store::Reader &reader);
/// Reads, changes and writes the state.
Result<> change(store::Transaction &tx, const std::function<void(BackupState &)> &edit);

Result<QString> storeUuid(store::Reader &reader);
/// Some certificate and some private key, null where there is none.
Result<CertificateId> anyCertificate(store::Reader &reader);
struct HeldKey
{
    KeyId id;
    QByteArray spkiSha256;
};
Result<HeldKey> anyKey(store::Reader &reader);

} // namespace cas::backup_store
