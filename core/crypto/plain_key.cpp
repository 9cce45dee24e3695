// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/plain_key.h"
#include "core/crypto/internal/der_reader.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/oids.h"

#include <bit>

namespace cas::crypto {

namespace {

struct CurveKind
{
    QByteArrayView oid;
    qsizetype pointBytes; // uncompressed, SEC 1 §2.3.3
    KeyAlgorithm algorithm;
};
constexpr CurveKind kCurves[] = {
    {oid::kP256, 65, KeyAlgorithm::EcP256},
    {oid::kP384, 97, KeyAlgorithm::EcP384},
    {oid::kP521, 133, KeyAlgorithm::EcP521},
    {oid::kSm2, 65, KeyAlgorithm::Sm2},
};

std::optional<KeyAlgorithm> curveKind(QByteArrayView curve, QByteArrayView point)
{
    for (const CurveKind &kind : kCurves) {
        if (curve == kind.oid)
            return point.size() == kind.pointBytes && point[0] == '\4'
                       ? std::optional(kind.algorithm)
                       : std::nullopt;
    }
    return std::nullopt;
}

std::optional<KeyAlgorithm> rsaKind(QByteArrayView bits)
{
    DerStatus status;
    DerItem whole;
    DerItem modulus;
    DerItem exponent;
    DerReader outer(bits, status);
    if (!outer.expect(der::kSequence, whole))
        return std::nullopt;
    DerReader numbers = outer.enter(whole);
    if (!numbers.expect(der::kInteger, modulus) || !numbers.expect(der::kInteger, exponent)
        || exponent.content != QByteArrayView("\x01\x00\x01", 3))
        return std::nullopt; // other exponents are OpenSSL's to judge
    // A full size modulus has its top bit set, hence a leading zero octet.
    if (modulus.content.size() < 2 || modulus.content[0] != '\0'
        || (static_cast<unsigned char>(modulus.content[1]) & 0x80) == 0)
        return std::nullopt;
    switch ((modulus.content.size() - 1) * 8) {
    case 2048:
        return KeyAlgorithm::Rsa2048;
    case 3072:
        return KeyAlgorithm::Rsa3072;
    case 4096:
        return KeyAlgorithm::Rsa4096;
    default:
        return std::nullopt;
    }
}

std::optional<KeyAlgorithm> kindOf(QByteArrayView type, DerReader &parameters, QByteArrayView bits)
{
    if (type == oid::kEc) {
        DerItem curve;
        if (!parameters.expect(der::kOid, curve))
            return std::nullopt;
        return curveKind(curve.content, bits);
    }
    if (type == oid::kEd25519 && bits.size() == 32)
        return KeyAlgorithm::Ed25519;
    if (type == oid::kRsa)
        return rsaKind(bits);
    return std::nullopt;
}

} // namespace

std::optional<PlainKey> plainKey(QByteArrayView spkiDer)
{
    DerStatus status;
    DerItem whole;
    DerItem item;
    DerItem type;
    DerReader outer(spkiDer, status);
    if (!outer.expect(der::kSequence, whole) || !outer.expectEnd())
        return std::nullopt;
    DerReader fields = outer.enter(whole);
    DerItem algorithm;
    QByteArrayView bits;
    if (!fields.expect(der::kSequence, algorithm) || !fields.expect(der::kBitString, item)
        || !fields.expectEnd() || !decodeBits(item.content, bits))
        return std::nullopt;
    DerReader parts = fields.enter(algorithm);
    if (!parts.expect(der::kOid, type))
        return std::nullopt;
    const auto kind = kindOf(type.content, parts, bits);
    if (!kind)
        return std::nullopt;
    return PlainKey{*kind, bits};
}

std::optional<KeyAlgorithm> plainKeyAlgorithm(QByteArrayView spkiDer)
{
    const auto key = plainKey(spkiDer);
    return key ? std::optional(key->algorithm) : std::nullopt;
}

} // namespace cas::crypto
