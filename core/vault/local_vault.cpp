// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/local_vault.h"
#include "core/vault/recovery_key.h"
#include "core/vault/slot_key.h"

#include <QDateTime>
#include <QUuid>

namespace cas::vault {

namespace {

constexpr size_t kSecretKeySize = 32;
constexpr size_t kShortestPassphrase = 8; // bytes
constexpr qint64 kOfflineBit = 1;

SecretBytes randomSecret()
{
    SystemRandom random;
    SecretBytes secret(kSecretKeySize);
    random.fill({secret.data(), secret.size()});
    return secret;
}

qint64 present()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Result<> checkStrength(const SecretBytes &passphrase)
{
    const PassphraseStrength strength = passphraseStrength(passphrase);
    if (passphrase.size() < kShortestPassphrase || strength.score < 1)
        return fail(ErrorCode::PassphraseTooWeak, QStringLiteral("passphrase"),
                    {strength.hintCode});
    return {};
}

Result<> checkSeal(const Header &header, const KeySealer &sealer)
{
    if (!sameBytes(sealer.mac(header.sealedForm()), header.seal))
        return fail(ErrorCode::SealBroken, {}, {QStringLiteral("vault_header")});
    return {};
}

struct OpenHeader
{
    Header header;
    SecretBytes dataKey;
    std::unique_ptr<KeySealer> sealer;
};

/// Reads the header as it is now (another process may have changed it) and opens one slot.
Result<OpenHeader> openHeader(store::Store &store, SlotKind kind, const SecretBytes &secret)
{
    OpenHeader open;
    CAS_TRY(open.header, readHeader(store));
    CAS_TRY(open.dataKey, openSlot(open.header, kind, secret));
    CAS_TRY(open.sealer, KeySealer::create(open.dataKey));
    CAS_TRY_VOID(checkSeal(open.header, *open.sealer));
    return open;
}

Result<> replaceSlot(store::Store &store, OpenHeader &open, SlotKind kind,
                     const SecretBytes &secret)
{
    CAS_TRY(Slot slot, makeSlot(open.header, kind, secret, open.dataKey, present()));
    const QByteArray previous = open.header.seal;
    open.header.slotsByKind.insert(slot.kind, slot);
    open.header.seal = open.sealer->mac(open.header.sealedForm());
    return writeHeader(store, open.header, previous);
}

/// The present header, checked with the keys of a vault that is unlocked already.
Result<OpenHeader> openHeaderWith(store::Store &store, SecretBytes dataKey)
{
    OpenHeader open;
    CAS_TRY(open.header, readHeader(store));
    open.dataKey = std::move(dataKey);
    CAS_TRY(open.sealer, KeySealer::create(open.dataKey));
    CAS_TRY_VOID(checkSeal(open.header, *open.sealer));
    return open;
}

Error lockedError()
{
    return fail(ErrorCode::Locked);
}

} // namespace

Result<std::shared_ptr<const RowSealer>> sealerOf(store::Reader &reader,
                                                  const SecretBytes &passphrase)
{
    CAS_TRY(const Header header, readHeader(reader));
    CAS_TRY(const SecretBytes dataKey, openSlot(header, SlotKind::Passphrase, passphrase));
    CAS_TRY(auto sealer, KeySealer::create(dataKey));
    CAS_TRY_VOID(checkSeal(header, *sealer));
    return std::shared_ptr<const RowSealer>(std::move(sealer));
}

Result<> checkVault(store::Reader &reader, const RowSealer &sealer)
{
    const auto *keys = dynamic_cast<const KeySealer *>(&sealer);
    if (!keys)
        return fail(ErrorCode::InvalidArgument);
    CAS_TRY(const Header header, readHeader(reader));
    return checkSeal(header, *keys);
}

Vault::Vault(QObject *parent)
    : QObject(parent)
{ }

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>> Vault::open(store::Store &store)
{
    CAS_TRY(const Header header, readHeader(store));
    return std::unique_ptr<Vault>(std::make_unique<LocalVault>(store, header));
}

Result<Vault::Created> Vault::create(store::Store &store, NewVault options)
{
    CAS_TRY_VOID(checkStrength(options.passphrase));
    if (const auto existing = readHeader(store); existing)
        return fail(ErrorCode::WrongState, {}, {}, QStringLiteral("the store has a vault"));
    else if (existing.error().code != ErrorCode::NotAStore)
        return existing.error();

    Header header;
    header.storeUuid = store.info().storeUuid;
    header.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.flags = options.flags.offline ? kOfflineBit : 0;
    header.createdAt = present();
    SecretBytes dataKey = randomSecret();
    const SecretBytes recovery = newRecoverySecret();
    CAS_TRY(const Slot byPassphrase,
            makeSlot(header, SlotKind::Passphrase, options.passphrase, dataKey, header.createdAt));
    CAS_TRY(const Slot byRecovery,
            makeSlot(header, SlotKind::Recovery, recovery, dataKey, header.createdAt));
    header.slotsByKind.insert(byPassphrase.kind, byPassphrase);
    header.slotsByKind.insert(byRecovery.kind, byRecovery);
    CAS_TRY(auto sealer, KeySealer::create(dataKey));
    header.seal = sealer->mac(header.sealedForm());
    CAS_TRY_VOID(writeHeader(store, header, {}));

    auto vault = std::make_unique<LocalVault>(store, header);
    vault->adopt(header, std::move(dataKey), std::move(sealer));
    return Created{std::move(vault), formatRecoveryKey(recovery)};
}

LocalVault::LocalVault(store::Store &store, const Header &header)
    : m_store(store)
    , m_sender(m_mailbox.sender())
    , m_flags(header.flags)
{ }

LocalVault::~LocalVault() = default;

bool LocalVault::unlocked() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keys != nullptr;
}

VaultFlags LocalVault::flags() const
{
    const std::scoped_lock lock(m_mutex);
    return VaultFlags{.offline = (m_flags & kOfflineBit) != 0};
}

template <class T>
Result<T> LocalVault::withKeys(const std::function<Result<T>(const Keys &)> &use) const
{
    std::shared_ptr<Keys> keys;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_keys)
            return lockedError();
        keys = m_keys;
        ++keys->users;
    }
    Result<T> outcome = use(*keys);
    const std::scoped_lock lock(m_mutex);
    const bool last = --keys->users == 0;
    keys.reset(); // under the lock: who waits for the last user then holds the last copy
    if (last)
        m_unused.notify_all();
    return outcome;
}

void LocalVault::announce(bool unlocked)
{
    m_sender->post([this, unlocked] { emit unlockedChanged(unlocked); });
}

void LocalVault::adopt(const Header &header, SecretBytes dataKey, std::unique_ptr<KeySealer> sealer)
{
    auto keys = std::make_shared<Keys>();
    keys->data = std::move(dataKey);
    keys->sealer = std::move(sealer);
    bool changed = false;
    {
        const std::scoped_lock lock(m_mutex);
        changed = !m_keys;
        m_flags = header.flags;
        m_keys.swap(keys);
    }
    if (changed)
        announce(true);
}

Result<> LocalVault::unlockBy(SlotKind kind, const SecretBytes &secret)
{
    CAS_TRY(OpenHeader open, openHeader(m_store, kind, secret));
    adopt(open.header, std::move(open.dataKey), std::move(open.sealer));
    return {};
}

Result<> LocalVault::unlock(const SecretBytes &passphrase)
{
    return unlockBy(SlotKind::Passphrase, passphrase);
}

Result<> LocalVault::unlockWithRecoveryKey(const SecretBytes &text)
{
    CAS_TRY(const SecretBytes secret, parseRecoveryKey(text));
    return unlockBy(SlotKind::Recovery, secret);
}

Result<> LocalVault::unlockWithKeychainSecret(const SecretBytes &secret)
{
    return unlockBy(SlotKind::Keychain, secret);
}

void LocalVault::lock()
{
    {
        std::unique_lock lock(m_mutex);
        const std::shared_ptr<Keys> keys = std::exchange(m_keys, nullptr);
        if (!keys)
            return;
        // No new use can begin, so this waits for one operation per thread at most. A shared_mutex
        // would let busy readers hold the lock off for ever.
        m_unused.wait(lock, [&keys] { return keys->users == 0; });
    }
    announce(false);
}

Result<> LocalVault::changePassphrase(const SecretBytes &current, const SecretBytes &next)
{
    CAS_TRY(OpenHeader open, openHeader(m_store, SlotKind::Passphrase, current));
    CAS_TRY_VOID(checkStrength(next));
    return replaceSlot(m_store, open, SlotKind::Passphrase, next);
}

Result<SecretBytes> LocalVault::newRecoveryKey(const SecretBytes &passphrase)
{
    CAS_TRY(OpenHeader open, openHeader(m_store, SlotKind::Passphrase, passphrase));
    const SecretBytes secret = newRecoverySecret();
    CAS_TRY_VOID(replaceSlot(m_store, open, SlotKind::Recovery, secret));
    return formatRecoveryKey(secret);
}

Result<SecretBytes> LocalVault::unlockedDataKey() const
{
    return withKeys<SecretBytes>(
        [](const Keys &keys) -> Result<SecretBytes> { return keys.data.clone(); });
}

Result<SecretBytes> LocalVault::enableKeychainSlot()
{
    CAS_TRY(SecretBytes dataKey, unlockedDataKey());
    CAS_TRY(OpenHeader open, openHeaderWith(m_store, std::move(dataKey)));
    SecretBytes secret = randomSecret();
    CAS_TRY_VOID(replaceSlot(m_store, open, SlotKind::Keychain, secret));
    return secret;
}

Result<> LocalVault::disableKeychainSlot()
{
    CAS_TRY(SecretBytes dataKey, unlockedDataKey());
    CAS_TRY(OpenHeader open, openHeaderWith(m_store, std::move(dataKey)));
    const QByteArray previous = open.header.seal;
    if (open.header.slotsByKind.remove(slotKindId(SlotKind::Keychain)) == 0)
        return {};
    open.header.seal = open.sealer->mac(open.header.sealedForm());
    return writeHeader(m_store, open.header, previous);
}

bool LocalVault::hasKeychainSlot() const
{
    const auto header = readHeader(m_store);
    return header && header->slot(SlotKind::Keychain);
}

Result<std::shared_ptr<const RowSealer>> LocalVault::lease() const
{
    using Lease = std::shared_ptr<const RowSealer>;
    return withKeys<Lease>(
        [](const Keys &keys) -> Result<Lease> { return Lease(keys.sealer->clone()); });
}

Result<QByteArray> LocalVault::seal(const RowContext &row, const QVariantList &values) const
{
    return withKeys<QByteArray>([&](const Keys &keys) { return keys.sealer->seal(row, values); });
}

Result<> LocalVault::verify(const RowContext &row, const QVariantList &values,
                            const QByteArray &mac) const
{
    return withKeys<Unit>([&](const Keys &keys) { return keys.sealer->verify(row, values, mac); });
}

Result<QByteArray> LocalVault::wrap(const RowContext &row, const SecretBytes &plain) const
{
    return withKeys<QByteArray>([&](const Keys &keys) { return keys.sealer->wrap(row, plain); });
}

Result<SecretBytes> LocalVault::unwrap(const RowContext &row, const QByteArray &blob) const
{
    return withKeys<SecretBytes>([&](const Keys &keys) { return keys.sealer->unwrap(row, blob); });
}

} // namespace cas::vault
