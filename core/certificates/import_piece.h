// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_store.h"
#include "core/certificates/import_service.h"
#include "core/certificates/issuer_index.h"
#include "core/certificates/key_store.h"

namespace cas::certificates {

/// What every thread of one import works with.
struct ImportContext
{
    const ImportRequest &request;
    audit::OperationRunner &operations;
    const Clock &clock;
    audit::Operation operation; // of the whole, for a refusal of the whole
    std::shared_ptr<const RowSealer> sealer;
    audit::Author author;
    IssuerIndex &issuers;
    const JobContext *job = nullptr;
    [[nodiscard]] bool cancelled() const { return job && job->cancelRequested(); }
};

/// Some blobs, read and prepared by one thread, written together with others.
class ImportPiece
{
public:
    ImportPiece(const ImportContext &context, qsizetype place, std::vector<ImportBlob> blobs);
    ~ImportPiece();
    ImportPiece(const ImportPiece &) = delete;
    ImportPiece &operator=(const ImportPiece &) = delete;

    [[nodiscard]] qsizetype place() const { return m_place; }
    void prepare();
    [[nodiscard]] size_t prepared() const;
    /// Whether a CA certificate is among them: what it signed may come next.
    [[nodiscard]] bool bringsCa() const { return m_bringsCa; }
    /// Certificates first, of all pieces, then keys: they name the certificate they belong to.
    Result<> insertCertificates(audit::OperationScope &scope, QList<audit::AuditRow> &log);
    Result<> insertKeys(audit::OperationScope &scope, QList<audit::AuditRow> &log);
    /// After the commit. New CA certificates are told to the index and appended to `newCas`.
    void settle(QList<IssuerIndex::Issuer> &newCas);
    /// Nothing before settle() where something was to be written.
    [[nodiscard]] std::vector<ImportItem> takeItems();

private:
    struct Made;
    void prepareBlob(ImportBlob &blob);
    void addCertificate(const ImportItem &origin, const crypto::Certificate &certificate);
    void addKey(const ImportItem &origin, const crypto::PrivateKey &key);
    void refuse(const ImportItem &origin, Error error);
    Result<> insertCertificate(audit::OperationScope &scope, Made &made,
                               QList<audit::AuditRow> &log);
    Result<> insertKey(audit::OperationScope &scope, Made &made, QList<audit::AuditRow> &log);

    const ImportContext &m_context;
    const qsizetype m_place;
    std::vector<ImportBlob> m_blobs;
    std::vector<ImportItem> m_items;
    std::vector<Made> m_made;
    bool m_bringsCa = false;
    bool m_settled = false;
};

} // namespace cas::certificates
