// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/signature_algorithms.h"
#include "core/crypto/internal/algorithms.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/oids.h"

namespace cas::crypto {

namespace {

constexpr int kPssSaltBytes = 20; // RFC 4055 §3.1
constexpr int kPssSaltLimit = 2048; // no modulus that we accept has room for more

struct SignatureRow
{
    const char *dotted;
    const char *label;
    SignatureScheme scheme;
    EVP_MD *Algorithms::*digest;
};

constexpr SignatureRow kSignatureRows[] = {
    {"1.2.840.113549.1.1.4", "md5WithRSAEncryption", SignatureScheme::RsaPkcs1, nullptr},
    {"1.2.840.113549.1.1.5", "sha1WithRSAEncryption", SignatureScheme::RsaPkcs1, &Algorithms::sha1},
    {"1.2.840.113549.1.1.14", "sha224WithRSAEncryption", SignatureScheme::RsaPkcs1,
     &Algorithms::sha224},
    {"1.2.840.113549.1.1.11", "sha256WithRSAEncryption", SignatureScheme::RsaPkcs1,
     &Algorithms::sha256},
    {"1.2.840.113549.1.1.12", "sha384WithRSAEncryption", SignatureScheme::RsaPkcs1,
     &Algorithms::sha384},
    {"1.2.840.113549.1.1.13", "sha512WithRSAEncryption", SignatureScheme::RsaPkcs1,
     &Algorithms::sha512},
    {"1.2.840.113549.1.1.10", "RSASSA-PSS", SignatureScheme::RsaPss, &Algorithms::sha1},
    {"1.2.840.10045.4.1", "ecdsa-with-SHA1", SignatureScheme::Ecdsa, &Algorithms::sha1},
    {"1.2.840.10045.4.3.1", "ecdsa-with-SHA224", SignatureScheme::Ecdsa, &Algorithms::sha224},
    {"1.2.840.10045.4.3.2", "ecdsa-with-SHA256", SignatureScheme::Ecdsa, &Algorithms::sha256},
    {"1.2.840.10045.4.3.3", "ecdsa-with-SHA384", SignatureScheme::Ecdsa, &Algorithms::sha384},
    {"1.2.840.10045.4.3.4", "ecdsa-with-SHA512", SignatureScheme::Ecdsa, &Algorithms::sha512},
    {"1.2.840.10040.4.3", "dsa-with-SHA1", SignatureScheme::Dsa, &Algorithms::sha1},
    {"2.16.840.1.101.3.4.3.1", "dsa-with-SHA224", SignatureScheme::Dsa, &Algorithms::sha224},
    {"2.16.840.1.101.3.4.3.2", "dsa-with-SHA256", SignatureScheme::Dsa, &Algorithms::sha256},
    {"1.3.101.112", "Ed25519", SignatureScheme::EdDsa, nullptr},
    {"1.3.101.113", "Ed448", SignatureScheme::EdDsa, nullptr},
    {"1.2.156.10197.1.501", "SM2 with SM3", SignatureScheme::Sm2, &Algorithms::sm3},
};

struct DigestRow
{
    QByteArrayView oid;
    EVP_MD *Algorithms::*digest;
};

constexpr DigestRow kDigestRows[] = {
    {oid::kSha1, &Algorithms::sha1},     {oid::kSha224, &Algorithms::sha224},
    {oid::kSha256, &Algorithms::sha256}, {oid::kSha384, &Algorithms::sha384},
    {oid::kSha512, &Algorithms::sha512},
};

/// The content of a parameter field is one AlgorithmIdentifier; what stands after its OID is left
/// in `parameters`.
bool enterAlgorithm(const DerReader &outer, const DerItem &field, DerItem &type,
                    DerReader &parameters)
{
    DerReader wrapper = outer.enter(field);
    DerItem sequence;
    if (!wrapper.expect(der::kSequence, sequence) || !wrapper.expectEnd())
        return false;
    parameters = wrapper.enter(sequence);
    return parameters.expect(der::kOid, type);
}

const EVP_MD *digestByOid(const DerItem &type)
{
    for (const DigestRow &row : kDigestRows) {
        if (row.oid == type.content)
            return algorithms().*row.digest;
    }
    return nullptr;
}

/// RSASSA-PSS-params, RFC 4055 §3.1: in this order, and what is absent keeps its default.
/// @return false: malformed, or something that nobody can check
bool readPssParams(DerReader params, SignatureAlgorithm &out)
{
    out.maskDigest = out.digest;
    DerItem field;
    DerItem item;
    DerItem type;
    DerReader rest = params;
    if (params.optional(der::contextConstructed(0), field)) {
        if (!enterAlgorithm(params, field, type, rest))
            return false;
        out.digest = digestByOid(type);
    }
    if (params.optional(der::contextConstructed(1), field)) {
        if (!enterAlgorithm(params, field, type, rest) || type.content != oid::kMgf1)
            return false;
        DerReader mask = rest; // its parameter is the digest's AlgorithmIdentifier
        if (!mask.expect(der::kSequence, item) || !mask.expectEnd()
            || !mask.enter(item).expect(der::kOid, type))
            return false;
        out.maskDigest = digestByOid(type);
    }
    const auto number = [&params, &field, &item](int tag, qint64 standard) {
        if (!params.optional(der::contextConstructed(tag), field))
            return standard;
        DerReader wrapper = params.enter(field);
        const bool read = wrapper.expect(der::kInteger, item) && wrapper.expectEnd();
        return read ? decodeInteger(item.content).value_or(-1) : -1;
    };
    const qint64 salt = number(2, kPssSaltBytes);
    const qint64 trailer = number(3, 1); // 0xBC, the only one there is
    out.saltBytes = static_cast<int>(salt);
    return salt >= 0 && salt <= kPssSaltLimit && trailer == 1 && params.expectEnd() && out.digest
           && out.maskDigest;
}

} // namespace

SignatureAlgorithm signatureAlgorithmFromDer(const QByteArray &algorithmDer)
{
    SignatureAlgorithm out;
    DerStatus status;
    DerItem sequence;
    DerItem oidItem;
    DerReader outer(algorithmDer, status);
    if (!outer.expect(der::kSequence, sequence))
        return out;
    DerReader fields = outer.enter(sequence);
    if (!fields.expect(der::kOid, oidItem))
        return out;
    const QString dotted = oidToText(oidItem.content);
    out.label = dotted;
    for (const SignatureRow &row : kSignatureRows) {
        if (dotted != QLatin1String(row.dotted))
            continue;
        out.label = QString::fromLatin1(row.label);
        out.scheme = row.scheme;
        out.digest = row.digest ? algorithms().*row.digest : nullptr;
        DerItem params;
        if (row.scheme == SignatureScheme::RsaPss) {
            // In a signature the parameters must be there, even if empty (RFC 4055 §3.1).
            if (!fields.expect(der::kSequence, params) || !readPssParams(fields.enter(params), out))
                out.digest = nullptr;
        }
    }
    return out;
}

} // namespace cas::crypto
