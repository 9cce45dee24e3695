// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate.h"
#include "core/crypto/crl.h"
#include "core/privateca/ca_commands.h"

/// The rules a CA goes by, as functions of values: no store, no clock, no key.
namespace cas::privateca::rules {

/// @errors InputMissing, InputTooLong(field `name`)
Result<QString> checkedName(const QString &typed, const QString &fallback);
/// @errors InputOutOfRange(field `years`, args 1, 30)
Result<> checkYears(int years);
/// @errors InputOutOfRange(field `crl_days`); UrlInvalid(field `crl_url`, `issuer_url`, `ocsp_url`)
Result<Publication> checkedPublication(const Publication &publication);
/// Whether CRLs that this CA signs would be accepted: its key usage, if it has one, must say so.
/// @errors CrlNotAllowed(field `crl_enabled`)  @source RFC 5280 §4.2.1.3
Result<> checkMaySignCrl(const crypto::Certificate &certificate);
/// Fills the row of a CA that begins to live.
void furnish(Ca &ca, const QString &name, CaType type, const Publication &publication);
/// SM2 CAs issue SM2 only; other families mix freely. @errors KeyAlgorithmMismatch(field `key`)
/// Nothing stands for a kind we do not make ourselves.
Result<> checkFamily(std::optional<crypto::KeyAlgorithm> issuer,
                     std::optional<crypto::KeyAlgorithm> subject);
/// May this CA sign anything now? @errors CaDisabled, CaRevoked, CaExpired, WrongState
Result<> checkMaySign(const Ca &ca, const QDateTime &now);
/// When a new certificate begins: five minutes ago, so that clocks that are a little late accept
/// it at once, but not before its issuer.
QDateTime beginning(const QDateTime &now, const crypto::Certificate *issuer);
/// @errors ValidityPastIssuer(field, args issuer's end in ISO)
Result<> checkWithinIssuer(const QDateTime &notAfter, const crypto::Certificate &issuer,
                           const QString &field);
/// Whether `issuer` may have a CA with `pathLength` below it.
/// @errors PathLengthExceeded(field `path_length`, args issuer's name)
Result<> checkPathLength(const crypto::Certificate &issuer, int pathLength);

/// Normalises what a subordinate CA shall be bound to. DNS names may begin with a dot (names below
/// only); addresses are CIDR.
/// @errors SanDnsInvalid(fields `permit_dns`, `exclude_dns`, arg text),
///         SanIpInvalid(fields `permit_ip`, `exclude_ip`, arg text)
Result<crypto::NameConstraints> checkedConstraints(const crypto::NameConstraints &typed);
/// Whether a subordinate CA stays inside what its issuers are bound to: its own subject, and every
/// subtree that it permits. One that lay outside could never be used.
/// @param issuers the signing CA's certificate and those above it
/// @errors NameConstraintViolated(fields `subject`, `permit_dns`, `permit_ip`, `permit_email`,
///         `permit_uri`, `permit_directory`; args name, constraint)
/// @source RFC 5280 §4.2.1.10, §6.1.4 (g)
Result<> checkInsideIssuers(const crypto::DistinguishedName &subject,
                            const std::optional<crypto::NameConstraints> &own,
                            const QList<crypto::Certificate> &issuers);
/// The addresses that a CA called `name` gets below the setting `ca.base-url`; empty below nothing.
struct SuggestedUrls
{
    QString crl; // BASE/NAME.crl
    QString issuer; // BASE/NAME.cer
};
SuggestedUrls urlsBelow(const QString &baseUrl, const QString &name);

/// The reason of a revocation by a person or script: those of operation 34, and `cACompromise` for
/// a CA. Lists of others may name more (crypto::parseRevocationReason): a hold, whose release does
/// not exist here, and its removal, which only delta lists say.
/// @errors InputInvalid(field `reason`, args text, what may be used)
/// @source RFC 5280 §5.3.1
Result<crypto::RevocationReason> parseReason(const QString &text);
/// @param ofCa whether it is a CA that is revoked. @errors as above
Result<> checkReason(crypto::RevocationReason reason, bool ofCa);

crypto::CertificateFields rootFields(const CreateRootCommand &command, const crypto::PublicKey &key,
                                     const QDateTime &now);
/// @errors ValidityPastIssuer(field `years`), PathLengthExceeded
Result<crypto::CertificateFields> subFields(const CreateSubCommand &command, const Ca &parent,
                                            const crypto::Certificate &parentCertificate,
                                            const crypto::PublicKey &key, const QDateTime &now);

} // namespace cas::privateca::rules
