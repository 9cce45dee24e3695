// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace cas::crypto::oid {

/// Contents octets of the object identifiers that we write or branch on. Sources: RFC 3279, 5480,
/// 8410, 5280, 2985, GM/T 0006 (1.2.156.10197).
template <size_t N>
constexpr QByteArrayView octets(const char (&text)[N])
{
    return QByteArrayView(text, static_cast<qsizetype>(N - 1)); // some hold zero octets
}

// keys and curves
inline constexpr QByteArrayView kRsa = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");
inline constexpr QByteArrayView kEc = octets("\x2a\x86\x48\xce\x3d\x02\x01");
inline constexpr QByteArrayView kP256 = octets("\x2a\x86\x48\xce\x3d\x03\x01\x07");
inline constexpr QByteArrayView kP384 = octets("\x2b\x81\x04\x00\x22");
inline constexpr QByteArrayView kP521 = octets("\x2b\x81\x04\x00\x23");
inline constexpr QByteArrayView kSm2 = octets("\x2a\x81\x1c\xcf\x55\x01\x82\x2d");
inline constexpr QByteArrayView kEd25519 = octets("\x2b\x65\x70");
// signatures we make
inline constexpr QByteArrayView kSha256Rsa = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b");
inline constexpr QByteArrayView kRsaPss = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a");
inline constexpr QByteArrayView kMgf1 = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08");
inline constexpr QByteArrayView kEcdsaSha256 = octets("\x2a\x86\x48\xce\x3d\x04\x03\x02");
inline constexpr QByteArrayView kEcdsaSha384 = octets("\x2a\x86\x48\xce\x3d\x04\x03\x03");
inline constexpr QByteArrayView kEcdsaSha512 = octets("\x2a\x86\x48\xce\x3d\x04\x03\x04");
inline constexpr QByteArrayView kSm2Sm3 = octets("\x2a\x81\x1c\xcf\x55\x01\x83\x75");
// digests, as parameters of RSA-PSS
inline constexpr QByteArrayView kSha1 = octets("\x2b\x0e\x03\x02\x1a");
inline constexpr QByteArrayView kSha224 = octets("\x60\x86\x48\x01\x65\x03\x04\x02\x04");
inline constexpr QByteArrayView kSha256 = octets("\x60\x86\x48\x01\x65\x03\x04\x02\x01");
inline constexpr QByteArrayView kSha384 = octets("\x60\x86\x48\x01\x65\x03\x04\x02\x02");
inline constexpr QByteArrayView kSha512 = octets("\x60\x86\x48\x01\x65\x03\x04\x02\x03");
// certificate and CRL extensions
inline constexpr QByteArrayView kSubjectKeyId = octets("\x55\x1d\x0e");
inline constexpr QByteArrayView kKeyUsage = octets("\x55\x1d\x0f");
inline constexpr QByteArrayView kSubjectAltName = octets("\x55\x1d\x11");
inline constexpr QByteArrayView kIssuerAltName = octets("\x55\x1d\x12");
inline constexpr QByteArrayView kBasicConstraints = octets("\x55\x1d\x13");
inline constexpr QByteArrayView kCrlNumber = octets("\x55\x1d\x14");
inline constexpr QByteArrayView kReasonCode = octets("\x55\x1d\x15");
inline constexpr QByteArrayView kDeltaCrl = octets("\x55\x1d\x1b");
inline constexpr QByteArrayView kIssuingPoint = octets("\x55\x1d\x1c");
inline constexpr QByteArrayView kNameConstraints = octets("\x55\x1d\x1e");
inline constexpr QByteArrayView kCrlPoints = octets("\x55\x1d\x1f");
inline constexpr QByteArrayView kPolicies = octets("\x55\x1d\x20");
inline constexpr QByteArrayView kAuthorityKeyId = octets("\x55\x1d\x23");
inline constexpr QByteArrayView kExtendedKeyUsage = octets("\x55\x1d\x25");
inline constexpr QByteArrayView kFreshestCrl = octets("\x55\x1d\x2e");
inline constexpr QByteArrayView kAuthorityInfo = octets("\x2b\x06\x01\x05\x05\x07\x01\x01");
inline constexpr QByteArrayView kOcsp = octets("\x2b\x06\x01\x05\x05\x07\x30\x01");
inline constexpr QByteArrayView kCaIssuers = octets("\x2b\x06\x01\x05\x05\x07\x30\x02");
// requests and containers
inline constexpr QByteArrayView kExtensionRequest = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e");
inline constexpr QByteArrayView kMsExtensionRequest =
    octets("\x2b\x06\x01\x04\x01\x82\x37\x02\x01\x0e");
inline constexpr QByteArrayView kPkcs7Data = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01");
inline constexpr QByteArrayView kPkcs7Signed = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02");
inline constexpr QByteArrayView kPbes2 = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d");
inline constexpr QByteArrayView kPbkdf2 = octets("\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c");
inline constexpr QByteArrayView kScrypt = octets("\x2b\x06\x01\x04\x01\xda\x47\x04\x0b");
inline constexpr QByteArrayView kHmacSha256 = octets("\x2a\x86\x48\x86\xf7\x0d\x02\x09");
inline constexpr QByteArrayView kAes256Cbc = octets("\x60\x86\x48\x01\x65\x03\x04\x01\x2a");
inline constexpr QByteArrayView kHmacSm3 = octets("\x2a\x81\x1c\xcf\x55\x01\x83\x11\x02");

/// English name of an extension, extended key usage or access method; empty when not known.
QString standardName(const QString &dotted);

} // namespace cas::crypto::oid
