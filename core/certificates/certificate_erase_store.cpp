// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_erase_store.h"
#include "core/certificates/certificate_store.h"
#include "core/tags/tag_store.h"

namespace cas::certificates::certificate_erase_store {

namespace {

constexpr qint64 kForeignKey = 787; // SQLITE_CONSTRAINT_FOREIGNKEY, sqlite.org/rescode.html

bool isReferredTo(const Error &error)
{
    return error.native == NativeCode{NativeDomain::Sqlite, kForeignKey};
}

Result<bool> hasRow(store::Reader &reader, const QString &sql, const store::Values &values)
{
    CAS_TRY(store::Query row, reader.query(sql, values));
    const bool there = row.next();
    CAS_TRY_VOID(row.status());
    return there;
}

Result<> checkErasable(audit::OperationScope &scope, const CertificateRow &row)
{
    if (!row.deletedAt.isValid())
        return fail(ErrorCode::WrongState, QStringLiteral("id"),
                    {statusName(row.status), row.name});
    // The seal holds first: a row whose source was changed outside could pass the next check.
    CAS_TRY_VOID(certificate_store::der(scope.tx, scope.sealer, row.id));
    if (row.source == QStringLiteral("ISSUED"))
        return fail(ErrorCode::CertificateOnRecord, QStringLiteral("id"), {row.name});
    CAS_TRY(const bool issuer, hasRow(scope.tx,
                                      QStringLiteral("SELECT 1 FROM certificate WHERE issuer_id = "
                                                     "? AND id <> ? LIMIT 1"),
                                      {row.id.value(), row.id.value()}));
    if (issuer || row.source == QStringLiteral("CA"))
        return fail(ErrorCode::CertificateInUse, QStringLiteral("id"), {row.name});
    return {};
}

/// @return whether the key went: not while another certificate, or anything else, refers to it
Result<bool> eraseKey(audit::OperationScope &scope, const QByteArray &spkiSha256)
{
    const auto gone =
        scope.tx.exec(QStringLiteral("DELETE FROM key_pair WHERE spki_sha256 = ? AND NOT EXISTS "
                                     "(SELECT 1 FROM certificate WHERE spki_sha256 = ?)"),
                      {spkiSha256, spkiSha256});
    if (!gone)
        return isReferredTo(gone.error()) ? Result<bool>(false) : Result<bool>(gone.error());
    return *gone > 0;
}

} // namespace

Result<Erased> erase(audit::OperationScope &scope, CertificateId id)
{
    CAS_TRY(const CertificateRow row, certificate_store::byId(scope.tx, id, scope.tx.now()));
    CAS_TRY_VOID(checkErasable(scope, row));
    CAS_TRY(const QByteArray spki, certificate_store::spkiSha256(scope.tx, id));
    CAS_TRY_VOID(
        tags::tag_store::replaceAll(scope.tx, QStringLiteral("certificate"), id.value(), {}, {}));
    CAS_TRY_VOID(certificate_store::unindex(scope, id));
    CAS_TRY_VOID(scope.tx.exec(
        QStringLiteral("DELETE FROM certificate_der WHERE certificate_id = ?"), {id.value()}));
    const auto gone =
        scope.tx.exec(QStringLiteral("DELETE FROM certificate WHERE id = ?"), {id.value()});
    if (!gone && isReferredTo(gone.error())) // whatever table that is, by then
        return fail(ErrorCode::CertificateInUse, QStringLiteral("id"), {row.name},
                    gone.error().detail);
    if (!gone)
        return gone.error();
    CAS_TRY(const bool key, eraseKey(scope, spki));
    scope.tx.touch(QStringLiteral("certificate"));
    return Erased{row.name, key};
}

} // namespace cas::certificates::certificate_erase_store
