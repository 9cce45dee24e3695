// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/batch_service.h"
#include "core/base/parallel.h"
#include "core/certificates/packer.h"
#include "core/crypto/containers.h"
#include "core/crypto/primitives.h"
#include "core/privateca/batch_group.h"
#include "core/privateca/batch_store.h"
#include "core/privateca/ca_rules.h"

#include <atomic>

namespace cas::privateca {

namespace {

audit::Operation batchOperation(const BatchPlan &plan)
{
    return {QStringLiteral("CreateCertificateBatch"),
            QStringLiteral("ca"),
            plan.request.ca.toString(),
            {{QStringLiteral("csv"), plan.request.csvName},
             {QStringLiteral("csv_sha256"), QString::fromLatin1(plan.csvSha256.toHex())},
             {QStringLiteral("lines"), plan.rows.size()},
             {QStringLiteral("folder"), plan.request.folder}}};
}

batch_store::BatchKey keyOf(const BatchPlan &plan)
{
    return {plan.request.ca, plan.csvSha256, plan.request.folder};
}

} // namespace

qint64 BatchPlan::ready() const
{
    return rows.size() - refused - done.size();
}

Result<BatchPlan> BatchService::plan(BatchRequest request, JobContext *job)
{
    BatchPlan plan;
    plan.csvSha256 = crypto::sha256(request.csv);
    CAS_TRY(plan.rows, readBatchFile(request.csv, request.defaults));
    plan.request = std::move(request);
    plan.request.csv.clear();
    CAS_TRY(const auto sealer, m_operations.vault().lease());
    const QDateTime now = m_clock.now();
    CAS_TRY(const SigningCa issuing,
            m_operations.store().read<SigningCa>([&](store::Reader &reader) {
                return signingCa(reader, *sealer, plan.request.ca, now);
            }));
    const crypto::PublicKey standIn = issuing.key.publicKey(); // new keys are made later
    CAS_TRY_VOID(rules::checkFamily(standIn.algorithm(), plan.request.algorithm));
    CAS_TRY(plan.done, (m_operations.store().read<QHash<qint64, CertificateId>>(
                           [&](store::Reader &reader) -> Result<QHash<qint64, CertificateId>> {
                               CAS_TRY(const qint64 batch, batch_store::find(reader, keyOf(plan)));
                               return batch_store::done(reader, batch);
                           })));

    std::atomic<qint64> refused = 0;
    BatchRow *const rows = plan.rows.data(); // detached once, here
    CAS_TRY_VOID(inParallel(
        m_executors.cpu, plan.rows.size(), 256, [&](qsizetype begin, qsizetype end) -> Result<> {
            for (qsizetype i = begin; i < end && !(job && job->cancelRequested()); ++i) {
                BatchRow &row = rows[i];
                if (plan.done.contains(row.line))
                    continue;
                if (!row.refusal) {
                    auto fields = leafFields(commandOf(plan.request, row), issuing.ca,
                                             issuing.issuers, standIn, now);
                    if (!fields)
                        row.refusal = std::move(fields.error());
                }
                if (row.refusal)
                    ++refused;
            }
            return {};
        }));
    plan.refused = refused;
    return plan;
}

Job<std::shared_ptr<const BatchPlan>> BatchService::planJob(BatchRequest request,
                                                            const QString &title)
{
    using Shared = std::shared_ptr<const BatchPlan>;
    return m_executors.io.start<Shared>(
        title, [this, request = std::move(request)](JobContext &job) -> Result<Shared> {
            CAS_TRY(auto made, plan(request, &job));
            return std::make_shared<const BatchPlan>(std::move(made));
        });
}

Result<BatchReport> BatchService::run(const BatchPlan &plan, const SecretBytes &exportPassphrase,
                                      JobContext *job, const Sink &sink)
{
    const audit::Operation operation = batchOperation(plan);
    CAS_TRY(const auto sealer, m_operations.begin(operation));
    BatchContext context{plan, m_operations, m_clock, operation, sealer, {}, {},
                         {},   {},           0,       {},        {},     job};
    const auto prepare = [&]() -> Result<> {
        CAS_TRY(context.author, m_operations.author());
        CAS_TRY(context.issuing, m_operations.store().read<SigningCa>([&](store::Reader &reader) {
            return signingCa(reader, *sealer, plan.request.ca, m_clock.now());
        }));
        CAS_TRY(context.issuerKey, context.issuing.issuers.constFirst().publicKey());
        for (const auto &issuer : context.issuing.issuers)
            context.issuersPem += crypto::toPem(issuer.der(), "CERTIFICATE");
        if (!plan.request.folder.isEmpty()) {
            CAS_TRY(context.folder, certificates::FolderWriter::open(plan.request.folder));
        }
        if (!exportPassphrase.empty()) {
            CAS_TRY_VOID(certificates::checkExportPassphrase(exportPassphrase));
            CAS_TRY(context.keys, crypto::Pkcs8Encryptor::create(exportPassphrase));
        }
        return {};
    };
    if (auto prepared = prepare(); !prepared) {
        m_operations.refused(operation, prepared.error());
        return prepared.error();
    }
    CAS_TRY(context.batch,
            m_operations.commit<qint64>(operation, *sealer, [&](audit::OperationScope &scope) {
                return batch_store::begin(scope, keyOf(plan), plan.request.csvName);
            }));
    if (job)
        job->setTotal(plan.rows.size());
    BatchReport report;
    InOrder<BatchItem> results([&](const BatchItem &item) {
        qint64 &count = item.what == BatchItem::What::Issued    ? report.issued
                        : item.what == BatchItem::What::Already ? report.already
                                                                : report.refused;
        ++count;
        if (sink)
            sink(item);
    });
    const qsizetype stretch = pieceLines(plan.request.algorithm);
    BatchGroup group(context, [&](BatchPiece &piece) {
        results.put(piece.begin() / stretch, piece.takeItems());
        if (job)
            job->advance(piece.end() - piece.begin());
    });
    auto outcome = inParallel(m_executors.cpu, plan.rows.size(), pieceLines(plan.request.algorithm),
                              [&](qsizetype begin, qsizetype end) -> Result<> {
                                  auto piece = std::make_unique<BatchPiece>(context, begin, end);
                                  CAS_TRY(const bool whole, piece->prepare());
                                  return whole ? group.add(std::move(piece)) : Result<>();
                              });
    if (outcome)
        outcome = group.finish();
    results.flush();
    if (context.folder)
        context.folder->finish();
    if (!outcome)
        return outcome.error();
    return report;
}

Job<BatchReport> BatchService::runJob(std::shared_ptr<const BatchPlan> plan,
                                      SecretBytes exportPassphrase, const QString &title, Sink sink)
{
    const auto passphrase = std::make_shared<SecretBytes>(std::move(exportPassphrase));
    return m_executors.io.start<BatchReport>(
        title, [this, plan = std::move(plan), passphrase, sink = std::move(sink)](JobContext &job) {
            return run(*plan, *passphrase, &job, sink);
        });
}

} // namespace cas::privateca
