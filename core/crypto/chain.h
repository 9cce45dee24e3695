// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate.h"
#include "core/crypto/crl.h"

namespace cas::crypto {

/// Why a chain is not accepted, most serious first in a report.
enum class ChainProblem {
    NoIssuerFound,
    UntrustedRoot,
    SignatureInvalid,
    Expired,
    NotYetValid,
    Revoked,
    CrlMissing,
    CrlExpired,
    NotACa,
    KeyUsageForbidsSigning,
    PathLengthExceeded,
    NameConstraintViolated,
    PurposeNotAllowed,
    WeakKey,
    WeakDigest,
    UnhandledCriticalExtension,
    Malformed,
};

struct ChainFinding
{
    ChainProblem problem;
    int depth = 0; // 0: the certificate itself
    QString detail; // English, for the log
};

struct ChainCheck
{
    QList<QByteArray> intermediates; // DER, any order, may hold strangers
    QList<QByteArray> trustAnchors; // DER; self-signatures of anchors are checked too
    QList<QByteArray>
        crls; // DER, complete lists (deltas are passed over); empty: no revocation check
    QDateTime at; // UTC; null: now
    QString purpose; // EKU OID wanted (eku::serverAuth), empty: any
};

struct ChainReport
{
    QList<QByteArray> chain; // DER, leaf first, as far as it could be built
    QList<ChainFinding> findings; // empty: accepted
    [[nodiscard]] bool ok() const noexcept { return findings.isEmpty(); }
};

/// Path validation by OpenSSL (security level 2, strict, purpose set), SM2 with its ID set on
/// every object; our own check where OpenSSL cannot (SM2 CRLs, crypto-notes §1.2).
/// @source RFC 5280 §6
/// @errors DerInvalid when `leafDer` cannot be read at all
Result<ChainReport> checkChain(const QByteArray &leafDer, const ChainCheck &options);

/// Whether names fit an issuer's name constraints; the first one that does not is in the error.
/// The subject is held against the directory constraints, its e-mail addresses against those for
/// e-mail, and its common name, when it looks like a host and no DNS name is given, against those
/// for DNS. Fails closed: a constraint that we cannot enforce refuses every name.
/// @errors NameConstraintViolated(field `san`, args name, constraint)
/// @source RFC 5280 §4.2.1.10
Result<> checkNameConstraints(const NameConstraints &constraints, const DistinguishedName &subject,
                              const QList<SubjectAltName> &names);

} // namespace cas::crypto
