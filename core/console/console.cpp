// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/console.h"
#include "core/accounts/account_store.h"
#include "core/audit/audit_store.h"
#include "core/certificates/output_file.h"
#include "core/console/store_check.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace cas {

Console::Console(std::unique_ptr<store::Store> store, std::unique_ptr<vault::Vault> vault,
                 Executors &executors, const Clock &clock, access::Actor actor)
    : m_executors(executors)
    , m_clock(clock)
    , m_access(std::move(actor))
    , m_store(std::move(store))
    , m_vault(std::move(vault))
    , m_operations(*m_store, *m_vault, m_access)
    , m_accounts(m_operations)
    , m_audit(*m_store, m_executors)
    , m_settings(m_operations)
    , m_certificates(m_operations, m_executors, m_clock)
    , m_crls(m_operations, m_executors, m_clock)
    , m_cas(m_operations, m_executors, m_crls, m_clock)
    , m_issuing(m_operations, m_executors, m_clock)
    , m_batches(m_operations, m_executors, m_clock)
    , m_imports(m_operations, m_executors, m_clock)
    , m_backups(m_operations, m_executors, m_clock)
{
    certificates::reserveStore(m_store->info().path);
}

Console::~Console() = default;

Result<Console::Created> Console::furnish(std::unique_ptr<store::Store> store, NewStore options,
                                          Executors &executors, const Clock &clock,
                                          access::Actor actor)
{
    const QString path = store->info().path;
    QThread *const home = store->thread();
    const auto fill = [&]() -> Result<Created> {
        CAS_TRY(auto created,
                vault::Vault::create(*store, {std::move(options.passphrase), options.flags}));
        if (created.vault->thread() != home)
            created.vault->moveToThread(home);
        Created result{
            std::unique_ptr<Console>(new Console(std::move(store), std::move(created.vault),
                                                 executors, clock, std::move(actor))),
            std::move(created.recoveryKey)};
        QString alias = options.accountAlias.trimmed();
        if (alias.isEmpty())
            alias = QFileInfo(path).completeBaseName();
        const auto account =
            result.console->accounts().createDefault(alias.left(64), options.metering);
        if (!account) {
            store = std::move(result.console->m_store); // so that it dies in its own thread
            return account.error();
        }
        return result;
    };
    auto result = fill();
    if (!result) {
        if (home == QThread::currentThread())
            store.reset();
        else
            store.release()->deleteLater();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1StringView(suffix));
    }
    return result;
}

Result<Console::Created> Console::create(NewStore options, Executors &executors, const Clock &clock,
                                         access::Actor actor)
{
    CAS_TRY(const auto url, store::StoreUrl::parse(options.url));
    if (vault::passphraseStrength(options.passphrase).score == 0)
        return fail(ErrorCode::PassphraseTooWeak, QStringLiteral("passphrase"));
    CAS_TRY(auto store, store::Store::create(url, clock));
    return furnish(std::move(store), std::move(options), executors, clock, std::move(actor));
}

Job<Unit> Console::makeFileJob(const QString &url, Executors &executors, const Clock &clock)
{
    return executors.io.start<Unit>({}, [url, &clock](JobContext &) -> Result<Unit> {
        CAS_TRY(const auto parsed, store::StoreUrl::parse(url));
        return store::Store::makeFile(parsed, clock);
    });
}

Result<Job<std::shared_ptr<Console::Created>>> Console::furnishJob(NewStore options,
                                                                   Executors &executors,
                                                                   const Clock &clock,
                                                                   access::Actor actor)
{
    CAS_TRY(const auto url, store::StoreUrl::parse(options.url));
    CAS_TRY(auto store, store::Store::open(url, store::OpenMode::ReadWrite, clock));
    // std::function copies, so what moves goes in by a shared holder and is taken out once.
    struct Parts
    {
        std::unique_ptr<store::Store> store;
        NewStore options;
        access::Actor actor;
    };
    auto parts =
        std::make_shared<Parts>(Parts{std::move(store), std::move(options), std::move(actor)});
    return executors.io.start<std::shared_ptr<Created>>(
        {}, [parts, &executors, &clock](JobContext &) -> Result<std::shared_ptr<Created>> {
            CAS_TRY(Created created, furnish(std::move(parts->store), std::move(parts->options),
                                             executors, clock, std::move(parts->actor)));
            return std::make_shared<Created>(std::move(created));
        });
}

Job<Unit> Console::prepareJob(const QString &url, store::OpenMode mode, Executors &executors,
                              const Clock &clock)
{
    return executors.io.start<Unit>({}, [url, mode, &clock](JobContext &) -> Result<Unit> {
        CAS_TRY(const auto parsed, store::StoreUrl::parse(url));
        return store::Store::upgrade(parsed, mode, clock);
    });
}

Result<std::unique_ptr<Console>> Console::open(const QString &url, store::OpenMode mode,
                                               Executors &executors, const Clock &clock,
                                               access::Actor actor)
{
    CAS_TRY(const auto parsed, store::StoreUrl::parse(url));
    CAS_TRY(auto store, store::Store::open(parsed, mode, clock));
    CAS_TRY(auto vault, vault::Vault::open(*store));
    return std::unique_ptr<Console>(
        new Console(std::move(store), std::move(vault), executors, clock, std::move(actor)));
}

Result<QList<store::Finding>> Console::check()
{
    CAS_TRY(QList<store::Finding> findings, m_store->integrityCheck());
    CAS_TRY(const auto sealer, m_vault->lease());
    CAS_TRY_VOID(m_store->read<Unit>([&](store::Reader &reader) {
        return checkRows(reader, *sealer, m_clock.now(), findings);
    }));
    return findings;
}

Result<QList<store::Finding>> Console::verifyAudit()
{
    QList<store::Finding> findings;
    CAS_TRY(const auto sealer, m_vault->lease());
    CAS_TRY_VOID(m_store->read<Unit>([&](store::Reader &reader) {
        return audit::audit_store::verify(reader, *sealer, findings);
    }));
    return findings;
}

Job<QList<store::Finding>> Console::checkJob()
{
    return m_executors.io.start<QList<store::Finding>>({},
                                                       [this](JobContext &) { return check(); });
}

Job<QList<store::Finding>> Console::verifyAuditJob()
{
    return m_executors.io.start<QList<store::Finding>>(
        {}, [this](JobContext &) { return verifyAudit(); });
}

Job<Unit> Console::unlockJob(SecretBytes passphrase)
{
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    return m_executors.io.start<Unit>({},
                                      [=, this](JobContext &) { return m_vault->unlock(*secret); });
}

Job<Unit> Console::unlockWithRecoveryKeyJob(SecretBytes text)
{
    auto secret = std::make_shared<SecretBytes>(std::move(text));
    return m_executors.io.start<Unit>(
        {}, [=, this](JobContext &) { return m_vault->unlockWithRecoveryKey(*secret); });
}

Job<Unit> Console::changePassphraseJob(SecretBytes current, SecretBytes next)
{
    auto old = std::make_shared<SecretBytes>(std::move(current));
    auto fresh = std::make_shared<SecretBytes>(std::move(next));
    return m_executors.io.start<Unit>(
        {}, [=, this](JobContext &) { return m_vault->changePassphrase(*old, *fresh); });
}

Job<SecretBytes> Console::newRecoveryKeyJob(SecretBytes passphrase)
{
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    return m_executors.io.start<SecretBytes>(
        {}, [=, this](JobContext &) { return m_vault->newRecoveryKey(*secret); });
}

} // namespace cas
