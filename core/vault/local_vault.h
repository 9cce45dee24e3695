// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/vault/key_sealer.h"
#include "core/vault/vault.h"
#include "core/vault/vault_store.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace cas::vault {

/// The vault of an open store. Made by Vault::open and Vault::create.
class LocalVault final : public Vault
{
public:
    LocalVault(store::Store &store, const Header &header);
    ~LocalVault() override;

    [[nodiscard]] bool unlocked() const override;
    [[nodiscard]] VaultFlags flags() const override;
    Result<> unlock(const SecretBytes &passphrase) override;
    Result<> unlockWithRecoveryKey(const SecretBytes &text) override;
    void lock() override;
    Result<> changePassphrase(const SecretBytes &current, const SecretBytes &next) override;
    Result<SecretBytes> newRecoveryKey(const SecretBytes &passphrase) override;
    Result<SecretBytes> enableKeychainSlot() override;
    Result<> disableKeychainSlot() override;
    [[nodiscard]] bool hasKeychainSlot() const override;
    Result<> unlockWithKeychainSecret(const SecretBytes &secret) override;
    Result<std::shared_ptr<const RowSealer>> lease() const override;

    Result<QByteArray> seal(const RowContext &row, const QVariantList &values) const override;
    Result<> verify(const RowContext &row, const QVariantList &values,
                    const QByteArray &mac) const override;
    Result<QByteArray> wrap(const RowContext &row, const SecretBytes &plain) const override;
    Result<SecretBytes> unwrap(const RowContext &row, const QByteArray &blob) const override;

    /// Takes the keys of a header that was just made or opened.
    void adopt(const Header &header, SecretBytes dataKey, std::unique_ptr<KeySealer> sealer);

private:
    struct Keys
    {
        SecretBytes data;
        std::unique_ptr<KeySealer> sealer;
        int users = 0; // operations that use them now; guarded by m_mutex
    };
    /// Runs `use` with the keys. @errors Locked
    template <class T>
    Result<T> withKeys(const std::function<Result<T>(const Keys &)> &use) const;
    Result<> unlockBy(SlotKind kind, const SecretBytes &secret);
    Result<SecretBytes> unlockedDataKey() const;
    void announce(bool unlocked);

    store::Store &m_store;
    Mailbox m_mailbox;
    const std::shared_ptr<Mailbox::Sender> m_sender;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_unused;
    std::shared_ptr<Keys> m_keys; // null: locked
    qint64 m_flags;
};

} // namespace cas::vault
