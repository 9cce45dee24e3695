// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/crypto/key_pair.h"

/// SQL of the table key_pair.
namespace cas::certificates::key_store {

/// A key prepared outside the transaction: PKCS#8 encoding costs more than the insert.
struct NewKey
{
    crypto::KeyAlgorithm algorithm;
    QByteArray spkiSha256;
    SecretBytes pkcs8;
};
/// @errors those of PrivateKey::toPkcs8; KeyInvalid: of a kind we do not keep
Result<NewKey> prepare(const crypto::PrivateKey &key);
Result<NewKey> prepare(crypto::NewKeyPair pair);
Result<KeyId> insert(audit::OperationScope &scope, const NewKey &key);
/// The row of a key, encrypted and sealed outside the transaction: for bulk work.
/// @thread any
Result<store::Values> prepareRow(const RowSealer &sealer, const audit::Author &author, KeyId id,
                                 const NewKey &key);
/// Nobody may have the key yet: a second one breaks the transaction.
Result<> insertPrepared(store::Transaction &tx, const store::Values &row);
/// @errors NotFound; SealBroken; Locked
Result<crypto::PrivateKey> load(store::Reader &reader, const RowSealer &sealer, KeyId id);
/// The key whose public half is this one, null where the store holds none.
Result<KeyId> findBySpki(store::Reader &reader, const QByteArray &spkiSha256);
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace cas::certificates::key_store
