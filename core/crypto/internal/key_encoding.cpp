// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/plain_key.h"

#include <openssl/core_names.h>
#include <openssl/err.h>

namespace cas::crypto {

namespace {

struct CurveRow
{
    const char *group;
    QByteArrayView oid;
    int bytes;
    KeyAlgorithm algorithm;
};
constexpr CurveRow kCurveRows[] = {
    {"prime256v1", oid::kP256, 32, KeyAlgorithm::EcP256},
    {"secp384r1", oid::kP384, 48, KeyAlgorithm::EcP384},
    {"secp521r1", oid::kP521, 66, KeyAlgorithm::EcP521},
    {"SM2", oid::kSm2, 32, KeyAlgorithm::Sm2},
};

const CurveRow *curveRow(const QByteArray &group)
{
    for (const CurveRow &row : kCurveRows) {
        if (group == row.group)
            return &row;
    }
    return nullptr;
}

const CurveRow *curveRow(KeyAlgorithm algorithm)
{
    for (const CurveRow &row : kCurveRows) {
        if (algorithm == row.algorithm)
            return &row;
    }
    return nullptr;
}

QByteArray octetsOf(const EVP_PKEY *key, const char *name)
{
    size_t size = 0;
    QByteArray out(256, Qt::Uninitialized);
    if (EVP_PKEY_get_octet_string_param(key, name, rawData(out), 256, &size) != 1)
        return {};
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

bool appendNumber(DerWriter &out, const EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return false;
    const BnPtr number(raw);
    SecretBytes octets(static_cast<size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), octets.data());
    out.unsignedInteger(octets.view());
    return true;
}

void beginAlgorithm(DerWriter &out, QByteArrayView algorithm, QByteArrayView curve)
{
    out.begin(der::kSequence);
    out.oid(algorithm);
    if (!curve.isEmpty())
        out.oid(curve);
    if (algorithm == oid::kRsa)
        out.null();
    out.end();
}

SecretBytes takeSecret(DerWriter &out)
{
    return SecretBytes::takeFrom(out.buffer());
}

} // namespace

QByteArray groupName(const EVP_PKEY *key)
{
    char name[80];
    size_t size = 0;
    if (EVP_PKEY_get_group_name(key, name, sizeof name, &size) != 1)
        return {};
    return QByteArray(name, static_cast<qsizetype>(size));
}

QByteArrayView curveOid(const QByteArray &group)
{
    const CurveRow *row = curveRow(group);
    return row ? row->oid : QByteArrayView();
}

QByteArray curveSpki(KeyAlgorithm algorithm, QByteArrayView point)
{
    const CurveRow *curve = curveRow(algorithm);
    DerWriter out(192);
    out.begin(der::kSequence);
    beginAlgorithm(out, curve ? oid::kEc : oid::kEd25519, curve ? curve->oid : QByteArrayView());
    out.bitString(point);
    out.end();
    return out.take();
}

SecretBytes curvePkcs8(KeyAlgorithm algorithm, const SecretBytes &scalar, QByteArrayView point)
{
    DerWriter out(320); // enough that the buffer never moves and leaves a copy behind
    out.begin(der::kSequence);
    out.integer(0);
    beginAlgorithm(out, oid::kEc, curveRow(algorithm)->oid);
    out.begin(der::kOctetString);
    out.begin(der::kSequence); // ECPrivateKey, RFC 5915 §3
    out.integer(1);
    out.primitive(der::kOctetString, scalar.view());
    out.begin(der::contextConstructed(1));
    out.bitString(point);
    out.end();
    out.end();
    out.end();
    out.end();
    return takeSecret(out);
}

Result<QByteArray> encodeCurveSpki(const EVP_PKEY *key, KeyAlgorithm algorithm)
{
    const QByteArray point = octetsOf(key, OSSL_PKEY_PARAM_PUB_KEY);
    if (point.isEmpty())
        return failOpenssl("EVP_PKEY_get_octet_string_param", ErrorCode::KeyInvalid);
    return curveSpki(algorithm, point);
}

Result<QByteArray> encodeSpki(const EVP_PKEY *key)
{
    ERR_clear_error();
    if (EVP_PKEY_is_a(key, "ED25519"))
        return encodeCurveSpki(key, KeyAlgorithm::Ed25519);
    if (EVP_PKEY_is_a(key, "EC") || EVP_PKEY_is_a(key, "SM2")) {
        if (const CurveRow *curve = curveRow(groupName(key)))
            return encodeCurveSpki(key, curve->algorithm);
    }
    if (EVP_PKEY_is_a(key, "RSA")) {
        DerWriter out(320);
        out.begin(der::kSequence);
        DerWriter numbers(300);
        numbers.begin(der::kSequence);
        if (appendNumber(numbers, key, OSSL_PKEY_PARAM_RSA_N)
            && appendNumber(numbers, key, OSSL_PKEY_PARAM_RSA_E)) {
            numbers.end();
            beginAlgorithm(out, oid::kRsa, {});
            out.bitString(numbers.bytes());
            out.end();
            return out.take();
        }
    }
    unsigned char *raw = nullptr;
    const int size = i2d_PUBKEY(key, &raw);
    if (size <= 0)
        return failOpenssl("i2d_PUBKEY", ErrorCode::KeyInvalid);
    const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
    return QByteArray(reinterpret_cast<const char *>(raw), size);
}

Result<SecretBytes> encodePkcs8(const EVP_PKEY *key, const QByteArray &spki)
{
    ERR_clear_error();
    const auto plain = plainKey(spki);
    if (const CurveRow *curve = plain ? curveRow(plain->algorithm) : nullptr) {
        BIGNUM *raw = nullptr;
        if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &raw) != 1)
            return failOpenssl("EVP_PKEY_get_bn_param", ErrorCode::KeyInvalid);
        const BnPtr number(raw);
        SecretBytes scalar(static_cast<size_t>(curve->bytes));
        BN_bn2binpad(number.get(), scalar.data(), curve->bytes);
        return curvePkcs8(plain->algorithm, scalar, plain->bits);
    }
    // Reserved large enough that the buffer never moves and leaves a copy behind.
    DerWriter out(8192);
    out.begin(der::kSequence);
    out.integer(0);
    bool done = false;
    if (EVP_PKEY_is_a(key, "ED25519")) {
        QByteArray seed = octetsOf(key, OSSL_PKEY_PARAM_PRIV_KEY);
        const SecretBytes secret = SecretBytes::takeFrom(seed);
        if (secret.size() == 32) {
            beginAlgorithm(out, oid::kEd25519, {});
            out.begin(der::kOctetString);
            out.primitive(der::kOctetString, secret.view()); // CurvePrivateKey, RFC 8410 §7
            out.end();
            done = true;
        }
    } else if (EVP_PKEY_is_a(key, "RSA") && EVP_PKEY_get_bits(key) <= 8192) {
        beginAlgorithm(out, oid::kRsa, {});
        out.begin(der::kOctetString);
        out.begin(der::kSequence); // RSAPrivateKey, RFC 8017 appendix A.1.2
        out.integer(0);
        done = true;
        for (const char *name : {OSSL_PKEY_PARAM_RSA_N, OSSL_PKEY_PARAM_RSA_E,
                                 OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1,
                                 OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1,
                                 OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1})
            done = done && appendNumber(out, key, name);
        out.end();
        out.end();
    }
    if (done) {
        out.end();
        return takeSecret(out);
    }
    const SecretBytes wiped = takeSecret(out);
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(key));
    unsigned char *raw = nullptr;
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &raw) : -1;
    if (size <= 0)
        return failOpenssl("EVP_PKEY2PKCS8", ErrorCode::KeyInvalid);
    const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
    return SecretBytes::copyOf(QByteArrayView(raw, size));
}

} // namespace cas::crypto
