// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/certificates/packer.h"
#include "core/orders/order.h"
#include "core/privateca/ca_commands.h"
#include "core/privateca/crl_service.h"

namespace cas::privateca {

/// One CA with what its details page shows.
struct CaDetails
{
    Ca ca;
    CrlInfo crl;
    QList<qint64> issuedPerDay; // the last 30 days, oldest first
    qint64 endingSoon = 0; // living certificates that end within 30 days
    qint64 subordinates = 0; // CAs of this store that it signed; they are among those issued
    QList<Ca> chain; // the CA itself first, then its issuers in this store
};

/// A CA that was bought and waits for Enable.
struct PurchasedCa
{
    Ca ca;
    orders::Order order;
};

/// CAs: make, import, switch on and off, revoke, buy and assign quota (operations 30, 31, 32).
/// Reads and `...Job` may be called from the window's thread for Jobs only; the rest blocks.
class CaService
{
public:
    CaService(audit::OperationRunner &operations, Executors &executors, CrlService &crls,
              const Clock &clock)
        : m_operations(operations)
        , m_executors(executors)
        , m_crls(crls)
        , m_clock(clock)
    { }

    Result<QList<Ca>> all();
    Result<Ca> byId(CaId id);
    Result<CaDetails> details(CaId id);
    Job<QList<Ca>> allJob();
    Job<CaDetails> detailsJob(CaId id);

    /// Buys what createRoot() and createSub() then bring to life. Once or not at all:
    /// order, rows and quota come in one transaction.
    /// @errors WrongState: the store is not metered; InputOutOfRange(field `months`); NameTaken
    Result<PurchasedCa> purchase(const PurchaseCaCommand &command);
    Job<PurchasedCa> purchaseJob(const PurchaseCaCommand &command);
    /// Generates the key, self-signs, stores: a new root, or a bought one that waits for it.
    /// @param cancel looked at while the key is made; may be null
    /// @errors those of ca_rules.h and DistinguishedName; NameTaken
    Result<Ca> createRoot(const CreateRootCommand &command, const std::atomic<bool> *cancel);
    Result<Ca> createSub(const CreateSubCommand &command, const std::atomic<bool> *cancel);
    /// Issuers in the certificate file are kept as far as they lead upwards. The revocation list
    /// stays off where the certificate does not allow the CA to sign one.
    /// @errors NotACa(args reason), KeyMismatch, CertificateInvalid, CertificateSignatureInvalid,
    ///         CriticalExtension, KeyTooWeak, CaExpired, PassphraseMissing,
    ///         WrongExportPassphrase(field `key_passphrase`), ContainerUnchecked, CertificateKnown
    Result<Ca> import(const ImportCaCommand &command);
    Job<Ca> createRootJob(const CreateRootCommand &command);
    Job<Ca> createSubJob(const CreateSubCommand &command);
    Job<Ca> importJob(ImportCaCommand command);

    Result<Ca> enable(CaId id);
    Result<Ca> disable(CaId id);
    /// A subordinate goes on its parent's CRL; a CA must have no living subordinates.
    /// @errors CaHasSubordinates(args name of one)
    Result<RevokedCa> revoke(CaId id, crypto::RevocationReason reason);
    /// @errors those of rules::checkedPublication(); CrlNotAllowed(field `crl_enabled`)
    Result<Ca> setPublication(CaId id, const Publication &publication);
    Job<Ca> enableJob(CaId id);
    Job<Ca> disableJob(CaId id);
    Job<RevokedCa> revokeJob(CaId id, crypto::RevocationReason reason);
    Job<Ca> setPublicationJob(CaId id, const Publication &publication);

    /// Replaces the tags of a CA (operation 62).
    /// @param known what the tags were when the person began; others by now are kept
    /// @errors InputOutOfRange(field `tag`, arg limit); StaleRevision: not `known` any more
    Result<> setTags(CaId id, const QList<tags::Tag> &tags, const tags::KnownTags &known = {});
    Job<Unit> setTagsJob(CaId id, const QList<tags::Tag> &tags, const tags::KnownTags &known = {});

    /// @param count 1 to the price list's most per purchase (metered), else 1 to 100,000,000
    Result<Ca> buyQuota(CaId root, qint64 count);
    /// @param count the rest count that `sub` shall have afterwards
    Result<Ca> assignQuota(CaId root, CaId sub, qint64 count);
    Job<Ca> buyQuotaJob(CaId root, qint64 count);
    Job<Ca> assignQuotaJob(CaId root, CaId sub, qint64 count);

private:
    Result<Ca> changeState(CaId id, CaEvent event, const QString &eventName);

    audit::OperationRunner &m_operations;
    Executors &m_executors;
    CrlService &m_crls;
    const Clock &m_clock;
};

} // namespace cas::privateca
