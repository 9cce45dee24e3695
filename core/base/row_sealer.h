// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>
#include <QVariant>

namespace cas {

/// The row a seal or an encrypted field belongs to; part of what is authenticated, so that neither
/// can be moved to another row, table or purpose.
struct RowContext
{
    QByteArray table; // ASCII table name
    qint64 rowId = 0; // primary key
    qint64 revision = 0; // row revision for seals, 0 for encrypted fields
    QByteArray purpose; // ASCII column or purpose, e.g. "private_key"
};

/// Seals facts and encrypts fields with keys that only an unlocked vault has.
///
/// A seal is a 32-byte MAC over a typed, length-prefixed form of the context and the values (NULL,
/// integer, text, blob are told apart), never over derived columns.
/// @thread any
class RowSealer
{
public:
    virtual ~RowSealer() = default;

    /// @errors Locked: the vault is locked
    virtual Result<QByteArray> seal(const RowContext &row, const QVariantList &values) const = 0;
    /// @errors SealBroken: `mac` is not the seal of these values; Locked
    virtual Result<> verify(const RowContext &row, const QVariantList &values,
                            const QByteArray &mac) const = 0;

    /// Encrypts one field: AES-256-GCM under a key of its own, wrapped by the data key.
    /// @return opaque blob to store; length = plain + about 100 bytes
    virtual Result<QByteArray> wrap(const RowContext &row, const SecretBytes &plain) const = 0;
    /// @errors SealBroken: the blob was changed or belongs to another row; Locked
    virtual Result<SecretBytes> unwrap(const RowContext &row, const QByteArray &blob) const = 0;
};

} // namespace cas
