// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate.h"
#include "core/privateca/ca_commands.h"

/// The rules a CA goes by, as functions of values: no store, no clock, no key.
namespace cas::privateca::rules {

/// @errors InputMissing, InputTooLong(field `name`)
Result<QString> checkedName(const QString &typed, const QString &fallback);
/// @errors InputOutOfRange(field `years`, args 1, 30)
Result<> checkYears(int years);
/// @errors InputOutOfRange(field `crl_days`); UrlInvalid(field `crl_url`, `issuer_url`, `ocsp_url`)
Result<Publication> checkedPublication(const Publication &publication);
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

crypto::CertificateFields rootFields(const CreateRootCommand &command, const crypto::PublicKey &key,
                                     const QDateTime &now);
/// @errors ValidityPastIssuer(field `years`), PathLengthExceeded
Result<crypto::CertificateFields> subFields(const CreateSubCommand &command, const Ca &parent,
                                            const crypto::Certificate &parentCertificate,
                                            const crypto::PublicKey &key, const QDateTime &now);

} // namespace cas::privateca::rules
