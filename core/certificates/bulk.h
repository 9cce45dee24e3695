// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_service.h"

#include <QSet>

/// One operation on many certificates, one after another: a failure does not stop the rest, each
/// certificate has its own audit row, and a cancel takes effect between two certificates.
/// Progress counts certificates. The Job itself fails only when the store cannot be read.
namespace cas::certificates {

/// Which certificates: `ids`, or with `all` everything `filter` finds except `ids`.
struct CertificateSelection
{
    bool all = false;
    CertificateFilter filter;
    QSet<CertificateId> ids;
};

struct BulkReport
{
    QList<CertificateId> done;
    struct Failure
    {
        CertificateId id;
        QString name;
        Error error;
    };
    QList<Failure> failed;
};

/// @param service borrowed; must outlive the executor's threads, as the console does
Job<BulkReport> bulkRemoveJob(CertificateService &service, Executor &executor,
                              const CertificateSelection &selection, const QString &title);
/// The way back of bulkRemoveJob.
Job<BulkReport> bulkRestoreJob(CertificateService &service, Executor &executor,
                               const QList<CertificateId> &ids, const QString &title);
Job<BulkReport> bulkRestoreJob(CertificateService &service, Executor &executor,
                               const CertificateSelection &selection, const QString &title);
/// Takes them out of "Recently deleted" for good (CertificateService::erase).
Job<BulkReport> bulkEraseJob(CertificateService &service, Executor &executor,
                             const CertificateSelection &selection, const QString &title);
/// Adds tags; a tag whose key is there already gets the new value, others stay.
Job<BulkReport> bulkTagJob(CertificateService &service, Executor &executor,
                           const CertificateSelection &selection, const QList<tags::Tag> &add,
                           const QString &title);
/// Writes certificates without keys into a folder, which is made where it does not exist. Files
/// that would replace another get the certificate's id in their name.
/// @param options a format that holds no key
/// @errors InvalidArgument(field `format`): it holds one
Job<BulkReport> bulkDownloadJob(CertificateService &service, Executor &executor,
                                const CertificateSelection &selection, const PackOptions &options,
                                const QString &folder, const QString &title);

} // namespace cas::certificates
