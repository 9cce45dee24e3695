// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/revocation.h"
#include "core/certificates/certificate_store.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/crl_service.h"
#include "core/store/outbox.h"

namespace cas::privateca::revocation {

namespace {

/// CRLs know whole seconds only.
QDateTime presentSecond(const audit::OperationScope &scope)
{
    return QDateTime::fromSecsSinceEpoch(scope.tx.now().toSecsSinceEpoch(), Qt::UTC);
}

Result<> takeBack(audit::OperationScope &scope, const ca_store::Issuance &issuance,
                  crypto::RevocationReason reason)
{
    const QDateTime at = presentSecond(scope);
    CAS_TRY_VOID(ca_store::setRevoked(scope, issuance.certificate, at, reason));
    CAS_TRY_VOID(certificates::certificate_store::setRevoked(scope, issuance.certificate, at));
    return store::Outbox::put(scope.tx, kCrlTopic, issuance.ca.toString());
}

} // namespace

Result<> certificate(audit::OperationScope &scope, CertificateId id,
                     crypto::RevocationReason reason)
{
    CAS_TRY_VOID(rules::checkReason(reason, false));
    CAS_TRY(const auto issuance, ca_store::issuanceOf(scope.tx, id));
    if (issuance.revokedAt.isValid())
        return fail(ErrorCode::AlreadyRevoked, QStringLiteral("serial"),
                    {issuance.revokedAt.toString(Qt::ISODate)});
    return takeBack(scope, issuance, reason);
}

Result<> authority(audit::OperationScope &scope, CaId id, crypto::RevocationReason reason)
{
    CAS_TRY_VOID(rules::checkReason(reason, true));
    const QDateTime now = scope.tx.now();
    CAS_TRY(Ca ca, ca_store::trusted(scope.tx, scope.sealer, id, now));
    CAS_TRY(ca.state, nextCaState(ca.state, CaEvent::Revoke));
    CAS_TRY(const auto everyCa, ca_store::all(scope.tx, now));
    for (const Ca &other : everyCa) {
        if (other.parent == id && other.status != CaStatus::Revoked
            && other.status != CaStatus::Expired && other.certificate)
            return fail(ErrorCode::CaHasSubordinates, QStringLiteral("ca"), {other.name});
    }
    CAS_TRY_VOID(ca_store::update(scope, ca));
    if (!ca.parent) // nobody here has a CRL that could name it
        return certificates::certificate_store::setRevoked(scope, ca.certificate,
                                                           presentSecond(scope));
    CAS_TRY(const auto issuance, ca_store::issuanceOf(scope.tx, ca.certificate));
    return issuance.revokedAt.isValid() ? Result<>() : takeBack(scope, issuance, reason);
}

Result<> behindhand(audit::OperationScope &scope, CertificateId id)
{
    CAS_TRY(const auto issuance, ca_store::issuanceOf(scope.tx, id));
    return takeBack(scope, issuance, crypto::RevocationReason::Unspecified);
}

} // namespace cas::privateca::revocation
