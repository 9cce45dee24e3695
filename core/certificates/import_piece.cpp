// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/import_piece.h"
#include "core/certificates/import_store.h"
#include "core/crypto/material.h"
#include "core/crypto/plain_key.h"

namespace cas::certificates {

struct ImportPiece::Made
{
    size_t item = 0; // index into m_items
    std::optional<certificate_store::PreparedCertificate> certificate; // or
    std::optional<key_store::NewKey> key;
    audit::AuditRow log;
    std::optional<crypto::Certificate> ca; // set where it is one
    bool written = false;
};

namespace {

/// As the list shows it (certificate.type).
QString typeOf(const crypto::Certificate &certificate)
{
    if (certificate.isCa())
        return QStringLiteral("ca");
    const QStringList &usages = certificate.extendedKeyUsage();
    if (usages.contains(crypto::eku::serverAuth))
        return QStringLiteral("server");
    if (usages.contains(crypto::eku::clientAuth))
        return QStringLiteral("client");
    return QStringLiteral("other");
}

/// A certificate that claims to have signed itself must have: a root with a changed bit would
/// otherwise be trusted (crypto-notes §8 row 39). One that was signed by an older key of the same
/// CA names that key.
Result<> checkSelfSigned(const crypto::Certificate &certificate)
{
    const QByteArray &above = certificate.authorityKeyIdentifier();
    const QByteArray &own = certificate.subjectKeyIdentifier();
    if (!certificate.selfIssued() || (!above.isEmpty() && above != own))
        return {};
    CAS_TRY(const auto key, certificate.publicKey());
    if (!certificate.verifySignature(key))
        return fail(ErrorCode::CertificateSignatureInvalid);
    return {};
}

/// @return why nobody should trust it; nothing for a key of a kind we make
/// @errors KeyInvalid
Result<std::optional<Error>> weakness(const crypto::Certificate &certificate)
{
    if (crypto::plainKeyAlgorithm(certificate.spkiDer()))
        return std::optional<Error>();
    CAS_TRY(const auto key, certificate.publicKey());
    if (key.strongEnough())
        return std::optional<Error>();
    return std::optional<Error>(fail(ErrorCode::KeyTooWeak, QStringLiteral("key"), {key.label()}));
}

} // namespace

ImportPiece::ImportPiece(const ImportContext &context, qsizetype place,
                         std::vector<ImportBlob> blobs)
    : m_context(context)
    , m_place(place)
    , m_blobs(std::move(blobs))
{ }

ImportPiece::~ImportPiece() = default;

size_t ImportPiece::prepared() const
{
    return m_made.size();
}

std::vector<ImportItem> ImportPiece::takeItems()
{
    return m_settled || m_made.empty() ? std::move(m_items) : std::vector<ImportItem>();
}

void ImportPiece::prepare()
{
    m_items.reserve(m_blobs.size());
    m_made.reserve(m_blobs.size());
    for (ImportBlob &blob : m_blobs) {
        if (m_context.cancelled())
            break;
        prepareBlob(blob);
    }
    m_blobs.clear();
}

void ImportPiece::prepareBlob(ImportBlob &blob)
{
    ImportItem origin;
    origin.file = blob.file;
    origin.line = blob.line;
    if (blob.refusal) {
        refuse(origin, std::move(*blob.refusal));
        return;
    }
    const auto &passphrases = m_context.request.passphrases;
    auto material = blob.line > 0 ? crypto::readMaterial(blob.pem, passphrases)
                                  : crypto::readMaterial(blob.der, passphrases);
    if (!material || !material->keys.isEmpty()) { // it may be a key that was not understood
        secureWipe(blob.pem.body.data(), static_cast<size_t>(blob.pem.body.size()));
        secureWipe(blob.der.data(), static_cast<size_t>(blob.der.size()));
    }
    if (!material) {
        refuse(origin, material.error());
        return;
    }
    if (material->unchecked && !m_context.request.acceptUnchecked) {
        refuse(origin, fail(ErrorCode::ContainerUnchecked, QStringLiteral("file")));
        return;
    }
    if (material->certificates.isEmpty() && material->keys.isEmpty())
        refuse(origin, fail(ErrorCode::FormatUnknown, QStringLiteral("file")));
    for (const crypto::Certificate &certificate : std::as_const(material->certificates))
        addCertificate(origin, certificate);
    for (const crypto::PrivateKey &key : std::as_const(material->keys))
        addKey(origin, key);
}

void ImportPiece::refuse(const ImportItem &origin, Error error)
{
    ImportItem item = origin;
    item.what = ImportItem::What::Refused;
    item.refusal = std::move(error);
    m_items.push_back(std::move(item));
}

void ImportPiece::addCertificate(const ImportItem &origin, const crypto::Certificate &certificate)
{
    ImportItem item = origin;
    item.kind = ImportItem::Kind::Certificate;
    item.name = certificate.subject().commonName();
    if (auto honest = checkSelfSigned(certificate); !honest) {
        refuse(item, honest.error());
        return;
    }
    auto warning = weakness(certificate);
    if (!warning) {
        refuse(item, warning.error());
        return;
    }
    item.warning = std::move(*warning);

    store::Store &store = m_context.operations.store();
    audit::Author author = m_context.author;
    author.at = m_context.clock.now();
    const auto issuer = m_context.issuers.issuerOf(certificate);
    const auto id = store.ids().next<CertificateId>();
    auto prepared = certificate_store::prepare(*m_context.sealer, author, id,
                                               certificate_store::factsOf(certificate),
                                               {QStringLiteral("UPLOAD"),
                                                typeOf(certificate),
                                                issuer ? issuer->brand : issuerLabel(certificate),
                                                {},
                                                issuer ? issuer->id : CertificateId()});
    if (!prepared) {
        refuse(item, prepared.error());
        return;
    }
    Made made{m_items.size(),
              std::move(*prepared),
              {},
              m_context.operations.row({QStringLiteral("UploadUserCertificate"),
                                        QStringLiteral("certificate"),
                                        id.toString(),
                                        {{QStringLiteral("common_name"), item.name.left(256)}}}),
              {},
              false};
    if (certificate.isCa()) {
        made.ca = certificate;
        m_bringsCa = true;
    }
    item.certificate = id;
    item.what = ImportItem::What::Imported;
    m_items.push_back(std::move(item));
    m_made.push_back(std::move(made));
}

void ImportPiece::addKey(const ImportItem &origin, const crypto::PrivateKey &key)
{
    ImportItem item = origin;
    item.kind = ImportItem::Kind::Key;
    auto prepared = key_store::prepare(key);
    if (!prepared) {
        refuse(item, prepared.error());
        return;
    }
    item.what = ImportItem::What::Imported;
    m_made.push_back({m_items.size(),
                      {},
                      std::move(*prepared),
                      m_context.operations.row(
                          {QStringLiteral("UploadPrivateKey"), QStringLiteral("key"), {}, {}}),
                      {},
                      false});
    m_items.push_back(std::move(item));
}

Result<> ImportPiece::insertCertificates(audit::OperationScope &scope, QList<audit::AuditRow> &log)
{
    for (Made &made : m_made) {
        if (made.certificate)
            CAS_TRY_VOID(insertCertificate(scope, made, log));
    }
    return {};
}

Result<> ImportPiece::insertKeys(audit::OperationScope &scope, QList<audit::AuditRow> &log)
{
    for (Made &made : m_made) {
        if (made.key)
            CAS_TRY_VOID(insertKey(scope, made, log));
    }
    return {};
}

Result<> ImportPiece::insertCertificate(audit::OperationScope &scope, Made &made,
                                        QList<audit::AuditRow> &log)
{
    ImportItem &item = m_items[made.item];
    CAS_TRY(const auto known, import_store::find(scope.tx, made.certificate->sha256));
    if (!known.id) {
        CAS_TRY_VOID(certificate_store::insertPrepared(scope.tx, *made.certificate));
        log.append(made.log);
        made.written = true;
        return {};
    }
    item.certificate = known.id;
    item.name = known.name;
    if (!known.deleted) {
        item.what = ImportItem::What::Linked;
        return {};
    }
    CAS_TRY_VOID(certificate_store::setDeleted(scope, known.id, {}));
    log.append(m_context.operations.row({QStringLiteral("RestoreUserCertificate"),
                                         QStringLiteral("certificate"),
                                         known.id.toString(),
                                         {}}));
    return {};
}

Result<> ImportPiece::insertKey(audit::OperationScope &scope, Made &made,
                                QList<audit::AuditRow> &log)
{
    ImportItem &item = m_items[made.item];
    CAS_TRY(const KeyId held, key_store::findBySpki(scope.tx, made.key->spkiSha256));
    if (held) {
        item.key = held;
        item.what = ImportItem::What::Linked;
    } else {
        CAS_TRY(item.key, key_store::insert(scope, *made.key));
        audit::AuditEvent event = made.log.event();
        event.objectId = item.key.toString();
        log.append(audit::AuditRow(std::move(event)));
    }
    CAS_TRY(const auto owner, import_store::withKey(scope.tx, made.key->spkiSha256));
    item.certificate = owner.id;
    item.name = owner.name;
    return {};
}

void ImportPiece::settle(QList<IssuerIndex::Issuer> &newCas)
{
    for (const Made &made : m_made) {
        if (!made.ca || !made.written)
            continue;
        m_context.issuers.add(made.certificate->id, *made.ca, {});
        newCas.append({made.certificate->id, subjectLabel(*made.ca), *made.ca, {}});
    }
    m_settled = true;
}

} // namespace cas::certificates
