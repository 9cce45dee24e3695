// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_store.h"
#include "core/certificates/folder_writer.h"
#include "core/crypto/pkcs8_encryptor.h"
#include "core/privateca/batch_service.h"
#include "core/privateca/signing_ca.h"

#include <vector>

namespace cas::privateca {

/// A line as issuing takes it.
IssueCommand commandOf(const BatchRequest &request, const BatchRow &row);

/// What every thread of one run of a batch works with. Set up once, then only read.
struct BatchContext
{
    const BatchPlan &plan;
    audit::OperationRunner &operations;
    const Clock &clock;
    audit::Operation operation; // of the batch, for refusals of a whole piece
    std::shared_ptr<const RowSealer> sealer;
    audit::Author author;
    SigningCa issuing;
    crypto::PublicKey issuerKey;
    QByteArray issuersPem; // what follows the certificate in NAME-SERIAL.crt
    qint64 batch = 0;
    std::optional<certificates::FolderWriter> folder; // nothing: no files
    std::optional<crypto::Pkcs8Encryptor> keys; // nothing: no key files
    const JobContext *job = nullptr;
    [[nodiscard]] bool cancelled() const { return job && job->cancelRequested(); }
};

/// A stretch of lines that one thread carries from the plan to the disk: prepares keys and
/// signatures, commits all in one transaction, writes the files.
class BatchPiece
{
public:
    /// @param begin, end indexes into the plan's rows
    BatchPiece(const BatchContext &context, qsizetype begin, qsizetype end);
    ~BatchPiece();
    BatchPiece(const BatchPiece &) = delete;
    BatchPiece &operator=(const BatchPiece &) = delete;

    /// What became of its lines stands in items(), also after an error: then those that were
    /// committed before it.
    /// @errors those of BatchService::run()
    Result<> run();
    [[nodiscard]] std::vector<BatchItem> takeItems();

private:
    struct Made;
    /// @return false: cancelled
    Result<bool> prepare();
    Result<> prepareRow(const BatchRow &row, BatchItem &item);
    Result<> checkOne() const;
    Result<> commit();
    Result<> insert(audit::OperationScope &scope, const Made &made) const;
    Result<> writeFiles();
    Result<> restoreFiles(BatchItem &item);

    const BatchContext &m_context;
    const qsizetype m_begin;
    const qsizetype m_end;
    std::vector<BatchItem> m_items;
    std::vector<Made> m_made;
    bool m_settled = false; // committed, or nothing was to be
};

} // namespace cas::privateca
