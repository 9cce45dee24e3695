// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/batch_piece.h"
#include "core/accounts/account_store.h"
#include "core/certificates/key_store.h"
#include "core/certificates/packer.h"
#include "core/crypto/containers.h"
#include "core/privateca/batch_store.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/issue_operation.h"
#include "core/privateca/quota.h"

namespace cas::privateca {

namespace certificate_store = certificates::certificate_store;
namespace key_store = certificates::key_store;
using certificates::FolderWriter;

struct BatchPiece::Made
{
    size_t item = 0; // index into m_items
    certificate_store::PreparedCertificate certificate;
    store::Values key;
    store::Values issuance;
    audit::AuditRow log;
    qint64 lifeSeconds = 0;
    QByteArray encryptedKey; // DER; empty where no key file is wanted
    bool refused = false; // by the transaction: for want of quota
};

namespace {

constexpr QByteArrayView kKeyFileEnd("-----END ENCRYPTED PRIVATE KEY-----\n");

QString fileBase(const QString &commonName, const QByteArray &serial)
{
    return certificates::safeFileName(commonName) + u'-' + crypto::serialText(serial);
}

/// Whether an error is about one line, so that the others go on.
bool concernsOneLine(const Error &error)
{
    return exitStatus(error.code) == 3;
}

} // namespace

IssueCommand commandOf(const BatchRequest &request, const BatchRow &row)
{
    IssueCommand command;
    command.ca = request.ca;
    command.type = row.type;
    command.commonName = row.commonName;
    command.subjectAltNames = row.subjectAltNames;
    command.validity.amount = row.days;
    command.algorithm = request.algorithm;
    return command;
}

BatchPiece::BatchPiece(const BatchContext &context, qsizetype begin, qsizetype end)
    : m_context(context)
    , m_begin(begin)
    , m_end(end)
{ }

BatchPiece::~BatchPiece() = default;

size_t BatchPiece::prepared() const
{
    return m_made.size();
}

std::vector<BatchItem> BatchPiece::takeItems()
{
    return m_settled ? std::move(m_items) : std::vector<BatchItem>();
}

Result<bool> BatchPiece::prepare()
{
    const BatchPlan &plan = m_context.plan;
    m_items.reserve(static_cast<size_t>(m_end - m_begin));
    m_made.reserve(static_cast<size_t>(m_end - m_begin));
    for (qsizetype i = m_begin; i < m_end; ++i) {
        if (m_context.cancelled())
            return false;
        const BatchRow &row = plan.rows.at(i);
        BatchItem item;
        item.line = row.line;
        item.commonName = row.commonName;
        if (const auto done = plan.done.constFind(row.line); done != plan.done.cend()) {
            item.what = BatchItem::What::Already;
            item.certificate = *done;
        } else if (row.refusal) {
            item.refusal = row.refusal;
        } else if (auto prepared = prepareRow(row, item); !prepared) {
            if (m_context.cancelled()) // in the middle of an RSA key
                return false;
            if (!concernsOneLine(prepared.error()))
                return prepared.error();
            item.refusal = prepared.error();
        }
        m_items.push_back(std::move(item));
    }
    if (!m_made.empty())
        CAS_TRY_VOID(checkOne());
    return true;
}

Result<> BatchPiece::prepareRow(const BatchRow &row, BatchItem &item)
{
    const IssueCommand command = commandOf(m_context.plan.request, row);
    CAS_TRY(auto pair,
            crypto::generateKeyPair(command.algorithm,
                                    m_context.job ? &m_context.job->cancelFlag() : nullptr));
    audit::Author author = m_context.author;
    author.at = m_context.clock.now();
    CAS_TRY(const auto fields, leafFields(command, m_context.issuing.ca, m_context.issuing.issuers,
                                          pair.publicKey, author.at));
    CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, m_context.issuing.key));
    CAS_TRY(const auto newKey, key_store::prepare(std::move(pair)));

    store::Store &store = m_context.operations.store();
    const auto id = store.ids().next<CertificateId>();
    const Ca &ca = m_context.issuing.ca;
    audit::Operation operation = issueOperation(command);
    operation.objectId = id.toString();
    operation.parameters.insert(QStringLiteral("line"), row.line);
    Made made{m_items.size(),
              {},
              {},
              {},
              m_context.operations.row(operation),
              fields.notBefore.secsTo(fields.notAfter),
              {},
              false};
    CAS_TRY(made.certificate,
            certificate_store::prepare(
                *m_context.sealer, author, id, certificate_store::factsOf(fields, der),
                {QStringLiteral("ISSUED"), leafTypeId(row.type), ca.name, {}, ca.certificate}));
    CAS_TRY(made.key,
            key_store::prepareRow(*m_context.sealer, author, store.ids().next<KeyId>(), newKey));
    CAS_TRY(made.issuance, ca_store::prepareIssuance(*m_context.sealer, ca.id, id, fields.serial));
    if (m_context.keys && m_context.folder) {
        CAS_TRY(made.encryptedKey, m_context.keys->encrypt(newKey.pkcs8));
    }
    item.what = BatchItem::What::Issued;
    item.certificate = id;
    item.serial = fields.serial;
    m_made.push_back(std::move(made));
    return {};
}

/// Never hand out what we would not accept ourselves. All certificates of a piece are signed by
/// the same key in the same way, so one of them is read back and verified.
Result<> BatchPiece::checkOne() const
{
    CAS_TRY(const auto certificate, crypto::Certificate::fromDer(m_made.front().certificate.der));
    return certificate.verifySignature(m_context.issuerKey);
}

Result<> BatchPiece::insert(audit::OperationScope &scope, const Made &made) const
{
    CAS_TRY_VOID(key_store::insertPrepared(scope.tx, made.key));
    CAS_TRY_VOID(certificate_store::insertPrepared(scope.tx, made.certificate));
    CAS_TRY_VOID(ca_store::insertPrepared(scope.tx, made.issuance));
    return batch_store::insertRow(scope.tx, m_context.batch, m_items[made.item].line,
                                  made.certificate.id);
}

Result<> BatchPiece::insertAll(audit::OperationScope &scope, quota::Meter &meter, const Ca &ca,
                               QList<audit::AuditRow> &log)
{
    for (Made &made : m_made) {
        auto bucket = quota::consumeOne(scope, meter, ca, made.certificate.id, made.lifeSeconds);
        made.refused = !bucket.has_value();
        if (!bucket) {
            if (!concernsOneLine(bucket.error()))
                return bucket.error();
            m_items[made.item].refusal = bucket.error();
            continue;
        }
        if (!bucket->isEmpty())
            made.log.note(QStringLiteral("quota"), *bucket);
        CAS_TRY_VOID(insert(scope, made));
        log.append(made.log);
    }
    return {};
}

void BatchPiece::settle()
{
    for (const Made &made : m_made) {
        BatchItem &item = m_items[made.item];
        if (!made.refused)
            continue;
        item.what = BatchItem::What::Refused;
        item.certificate = {};
        item.serial.clear();
    }
    m_settled = true;
}

Result<> BatchPiece::writeFiles()
{
    if (!m_context.folder)
        return {};
    for (const Made &made : m_made) {
        if (made.refused)
            continue;
        BatchItem &item = m_items[made.item];
        const QString base = fileBase(item.commonName, item.serial);
        if (!made.encryptedKey.isEmpty())
            CAS_TRY_VOID(
                m_context.folder->write(base + QStringLiteral(".key"),
                                        crypto::toPem(made.encryptedKey, "ENCRYPTED PRIVATE KEY"),
                                        FolderWriter::Access::OwnerOnly));
        CAS_TRY_VOID(m_context.folder->write(base + QStringLiteral(".crt"),
                                             crypto::toPem(made.certificate.der, "CERTIFICATE")
                                                 + m_context.issuersPem,
                                             FolderWriter::Access::Everybody));
        item.file = base + QStringLiteral(".crt");
    }
    for (BatchItem &item : m_items) {
        if (item.what == BatchItem::What::Already)
            CAS_TRY_VOID(restoreFiles(item));
    }
    return {};
}

/// What an earlier run issued: its files are made again where they are missing.
Result<> BatchPiece::restoreFiles(BatchItem &item)
{
    store::Store &store = m_context.operations.store();
    CAS_TRY(const QByteArray der, store.read<QByteArray>([&](store::Reader &reader) {
        return certificate_store::der(reader, *m_context.sealer, item.certificate);
    }));
    CAS_TRY(const auto certificate, crypto::Certificate::fromDer(der));
    // The row that names it is not sealed: pointed elsewhere, it would hand out any key of the
    // store.
    if (certificate.isCa() || certificate.subject().commonName() != item.commonName.trimmed()
        || !certificate.verifySignature(m_context.issuerKey))
        return fail(ErrorCode::SealBroken, {},
                    {QStringLiteral("batch_row"), item.certificate.toString()});
    item.serial = certificate.serial();
    const QString base = fileBase(item.commonName, item.serial);
    item.file = base + QStringLiteral(".crt");
    const QByteArray text = crypto::toPem(der, "CERTIFICATE") + m_context.issuersPem;
    if (!m_context.folder->holds(item.file, text.size()))
        CAS_TRY_VOID(m_context.folder->write(item.file, text, FolderWriter::Access::Everybody));
    const QString keyFile = base + QStringLiteral(".key");
    if (!m_context.keys || m_context.folder->holdsEnding(keyFile, kKeyFileEnd))
        return {};
    CAS_TRY(const QByteArray encrypted, heldKey(item));
    return m_context.folder->write(keyFile, crypto::toPem(encrypted, "ENCRYPTED PRIVATE KEY"),
                                   FolderWriter::Access::OwnerOnly);
}

/// The key that an earlier run made, encrypted anew.
Result<QByteArray> BatchPiece::heldKey(const BatchItem &item) const
{
    CAS_TRY(const auto key, m_context.operations.store().read<crypto::PrivateKey>(
                                [&](store::Reader &reader) -> Result<crypto::PrivateKey> {
                                    CAS_TRY(const QByteArray spki, certificate_store::spkiSha256(
                                                                       reader, item.certificate));
                                    CAS_TRY(const KeyId id, key_store::findBySpki(reader, spki));
                                    return key_store::load(reader, *m_context.sealer, id);
                                }));
    CAS_TRY(const SecretBytes pkcs8, key.toPkcs8());
    return m_context.keys->encrypt(pkcs8);
}

} // namespace cas::privateca
