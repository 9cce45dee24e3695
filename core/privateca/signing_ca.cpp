// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/signing_ca.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_store.h"

namespace cas::privateca {

namespace certificate_store = certificates::certificate_store;

namespace {

/// Its certificate, then those above it.
Result<QList<CertificateId>> chainOf(store::Reader &reader, const Ca &ca)
{
    CAS_TRY(auto ids, certificate_store::issuers(reader, ca.certificate));
    ids.prepend(ca.certificate);
    return ids;
}

} // namespace

Result<Ca> mayStillSign(store::Reader &reader, const RowSealer &sealer, CaId id,
                        const QDateTime &now)
{
    CAS_TRY(Ca ca, ca_store::trusted(reader, sealer, id, now));
    CAS_TRY_VOID(rules::checkMaySign(ca, now));
    CAS_TRY(const auto chain, chainOf(reader, ca));
    for (const CertificateId one : chain) {
        CAS_TRY(const bool revoked, certificate_store::isRevoked(reader, sealer, one));
        if (revoked)
            return fail(ErrorCode::CaRevoked, QStringLiteral("ca"), {ca.name});
    }
    return ca;
}

Result<SigningCa> signingCa(store::Reader &reader, const RowSealer &sealer, CaId id,
                            const QDateTime &now)
{
    SigningCa signing;
    CAS_TRY(signing.ca, mayStillSign(reader, sealer, id, now));
    CAS_TRY(const auto chain, chainOf(reader, signing.ca));
    for (const CertificateId one : chain) {
        CAS_TRY(const QByteArray der, certificate_store::der(reader, sealer, one));
        CAS_TRY(auto parsed, crypto::Certificate::fromDer(der));
        signing.issuers.append(std::move(parsed));
    }
    CAS_TRY(signing.key, certificates::key_store::load(reader, sealer, signing.ca.key));
    return signing;
}

} // namespace cas::privateca
