// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/row_json.h"
#include "core/console/console.h"
#include "core/console/passphrase_file.h"

#include <QJsonArray>

namespace cas::cli {

/// The options that stand before NOUN VERB (they are taken anywhere).
struct GlobalOptions
{
    QString store; // --store, else CAS_STORE
    QString passphraseFile; // --passphrase-file, else CAS_PASSPHRASE_FILE
    std::optional<int> passphraseFd;
    QString operatorName;
    bool json = false;
    bool quiet = false;
    bool yes = false;
    bool progress = false;
};

/// One run of casctl: opens and unlocks the store when a verb first asks for it.
class Session
{
public:
    explicit Session(GlobalOptions options);
    ~Session();

    [[nodiscard]] const GlobalOptions &options() const { return m_options; }
    [[nodiscard]] Executors &executors() { return m_executors; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] access::Actor actor() const;

    /// @errors Usage: no store named
    Result<QString> storeUrl() const;
    /// The console of the store, locked. @errors those of Console::open
    Result<Console *> console(store::OpenMode mode = store::OpenMode::ReadWrite);
    /// The same, unlocked: passphrase file or descriptor, then the OS keychain, then the terminal.
    /// @errors WrongPassphrase, PassphraseMissing
    Result<Console *> unlocked();
    /// Whether a file or descriptor with the passphrase was named: nobody has to be asked.
    [[nodiscard]] bool passphraseGiven() const;
    /// The passphrase a verb needs for the store itself (init).
    Result<SecretBytes> passphrase(const QString &prompt);

private:
    bool unlockByKeychain();

    GlobalOptions m_options;
    SystemClock m_clock;
    Executors m_executors;
    std::unique_ptr<Console> m_console;
};

/// RFC 3339 in UTC, null for an invalid time.
using certificates::timeJson;

} // namespace cas::cli
