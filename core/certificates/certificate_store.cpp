// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_store.h"
#include "core/certificates/certificate_list_store.h"
#include "core/crypto/plain_key.h"
#include "core/crypto/primitives.h"
#include "core/store/sealed_table.h"

namespace cas::certificates::certificate_store {

using audit::OperationScope;
using store::Query;
using store::Reader;

namespace {

const store::SealedTable &certificateTable()
{
    static const store::SealedTable table{"certificate",
                                          {"account_id", "sha256", "serial", "issuer_id", "source",
                                           "type", "spki_sha256", "not_before", "not_after",
                                           "state", "revoked_at", "deleted_at", "created_at",
                                           "created_by"},
                                          "id",
                                          "revision",
                                          CertificateTag::prefix};
    return table;
}

QString sansText(const QList<crypto::SubjectAltName> &names)
{
    QStringList values;
    for (const auto &san : names)
        values.append(san.value());
    return values.isEmpty() ? QStringLiteral("") : values.join(QStringLiteral(", "));
}

struct KeyFacts
{
    QString algorithm; // id, or a label for kinds we do not make
    QByteArray spkiSha256;
};

KeyFacts keyFacts(const QByteArray &spkiDer)
{
    if (const auto plain = crypto::plainKeyAlgorithm(spkiDer))
        return {crypto::keyAlgorithmId(*plain), crypto::sha256(spkiDer)};
    const auto key = crypto::PublicKey::fromSpki(spkiDer);
    if (!key)
        return {QStringLiteral("unknown"), crypto::sha256(spkiDer)};
    const auto algorithm = key->algorithm();
    return {algorithm ? crypto::keyAlgorithmId(*algorithm) : key->label(), key->spkiSha256()};
}

QString orEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// One row of VALUES: INSERT ... SELECT opens a savepoint of its own for each certificate, which
/// cost more than all else that is written for it.
Result<> index(store::Transaction &tx, CertificateId id)
{
    CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO certificate_search (rowid, text) VALUES (?, "
                                        "(SELECT text FROM certificate_text WHERE id = ?))"),
                         {id.value(), id.value()}));
    return {};
}

/// Before every UPDATE: sealing it again would make good what somebody changed outside.
Result<> checkSeal(OperationScope &scope, CertificateId id)
{
    return store::verifyRow(scope.tx, scope.sealer, certificateTable(), id.value());
}

Result<> reseal(OperationScope &scope, CertificateId id)
{
    CAS_TRY_VOID(store::sealRow(scope.tx, scope.sealer, certificateTable(), id.value()));
    scope.tx.touch(QStringLiteral("certificate"));
    return {};
}

} // namespace

CertificateFacts factsOf(const crypto::Certificate &certificate)
{
    return {certificate.der(),
            certificate.serial(),
            certificate.spkiDer(),
            certificate.subject().commonName(),
            certificate.subject().toString(),
            sansText(certificate.subjectAltNames()),
            certificate.notBefore(),
            certificate.notAfter()};
}

CertificateFacts factsOf(const crypto::CertificateFields &fields, const QByteArray &der)
{
    return {der,
            fields.serial,
            fields.publicKey.spkiDer(),
            fields.subject.commonName(),
            fields.subject.toString(),
            sansText(fields.subjectAltNames),
            fields.notBefore,
            fields.notAfter};
}

Result<PreparedCertificate> prepare(const RowSealer &sealer, const audit::Author &author,
                                    CertificateId id, const CertificateFacts &facts,
                                    const Placement &placement)
{
    const KeyFacts key = keyFacts(facts.spkiDer);
    QString name = placement.name.isEmpty() ? facts.commonName : placement.name;
    if (name.isEmpty())
        name = facts.sans.section(QStringLiteral(", "), 0, 0);
    if (name.isEmpty())
        name = crypto::serialText(facts.serial);

    PreparedCertificate prepared;
    prepared.id = id;
    prepared.sha256 = crypto::sha256(facts.der);
    prepared.der = facts.der;
    const qint64 at = author.at.toMSecsSinceEpoch();
    const QVariant issuer = placement.issuer ? QVariant(placement.issuer.value()) : QVariant();
    const qint64 notBefore = facts.notBefore.toMSecsSinceEpoch();
    const qint64 notAfter = facts.notAfter.toMSecsSinceEpoch();
    const QString state = QStringLiteral("Issued");
    CAS_TRY(const QByteArray seal,
            store::sealOf(sealer, certificateTable(), id.value(), 1,
                          {author.account.value(), prepared.sha256, facts.serial, issuer,
                           placement.source, placement.type, key.spkiSha256, notBefore, notAfter,
                           state, QVariant(), QVariant(), at, author.operatorName}));
    const QString shownName = orEmpty(name.left(64));
    prepared.row = {id.value(),
                    author.account.value(),
                    prepared.sha256,
                    facts.serial,
                    issuer,
                    placement.source,
                    placement.type,
                    orEmpty(placement.brand),
                    shownName,
                    orEmpty(facts.commonName),
                    orEmpty(facts.subject),
                    orEmpty(facts.sans),
                    key.algorithm,
                    key.spkiSha256,
                    notBefore,
                    notAfter,
                    warnAt(facts.notBefore, facts.notAfter),
                    state,
                    at,
                    author.operatorName,
                    seal};
    return prepared;
}

Result<> insertPrepared(store::Transaction &tx, const PreparedCertificate &prepared)
{
    CAS_TRY_VOID(
        tx.exec(QStringLiteral("INSERT INTO certificate (id, account_id, sha256, serial, "
                               "issuer_id, source, type, brand, name, common_name, subject, sans, "
                               "key_algorithm, spki_sha256, not_before, not_after, warn_at, state, "
                               "created_at, created_by, revision, seal) "
                               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,?)"),
                prepared.row));
    CAS_TRY_VOID(
        tx.exec(QStringLiteral("INSERT INTO certificate_der (certificate_id, der) VALUES (?,?)"),
                {prepared.id.value(), prepared.der}));
    CAS_TRY_VOID(index(tx, prepared.id));
    tx.touch(QStringLiteral("certificate"));
    return {};
}

Result<CertificateId> insert(OperationScope &scope, const NewCertificate &add)
{
    CAS_TRY(const auto prepared, prepare(scope.sealer, scope.author(),
                                         scope.tx.newId<CertificateId>(), factsOf(add.certificate),
                                         {add.source, add.type, add.brand, add.name, add.issuer}));
    {
        CAS_TRY(Query row,
                scope.tx.query(QStringLiteral("SELECT id, name FROM certificate WHERE sha256 = ?"),
                               {prepared.sha256}));
        if (row.next())
            return fail(ErrorCode::CertificateKnown, QStringLiteral("certificate"),
                        {row.text(1), row.id<CertificateId>(0).toString()});
        CAS_TRY_VOID(row.status());
    }
    CAS_TRY_VOID(insertPrepared(scope.tx, prepared));
    return prepared.id;
}

Result<> unindex(OperationScope &scope, CertificateId id)
{
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("INSERT INTO certificate_search (certificate_search, rowid, text) VALUES "
                       "('delete', ?, (SELECT text FROM certificate_text WHERE id = ?))"),
        {id.value(), id.value()}));
    return {};
}

Result<CertificateRow> byId(Reader &reader, CertificateId id, const QDateTime &now)
{
    CAS_TRY(auto rows, certificate_list_store::byIds(reader, {id}, now));
    if (rows.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {id.toString()});
    return rows.takeFirst();
}

Result<QByteArray> derUnchecked(Reader &reader, CertificateId id)
{
    CAS_TRY(Query row,
            reader.query(QStringLiteral("SELECT der FROM certificate_der WHERE certificate_id = ?"),
                         {id.value()}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {id.toString()});
    }
    return row.blob(0);
}

Result<QByteArray> der(Reader &reader, const RowSealer &sealer, CertificateId id)
{
    CAS_TRY_VOID(store::verifyRow(reader, sealer, certificateTable(), id.value()));
    CAS_TRY(const QByteArray bytes, derUnchecked(reader, id));
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT sha256 FROM certificate WHERE id = ?"),
                                    {id.value()}));
    if (!row.next() || row.blob(0) != crypto::sha256(bytes))
        return fail(ErrorCode::SealBroken, {}, {QStringLiteral("certificate_der"), id.toString()});
    return bytes;
}

Result<QList<CertificateId>> issuers(Reader &reader, CertificateId id)
{
    QList<CertificateId> chain;
    CertificateId at = id;
    while (chain.size() < 32) { // a chain this long is a loop
        CAS_TRY(Query row,
                reader.query(QStringLiteral("SELECT issuer_id FROM certificate WHERE id = ?"),
                             {at.value()}));
        if (!row.next() || row.isNull(0)) {
            CAS_TRY_VOID(row.status());
            break;
        }
        at = row.id<CertificateId>(0);
        if (at == id || chain.contains(at))
            break;
        chain.append(at);
    }
    return chain;
}

Result<bool> isRevoked(Reader &reader, const RowSealer &sealer, CertificateId id)
{
    CAS_TRY_VOID(store::verifyRow(reader, sealer, certificateTable(), id.value()));
    CAS_TRY(Query row, reader.query(QStringLiteral("SELECT state FROM certificate WHERE id = ?"),
                                    {id.value()}));
    const bool revoked = row.next() && row.text(0) == QStringLiteral("Revoked");
    CAS_TRY_VOID(row.status());
    return revoked;
}

Result<qint64> countIssued(Reader &reader)
{
    CAS_TRY(Query row, reader.query(QStringLiteral(
                           "SELECT COUNT(*) FROM certificate WHERE source = 'ISSUED'")));
    const qint64 count = row.next() ? row.integer(0) : 0;
    CAS_TRY_VOID(row.status());
    return count;
}

Result<QByteArray> spkiSha256(Reader &reader, CertificateId id)
{
    CAS_TRY(Query row,
            reader.query(QStringLiteral("SELECT spki_sha256 FROM certificate WHERE id = ?"),
                         {id.value()}));
    if (!row.next()) {
        CAS_TRY_VOID(row.status());
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {id.toString()});
    }
    return row.blob(0);
}

Result<> setRevoked(OperationScope &scope, CertificateId id, const QDateTime &at)
{
    CAS_TRY_VOID(checkSeal(scope, id));
    CAS_TRY_VOID(
        scope.tx.exec(QStringLiteral("UPDATE certificate SET state = 'Revoked', revoked_at = ?, "
                                     "revision = revision + 1 WHERE id = ?"),
                      {at, id.value()}));
    return reseal(scope, id);
}

Result<> setName(OperationScope &scope, CertificateId id, const QString &name, qint64 revision)
{
    CAS_TRY_VOID(checkSeal(scope, id));
    CAS_TRY_VOID(unindex(scope, id));
    CAS_TRY(const qint64 touched,
            scope.tx.exec(QStringLiteral("UPDATE certificate SET name = ?, revision = revision + 1 "
                                         "WHERE id = ? AND revision = ?"),
                          {name, id.value(), revision}));
    if (touched == 0)
        return fail(ErrorCode::StaleRevision, {}, {id.toString()});
    CAS_TRY_VOID(index(scope.tx, id));
    return reseal(scope, id);
}

Result<> becomeCa(OperationScope &scope, CertificateId id, const QString &name,
                  const QString &brand)
{
    CAS_TRY_VOID(checkSeal(scope, id));
    CAS_TRY_VOID(unindex(scope, id));
    CAS_TRY_VOID(
        scope.tx.exec(QStringLiteral("UPDATE certificate SET source = 'CA', name = ?, brand = ?, "
                                     "deleted_at = NULL, revision = revision + 1 WHERE id = ?"),
                      {name, brand, id.value()}));
    CAS_TRY_VOID(index(scope.tx, id));
    return reseal(scope, id);
}

Result<> setIssuer(OperationScope &scope, CertificateId id, CertificateId issuer,
                   const QString &brand)
{
    CAS_TRY_VOID(checkSeal(scope, id));
    CAS_TRY_VOID(scope.tx.exec(QStringLiteral("UPDATE certificate SET issuer_id = ?, brand = ?, "
                                              "revision = revision + 1 WHERE id = ?"),
                               {issuer.value(), brand, id.value()}));
    return reseal(scope, id);
}

Result<> setDeleted(OperationScope &scope, CertificateId id, const QDateTime &at)
{
    CAS_TRY_VOID(checkSeal(scope, id));
    CAS_TRY(const qint64 touched,
            scope.tx.exec(QStringLiteral("UPDATE certificate SET deleted_at = ?, "
                                         "revision = revision + 1 WHERE id = ?"),
                          {at.isValid() ? QVariant(at) : QVariant(), id.value()}));
    if (touched == 0)
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {id.toString()});
    return reseal(scope, id);
}

Result<> verify(Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings)
{
    CAS_TRY_VOID(store::verifyTable(reader, sealer, certificateTable(), findings));
    CAS_TRY(Query rows, reader.query(QStringLiteral(
                            "SELECT c.id, c.sha256, d.der, c.not_after, c.not_before, c.warn_at, "
                            "c.common_name, c.subject, c.sans FROM certificate c LEFT JOIN "
                            "certificate_der d ON d.certificate_id = c.id ORDER BY c.id")));
    while (rows.next()) {
        const auto report = [&](const char *table, const QString &what) {
            findings.append({QLatin1StringView(table), rows.id<CertificateId>(0).toString(), what});
        };
        const QByteArray bytes = rows.blob(2);
        if (rows.isNull(2) || crypto::sha256(bytes) != rows.blob(1)) {
            report("certificate_der", QStringLiteral("the certificate's bytes were changed"));
            continue;
        }
        // Derived columns are not sealed, they are compared with what they derive from.
        const auto certificate = crypto::Certificate::fromDer(bytes);
        if (!certificate)
            continue; // kept as it came; its fingerprint holds
        if (rows.text(6) != certificate->subject().commonName()
            || rows.text(7) != certificate->subject().toString()
            || rows.text(8) != sansText(certificate->subjectAltNames())
            || rows.time(5) != warnAt(rows.time(4), rows.time(3)))
            report("certificate", QStringLiteral("a column differs from the certificate"));
    }
    return rows.status();
}

} // namespace cas::certificates::certificate_store
