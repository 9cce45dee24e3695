// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/row_sealer.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

namespace cas::vault {

/// How hard a passphrase is to guess, 0..4 as the meter shows it, with the reason in `hint`.
struct PassphraseStrength
{
    int score = 0; // 0 refused, 1 weak, 2 fair, 3 good, 4 strong
    QString hintCode; // "", "short", "common", "repeats", "single-class": ui makes the words
};
/// Estimates from length, classes, repeats, runs and a list of common passwords.
PassphraseStrength passphraseStrength(const SecretBytes &utf8);

/// Facts about the store that are part of the header's associated data: one changed bit and no
/// passphrase opens it.
struct VaultFlags
{
    bool offline = false; // an offline station: net/ is not constructed at all
};

struct NewVault
{
    SecretBytes passphrase; // UTF-8, 8 bytes or more
    VaultFlags flags;
};

/// The secrets of one store. Header rows live in the store; the data key only here, in memory,
/// while unlocked.
///
/// scrypt N=2^17 r=8 p=1 (128 MB, 0.4 s): create, unlock and changePassphrase belong on an
/// executor. `CAS_TEST_FAST_SCRYPT=1` in the environment makes *new* headers use N=2^12, for tests.
/// @thread any (internally locked); signals in the thread that made it
class Vault : public QObject, public RowSealer
{
    Q_OBJECT
public:
    /// Reads the header. A store without one gives NotAStore.
    static Result<std::unique_ptr<Vault>> open(store::Store &store);
    /// Makes the header with a new data key, unlocked.
    /// @return the vault and the recovery key as text: 8 groups of 5 characters, shown once
    struct Created
    {
        std::unique_ptr<Vault> vault;
        SecretBytes recoveryKey;
    };
    /// @errors PassphraseTooWeak
    static Result<Created> create(store::Store &store, NewVault options);
    ~Vault() override;

    [[nodiscard]] virtual bool unlocked() const = 0;
    [[nodiscard]] virtual VaultFlags flags() const = 0;

    /// @errors WrongPassphrase; SealBroken: the header was changed
    virtual Result<> unlock(const SecretBytes &passphrase) = 0;
    virtual Result<> unlockWithRecoveryKey(const SecretBytes &text) = 0;
    /// Wipes the data key and everything derived from it. Work that holds a Lease keeps its own
    /// copy until it ends.
    virtual void lock() = 0;
    /// @errors WrongPassphrase, PassphraseTooWeak
    virtual Result<> changePassphrase(const SecretBytes &current, const SecretBytes &next) = 0;
    /// Replaces the recovery key; the old one is worthless afterwards. @errors WrongPassphrase
    virtual Result<SecretBytes> newRecoveryKey(const SecretBytes &passphrase) = 0;

    /// A wrapping of the data key for the OS keychain: the 32-byte secret goes to the keychain
    /// (Keychain class below), the wrapping stays in the header. @errors Locked
    virtual Result<SecretBytes> enableKeychainSlot() = 0;
    virtual Result<> disableKeychainSlot() = 0;
    [[nodiscard]] virtual bool hasKeychainSlot() const = 0;
    virtual Result<> unlockWithKeychainSecret(const SecretBytes &secret) = 0;

    /// A sealer with its own copy of the keys, for a job that must survive an idle lock. Wiped when
    /// the last copy goes. @errors Locked
    virtual Result<std::shared_ptr<const RowSealer>> lease() const = 0;

signals:
    void unlockedChanged(bool unlocked);

protected:
    explicit Vault(QObject *parent = nullptr);
};

/// The keys of a store that is only read, such as a backup, by its passphrase: 0.4 s.
/// @errors NotAStore, WrongPassphrase; SealBroken: the header was changed
Result<std::shared_ptr<const RowSealer>> sealerOf(store::Reader &reader,
                                                  const SecretBytes &passphrase);
/// Whether the vault of a store that is only read belongs to these keys, unchanged.
/// @param sealer what Vault::lease() of the store gave that it is a copy of
/// @errors NotAStore, SealBroken
Result<> checkVault(store::Reader &reader, const RowSealer &sealer);

/// The OS keychain through QtKeychain. Jobs need an event loop: main thread only.
class Keychain : public QObject
{
    Q_OBJECT
public:
    explicit Keychain(QObject *parent = nullptr);
    /// Probes with a canary (write, read, delete): with a locked keyring a read alone cannot tell.
    /// 15 s at most.
    void probe(std::function<void(Result<>)> done);
    void write(const QString &storeUuid, SecretBytes secret, std::function<void(Result<>)> done);
    void read(const QString &storeUuid, std::function<void(Result<SecretBytes>)> done);
    void remove(const QString &storeUuid, std::function<void(Result<>)> done);
};

} // namespace cas::vault
