// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"

/// The list queries over the table certificate: a window onto the store, never all of it.
namespace cas::certificates::certificate_list_store {

/// @param issuer only what this certificate signed; null: any
Result<CertificatePage> page(store::Reader &reader, const CertificateFilter &filter,
                             CertificateId issuer, const store::PageRequest &request,
                             const QDateTime &now);
Result<qint64> count(store::Reader &reader, const CertificateFilter &filter, CertificateId issuer,
                     const QDateTime &now);
/// In the order given; ids that do not exist are left out.
Result<QList<CertificateRow>> byIds(store::Reader &reader, const QList<CertificateId> &ids,
                                    const QDateTime &now);
/// How many living certificates have each status.
Result<QHash<CertificateStatus, qint64>> countByStatus(store::Reader &reader, const QDateTime &now);
/// How many living, unrevoked certificates end in each of `weeks` weeks from `from`.
Result<QList<qint64>> expiriesByWeek(store::Reader &reader, const QDateTime &from, int weeks);
/// Distinct brands, sorted, at most 200: what a filter offers.
Result<QStringList> brands(store::Reader &reader);

} // namespace cas::certificates::certificate_list_store
