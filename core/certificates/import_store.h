// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"

/// What import looks up in the table certificate.
namespace cas::certificates::import_store {

struct CaCertificate
{
    CertificateId id;
    QString caName; // of the CA of this store that it belongs to; empty: no CA of ours
};
/// Every CA certificate that is not deleted.
Result<QList<CaCertificate>> caCertificates(store::Reader &reader);

struct Known
{
    CertificateId id; // null: not held
    QString name;
    bool deleted = false;
};
Result<Known> find(store::Reader &reader, const QByteArray &sha256);

/// Living certificates of this brand whose issuer is not held, above `after` in the order of ids.
Result<QList<CertificateId>> withoutIssuer(store::Reader &reader, const QString &brand,
                                           CertificateId after, int limit);
/// The first living certificate of this key. `id` is null where there is none.
Result<Known> withKey(store::Reader &reader, const QByteArray &spkiSha256);

} // namespace cas::certificates::import_store
