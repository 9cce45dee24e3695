// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/import_service.h"
#include "core/base/parallel.h"
#include "core/certificates/import_piece.h"
#include "core/certificates/import_store.h"

#include <atomic>

namespace cas::certificates {

namespace {

constexpr size_t kPieceBlobs = 128;
constexpr size_t kGroupRows = 2048; // in one transaction: some 100 ms of the writer
constexpr int kAdoptAtOnce = 256;

audit::Operation importOperation(const ImportRequest &request)
{
    return {QStringLiteral("UploadUserCertificate"),
            QStringLiteral("certificate"),
            {},
            {{QStringLiteral("files"), request.input.paths.size()}}};
}

bool isAboutPassphrase(const std::optional<Error> &refusal)
{
    return refusal
           && (refusal->code == ErrorCode::PassphraseMissing
               || refusal->code == ErrorCode::WrongExportPassphrase);
}

/// One run of an import over all cores.
class ImportRun
{
public:
    ImportRun(const ImportContext &context, Executor &executor, JobContext *job,
              const ImportService::Sink &sink)
        : m_context(context)
        , m_executor(executor)
        , m_job(job)
        , m_source(context.request.input)
        , m_gather(kGroupRows)
        , m_results([this, &sink](const ImportItem &item) {
            count(item);
            if (sink)
                sink(item);
        })
    { }

    Result<ImportReport> run()
    {
        Result<> outcome = onEveryThread(m_executor, [this] { return work(); });
        if (outcome && !m_context.cancelled())
            outcome = carry(m_gather.takeRest());
        m_results.flush();
        if (outcome)
            outcome = adopt();
        if (!outcome)
            return outcome.error();
        return m_report;
    }

private:
    using Piece = std::unique_ptr<ImportPiece>;

    Result<> work()
    {
        while (!m_failed && !m_context.cancelled()) {
            Piece piece = read();
            if (!piece)
                break;
            piece->prepare();
            if (piece->prepared() == 0) {
                m_results.put(piece->place(), piece->takeItems());
                continue;
            }
            // What a CA signed comes next more often than not: it is to be found by then.
            const size_t weight = piece->bringsCa() ? kGroupRows : piece->prepared();
            if (auto carried = carry(m_gather.add(std::move(piece), weight)); !carried) {
                m_failed = true;
                return carried;
            }
        }
        return {};
    }

    Piece read()
    {
        const std::scoped_lock lock(m_reading);
        std::vector<ImportBlob> blobs;
        blobs.reserve(kPieceBlobs);
        while (blobs.size() < kPieceBlobs && !m_context.cancelled()) {
            auto blob = m_source.next();
            if (!blob)
                break;
            blobs.push_back(std::move(*blob));
        }
        if (blobs.empty())
            return nullptr;
        m_blobs += static_cast<qint64>(blobs.size());
        if (m_job) { // how many there are is known at the end; until then by the bytes
            const qint64 at = std::max<qint64>(m_source.position(), 1);
            m_job->setTotal(static_cast<qint64>(static_cast<double>(m_blobs)
                                                * static_cast<double>(m_source.size())
                                                / static_cast<double>(at)));
        }
        return std::make_unique<ImportPiece>(m_context, m_place++, std::move(blobs));
    }

    Result<> carry(const std::vector<Piece> &pieces)
    {
        if (pieces.empty())
            return {};
        const auto write = [&](audit::OperationScope &scope,
                               QList<audit::AuditRow> &log) -> Result<Unit> {
            for (const Piece &piece : pieces)
                CAS_TRY_VOID(piece->insertCertificates(scope, log));
            for (const Piece &piece : pieces)
                CAS_TRY_VOID(piece->insertKeys(scope, log));
            return Unit{};
        };
        const auto committed =
            m_context.operations.commitMany<Unit>(m_context.operation, *m_context.sealer, write);
        for (const Piece &piece : pieces) {
            if (committed) {
                const std::scoped_lock lock(m_settling);
                piece->settle(m_newCas);
            }
            auto items = piece->takeItems();
            const auto done = static_cast<qint64>(items.size());
            m_results.put(piece->place(), std::move(items));
            if (m_job)
                m_job->advance(done);
        }
        return committed ? Result<>() : Result<>(committed.error());
    }

    void count(const ImportItem &item)
    {
        switch (item.what) {
        case ImportItem::What::Imported:
            ++m_report.imported;
            break;
        case ImportItem::What::Linked:
            ++m_report.linked;
            break;
        case ImportItem::What::Refused:
            ++m_report.refused;
            if (isAboutPassphrase(item.refusal))
                ++m_report.protectedFiles;
            break;
        }
    }

    /// Certificates that came before the CA that signed them, in this import or in another.
    Result<> adopt()
    {
        for (const IssuerIndex::Issuer &ca : std::as_const(m_newCas)) {
            CAS_TRY(const auto key, ca.certificate.publicKey());
            const IssuerIndex::Issuer issuer{ca.id, ca.brand, ca.certificate, key};
            CertificateId after;
            while (!m_context.cancelled()) {
                CAS_TRY(const auto ids, adoptSome(issuer, after));
                if (ids.isEmpty())
                    break;
                after = ids.constLast();
            }
        }
        return {};
    }

    /// @return the certificates that were looked at
    Result<QList<CertificateId>> adoptSome(const IssuerIndex::Issuer &issuer, CertificateId after)
    {
        QList<CertificateId> below;
        CAS_TRY(const auto ids,
                m_context.operations.store().read<QList<CertificateId>>(
                    [&](store::Reader &reader) -> Result<QList<CertificateId>> {
                        CAS_TRY(const auto found,
                                import_store::withoutIssuer(
                                    reader, subjectLabel(issuer.certificate), after, kAdoptAtOnce));
                        for (const CertificateId id : found) {
                            CAS_TRY(const QByteArray der,
                                    certificate_store::der(reader, *m_context.sealer, id));
                            const auto certificate = crypto::Certificate::fromDer(der);
                            if (certificate && id != issuer.id
                                && certificate->issuer() == issuer.certificate.subject()
                                && IssuerIndex::signedBy(*certificate, issuer))
                                below.append(id);
                        }
                        return found;
                    }));
        if (below.isEmpty())
            return ids;
        const audit::Operation operation{QStringLiteral("LinkIssuer"),
                                         QStringLiteral("certificate"),
                                         issuer.id.toString(),
                                         {{QStringLiteral("certificates"), below.size()}}};
        CAS_TRY_VOID(m_context.operations.commit<Unit>(
            operation, *m_context.sealer, [&](audit::OperationScope &scope) -> Result<Unit> {
                for (const CertificateId id : std::as_const(below))
                    CAS_TRY_VOID(certificate_store::setIssuer(scope, id, issuer.id, issuer.brand));
                return Unit{};
            }));
        return ids;
    }

    const ImportContext &m_context;
    Executor &m_executor;
    JobContext *const m_job;
    std::mutex m_reading; // guards the source and what counts it
    ImportSource m_source;
    qsizetype m_place = 0;
    qint64 m_blobs = 0;
    Gather<Piece> m_gather;
    std::mutex m_settling;
    QList<IssuerIndex::Issuer> m_newCas;
    ImportReport m_report;
    InOrder<ImportItem> m_results;
    std::atomic<bool> m_failed = false;
};

} // namespace

Result<ImportReport> ImportService::run(const ImportRequest &request, JobContext *job,
                                        const Sink &sink)
{
    const audit::Operation operation = importOperation(request);
    CAS_TRY(const auto sealer, m_operations.begin(operation));
    CAS_TRY(const auto author, m_operations.author());
    IssuerIndex issuers;
    CAS_TRY_VOID(m_operations.store().read<Unit>(
        [&](store::Reader &reader) -> Result<Unit> { return issuers.load(reader, *sealer); }));
    const ImportContext context{request, m_operations, m_clock, operation,
                                sealer,  author,       issuers, job};
    return ImportRun(context, m_executors.cpu, job, sink).run();
}

Job<ImportReport> ImportService::runJob(ImportRequest request, const QString &title, Sink sink)
{
    const auto shared = std::make_shared<const ImportRequest>(std::move(request));
    return m_executors.io.start<ImportReport>(
        title, [this, shared, sink = std::move(sink)](JobContext &job) {
            return run(*shared, &job, sink);
        });
}

} // namespace cas::certificates
