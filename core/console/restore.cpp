// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of BackupService: backups on their way back, tried or for good.
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/certificates/output_file.h"
#include "core/console/backup_service.h"
#include "core/console/backup_store.h"
#include "core/console/console.h"
#include "core/console/store_check.h"
#include "core/crypto/key.h"

#include <QFileInfo>

namespace cas {

namespace {

Result<> checkSeals(store::Reader &reader, const RowSealer &sealer, const QDateTime &now)
{
    QList<store::Finding> findings;
    CAS_TRY_VOID(checkRows(reader, sealer, now, findings));
    if (findings.isEmpty())
        return {};
    const store::Finding &first = findings.constFirst();
    return fail(ErrorCode::SealBroken, {}, {first.table, first.id},
                QStringLiteral("%1 %2: %3").arg(first.table, first.id, first.what));
}

/// What a person would do first in the restored store.
Result<> readSome(store::Reader &reader, const RowSealer &sealer)
{
    CAS_TRY(const CertificateId certificate, backup_store::anyCertificate(reader));
    if (certificate) {
        CAS_TRY(const QByteArray der,
                certificates::certificate_store::der(reader, sealer, certificate));
        CAS_TRY_VOID(crypto::Certificate::fromDer(der));
    }
    CAS_TRY(const backup_store::HeldKey held, backup_store::anyKey(reader));
    if (held.id) {
        CAS_TRY(const auto key, certificates::key_store::load(reader, sealer, held.id));
        if (key.publicKey().spkiSha256() != held.spkiSha256)
            return fail(ErrorCode::SealBroken, {},
                        {QStringLiteral("key_pair"), held.id.toString()});
    }
    return {};
}

} // namespace

Result<RestoreTest> BackupService::tryNewest(const store::CopyProgress &progress)
{
    CAS_TRY(const auto sealer, m_operations.vault().lease());
    CAS_TRY(const QString file, newestBackup());
    store::CopySteps steps;
    steps.progress = progress;
    steps.keep = false;
    steps.prove = [&](store::Reader &reader) -> Result<> {
        CAS_TRY_VOID(vault::checkVault(reader, *sealer));
        CAS_TRY_VOID(checkSeals(reader, *sealer, m_clock.now()));
        return readSome(reader, *sealer);
    };
    const store::StoreInfo info = m_operations.store().info();
    const auto tried =
        store::Store::restore(file, {info.path + QStringLiteral(".restore-test")}, steps);
    if (!tried && store::wasCancelled(tried.error()))
        return tried.error();
    RestoreTest test;
    test.at = m_clock.now();
    test.file = file;
    if (tried) {
        test.takenAt = tried->takenAt;
        test.rows = tried->rows;
        if (tried->storeUuid != info.storeUuid)
            test.error = fail(ErrorCode::NotAStore, {}, {file}, QStringLiteral("another store"));
    } else {
        test.error = tried.error();
    }
    if (!info.readOnly) {
        const audit::Operation operation{
            QStringLiteral("TestBackup"),
            QStringLiteral("store"),
            info.storeUuid,
            {{QStringLiteral("file"), file},
             {QStringLiteral("outcome"),
              test.error ? errorName(test.error->code) : QStringLiteral("ok")}}};
        CAS_TRY_VOID(
            m_operations.commit<Unit>(operation, *sealer, [&](audit::OperationScope &scope) {
                return backup_store::change(scope.tx,
                                            [&](BackupState &state) { state.tested = test; });
            }));
    }
    return test;
}

Job<RestoreTest> BackupService::tryNewestJob(const QString &title)
{
    return m_executors.io.start<RestoreTest>(title, [this](JobContext &job) -> Result<RestoreTest> {
        auto tried = tryNewest(progressOf(job));
        if (!tried && job.cancelRequested())
            return RestoreTest{};
        return tried;
    });
}

Result<RestoreReport> BackupService::restore(const QString &backupFile, const QString &target,
                                             const SecretBytes &passphrase, Executors &executors,
                                             const Clock &clock, access::Actor actor,
                                             const store::CopyProgress &progress)
{
    CAS_TRY(const auto url, store::StoreUrl::parse(target));
    if (QFileInfo::exists(url.path))
        return fail(ErrorCode::StoreExists, {}, {url.path});
    CAS_TRY_VOID(certificates::checkOutputFile(url.path, false));
    store::CopySteps steps;
    steps.progress = progress;
    if (!passphrase.empty()) {
        steps.prove = [&](store::Reader &reader) -> Result<> {
            CAS_TRY(const auto sealer, vault::sealerOf(reader, passphrase));
            CAS_TRY_VOID(checkSeals(reader, *sealer, clock.now()));
            return readSome(reader, *sealer);
        };
    }
    CAS_TRY(const store::CopyFacts facts, store::Store::restore(backupFile, url, steps));
    RestoreReport report{facts.file,  facts.storeUuid, facts.takenAt,
                         facts.bytes, facts.rows,      !passphrase.empty()};
    if (passphrase.empty())
        return report;
    // The store is there and whole: what its log cannot be told now, it is told when it is
    // unlocked.
    if (auto console =
            Console::open(url.path, store::OpenMode::ReadWrite, executors, clock, std::move(actor));
        console && (*console)->vault().unlock(passphrase))
        (void)(*console)->backups().noteRestore();
    return report;
}

Job<RestoreReport> BackupService::restoreJob(const QString &title, const QString &backupFile,
                                             const QString &target, SecretBytes passphrase,
                                             Executors &executors, const Clock &clock,
                                             const access::Actor &actor)
{
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    return executors.io.start<RestoreReport>(
        title, [=, &executors, &clock](JobContext &job) -> Result<RestoreReport> {
            auto restored =
                restore(backupFile, target, *secret, executors, clock, actor, progressOf(job));
            if (!restored && job.cancelRequested())
                return RestoreReport{};
            return restored;
        });
}

} // namespace cas
