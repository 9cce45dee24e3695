// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account_service.h"
#include "core/audit/audit_service.h"
#include "core/base/executor.h"
#include "core/certificates/certificate_service.h"
#include "core/certificates/import_service.h"
#include "core/console/backup_service.h"
#include "core/privateca/batch_service.h"
#include "core/privateca/ca_service.h"
#include "core/privateca/crl_service.h"
#include "core/privateca/issue_service.h"
#include "core/settings/settings_service.h"
#include "core/vault/vault.h"

namespace cas {

/// What a new store is made of.
struct NewStore
{
    QString url;
    SecretBytes passphrase; // UTF-8
    vault::VaultFlags flags;
    accounts::Metering metering = accounts::Metering::Unmetered;
    QString accountAlias; // empty: the store's file name
};

/// One open store with every service over it, for the window and the command line alike.
///
/// Construction and destruction in the main thread. create() and unlock() derive keys (0.4 s):
/// a window runs them as Jobs.
class Console
{
public:
    struct Created
    {
        std::unique_ptr<Console> console;
        SecretBytes recoveryKey; // shown once
    };
    /// Makes the store, its vault and its default account; on any error nothing is left behind.
    /// @errors those of Store::create, Vault::create
    static Result<Created> create(NewStore options, Executors &executors, const Clock &clock,
                                  access::Actor actor);
    /// The same in two steps that keep the calling thread free: first the file as a Job (those
    /// errors of create() that are the file's)...
    static Job<Unit> makeFileJob(const QString &url, Executors &executors, const Clock &clock);
    /// ...then what stands in it. The file is opened here, so that the store's signals come in this
    /// thread; on any error it is gone again.
    static Result<Job<std::shared_ptr<Created>>> furnishJob(NewStore options, Executors &executors,
                                                            const Clock &clock,
                                                            access::Actor actor);
    /// What open() does first and may take long: looks at the file, and brings an older one up to
    /// date.
    static Job<Unit> prepareJob(const QString &url, store::OpenMode mode, Executors &executors,
                                const Clock &clock);
    /// Opens an existing store, locked.
    static Result<std::unique_ptr<Console>> open(const QString &url, store::OpenMode mode,
                                                 Executors &executors, const Clock &clock,
                                                 access::Actor actor);
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    [[nodiscard]] Executors &executors() { return m_executors; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const access::Access &access() const { return m_access; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] vault::Vault &vault() { return *m_vault; }
    [[nodiscard]] accounts::AccountService &accounts() { return m_accounts; }
    [[nodiscard]] audit::AuditService &audit() { return m_audit; }
    [[nodiscard]] settings::SettingsService &settings() { return m_settings; }
    [[nodiscard]] certificates::CertificateService &certificates() { return m_certificates; }
    [[nodiscard]] privateca::CaService &cas() { return m_cas; }
    [[nodiscard]] privateca::IssueService &issuing() { return m_issuing; }
    [[nodiscard]] privateca::BatchService &batches() { return m_batches; }
    [[nodiscard]] certificates::ImportService &imports() { return m_imports; }
    [[nodiscard]] privateca::CrlService &crls() { return m_crls; }
    [[nodiscard]] BackupService &backups() { return m_backups; }

    /// Pages, seals, chains, balances: every finding of every room. Needs the vault unlocked.
    Result<QList<store::Finding>> check();
    /// The operation log alone: seals, chain, segment ends.
    Result<QList<store::Finding>> verifyAudit();
    Job<QList<store::Finding>> checkJob();
    Job<QList<store::Finding>> verifyAuditJob();

    /// Unlocks as a Job; the passphrase is wiped when it ends.
    Job<Unit> unlockJob(SecretBytes passphrase);
    Job<Unit> unlockWithRecoveryKeyJob(SecretBytes text);
    Job<Unit> changePassphraseJob(SecretBytes current, SecretBytes next);
    Job<SecretBytes> newRecoveryKeyJob(SecretBytes passphrase);

private:
    static Result<Created> furnish(std::unique_ptr<store::Store> store, NewStore options,
                                   Executors &executors, const Clock &clock, access::Actor actor);
    Console(std::unique_ptr<store::Store> store, std::unique_ptr<vault::Vault> vault,
            Executors &executors, const Clock &clock, access::Actor actor);

    Executors &m_executors;
    const Clock &m_clock;
    access::Access m_access;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<vault::Vault> m_vault;
    audit::OperationRunner m_operations;
    accounts::AccountService m_accounts;
    audit::AuditService m_audit;
    settings::SettingsService m_settings;
    certificates::CertificateService m_certificates;
    privateca::CrlService m_crls;
    privateca::CaService m_cas;
    privateca::IssueService m_issuing;
    privateca::BatchService m_batches;
    certificates::ImportService m_imports;
    BackupService m_backups;
};

} // namespace cas
