// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/platform/terminal.h"

#include <QCoreApplication>
#include <QTimer>

namespace cas::cli {

Session::Session(GlobalOptions options)
    : m_options(std::move(options))
{ }

Session::~Session() = default;

access::Actor Session::actor() const
{
    access::Actor actor = access::Actor::current();
    if (!m_options.operatorName.isEmpty())
        actor.name = m_options.operatorName;
    return actor;
}

Result<QString> Session::storeUrl() const
{
    if (m_options.store.isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("store"),
                    {QStringLiteral("name a store with --store or CAS_STORE")});
    return m_options.store;
}

Result<Console *> Session::console(store::OpenMode mode)
{
    if (!m_console) {
        CAS_TRY(const QString url, storeUrl());
        CAS_TRY(m_console, Console::open(url, mode, m_executors, m_clock, actor()));
    }
    return m_console.get();
}

bool Session::passphraseGiven() const
{
    return m_options.passphraseFd || !m_options.passphraseFile.isEmpty();
}

Result<SecretBytes> Session::passphrase(const QString &prompt)
{
    if (m_options.passphraseFd) {
        CAS_TRY(auto secret, platform::readDescriptor(*m_options.passphraseFd));
        return passphraseFrom(std::move(secret), QStringLiteral("passphrase_fd"),
                              QString::number(*m_options.passphraseFd));
    }
    if (!m_options.passphraseFile.isEmpty())
        return readPassphraseFile(m_options.passphraseFile, QStringLiteral("passphrase_file"));
    return platform::askSecret(prompt);
}

bool Session::unlockByKeychain()
{
    if (!m_console->vault().hasKeychainSlot())
        return false;
    bool opened = false;
    vault::Keychain keychain;
    // The keychain needs an event loop, and this thread's has not started yet.
    keychain.read(m_console->store().info().storeUuid, [&](Result<SecretBytes> secret) {
        opened = secret && m_console->vault().unlockWithKeychainSecret(*secret);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return opened;
}

Result<Console *> Session::unlocked()
{
    CAS_TRY(Console *const opened, console());
    if (opened->vault().unlocked())
        return opened;
    if (!passphraseGiven() && unlockByKeychain()) {
        CAS_TRY_VOID(opened->backups().noteRestore());
        return opened;
    }
    CAS_TRY(const SecretBytes secret, passphrase(QStringLiteral("Passphrase of the store: ")));
    CAS_TRY_VOID(opened->vault().unlock(secret));
    CAS_TRY_VOID(opened->backups().noteRestore());
    return opened;
}

} // namespace cas::cli
