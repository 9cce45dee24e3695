// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_store.h"
#include "core/vault/typed_bytes.h"

namespace cas::vault {

using store::Query;
using store::Reader;
using store::Transaction;

QString slotKindId(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Passphrase:
        return QStringLiteral("passphrase");
    case SlotKind::Recovery:
        return QStringLiteral("recovery");
    case SlotKind::Keychain:
        return QStringLiteral("keychain");
    }
    return {};
}

const Slot *Header::slot(SlotKind kind) const
{
    const auto found = slotsByKind.constFind(slotKindId(kind));
    return found == slotsByKind.cend() ? nullptr : &*found;
}

QByteArray Header::slotContext(const Slot &slot) const
{
    return TypedBytes("cas vault slot 1")
        .text(storeUuid.toUtf8())
        .integer(version)
        .text(uuid.toUtf8())
        .integer(flags)
        .integer(createdAt)
        .text(slot.kind.toUtf8())
        .text(slot.kdf.toUtf8())
        .integer(slot.n)
        .integer(slot.r)
        .integer(slot.p)
        .blob(slot.salt)
        .integer(slot.createdAt)
        .bytes();
}

QByteArray Header::sealedForm() const
{
    TypedBytes form("cas vault header 1");
    form.integer(slotsByKind.size());
    for (const Slot &slot : slotsByKind)
        form.blob(slotContext(slot)).blob(slot.verifier).blob(slot.nonce).blob(slot.wrapped);
    return form.bytes();
}

Result<Header> readHeader(store::Store &store)
{
    return store.read<Header>([](Reader &reader) { return readHeader(reader); });
}

Result<Header> readHeader(Reader &reader)
{
    Header header;
    {
        CAS_TRY(Query meta, reader.query(QStringLiteral("SELECT uuid FROM store_meta")));
        if (meta.next())
            header.storeUuid = meta.text(0);
        CAS_TRY_VOID(meta.status());
    }
    CAS_TRY(Query row, reader.query(QStringLiteral(
                           "SELECT version, uuid, flags, created_at, seal FROM vault_header")));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotAStore, {}, {}, QStringLiteral("no vault header"));
    }
    header.version = row.integer(0);
    header.uuid = row.text(1);
    header.flags = row.integer(2);
    header.createdAt = row.integer(3);
    header.seal = row.blob(4);
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT kind, kdf, n, r, p, salt, verifier, nonce,"
                                        " wrapped, created_at FROM vault_slot")));
    while (rows.next())
        header.slotsByKind.insert(rows.text(0),
                                  Slot{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3),
                                       rows.integer(4), rows.blob(5), rows.blob(6), rows.blob(7),
                                       rows.blob(8), rows.integer(9)});
    CAS_TRY_VOID(rows.status());
    return header;
}

Result<> writeHeader(store::Store &store, const Header &header, const QByteArray &previousSeal)
{
    return store.write<Unit>([&](Transaction &tx) -> Result<> {
        QByteArray stored;
        {
            CAS_TRY(Query row, tx.query(QStringLiteral("SELECT seal FROM vault_header")));
            if (row.next())
                stored = row.blob(0);
            CAS_TRY_VOID(row.status());
        }
        if (stored != previousSeal)
            return fail(ErrorCode::StaleRevision, {}, {}, QStringLiteral("vault_header"));
        CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM vault_slot")));
        CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM vault_header")));
        CAS_TRY_VOID(
            tx.exec(QStringLiteral("INSERT INTO vault_header (id, version, uuid, flags,"
                                   " created_at, seal) VALUES (1, ?, ?, ?, ?, ?)"),
                    {header.version, header.uuid, header.flags, header.createdAt, header.seal}));
        for (const Slot &slot : header.slotsByKind)
            CAS_TRY_VOID(
                tx.exec(QStringLiteral("INSERT INTO vault_slot (kind, kdf, n, r, p, salt, verifier,"
                                       " nonce, wrapped, created_at)"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                        {slot.kind, slot.kdf, slot.n, slot.r, slot.p, slot.salt, slot.verifier,
                         slot.nonce, slot.wrapped, slot.createdAt}));
        tx.touch(QStringLiteral("vault_header"));
        return {};
    });
}

} // namespace cas::vault
