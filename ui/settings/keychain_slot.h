// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QObject>

#include <functional>

namespace cas::ui {

/// Lets the OS keychain open the store, or no longer: the secret in the keychain and the slot in
/// the vault come and go together. What touches the store is a Job; the keychain itself answers by
/// the event loop.
/// @thread main
class KeychainSlot : public QObject
{
    Q_OBJECT
public:
    using Ended = std::function<void(const Result<> &)>;

    explicit KeychainSlot(Console &console, QObject *parent = nullptr);

    /// Makes both, or none. @errors those of Keychain::probe and write, Vault::enableKeychainSlot
    void connectKeychain(Ended ended);
    /// Takes both away. @errors those of Vault::disableKeychainSlot
    void disconnectKeychain(Ended ended);

private:
    void makeSlot();
    void store(SecretBytes secret);
    void dropSlot(Ended ended);
    void end(const Result<> &result);

    Console &m_console;
    vault::Keychain m_keychain;
    Ended m_ended; // of the operation that runs
    Job<SecretBytes> m_make;
    Job<Unit> m_drop;
};

} // namespace cas::ui
