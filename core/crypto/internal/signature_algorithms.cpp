// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/signature_algorithms.h"
#include "core/crypto/internal/algorithms.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/oids.h"

namespace cas::crypto {

namespace {

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

const EVP_MD *digestByOid(const QString &dotted)
{
    const Algorithms &all = algorithms();
    if (dotted == u"1.3.14.3.2.26")
        return all.sha1;
    if (dotted == u"2.16.840.1.101.3.4.2.1")
        return all.sha256;
    if (dotted == u"2.16.840.1.101.3.4.2.2")
        return all.sha384;
    if (dotted == u"2.16.840.1.101.3.4.2.3")
        return all.sha512;
    return nullptr;
}

/// RSASSA-PSS-params, RFC 4055 §3.1: what is absent keeps its default.
void readPssParams(DerReader params, SignatureAlgorithm &out)
{
    out.maskDigest = out.digest;
    DerItem field;
    while (params.next(field)) {
        DerReader inner = params.enter(field);
        DerItem item;
        DerItem oidItem;
        if (field.tag == der::contextConstructed(2)) {
            if (inner.expect(der::kInteger, item)) {
                const qint64 salt = decodeInteger(item.content).value_or(-1);
                out.saltBytes = salt >= 0 && salt <= 512 ? static_cast<int>(salt) : -1;
            }
        } else if (inner.expect(der::kSequence, item)) {
            DerReader algorithm = inner.enter(item);
            if (!algorithm.expect(der::kOid, oidItem))
                continue;
            if (field.tag == der::contextConstructed(0)) {
                out.digest = digestByOid(oidToText(oidItem.content));
            } else if (field.tag == der::contextConstructed(1) // mgf1, its parameter is a digest
                       && algorithm.expect(der::kSequence, item)) {
                DerReader mask = algorithm.enter(item);
                if (mask.expect(der::kOid, oidItem))
                    out.maskDigest = digestByOid(oidToText(oidItem.content));
            }
        }
    }
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
            out.maskDigest = out.digest;
            if (fields.optional(der::kSequence, params))
                readPssParams(fields.enter(params), out);
        }
    }
    return out;
}

} // namespace cas::crypto
