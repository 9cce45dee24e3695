// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/slot_key.h"
#include "core/base/random.h"
#include "core/crypto/primitives.h"
#include "core/vault/key_sealer.h"

#include <cstring>

namespace cas::vault {

namespace {

constexpr qint64 kScryptN = 1 << 17; // with r=8: 128 MB, 0.4 s
constexpr qint64 kFastScryptN = 1 << 12;
constexpr qint64 kScryptR = 8;
constexpr qint64 kScryptP = 1;
constexpr qint64 kMostScryptN = 1 << 20; // with r=8: 1 GiB
constexpr qint64 kMostScryptMemory = qint64(1) << 30; // bytes
constexpr qint64 kMostScryptP = 16;
constexpr size_t kSlotKeySize = 32;

struct SlotKeys
{
    SecretBytes encryption;
    SecretBytes verification;
};

Error brokenSlot(const QString &what)
{
    return fail(ErrorCode::SealBroken, {}, {QStringLiteral("vault_slot")}, what);
}

Result<> checkForm(const Slot &slot)
{
    if (slot.salt.size() != 32 || slot.verifier.size() != 32 || slot.nonce.size() != 12
        || slot.wrapped.size() != 48)
        return brokenSlot(QStringLiteral("sizes"));
    if (slot.kdf == QStringLiteral("hkdf"))
        return {};
    if (slot.kdf != QStringLiteral("scrypt"))
        return brokenSlot(QStringLiteral("kdf"));
    // A file must not make us take all memory before its seal can be looked at.
    const bool powerOfTwo = slot.n > 1 && (slot.n & (slot.n - 1)) == 0;
    if (!powerOfTwo || slot.n > kMostScryptN || slot.r < 1 || slot.p < 1 || slot.p > kMostScryptP
        || slot.r > kMostScryptMemory / 128 / slot.n)
        return brokenSlot(QStringLiteral("scrypt parameters"));
    return {};
}

Result<SlotKeys> deriveKeys(const Slot &slot, const SecretBytes &secret)
{
    SecretBytes both;
    if (slot.kdf == QStringLiteral("scrypt")) {
        CAS_TRY(both, crypto::scrypt(secret, slot.salt, static_cast<quint64>(slot.n),
                                     static_cast<quint64>(slot.r), static_cast<quint64>(slot.p),
                                     2 * kSlotKeySize));
    } else {
        const QByteArray info = "cas vault slot key 1 " + slot.kind.toUtf8();
        CAS_TRY(both, crypto::hkdfSha256(secret, slot.salt, info, 2 * kSlotKeySize));
    }
    SlotKeys keys{SecretBytes(kSlotKeySize), SecretBytes(kSlotKeySize)};
    std::memcpy(keys.encryption.data(), both.data(), kSlotKeySize);
    std::memcpy(keys.verification.data(), both.data() + kSlotKeySize, kSlotKeySize);
    return keys;
}

QByteArray verifierOf(const SlotKeys &keys)
{
    return crypto::hmacSha256(keys.verification, "cas vault slot verifier 1");
}

} // namespace

Result<Slot> makeSlot(const Header &header, SlotKind kind, const SecretBytes &secret,
                      const SecretBytes &dataKey, qint64 createdAt)
{
    SystemRandom random;
    Slot slot;
    slot.kind = slotKindId(kind);
    slot.createdAt = createdAt;
    if (kind == SlotKind::Passphrase) {
        const bool fast = qEnvironmentVariableIntValue("CAS_TEST_FAST_SCRYPT") == 1;
        slot.kdf = QStringLiteral("scrypt");
        slot.n = fast ? kFastScryptN : kScryptN;
        slot.r = kScryptR;
        slot.p = kScryptP;
    } else {
        slot.kdf = QStringLiteral("hkdf");
    }
    slot.salt = random.bytes(32);
    slot.nonce = random.bytes(12);
    CAS_TRY(const SlotKeys keys, deriveKeys(slot, secret));
    slot.verifier = verifierOf(keys);
    CAS_TRY(slot.wrapped, crypto::aesGcmEncrypt(keys.encryption, slot.nonce, dataKey.view(),
                                                header.slotContext(slot)));
    return slot;
}

Result<SecretBytes> openSlot(const Header &header, SlotKind kind, const SecretBytes &secret)
{
    const Slot *slot = header.slot(kind);
    if (!slot)
        return fail(ErrorCode::NotFound, {}, {slotKindId(kind)});
    if (header.version != 1)
        return brokenSlot(QStringLiteral("version"));
    CAS_TRY_VOID(checkForm(*slot));
    if (secret.empty())
        return fail(ErrorCode::WrongPassphrase, QStringLiteral("passphrase"));
    CAS_TRY(const SlotKeys keys, deriveKeys(*slot, secret));
    if (!sameBytes(verifierOf(keys), slot->verifier))
        return fail(ErrorCode::WrongPassphrase, QStringLiteral("passphrase"));
    auto dataKey = crypto::aesGcmDecrypt(keys.encryption, slot->nonce, slot->wrapped,
                                         header.slotContext(*slot));
    if (!dataKey || dataKey->size() != kSlotKeySize)
        return brokenSlot(slot->kind);
    return dataKey;
}

} // namespace cas::vault
