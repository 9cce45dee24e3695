// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/row_sealer.h"
#include "core/crypto/certificate.h"
#include "core/privateca/ca.h"
#include "core/store/store.h"

namespace cas::privateca {

/// A CA that may sign now, as its store has it: row, certificates and key, all verified.
struct SigningCa
{
    Ca ca;
    QList<crypto::Certificate> issuers; // its own certificate first, then those above it
    crypto::PrivateKey key;
};

/// @errors those of mayStillSign(); Locked
Result<SigningCa> signingCa(store::Reader &reader, const RowSealer &sealer, CaId id,
                            const QDateTime &now);
/// The CA, if it may sign: in the transaction once more, for it may have been switched off or
/// revoked since signingCa(). A CA is refused too where its certificate, or one above it, is
/// revoked, whatever its own row says.
/// @errors those of rules::checkMaySign(); CaRevoked(field `ca`, args name); SealBroken
Result<Ca> mayStillSign(store::Reader &reader, const RowSealer &sealer, CaId id,
                        const QDateTime &now);

} // namespace cas::privateca
