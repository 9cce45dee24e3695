// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_service.h"
#include "core/certificates/certificate_list_store.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/certificates/output_file.h"
#include "core/tags/tag_store.h"

#include <QJsonArray>

namespace cas::certificates {

namespace {

const QString kCertificate = QStringLiteral("certificate");

QJsonArray printedIds(const QList<CertificateId> &ids)
{
    QJsonArray list;
    for (const CertificateId id : ids)
        list.append(id.toString());
    return list;
}

audit::Operation onIds(const QString &event, const QList<CertificateId> &ids)
{
    return {event,
            kCertificate,
            ids.size() == 1 ? ids.constFirst().toString() : QString(),
            {{QStringLiteral("ids"), printedIds(ids)}}};
}

} // namespace

Result<CertificatePage> CertificateService::page(const CertificateFilter &filter,
                                                 CertificateId issuer,
                                                 const store::PageRequest &request)
{
    return m_operations.store().read<CertificatePage>([&](store::Reader &reader) {
        return certificate_list_store::page(reader, filter, issuer, request, m_clock.now());
    });
}

Result<qint64> CertificateService::count(const CertificateFilter &filter, CertificateId issuer)
{
    return m_operations.store().read<qint64>([&](store::Reader &reader) {
        return certificate_list_store::count(reader, filter, issuer, m_clock.now());
    });
}

Job<CertificatePage> CertificateService::pageJob(const CertificateFilter &filter,
                                                 CertificateId issuer,
                                                 const store::PageRequest &request)
{
    return m_executors.io.start<CertificatePage>(
        {}, [=, this](JobContext &) { return page(filter, issuer, request); });
}

Job<qint64> CertificateService::countJob(const CertificateFilter &filter, CertificateId issuer)
{
    return m_executors.io.start<qint64>({},
                                        [=, this](JobContext &) { return count(filter, issuer); });
}

Result<CertificateRow> CertificateService::row(CertificateId id)
{
    return m_operations.store().read<CertificateRow>(
        [&](store::Reader &reader) { return certificate_store::byId(reader, id, m_clock.now()); });
}

Result<CertificateDetails> CertificateService::details(CertificateId id)
{
    return m_operations.store().read<CertificateDetails>(
        [&](store::Reader &reader) -> Result<CertificateDetails> {
            const QDateTime now = m_clock.now();
            CertificateDetails details;
            CAS_TRY(details.row, certificate_store::byId(reader, id, now));
            CAS_TRY(const QByteArray der, certificate_store::derUnchecked(reader, id));
            CAS_TRY(details.certificate, crypto::Certificate::fromDer(der));
            CAS_TRY(auto ids, certificate_store::issuers(reader, id));
            ids.prepend(id);
            CAS_TRY(const auto rows, certificate_list_store::byIds(reader, ids, now));
            for (const CertificateRow &row : rows)
                details.chain.append({row.id, row.name, row.status});
            return details;
        });
}

Job<CertificateDetails> CertificateService::detailsJob(CertificateId id)
{
    return m_executors.io.start<CertificateDetails>(
        {}, [=, this](JobContext &) { return details(id); });
}

Result<OverviewCounts> CertificateService::overview(int weeks, const QDateTime &from)
{
    return m_operations.store().read<OverviewCounts>(
        [&](store::Reader &reader) -> Result<OverviewCounts> {
            const QDateTime now = m_clock.now();
            OverviewCounts counts;
            CAS_TRY(counts.byStatus, certificate_list_store::countByStatus(reader, now));
            CAS_TRY(counts.expiriesByWeek, certificate_list_store::expiriesByWeek(
                                               reader, from.isValid() ? from : now, weeks));
            CertificateFilter soon;
            soon.status = CertificateStatus::AboutToExpire;
            soon.sort = CertificateSort::NotAfter;
            soon.order = Qt::AscendingOrder;
            CAS_TRY(CertificatePage next,
                    certificate_list_store::page(reader, soon, {}, {5, {}, 0}, now));
            counts.endingNext = std::move(next.items);
            return counts;
        });
}

Job<OverviewCounts> CertificateService::overviewJob(int weeks, const QDateTime &from)
{
    return m_executors.io.start<OverviewCounts>(
        {}, [=, this](JobContext &) { return overview(weeks, from); });
}

Result<QStringList> CertificateService::brands()
{
    return m_operations.store().read<QStringList>(
        [](store::Reader &reader) { return certificate_list_store::brands(reader); });
}

Result<QStringList> CertificateService::tagsInUse()
{
    return m_operations.store().read<QStringList>(
        [](store::Reader &reader) { return tags::tag_store::inUse(reader, kCertificate); });
}

Job<FilterChoices> CertificateService::filterChoicesJob()
{
    return m_executors.io.start<FilterChoices>({}, [this](JobContext &) -> Result<FilterChoices> {
        FilterChoices choices;
        CAS_TRY(choices.brands, brands());
        CAS_TRY(choices.tags, tagsInUse());
        return choices;
    });
}

Result<std::vector<PackedFile>> CertificateService::exportFiles(CertificateId id,
                                                                const PackOptions &options,
                                                                const SecretBytes &passphrase)
{
    const bool withKey = holdsKey(options.format);
    const audit::Operation operation{
        withKey ? QStringLiteral("DescribeCertificatePrivateKey")
                : QStringLiteral("GetUserCertificateDetail"),
        kCertificate,
        id.toString(),
        {{QStringLiteral("download"), true}, {QStringLiteral("with_key"), withKey}}};
    CAS_TRY(const auto sealer, m_operations.begin(operation));

    PackContent content;
    auto collected = m_operations.store().read<Unit>([&](store::Reader &reader) -> Result<> {
        CAS_TRY(const CertificateRow row, certificate_store::byId(reader, id, m_clock.now()));
        content.name = row.name;
        CAS_TRY(content.leaf, certificate_store::der(reader, *sealer, id));
        CAS_TRY(const auto issuers, certificate_store::issuers(reader, id));
        for (const CertificateId issuer : issuers) {
            CAS_TRY(const QByteArray der, certificate_store::der(reader, *sealer, issuer));
            content.chain.append(der);
        }
        if (!withKey)
            return {};
        if (row.status == CertificateStatus::Revoked)
            return fail(ErrorCode::WrongState, QStringLiteral("format"), {statusName(row.status)});
        CAS_TRY(const QByteArray spki, certificate_store::spkiSha256(reader, id));
        CAS_TRY(const KeyId key, key_store::findBySpki(reader, spki));
        if (!key)
            return fail(ErrorCode::NoKeyHeld, QStringLiteral("format"), {row.name});
        CAS_TRY(content.key, key_store::load(reader, *sealer, key));
        return {};
    });
    auto packed = collected ? pack(content, options, passphrase)
                            : Result<std::vector<PackedFile>>(collected.error());
    if (!packed) {
        m_operations.refused(operation, packed.error());
        return packed;
    }
    // The log comes before the key leaves the process.
    CAS_TRY_VOID(m_operations.commit<Unit>(operation, *sealer,
                                           [](audit::OperationScope &) { return Result<>(); }));
    return packed;
}

Job<QStringList> CertificateService::downloadJob(CertificateId id, const PackOptions &options,
                                                 SecretBytes passphrase, const QString &folder,
                                                 bool overwrite)
{
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    return m_executors.io.start<QStringList>({}, [=, this](JobContext &) -> Result<QStringList> {
        CAS_TRY_VOID(checkOutputFolder(folder)); // before the log says that a key left
        CAS_TRY(const auto files, exportFiles(id, options, *secret));
        return writeFiles(files, folder, overwrite);
    });
}

Result<> CertificateService::rename(CertificateId id, const QString &name, qint64 revision)
{
    const QString clean = name.trimmed();
    if (clean.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("name"));
    if (clean.size() > 64)
        return fail(ErrorCode::InputTooLong, QStringLiteral("name"), {QStringLiteral("64")});
    const audit::Operation operation{QStringLiteral("UpdatePcaCertificate"),
                                     kCertificate,
                                     id.toString(),
                                     {{QStringLiteral("name"), clean}}};
    return m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) {
        return certificate_store::setName(scope, id, clean, revision);
    });
}

Result<> CertificateService::setTags(CertificateId id, const QList<tags::Tag> &tags,
                                     const tags::KnownTags &known)
{
    QJsonArray list;
    for (const tags::Tag &tag : tags)
        list.append(tag.toString());
    const audit::Operation operation{QStringLiteral("TagResources"),
                                     kCertificate,
                                     id.toString(),
                                     {{QStringLiteral("tags"), list}}};
    return m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) -> Result<> {
        CAS_TRY_VOID(certificate_store::byId(scope.tx, id, scope.tx.now()));
        return tags::tag_store::replaceAll(scope.tx, kCertificate, id.value(), tags, known);
    });
}

Result<> CertificateService::remove(const QList<CertificateId> &ids)
{
    return m_operations.run<Unit>(
        onIds(QStringLiteral("DeleteUserCertificate"), ids),
        [&](audit::OperationScope &scope) -> Result<> {
            for (const CertificateId id : ids) {
                CAS_TRY(const CertificateRow row,
                        certificate_store::byId(scope.tx, id, scope.tx.now()));
                if (row.source == QStringLiteral("CA"))
                    return fail(ErrorCode::WrongState, QStringLiteral("id"),
                                {statusName(row.status), row.name});
                const bool over = row.status == CertificateStatus::Revoked
                                  || row.status == CertificateStatus::Expired;
                if (row.source == QStringLiteral("ISSUED") && !over)
                    return fail(ErrorCode::WrongState, QStringLiteral("id"),
                                {statusName(row.status), row.name});
                CAS_TRY_VOID(certificate_store::setDeleted(scope, id, scope.tx.now()));
            }
            return {};
        });
}

Result<> CertificateService::restore(const QList<CertificateId> &ids)
{
    return m_operations.run<Unit>(onIds(QStringLiteral("RestoreUserCertificate"), ids),
                                  [&](audit::OperationScope &scope) -> Result<> {
                                      for (const CertificateId id : ids)
                                          CAS_TRY_VOID(
                                              certificate_store::setDeleted(scope, id, {}));
                                      return {};
                                  });
}

Job<Unit> CertificateService::renameJob(CertificateId id, const QString &name, qint64 revision)
{
    return m_executors.io.start<Unit>(
        {}, [=, this](JobContext &) { return rename(id, name, revision); });
}

Job<Unit> CertificateService::removeJob(const QList<CertificateId> &ids)
{
    return m_executors.io.start<Unit>({}, [=, this](JobContext &) { return remove(ids); });
}

Job<Unit> CertificateService::restoreJob(const QList<CertificateId> &ids)
{
    return m_executors.io.start<Unit>({}, [=, this](JobContext &) { return restore(ids); });
}

Job<Unit> CertificateService::setTagsJob(CertificateId id, const QList<tags::Tag> &tags,
                                         const tags::KnownTags &known)
{
    return m_executors.io.start<Unit>({},
                                      [=, this](JobContext &) { return setTags(id, tags, known); });
}

} // namespace cas::certificates
