// SPDX-License-Identifier: GPL-3.0-or-later
// CaService: taking in CAs made elsewhere.
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/crypto/chain.h"
#include "core/crypto/containers.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_service.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/revocation.h"

#include <algorithm>

namespace cas::privateca {

namespace key_store = certificates::key_store;
namespace certificate_store = certificates::certificate_store;

namespace {

/// What an import needs, read and judged before the transaction.
struct Imported
{
    crypto::Certificate own;
    QList<crypto::Certificate> issuers; // those that came along, its own issuer first
    key_store::NewKey key;
    QString name;
    Publication publication;
};

/// Judges a CA certificate that comes from outside.
Result<> judge(const crypto::Certificate &certificate, const QDateTime &now)
{
    const QString field = QStringLiteral("certificate");
    if (!certificate.isCa())
        return fail(ErrorCode::NotACa, field, {QStringLiteral("basicConstraints")});
    const auto usage = certificate.keyUsage();
    if (usage && !usage->testFlag(crypto::KeyUsage::KeyCertSign))
        return fail(ErrorCode::NotACa, field, {QStringLiteral("keyCertSign")});
    if (certificate.subject().isEmpty()) // RFC 5280 §4.1.2.6
        return fail(ErrorCode::NotACa, field, {QStringLiteral("subject")});
    if (certificate.notAfter() <= now)
        return fail(ErrorCode::CaExpired, field, {certificate.subject().commonName()});
    // One that begins later may come in: what it signs begins with it (rules::beginning).
    crypto::ChainCheck alone;
    alone.trustAnchors = {certificate.der()};
    CAS_TRY(const auto report, crypto::checkChain(certificate.der(), alone));
    for (const auto &finding : report.findings) {
        // Nobody else could check what it signs (RFC 5280 §4.2).
        if (finding.problem == crypto::ChainProblem::UnhandledCriticalExtension)
            return fail(ErrorCode::CriticalExtension, field);
    }
    CAS_TRY(const crypto::PublicKey key, certificate.publicKey());
    if (!key.strongEnough() || !key.algorithm())
        return fail(ErrorCode::KeyTooWeak, field, {key.label()});
    if (certificate.selfIssued() && !certificate.verifySignature(key))
        return fail(ErrorCode::CertificateSignatureInvalid, field);
    return {};
}

bool signedBy(const crypto::Certificate &below, const crypto::Certificate &above)
{
    if (!(above.subject() == below.issuer()))
        return false;
    const auto key = above.publicKey();
    return key && below.verifySignature(*key);
}

/// Those of `others` that lead upwards from `own`, its issuer first. A file may hold them in any
/// order, and others that have nothing to do with it.
QList<crypto::Certificate> issuersAbove(const crypto::Certificate &own,
                                        QList<crypto::Certificate> others)
{
    QList<crypto::Certificate> chain;
    crypto::Certificate top = own;
    while (!top.selfIssued()) {
        const auto above = std::find_if(others.begin(), others.end(), [&](const auto &candidate) {
            return signedBy(top, candidate);
        });
        if (above == others.end())
            break;
        top = *above;
        others.erase(above); // each once: cross-signed ones may go round in a circle
        chain.append(top);
    }
    return chain;
}

/// What the files hold.
struct Material
{
    QList<QByteArray> certificates; // DER, in the order of the file
    QList<crypto::PrivateKey> keys; // one, but for PKCS#12
};

/// The errors of a passphrase belong to its field, the others to the file's.
Error placed(Error error, const QString &file)
{
    const bool passphrase = error.code == ErrorCode::PassphraseMissing
                            || error.code == ErrorCode::WrongExportPassphrase;
    error.field = passphrase ? QStringLiteral("key_passphrase") : file;
    return error;
}

Result<Material> readContainer(const ImportCaCommand &command)
{
    const QString field = QStringLiteral("certificate");
    if (!command.keyFile.isEmpty())
        return fail(ErrorCode::InputInvalid, QStringLiteral("key"),
                    {QStringLiteral("A key file"), QStringLiteral("the key in the PKCS#12 file")});
    auto content = crypto::readPkcs12(command.certificateFile, command.keyPassphrase);
    if (!content) {
        Error error = content.error();
        if (error.code == ErrorCode::WrongExportPassphrase && command.keyPassphrase.empty())
            error.code = ErrorCode::PassphraseMissing;
        return placed(std::move(error), field);
    }
    if (content->mac == crypto::Pkcs12Mac::Absent)
        return fail(ErrorCode::ContainerUnchecked, field);
    if (content->keys.isEmpty())
        return fail(ErrorCode::KeyInvalid, field);
    return Material{std::move(content->certificates), std::move(content->keys)};
}

Result<Material> readPair(const ImportCaCommand &command)
{
    auto certificates = crypto::readCertificates(command.certificateFile);
    if (!certificates)
        return placed(certificates.error(), QStringLiteral("certificate"));
    auto key = crypto::readPrivateKey(command.keyFile, command.keyPassphrase);
    if (!key)
        return placed(key.error(), QStringLiteral("key"));
    return Material{std::move(*certificates), {std::move(*key)}};
}

/// Reads the files and finds the certificate of the key, wherever it stands.
Result<Imported> readFiles(const ImportCaCommand &command)
{
    const bool container = crypto::looksLikePkcs12(command.certificateFile);
    CAS_TRY(const Material material, container ? readContainer(command) : readPair(command));
    Imported imported;
    QList<crypto::Certificate> others;
    const crypto::PrivateKey *own = nullptr;
    for (const QByteArray &der : material.certificates) {
        CAS_TRY(auto certificate, crypto::Certificate::fromDer(der));
        const auto publicKey = certificate.publicKey();
        const auto key = std::find_if(material.keys.begin(), material.keys.end(), [&](auto &one) {
            return publicKey && one.publicKey().spkiSha256() == publicKey->spkiSha256();
        });
        if (!own && key != material.keys.end()) {
            own = &*key;
            imported.own = std::move(certificate);
        } else {
            others.append(std::move(certificate));
        }
    }
    if (!own)
        return fail(ErrorCode::KeyMismatch,
                    container ? QStringLiteral("certificate") : QStringLiteral("key"));
    imported.issuers = issuersAbove(imported.own, std::move(others));
    CAS_TRY(imported.key, key_store::prepare(*own));
    return imported;
}

Result<Imported> prepare(const ImportCaCommand &command, const QDateTime &now)
{
    CAS_TRY(Imported imported, readFiles(command));
    CAS_TRY_VOID(judge(imported.own, now));
    CAS_TRY(imported.name, rules::checkedName(command.name, imported.own.subject().commonName()));
    CAS_TRY(imported.publication, rules::checkedPublication(command.publication));
    if (!rules::checkMaySignCrl(imported.own))
        imported.publication.crlEnabled = false;
    return imported;
}

/// The CA of this store that signed `certificate`, null where there is none.
Result<Ca> issuerInStore(store::Reader &reader, const RowSealer &sealer,
                         const crypto::Certificate &certificate, const QDateTime &now)
{
    CAS_TRY(const auto cas, ca_store::all(reader, now));
    for (const Ca &ca : cas) {
        if (!ca.certificate)
            continue;
        CAS_TRY(const QByteArray der, certificate_store::der(reader, sealer, ca.certificate));
        const auto issuer = crypto::Certificate::fromDer(der);
        if (issuer && signedBy(certificate, *issuer))
            return ca;
    }
    return Ca{};
}

struct Kept
{
    CertificateId id;
    bool known = false; // it was here before
};

/// Puts a certificate into the inventory. One that is there already gets the issuer it lacked.
Result<Kept> keepCertificate(audit::OperationScope &scope,
                             const certificate_store::NewCertificate &add)
{
    const auto added = certificate_store::insert(scope, add);
    if (added)
        return Kept{*added};
    if (added.error().code != ErrorCode::CertificateKnown)
        return added.error();
    CAS_TRY(const auto id, CertificateId::parse(added.error().args.value(1)));
    CAS_TRY(const auto above, certificate_store::issuers(scope.tx, id));
    if (add.issuer && above.isEmpty()) {
        CAS_TRY_VOID(certificate_store::setIssuer(scope, id, add.issuer, add.brand));
    }
    return Kept{id, true};
}

/// Keeps the issuers that came along, so that chains stay whole.
/// @return the id of the lowest one, null where there is none
Result<CertificateId> keepIssuers(audit::OperationScope &scope,
                                  const QList<crypto::Certificate> &issuers)
{
    CertificateId above;
    if (!issuers.isEmpty() && !issuers.constLast().selfIssued()) {
        CAS_TRY(const Ca ca,
                issuerInStore(scope.tx, scope.sealer, issuers.constLast(), scope.tx.now()));
        above = ca.certificate;
    }
    for (qsizetype i = issuers.size() - 1; i >= 0; --i) {
        CAS_TRY(const Kept kept, keepCertificate(scope, {issuers.at(i),
                                                         QStringLiteral("UPLOAD"),
                                                         QStringLiteral("ca"),
                                                         issuers.at(i).issuer().commonName(),
                                                         {},
                                                         above}));
        above = kept.id;
    }
    return above;
}

/// The certificate's row: a new one, or the one it has since it came along as an issuer.
/// @errors CertificateKnown(args the CA's name): it is a CA's already
Result<CertificateId> keepOwn(audit::OperationScope &scope, const Imported &imported,
                              const QString &brand, CertificateId issuer)
{
    CAS_TRY(const Kept kept,
            keepCertificate(scope, {imported.own, QStringLiteral("CA"), QStringLiteral("ca"), brand,
                                    imported.name, issuer}));
    if (!kept.known)
        return kept.id;
    CAS_TRY(const CaId owner, ca_store::ofCertificate(scope.tx, kept.id));
    if (owner) {
        CAS_TRY(const Ca ca, ca_store::byId(scope.tx, owner, scope.tx.now()));
        return fail(ErrorCode::CertificateKnown, QStringLiteral("certificate"), {ca.name});
    }
    CAS_TRY_VOID(certificate_store::becomeCa(scope, kept.id, imported.name, brand));
    return kept.id;
}

/// Puts the CAs that `made` signed, and that came in before it, below it.
Result<> adoptSubordinates(audit::OperationScope &scope, const Ca &made,
                           const crypto::Certificate &own)
{
    CAS_TRY(const auto cas, ca_store::all(scope.tx, scope.tx.now()));
    for (Ca ca : cas) {
        if (ca.type == CaType::Root || ca.parent || !ca.certificate || ca.id == made.id)
            continue;
        CAS_TRY(const QByteArray der,
                certificate_store::der(scope.tx, scope.sealer, ca.certificate));
        const auto certificate = crypto::Certificate::fromDer(der);
        if (!certificate || !signedBy(*certificate, own))
            continue;
        ca.parent = made.id;
        CAS_TRY_VOID(ca_store::update(scope, ca));
        CAS_TRY_VOID(
            certificate_store::setIssuer(scope, ca.certificate, made.certificate, made.name));
        CAS_TRY_VOID(
            ca_store::insertIssuance(scope, made.id, ca.certificate, certificate->serial()));
        if (ca.state == CaState::Revoked) {
            CAS_TRY_VOID(revocation::behindhand(scope, ca.certificate));
        }
    }
    return {};
}

} // namespace

Result<Ca> CaService::import(const ImportCaCommand &command)
{
    const audit::Operation operation{QStringLiteral("UploadCACertificate"),
                                     QStringLiteral("ca"),
                                     {},
                                     {{QStringLiteral("name"), command.name}}};
    CAS_TRY(const auto sealer, m_operations.begin(operation));
    const auto prepared = prepare(command, m_clock.now());
    if (!prepared) {
        m_operations.refused(operation, prepared.error());
        return prepared.error();
    }

    return m_operations.commit<Ca>(
        operation, *sealer, [&](audit::OperationScope &scope) -> Result<Ca> {
            const crypto::Certificate &own = prepared->own;
            const bool root = own.selfIssued();
            Ca ca;
            rules::furnish(ca, prepared->name, root ? CaType::Root : CaType::Subordinate,
                           prepared->publication);
            ca.ownership = CaOwnership::Uploaded;
            Ca parent;
            if (!root) {
                CAS_TRY(parent, issuerInStore(scope.tx, scope.sealer, own, scope.tx.now()));
            }
            ca.parent = parent.id;
            CertificateId issuer = parent.certificate;
            if (!root && !issuer) {
                CAS_TRY(issuer, keepIssuers(scope, prepared->issuers));
            }
            CAS_TRY(ca.key, key_store::insert(scope, prepared->key));
            CAS_TRY(ca.certificate,
                    keepOwn(scope, *prepared, root ? prepared->name : parent.name, issuer));
            if (parent.id) {
                CAS_TRY_VOID(
                    ca_store::insertIssuance(scope, parent.id, ca.certificate, own.serial()));
            }
            CAS_TRY(ca.id, ca_store::insert(scope, ca));
            CAS_TRY_VOID(adoptSubordinates(scope, ca, own));
            scope.made(ca.id.toString());
            return ca_store::byId(scope.tx, ca.id, scope.tx.now());
        });
}

} // namespace cas::privateca
