// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QByteArray>
#include <QMap>

// The SQL of the vault's header; columns are explained in resources/migrations/0002_vault.sql.
namespace cas::vault {

enum class SlotKind { Passphrase, Recovery, Keychain };
QString slotKindId(SlotKind kind);

struct Slot
{
    QString kind; // slotKindId()
    QString kdf; // scrypt | hkdf
    qint64 n = 0;
    qint64 r = 0;
    qint64 p = 0;
    QByteArray salt;
    QByteArray verifier;
    QByteArray nonce;
    QByteArray wrapped;
    qint64 createdAt = 0; // UTC milliseconds
};

struct Header
{
    QString storeUuid;
    qint64 version = 1;
    QString uuid;
    qint64 flags = 0;
    qint64 createdAt = 0; // UTC milliseconds
    QByteArray seal;
    QMap<QString, Slot> slotsByKind; // by kind, hence in one order

    [[nodiscard]] const Slot *slot(SlotKind kind) const;
    /// All rows but `seal`, for it.
    [[nodiscard]] QByteArray sealedForm() const;
    /// Everything a slot's key is bound to: store, version, flags and the slot's own parameters.
    [[nodiscard]] QByteArray slotContext(const Slot &slot) const;
};

/// @errors NotAStore: the store has no vault
Result<Header> readHeader(store::Store &store);
Result<Header> readHeader(store::Reader &reader);
/// Writes all rows anew. @param previousSeal of the header as it was read, empty for the first
/// @errors StaleRevision: somebody else changed the header meanwhile
Result<> writeHeader(store::Store &store, const Header &header, const QByteArray &previousSeal);

} // namespace cas::vault
