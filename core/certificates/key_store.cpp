// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/key_store.h"
#include "core/store/sealed_table.h"

namespace cas::certificates::key_store {

namespace {

const store::SealedTable &keyTable()
{
    static const store::SealedTable table{
        "key_pair",
        {"account_id", "algorithm", "spki_sha256", "private_key", "created_at"},
        "id",
        "revision",
        KeyTag::prefix};
    return table;
}

RowContext keyContext(qint64 id)
{
    return {"key_pair", id, 0, "private_key"};
}

} // namespace

Result<NewKey> prepare(const crypto::PrivateKey &key)
{
    CAS_TRY(SecretBytes pkcs8, key.toPkcs8());
    return prepare(crypto::NewKeyPair{key.publicKey(), std::move(pkcs8)});
}

Result<NewKey> prepare(crypto::NewKeyPair pair)
{
    const auto algorithm = pair.publicKey.algorithm();
    if (!algorithm)
        return fail(ErrorCode::KeyInvalid, QStringLiteral("key"), {pair.publicKey.label()});
    return NewKey{*algorithm, pair.publicKey.spkiSha256(), std::move(pair.pkcs8)};
}

Result<store::Values> prepareRow(const RowSealer &sealer, const audit::Author &author, KeyId id,
                                 const NewKey &key)
{
    CAS_TRY(const QByteArray wrapped, sealer.wrap(keyContext(id.value()), key.pkcs8));
    const store::Values sealed{author.account.value(), crypto::keyAlgorithmId(key.algorithm),
                               key.spkiSha256, wrapped, author.at.toMSecsSinceEpoch()};
    CAS_TRY(const QByteArray seal, store::sealOf(sealer, keyTable(), id.value(), 1, sealed));
    store::Values row{id.value()};
    row += sealed;
    row.append(seal);
    return row;
}

Result<> insertPrepared(store::Transaction &tx, const store::Values &row)
{
    CAS_TRY_VOID(
        tx.exec(QStringLiteral("INSERT INTO key_pair (id, account_id, algorithm, spki_sha256, "
                               "private_key, created_at, revision, seal) VALUES (?,?,?,?,?,?,1,?)"),
                row));
    return {};
}

Result<KeyId> insert(audit::OperationScope &scope, const NewKey &key)
{
    // A key that came before (imported twice, say) stays as it is.
    CAS_TRY(const KeyId held, findBySpki(scope.tx, key.spkiSha256));
    if (held)
        return held;
    const auto id = scope.tx.newId<KeyId>();
    CAS_TRY(const auto row, prepareRow(scope.sealer, scope.author(), id, key));
    CAS_TRY_VOID(insertPrepared(scope.tx, row));
    return id;
}

Result<crypto::PrivateKey> load(store::Reader &reader, const RowSealer &sealer, KeyId id)
{
    QByteArray wrapped;
    {
        CAS_TRY(store::Query row,
                reader.query(QStringLiteral("SELECT private_key FROM key_pair WHERE id = ?"),
                             {id.value()}));
        if (!row.next()) {
            CAS_TRY_VOID(row.status());
            return fail(ErrorCode::NotFound, QStringLiteral("key"), {id.toString()});
        }
        wrapped = row.blob(0);
    }
    CAS_TRY_VOID(store::verifyRow(reader, sealer, keyTable(), id.value()));
    CAS_TRY(const SecretBytes pkcs8, sealer.unwrap(keyContext(id.value()), wrapped));
    return crypto::PrivateKey::fromDer(pkcs8);
}

Result<KeyId> findBySpki(store::Reader &reader, const QByteArray &spkiSha256)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT id FROM key_pair WHERE spki_sha256 = ?"),
                         {spkiSha256}));
    KeyId id;
    if (row.next())
        id = row.id<KeyId>(0);
    CAS_TRY_VOID(row.status());
    return id;
}

Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    return store::verifyTable(reader, sealer, keyTable(), findings);
}

} // namespace cas::certificates::key_store
