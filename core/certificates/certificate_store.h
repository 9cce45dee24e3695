// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/certificates/certificate_row.h"

/// SQL of the tables certificate and certificate_der, and of the view and index for search.
namespace cas::certificates::certificate_store {

/// A certificate to add; everything else is read from its DER.
struct NewCertificate
{
    crypto::Certificate certificate;
    QString source; // ISSUED, CA, UPLOAD
    QString type; // server, client, ca, other
    QString brand; // issuing CA's name
    QString name; // empty: the common name, or the first SAN
    CertificateId issuer; // null where the issuer is not held
};
/// @errors CertificateKnown(args its name, printed id): this very certificate is already there
Result<CertificateId> insert(audit::OperationScope &scope, const NewCertificate &add);

/// What the row of a certificate says of it.
struct CertificateFacts
{
    QByteArray der;
    QByteArray serial;
    QByteArray spkiDer;
    QString commonName;
    QString subject;
    QString sans;
    QDateTime notBefore;
    QDateTime notAfter;
};
CertificateFacts factsOf(const crypto::Certificate &certificate);
/// The same for one that was just made of `fields`, without reading it back.
CertificateFacts factsOf(const crypto::CertificateFields &fields, const QByteArray &der);

/// Where a certificate stands in the inventory; the members are those of NewCertificate.
struct Placement
{
    QString source;
    QString type;
    QString brand;
    QString name;
    CertificateId issuer;
};
/// Rows of a certificate with their seals, made outside the transaction.
struct PreparedCertificate
{
    CertificateId id;
    QByteArray sha256; // of the DER
    store::Values row;
    QByteArray der;
};
/// @thread any: for bulk work, which prepares on several threads and writes on one
Result<PreparedCertificate> prepare(const RowSealer &sealer, const audit::Author &author,
                                    CertificateId id, const CertificateFacts &facts,
                                    const Placement &placement);
/// Nobody may have the certificate yet: a second one breaks the transaction.
Result<> insertPrepared(store::Transaction &tx, const PreparedCertificate &prepared);

/// Takes a certificate out of the search index: before its row goes, or changes what the index
/// holds.
Result<> unindex(audit::OperationScope &scope, CertificateId id);

/// @errors NotFound
Result<CertificateRow> byId(store::Reader &reader, CertificateId id, const QDateTime &now);
/// The DER, checked against the sealed fingerprint. @errors NotFound, SealBroken
Result<QByteArray> der(store::Reader &reader, const RowSealer &sealer, CertificateId id);
/// The DER without a sealer, for looking only (locked store).
Result<QByteArray> derUnchecked(store::Reader &reader, CertificateId id);
/// Issuer certificates upwards, nearest first, without the leaf; ends at a root or where the
/// issuer is not held.
Result<QList<CertificateId>> issuers(store::Reader &reader, CertificateId id);
/// Whether it was taken back, by a row whose seal holds. @errors NotFound, SealBroken
Result<bool> isRevoked(store::Reader &reader, const RowSealer &sealer, CertificateId id);
/// How many rows a CA of this store issued, deleted ones too.
Result<qint64> countIssued(store::Reader &reader);
Result<QByteArray> spkiSha256(store::Reader &reader, CertificateId id);

// Changes of a row look at its seal first.  @errors of all: NotFound, SealBroken
Result<> setRevoked(audit::OperationScope &scope, CertificateId id, const QDateTime &at);
Result<> setName(audit::OperationScope &scope, CertificateId id, const QString &name,
                 qint64 revision);
/// One that came along as an issuer becomes the certificate of a CA of this store; living again
/// where it was deleted.
Result<> becomeCa(audit::OperationScope &scope, CertificateId id, const QString &name,
                  const QString &brand);
/// Its issuer has come into the store after it. @param brand the issuer's name
Result<> setIssuer(audit::OperationScope &scope, CertificateId id, CertificateId issuer,
                   const QString &brand);
/// Marks as deleted (`at` given) or living again. @errors NotFound
Result<> setDeleted(audit::OperationScope &scope, CertificateId id, const QDateTime &at);
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace cas::certificates::certificate_store
