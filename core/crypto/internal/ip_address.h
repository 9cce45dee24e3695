// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cas::crypto {

/// IPv4 (dotted, four decimal numbers without leading zeros) or IPv6 (RFC 4291 §2.2, no zone).
/// @return 4 or 16 octets, empty when it is neither
QByteArray ipAddressFromText(QStringView text);
/// @param octets 4 or 16 @return IPv6 in the form of RFC 5952; hex for other sizes
QString ipAddressText(QByteArrayView octets);

/// `10.0.0.0/8`; a bare address is a range of one. @return address and mask, 8 or 32 octets
QByteArray ipRangeFromText(QStringView cidr);
/// @return CIDR, or `address/mask` when the mask has holes; empty when the size is wrong
QString ipRangeText(QByteArrayView addressAndMask);
/// Whether `address` (4 or 16 octets) lies in a range of the same family.
bool ipInRange(QByteArrayView address, QByteArrayView addressAndMask);

} // namespace cas::crypto
