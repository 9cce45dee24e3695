// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/audit/operation_runner.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/crypto/certificate.h"
#include "core/privateca/ca.h"

namespace cas::privateca {

enum class LeafType { Server, Client };
/// `server`, `client`. @errors InputInvalid(field `type`)
Result<LeafType> parseLeafType(const QString &id);
QString leafTypeId(LeafType type);

/// How long a certificate shall live.
struct Validity
{
    enum class Unit { Days, Months, Years };
    int amount = 365; // 1 or more; at most 100 years in all
    Unit unit = Unit::Days;
};

/// What the Request Certificate panel collects (operation 4).
struct IssueCommand
{
    CaId ca;
    LeafType type = LeafType::Server;
    QString commonName; // 1-64 characters; a server's is a domain name or an address
    QList<crypto::SubjectAltName> subjectAltNames; // at most 10
    Validity validity;
    crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::EcP256; // ignored with a request
    QByteArray request; // PKCS#10, PEM or DER; empty: the key is made and kept here
    QString loginAccount; // written as UID, at most 64 characters
    /// O, OU, L, ST, C; where nothing is given for a type the CA's own value is taken.
    QList<crypto::NameAttribute> subjectExtras;
    bool includeUrls = true; // CRL and issuer addresses of the CA
};

/// What was issued, as the result card and `ca issue` show it.
struct IssuedCertificate
{
    CertificateId id;
    crypto::Certificate certificate;
    QString caName;
    QList<crypto::Certificate> issuers; // the CA's certificate first, then those above it
    std::optional<qint64> restCount; // nothing: not limited
};

/// The rules of issuing, without store or key.
/// @param issuers the CA's certificate first, then upwards: name constraints of all apply
/// @errors CommonNameInvalid, SanInvalid..., TooManySans(args limit), InputDuplicate,
///         ValidityInvalid (none), InputOutOfRange (over 100 years), ValidityPastIssuer(all field
///         `days`), KeyTooWeak, KeyAlgorithmMismatch,
///         NameConstraintViolated, InputTooLong(field `login_account`), those of checkMaySign()
Result<crypto::CertificateFields> leafFields(const IssueCommand &command, const Ca &ca,
                                             const QList<crypto::Certificate> &issuers,
                                             const crypto::PublicKey &key, const QDateTime &now);

/// Issuing private certificates (operations 4, 26).
class IssueService
{
public:
    IssueService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }
    /// Key (or request), names, rules, signature; certificate, key, issuance, quota and audit row
    /// in one transaction. The certificate leaves only after the commit.
    /// @errors those of leafFields(); CsrInvalid, CsrSignatureInvalid (field `csr`); QuotaExhausted
    Result<IssuedCertificate> issue(const IssueCommand &command, const std::atomic<bool> *cancel);
    Job<IssuedCertificate> issueJob(const IssueCommand &command);

private:
    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
};

} // namespace cas::privateca
