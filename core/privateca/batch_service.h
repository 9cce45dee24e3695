// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/batch_file.h"

#include <QHash>

namespace cas::privateca {

/// What a person hands in for many certificates at once.
struct BatchRequest
{
    CaId ca;
    QByteArray csv; // the file's bytes
    QString csvName; // its name without folder, for people
    QString folder; // absolute, exists; empty: no files are written
    crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::EcP256; // keys are made and kept here
    BatchDefaults defaults;
};

/// A bulk request that was looked through: every line judged, nothing issued.
struct BatchPlan
{
    BatchRequest request;
    QByteArray csvSha256;
    QList<BatchRow> rows; // in the order of the file
    QHash<qint64, CertificateId> done; // lines that an earlier run issued
    qint64 refused = 0;
    [[nodiscard]] qint64 ready() const; // lines that a run would issue
};

/// What became of one line.
struct BatchItem
{
    enum class What { Issued, Already, Refused };
    qint64 line = 0;
    What what = What::Refused;
    QString commonName;
    CertificateId certificate;
    QByteArray serial;
    QString file; // NAME-SERIAL.crt; empty where none is written
    std::optional<Error> refusal;
};

struct BatchReport
{
    qint64 issued = 0; // by this run
    qint64 already = 0; // by earlier ones
    qint64 refused = 0;
};

/// Bulk issuing (`ca issue-batch`, Bulk Request): lines of a CSV become certificates, a few hundred
/// in a transaction, each with its key, search row and audit row. A batch is (CA, SHA-256 of the
/// CSV, folder): run again, also after a crash, it goes on where it stopped, and makes files again
/// that are missing. Files are written after the commit that makes their certificates durable.
class BatchService
{
public:
    BatchService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }

    /// Reads and judges every line: fields, names, dates, the constraints of the CA.
    /// @param job for cancel; may be null
    /// @errors those of readBatchFile(); KeyAlgorithmMismatch; those of mayStillSign(); Locked
    Result<BatchPlan> plan(BatchRequest request, JobContext *job);
    Job<std::shared_ptr<const BatchPlan>> planJob(BatchRequest request, const QString &title);

    /// Called for each line, in the order of the file, one at a time, in a thread that works.
    using Sink = std::function<void(const BatchItem &)>;
    /// Issues what the plan holds. A cancel takes effect within a few hundred certificates; what
    /// was committed stays, and the report says so far. On an error too: `sink` was told first.
    /// @param exportPassphrase empty: no key files; else NAME-SERIAL.key, encrypted PKCS#8
    /// @param job progress in lines, and cancel; may be null
    /// @errors those of mayStillSign(); PassphraseTooWeak(field `export_passphrase`); DiskFull, Io
    Result<BatchReport> run(const BatchPlan &plan, const SecretBytes &exportPassphrase,
                            JobContext *job, const Sink &sink);
    Job<BatchReport> runJob(std::shared_ptr<const BatchPlan> plan, SecretBytes exportPassphrase,
                            const QString &title, Sink sink);

private:
    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
};

} // namespace cas::privateca
