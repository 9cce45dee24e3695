// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/certificates/certificate_row.h"
#include "core/certificates/packer.h"

namespace cas::certificates {

/// Everything the details show. Certificates are parsed anew, nothing here is trusted text.
struct CertificateDetails
{
    CertificateRow row;
    crypto::Certificate certificate;
    struct ChainLink
    {
        CertificateId id;
        QString name;
        CertificateStatus status;
    };
    QList<ChainLink> chain; // the certificate itself first, then its issuers as far as held
};

struct OverviewCounts
{
    QHash<CertificateStatus, qint64> byStatus;
    QList<qint64> expiriesByWeek; // from today, or from where overview() was told to begin
    QList<CertificateRow> endingNext; // living, soonest first, at most 5, within 90 days
};

/// What the filters of a list offer.
struct FilterChoices
{
    QStringList brands;
    QStringList tags; // key:value
};

/// The inventory. Reads may be called from any thread that may block; what can take over 10 ms is
/// a Job.
class CertificateService
{
public:
    CertificateService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }

    /// @param issuer only what this CA certificate signed; null: everything
    Result<CertificatePage> page(const CertificateFilter &filter, CertificateId issuer,
                                 const store::PageRequest &request);
    Result<qint64> count(const CertificateFilter &filter, CertificateId issuer);
    Job<CertificatePage> pageJob(const CertificateFilter &filter, CertificateId issuer,
                                 const store::PageRequest &request);
    Job<qint64> countJob(const CertificateFilter &filter, CertificateId issuer);

    Result<CertificateRow> row(CertificateId id);
    Result<CertificateDetails> details(CertificateId id);
    Job<CertificateDetails> detailsJob(CertificateId id);
    /// @param from begin of the first week; null: now
    Result<OverviewCounts> overview(int weeks, const QDateTime &from = {});
    Job<OverviewCounts> overviewJob(int weeks, const QDateTime &from = {});
    Result<QStringList> brands();
    Result<QStringList> tagsInUse();
    Job<FilterChoices> filterChoicesJob();

    /// Everything of a certificate that a package needs; reads the private key only when the
    /// format holds one. Counted as a download in the operation log.
    Result<std::vector<PackedFile>> exportFiles(CertificateId id, const PackOptions &options,
                                                const SecretBytes &passphrase);
    /// The same, written into a folder; the Job's value is the paths.
    Job<QStringList> downloadJob(CertificateId id, const PackOptions &options,
                                 SecretBytes passphrase, const QString &folder, bool overwrite);

    Result<> rename(CertificateId id, const QString &name, qint64 revision);
    /// @param known what the tags were when the person began; others by now are kept
    /// @errors InputOutOfRange(field `tag`, arg limit); StaleRevision: not `known` any more
    Result<> setTags(CertificateId id, const QList<tags::Tag> &tags,
                     const tags::KnownTags &known = {});
    /// Moves to "Recently deleted"; a CA's own certificate cannot be deleted here.
    /// @errors NotFound; WrongState(args status): still valid and issued by a CA of this store
    Result<> remove(const QList<CertificateId> &ids);
    Result<> restore(const QList<CertificateId> &ids);
    /// Takes one out of "Recently deleted" for good: its rows, its bytes, its tags, and its private
    /// key where no other certificate uses it. There is no way back but a backup.
    /// @errors those of certificate_erase_store::erase
    Result<> erase(CertificateId id);

    Job<Unit> renameJob(CertificateId id, const QString &name, qint64 revision);
    Job<Unit> removeJob(const QList<CertificateId> &ids);
    Job<Unit> restoreJob(const QList<CertificateId> &ids);
    Job<Unit> setTagsJob(CertificateId id, const QList<tags::Tag> &tags,
                         const tags::KnownTags &known = {});

private:
    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
};

} // namespace cas::certificates
