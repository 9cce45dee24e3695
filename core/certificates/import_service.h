// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/certificates/import_source.h"

namespace cas::certificates {

struct ImportRequest
{
    ImportInput input;
    std::vector<SecretBytes> passphrases; // tried in turn on whatever is encrypted
    bool acceptUnchecked = false; // PKCS#12 files without a MAC: the person was told
};

/// What became of one certificate or key, or of a file in which there was none.
struct ImportItem
{
    enum class Kind { Certificate, Key, Nothing };
    enum class What {
        Imported,
        Linked, // it was here before
        Refused
    };
    QString file;
    qint64 line = 0; // of its PEM block; 0: not a PEM file
    Kind kind = Kind::Nothing;
    What what = What::Refused;
    QString name; // of the certificate; of a key: of the certificate it belongs to, where held
    CertificateId certificate; // of a key: as `name`
    KeyId key;
    std::optional<Error> refusal;
    std::optional<Error> warning; // KeyTooWeak: imported, but nobody should trust it
};

struct ImportReport
{
    qint64 imported = 0;
    qint64 linked = 0;
    qint64 refused = 0;
    qint64 protectedFiles = 0; // refused for want of the right passphrase
};

/// Takes in certificates and keys made elsewhere (`cert import`, Import). What a file is, its
/// content says. A certificate that is there already is linked, one that was deleted comes back; a
/// certificate finds its issuer and a key its certificates, in whichever order they come.
class ImportService
{
public:
    ImportService(audit::OperationRunner &operations, Executors &executors, const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_clock(clock)
    { }

    /// Called for each item, in the order of the files, one at a time, in a thread that works.
    using Sink = std::function<void(const ImportItem &)>;
    /// A cancel takes effect within some hundred certificates; what was committed stays.
    /// Refusals of items: NotACertificate, FormatUnknown; PassphraseMissing, WrongExportPassphrase;
    /// ContainerUnchecked; CertificateSignatureInvalid: a root that was changed; KeyInvalid; those
    /// of ImportSource and crypto::readMaterial()
    /// @param job progress in certificates, and cancel; may be null
    /// @errors NotPermitted, Locked, StoreReadOnly, DiskFull: `sink` was told what came in before
    Result<ImportReport> run(const ImportRequest &request, JobContext *job, const Sink &sink);
    Job<ImportReport> runJob(ImportRequest request, const QString &title, Sink sink);

private:
    audit::OperationRunner &m_operations;
    Executors &m_executors;
    const Clock &m_clock;
};

} // namespace cas::certificates
