// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/distinguished_name.h"
#include "core/crypto/key.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace cas::crypto {

/// CRLReason, RFC 5280 §5.3.1 (7 is unused).
enum class RevocationReason {
    Unspecified = 0,
    KeyCompromise = 1,
    CaCompromise = 2,
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
    CertificateHold = 6,
    RemoveFromCrl = 8,
    PrivilegeWithdrawn = 9,
    AaCompromise = 10,
};
/// `keyCompromise`: command line, JSON and store.
QString revocationReasonId(RevocationReason reason);
/// @errors InputInvalid(field `reason`)
Result<RevocationReason> parseRevocationReason(const QString &id);

struct RevokedEntry
{
    QByteArray serial; // big endian
    QDateTime revokedAt; // UTC
    RevocationReason reason =
        RevocationReason::Unspecified; // unspecified is written by leaving the extension out
};

struct CrlFields
{
    DistinguishedName issuer;
    QByteArray authorityKeyIdentifier;
    QDateTime thisUpdate;
    QDateTime nextUpdate;
    qint64 number = 1; // cRLNumber, 1 or more, only ever grows
    std::optional<qint64> deltaBaseNumber; // makes it a delta CRL (deltaCRLIndicator, critical)
};

/// Streams a version 2 CRL: entries are asked for one after another, so that a million of them
/// need one DER buffer and no list.
/// @param next returns nothing at the end; an error stops and is returned
/// @return DER
/// @source RFC 5280 §5; SM2 as for certificates
Result<QByteArray> buildCrl(const CrlFields &fields,
                            const std::function<Result<std::optional<RevokedEntry>>()> &next,
                            const Signer &issuer);

/// A CRL that was read. Entries are not kept; find() walks them.
class Crl
{
public:
    static Result<Crl> fromDer(const QByteArray &der);
    [[nodiscard]] const QByteArray &der() const noexcept { return m_der; }
    [[nodiscard]] const DistinguishedName &issuer() const noexcept { return m_issuer; }
    [[nodiscard]] const QDateTime &thisUpdate() const noexcept { return m_thisUpdate; }
    [[nodiscard]] const QDateTime &nextUpdate() const noexcept { return m_nextUpdate; }
    [[nodiscard]] qint64 number() const noexcept { return m_number; } // 0: no cRLNumber
    /// The number of the complete CRL that this one only adds to; nothing for a complete one. Who
    /// takes a delta CRL for a complete one misses what was revoked before (RFC 5280 §5.2.4).
    [[nodiscard]] std::optional<qint64> deltaBaseNumber() const noexcept { return m_deltaBase; }
    [[nodiscard]] qint64 entryCount() const noexcept { return m_entryCount; }
    [[nodiscard]] std::optional<RevokedEntry> find(const QByteArray &serial) const;
    [[nodiscard]] Result<> verifySignature(const PublicKey &issuer) const;

private:
    QByteArray m_der, m_tbs, m_signatureAlgorithm, m_signature, m_entries;
    DistinguishedName m_issuer;
    QDateTime m_thisUpdate, m_nextUpdate;
    qint64 m_number = 0;
    qint64 m_entryCount = 0;
    std::optional<qint64> m_deltaBase;
};

} // namespace cas::crypto
