// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/internal/der_reader.h"

#include <QByteArray>
#include <QDateTime>
#include <QVarLengthArray>

namespace cas::crypto {

/// Writes DER front to back into one buffer; lengths are put in when an item ends.
/// @source X.690 §10
class DerWriter
{
public:
    explicit DerWriter(qsizetype reserve = 512) { m_out.reserve(reserve); }

    void begin(quint8 tag);
    void end();
    void raw(QByteArrayView encoded) { m_out.append(encoded.data(), encoded.size()); }
    void primitive(quint8 tag, QByteArrayView content);
    void oid(QByteArrayView content) { primitive(der::kOid, content); }
    void null() { primitive(der::kNull, {}); }
    void boolean(bool value);
    void integer(qint64 value);
    /// INTEGER from unsigned big-endian octets; leading zeros are made minimal.
    void unsignedInteger(QByteArrayView bigEndian);
    /// BIT STRING without unused bits.
    void bitString(QByteArrayView bits);
    /// UTCTime until 2049, GeneralizedTime from 2050. @source RFC 5280 §4.1.2.5
    void time(const QDateTime &utc);

    [[nodiscard]] qsizetype size() const { return m_out.size(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_out; }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }
    /// For writers of secrets: where the buffer is, so that it can be wiped.
    [[nodiscard]] QByteArray &buffer() { return m_out; }

private:
    QByteArray m_out;
    QVarLengthArray<qsizetype, 16> m_open; // offsets of the length octets to fill in
};

} // namespace cas::crypto
