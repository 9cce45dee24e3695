// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_store.h"
#include "core/certificates/folder_writer.h"
#include "core/crypto/pkcs8_encryptor.h"
#include "core/privateca/batch_service.h"
#include "core/privateca/quota.h"
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

/// A stretch of lines that one thread prepares: keys, signatures, wrapped and sealed rows.
/// BatchGroup commits several together.
class BatchPiece
{
public:
    /// @param begin, end indexes into the plan's rows
    BatchPiece(const BatchContext &context, qsizetype begin, qsizetype end);
    ~BatchPiece();
    BatchPiece(const BatchPiece &) = delete;
    BatchPiece &operator=(const BatchPiece &) = delete;

    [[nodiscard]] qsizetype begin() const { return m_begin; }
    [[nodiscard]] qsizetype end() const { return m_end; }

    /// @return false: cancelled
    /// @errors those of BatchService::run()
    Result<bool> prepare();
    /// How many rows insertAll() will write.
    [[nodiscard]] size_t prepared() const;
    /// Writes what was prepared, with its audit rows; a line without quota is refused.
    Result<> insertAll(audit::OperationScope &scope, quota::Meter &meter, const Ca &ca,
                       QList<audit::AuditRow> &log);
    /// After the commit.
    void settle();
    /// The files of what was issued now, and those of earlier runs that are missing.
    Result<> writeFiles();
    /// What became of its lines; nothing before settle().
    [[nodiscard]] std::vector<BatchItem> takeItems();

private:
    struct Made;
    Result<> prepareRow(const BatchRow &row, BatchItem &item);
    Result<> checkOne() const;
    Result<> insert(audit::OperationScope &scope, const Made &made) const;
    Result<> restoreFiles(BatchItem &item);
    [[nodiscard]] Result<QByteArray> heldKey(const BatchItem &item) const;

    const BatchContext &m_context;
    const qsizetype m_begin;
    const qsizetype m_end;
    std::vector<BatchItem> m_items;
    std::vector<Made> m_made;
    bool m_settled = false;
};

} // namespace cas::privateca
