// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/row_sealer.h"
#include "core/crypto/primitives.h"

#include <memory>

namespace cas::vault {

/// Seals and encrypts with keys derived from a data key; the destructor wipes them.
///
/// A wrapped field is: octet 1 (version), 12 octets nonce, 48 octets record key under the field
/// key, 12 octets nonce, data under the record key with its tag: plain + 89 octets. Both
/// encryptions are AES-256-GCM with table, row id and purpose as associated data.
/// @thread any
class KeySealer final : public RowSealer
{
public:
    /// @param dataKey 32 bytes, borrowed
    static Result<std::unique_ptr<KeySealer>> create(const SecretBytes &dataKey);
    /// Another one with its own copies of the keys.
    [[nodiscard]] std::unique_ptr<KeySealer> clone() const;

    Result<QByteArray> seal(const RowContext &row, const QVariantList &values) const override;
    Result<> verify(const RowContext &row, const QVariantList &values,
                    const QByteArray &mac) const override;
    Result<QByteArray> wrap(const RowContext &row, const SecretBytes &plain) const override;
    Result<SecretBytes> unwrap(const RowContext &row, const QByteArray &blob) const override;

    /// MAC of anything else of the vault's own. @return 32 bytes
    [[nodiscard]] QByteArray mac(const QByteArray &typedBytes) const;

private:
    KeySealer() = default;
    SecretBytes m_sealKey;
    std::unique_ptr<const crypto::HmacSha256> m_seals; // under m_sealKey
    SecretBytes m_fieldKey;
    mutable SystemRandom m_random;
};

/// Compares in time that depends on the sizes only.
bool sameBytes(const QByteArray &a, const QByteArray &b);

} // namespace cas::vault
