// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/internal/der_reader.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace cas::crypto {

/// Decodes one UTCTime or GeneralizedTime of the forms RFC 5280 §4.1.2.5 allows.
/// @return null when it is none, or a day that does not exist
QDateTime decodeTime(const DerItem &item);
/// A character string of any ASN.1 type as text: damage becomes U+FFFD, NUL the text `\00`; a type
/// that is no string becomes `#` and hex.
QString decodeText(const DerItem &item);
/// A small INTEGER or ENUMERATED. @return nothing when it is wider than 63 bits or empty
std::optional<qint64> decodeInteger(QByteArrayView content);
/// BIT STRING contents without the unused-bits octet. @return false when malformed
bool decodeBits(QByteArrayView content, QByteArrayView &bits);

/// OBJECT IDENTIFIER contents to `1.2.840...`; empty when malformed.
QString oidToText(QByteArrayView content);
/// `1.2.840...` to OBJECT IDENTIFIER contents; empty when malformed.
QByteArray oidFromText(QStringView dotted);

} // namespace cas::crypto
