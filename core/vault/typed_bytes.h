// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QVariant>

namespace cas::vault {

/// What MACs and associated data are computed over: each part is a type octet (0 NULL, 1 integer,
/// 2 text, 3 blob), then for integers 8 octets two's complement, for text (UTF-8) and blobs an
/// 8-octet length and the octets; all numbers big endian. Two different lists never give the same
/// octets. Changing this form breaks every seal ever made.
class TypedBytes
{
public:
    /// @param purpose names what is authenticated, so that one kind never passes for another
    explicit TypedBytes(QByteArrayView purpose);
    TypedBytes &null();
    TypedBytes &integer(qint64 value);
    TypedBytes &text(QByteArrayView utf8);
    TypedBytes &blob(QByteArrayView bytes);
    /// A column's value as the store keeps it: bool and integers, QString, QByteArray, QDateTime
    /// (UTC milliseconds), null. @errors InvalidArgument: any other type
    Result<> value(const QVariant &value);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void number(quint64 value);
    QByteArray m_bytes;
};

} // namespace cas::vault
