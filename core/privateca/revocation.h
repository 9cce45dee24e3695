// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/crypto/crl.h"
#include "core/privateca/ca.h"

/// What revoking writes (operations.md §2.3, §2.4, operations 30, 34), in the caller's transaction:
/// the rows that say so and an outbox row for the CRL it belongs on.
namespace cas::privateca::revocation {

/// Takes back a certificate that a CA of this store issued and that is no CA's own.
/// @errors NotFound; AlreadyRevoked(field `serial`, args when); InputInvalid(field `reason`);
///         SealBroken
Result<> certificate(audit::OperationScope &scope, CertificateId id,
                     crypto::RevocationReason reason);
/// Revokes a CA together with its certificate: whichever of the two a person names. Ends a CA that
/// is not Revoked although its certificate already is.
/// @errors WrongState; CaHasSubordinates(field `ca`, args name of a living one);
///         InputInvalid(field `reason`); SealBroken
Result<> authority(audit::OperationScope &scope, CaId id, crypto::RevocationReason reason);
/// Puts a certificate onto its issuer's list that was revoked while the issuer was not in this
/// store; the reason is no longer known.
Result<> behindhand(audit::OperationScope &scope, CertificateId id);

} // namespace cas::privateca::revocation
