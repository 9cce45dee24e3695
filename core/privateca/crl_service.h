// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/crypto/crl.h"
#include "core/privateca/ca.h"

#include <mutex>

namespace cas::privateca {

/// What became of a revocation's CRL. The revocation itself stands either way.
struct CrlOutcome
{
    qint64 number = 0; // of the newest CRL of the CA that issued; 0: it has none
    std::optional<ErrorCode> failure; // why no new one could be made; it is tried again
};

/// A certificate that was taken back.
struct Revoked
{
    CertificateId certificate;
    CrlOutcome crl;
};

/// A CA that was taken back.
struct RevokedCa
{
    Ca ca;
    CrlOutcome crl; // of its issuer
};

/// Revocation and CRLs (operations 27, 34). Revoking stores the fact and, in the same transaction,
/// an outbox row for the CRL; the CRL is then made at once, and again by publishDue() where that
/// did not succeed.
class CrlService
{
public:
    CrlService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }

    /// Where the certificate is a CA's own, the CA is revoked with it, by the rules for CAs.
    /// @param note why, in the operator's words; kept in the operation log, up to 200 characters
    /// @errors NotFound(field `serial`), AlreadyRevoked(args when), CaHasSubordinates(args one),
    ///         InputInvalid(field `reason`), InputTooLong(field `note`)
    Result<Revoked> revoke(CaId ca, const QByteArray &serial, crypto::RevocationReason reason,
                           const QString &note = {});
    /// The same for a certificate of any CA of this store. @errors NotFound(field `id`)
    Result<Revoked> revoke(CertificateId certificate, crypto::RevocationReason reason,
                           const QString &note = {});
    Job<Revoked> revokeJob(CertificateId certificate, crypto::RevocationReason reason,
                           const QString &note);
    /// Makes the CRL that a revocation in `ca` waits for. @param ca null: nobody's CRL is to change
    CrlOutcome publishRevocation(CaId ca);

    /// `keyCompromise` ...; empty where the certificate is not revoked. @errors NotFound
    Result<QString> reasonOf(CertificateId certificate);

    /// Signs the next CRL of a CA from what is revoked now. Where a row that it is made of was
    /// changed outside, nothing is signed and the last one stays as it is.
    /// @errors Locked, NotFound, WrongState: the CA has no key here; SealBroken(args table, id)
    Result<CrlInfo> publish(CaId ca);
    /// The current CRL in DER; a new one where there is none, 80 % of its life is over or it does
    /// not say what is revoked. @errors those of publish() where there is none yet; SealBroken
    Result<QByteArray> current(CaId ca);
    Job<CrlInfo> publishJob(CaId ca);
    /// Writes the current CRL to a file, DER or PEM.
    enum class Encoding { Der, Pem };
    Job<Unit> saveJob(CaId ca, const QString &path, Encoding encoding, bool overwrite);
    /// Makes the CRLs that revocations still wait for.
    struct DueCrls
    {
        int made = 0;
        QList<std::pair<CaId, ErrorCode>> failed; // tried again later
    };
    Result<DueCrls> publishDue();
    /// Makes the next CRL of every living CA (Enabled, Disabled) where 80 % of the life of the
    /// current one is over, or none was made yet. What fails is tried again at the next call.
    /// Several programs may call it on one store: each CRL is made once. @return how many
    Result<int> renewDue();
    /// Both, as the duty of an open console. @return how many
    Job<int> dutyJob();

private:
    /// @param after only while this is the current number; nothing: always
    Result<CrlInfo> publishAfter(CaId ca, std::optional<qint64> after);

    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
    std::mutex m_publishing;
};

/// Outbox topic of CRLs that wait to be made; its subject is the CA's printed id.
inline const QString kCrlTopic = QStringLiteral("crl.publish");

} // namespace cas::privateca
