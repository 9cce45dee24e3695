// SPDX-License-Identifier: GPL-3.0-or-later
// CaService: making root and subordinate CAs.
#include "core/accounts/account_store.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_service.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/purchase.h"
#include "core/privateca/signing_ca.h"

namespace cas::privateca {

namespace key_store = certificates::key_store;
namespace certificate_store = certificates::certificate_store;

namespace {

/// A bought CA that waits for Enable. @errors WrongState: it does not wait any more
Result<Ca> waitingCa(audit::OperationScope &scope, CaId id, CaType type)
{
    CAS_TRY(const Ca ca, ca_store::trusted(scope.tx, scope.sealer, id, scope.tx.now()));
    CAS_TRY_VOID(nextCaState(ca.state, CaEvent::Enable));
    if (ca.certificate || ca.type != type)
        return fail(ErrorCode::WrongState, QStringLiteral("ca"),
                    {caStatusName(ca.status), ca.name});
    return ca;
}

/// The row for a new root: the bought one, one bought in passing, or (unmetered) none yet.
Result<Ca> rootRow(audit::OperationScope &scope, const CreateRootCommand &command,
                   const QString &name)
{
    if (command.pending)
        return waitingCa(scope, command.pending, CaType::Root);
    CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
    if (account.metering == accounts::Metering::Unmetered)
        return Ca{};
    CAS_TRY(const auto bought, purchase::root(scope, name, command.months));
    return ca_store::byId(scope.tx, bought.ca, scope.tx.now());
}

/// The same for a subordinate; one that waits below the parent comes before buying another.
Result<Ca> subordinateRow(audit::OperationScope &scope, const CreateSubCommand &command,
                          const Ca &parent, const QString &name)
{
    if (command.pending) {
        CAS_TRY(const Ca ca, waitingCa(scope, command.pending, CaType::Subordinate));
        if (ca.parent != parent.id)
            return fail(ErrorCode::InputInvalid, QStringLiteral("ca"), {parent.name});
        return ca;
    }
    CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
    if (account.metering == accounts::Metering::Unmetered)
        return Ca{};
    CAS_TRY(const auto everyCa, ca_store::all(scope.tx, scope.tx.now()));
    for (const Ca &ca : everyCa) {
        if (ca.parent == parent.id && ca.state == CaState::PendingEnable)
            return ca;
    }
    CAS_TRY(const auto bought, purchase::subordinate(scope, parent, name, command.months));
    return ca_store::byId(scope.tx, bought.ca, scope.tx.now());
}

/// Writes a furnished row: over the one that waited, or as a new one.
Result<CaId> keep(audit::OperationScope &scope, const Ca &ca)
{
    if (!ca.id)
        return ca_store::insert(scope, ca);
    CAS_TRY_VOID(ca_store::update(scope, ca));
    return ca.id;
}

QJsonObject subjectParameters(const QString &name, const QString &subject, const QString &key)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("subject"), subject},
            {QStringLiteral("key"), key}};
}

} // namespace

Result<Ca> CaService::createRoot(const CreateRootCommand &command, const std::atomic<bool> *cancel)
{
    CAS_TRY(const QString name, rules::checkedName(command.name, command.subject.commonName()));
    const audit::Operation operation{QStringLiteral("CreateRootCACertificate"),
                                     QStringLiteral("ca"),
                                     {},
                                     subjectParameters(name, command.subject.toString(),
                                                       crypto::keyAlgorithmId(command.algorithm))};
    CAS_TRY(const auto sealer, m_operations.begin(operation));

    const auto prepare = [&]() -> Result<std::pair<crypto::Certificate, key_store::NewKey>> {
        if (command.subject.commonName().isEmpty())
            return fail(ErrorCode::InputMissing, QStringLiteral("subject"));
        CAS_TRY_VOID(rules::checkYears(command.years));
        CAS_TRY(const bool taken, m_operations.store().read<bool>([&](store::Reader &reader) {
            return ca_store::nameTaken(reader, name, command.pending);
        }));
        if (taken)
            return fail(ErrorCode::NameTaken, QStringLiteral("name"), {name});
        CAS_TRY(const auto key, crypto::PrivateKey::generate(command.algorithm, cancel));
        CAS_TRY(const QByteArray der,
                crypto::buildCertificate(rules::rootFields(command, key.publicKey(), m_clock.now()),
                                         key));
        CAS_TRY(auto certificate, crypto::Certificate::fromDer(der));
        CAS_TRY(auto newKey, key_store::prepare(key));
        return std::pair(std::move(certificate), std::move(newKey));
    };
    const auto publication = rules::checkedPublication(command.publication);
    auto prepared = publication ? prepare() : decltype(prepare())(publication.error());
    if (!prepared) {
        m_operations.refused(operation, prepared.error());
        return prepared.error();
    }

    CAS_TRY(const Ca made, m_operations.commit<Ca>(
                               operation, *sealer, [&](audit::OperationScope &scope) -> Result<Ca> {
                                   CAS_TRY(Ca ca, rootRow(scope, command, name));
                                   rules::furnish(ca, name, CaType::Root, *publication);
                                   CAS_TRY(ca.key, key_store::insert(scope, prepared->second));
                                   CAS_TRY(ca.certificate,
                                           certificate_store::insert(scope, {prepared->first,
                                                                             QStringLiteral("CA"),
                                                                             QStringLiteral("ca"),
                                                                             name,
                                                                             name,
                                                                             {}}));
                                   CAS_TRY(const CaId id, keep(scope, ca));
                                   scope.made(id.toString());
                                   return ca_store::byId(scope.tx, id, scope.tx.now());
                               }));
    if (made.crlEnabled)
        (void)m_crls.publish(made.id); // made again when it is first asked for
    return made;
}

Result<Ca> CaService::createSub(const CreateSubCommand &command, const std::atomic<bool> *cancel)
{
    CAS_TRY(const QString name, rules::checkedName(command.name, command.subject.commonName()));
    QJsonObject parameters = subjectParameters(name, command.subject.toString(),
                                               crypto::keyAlgorithmId(command.algorithm));
    parameters.insert(QStringLiteral("parent"), command.parent.toString());
    const audit::Operation operation{
        QStringLiteral("CreateSubCACertificate"), QStringLiteral("ca"), {}, parameters};
    CAS_TRY(const auto sealer, m_operations.begin(operation));

    struct Prepared
    {
        SigningCa parent;
        crypto::Certificate certificate;
        key_store::NewKey key;
    };
    const auto prepare = [&]() -> Result<Prepared> {
        if (command.subject.commonName().isEmpty())
            return fail(ErrorCode::InputMissing, QStringLiteral("subject"));
        CAS_TRY_VOID(rules::checkYears(command.years));
        CreateSubCommand wanted = command;
        if (command.nameConstraints) {
            CAS_TRY(wanted.nameConstraints, rules::checkedConstraints(*command.nameConstraints));
        }
        const QDateTime now = m_clock.now();
        CAS_TRY(
            auto parent,
            m_operations.store().read<SigningCa>([&](store::Reader &reader) -> Result<SigningCa> {
                CAS_TRY(const bool taken, ca_store::nameTaken(reader, name, command.pending));
                if (taken)
                    return fail(ErrorCode::NameTaken, QStringLiteral("name"), {name});
                return signingCa(reader, *sealer, command.parent, now);
            }));
        CAS_TRY_VOID(rules::checkFamily(parent.key.publicKey().algorithm(), command.algorithm));
        CAS_TRY_VOID(
            rules::checkInsideIssuers(command.subject, wanted.nameConstraints, parent.issuers));
        // The rules come before the key: RSA takes its time.
        CAS_TRY_VOID(rules::subFields(wanted, parent.ca, parent.issuers.constFirst(),
                                      parent.key.publicKey(), now));
        CAS_TRY(const auto key, crypto::PrivateKey::generate(command.algorithm, cancel));
        CAS_TRY(const auto fields, rules::subFields(wanted, parent.ca, parent.issuers.constFirst(),
                                                    key.publicKey(), now));
        CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, parent.key));
        CAS_TRY(auto certificate, crypto::Certificate::fromDer(der));
        CAS_TRY(auto newKey, key_store::prepare(key));
        return Prepared{std::move(parent), std::move(certificate), std::move(newKey)};
    };
    const auto publication = rules::checkedPublication(command.publication);
    auto prepared = publication ? prepare() : Result<Prepared>(publication.error());
    if (!prepared) {
        m_operations.refused(operation, prepared.error());
        return prepared.error();
    }

    CAS_TRY(const Ca made,
            m_operations.commit<Ca>(
                operation, *sealer, [&](audit::OperationScope &scope) -> Result<Ca> {
                    CAS_TRY(const Ca parent,
                            mayStillSign(scope.tx, scope.sealer, command.parent, scope.tx.now()));
                    CAS_TRY(Ca ca, subordinateRow(scope, command, parent, name));
                    rules::furnish(ca, name, CaType::Subordinate, *publication);
                    ca.parent = parent.id;
                    CAS_TRY(ca.key, key_store::insert(scope, prepared->key));
                    CAS_TRY(ca.certificate, certificate_store::insert(
                                                scope, {prepared->certificate, QStringLiteral("CA"),
                                                        QStringLiteral("ca"), parent.name, name,
                                                        parent.certificate}));
                    CAS_TRY_VOID(ca_store::insertIssuance(scope, parent.id, ca.certificate,
                                                          prepared->certificate.serial()));
                    CAS_TRY(const CaId id, keep(scope, ca));
                    scope.made(id.toString());
                    return ca_store::byId(scope.tx, id, scope.tx.now());
                }));
    if (made.crlEnabled)
        (void)m_crls.publish(made.id); // made again when it is first asked for
    return made;
}

} // namespace cas::privateca
