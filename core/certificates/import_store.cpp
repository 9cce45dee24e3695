// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/import_store.h"

namespace cas::certificates::import_store {

using store::Query;
using store::Reader;

namespace {

Result<Known> first(Reader &reader, const QString &condition, const QByteArray &value)
{
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT id, name, deleted_at IS NOT NULL FROM "
                                                   "certificate WHERE %1 LIMIT 1")
                                        .arg(condition),
                                    {value}));
    Known known;
    if (row.next())
        known = {row.id<CertificateId>(0), row.text(1), row.integer(2) != 0};
    CAS_TRY_VOID(row.status());
    return known;
}

} // namespace

Result<QList<CaCertificate>> caCertificates(Reader &reader)
{
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT id, CASE source WHEN 'CA' THEN name ELSE '' END "
                                        "FROM certificate WHERE deleted_at IS NULL AND type = "
                                        "'ca'")));
    QList<CaCertificate> list;
    while (rows.next())
        list.append({rows.id<CertificateId>(0), rows.text(1)});
    CAS_TRY_VOID(rows.status());
    return list;
}

Result<Known> find(Reader &reader, const QByteArray &sha256)
{
    return first(reader, QStringLiteral("sha256 = ?"), sha256);
}

Result<QList<CertificateId>> withoutIssuer(Reader &reader, const QString &brand,
                                           CertificateId after, int limit)
{
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT id FROM certificate WHERE deleted_at IS NULL AND "
                                        "brand = ? COLLATE NOCASE AND issuer_id IS NULL AND id > "
                                        "? ORDER BY brand COLLATE NOCASE, id LIMIT ?"),
                         {brand, after.value(), limit}));
    QList<CertificateId> ids;
    while (rows.next())
        ids.append(rows.id<CertificateId>(0));
    CAS_TRY_VOID(rows.status());
    return ids;
}

Result<Known> withKey(Reader &reader, const QByteArray &spkiSha256)
{
    return first(reader,
                 QStringLiteral("source <> 'ISSUED' AND deleted_at IS NULL AND "
                                "spki_sha256 = ?"),
                 spkiSha256);
}

} // namespace cas::certificates::import_store
