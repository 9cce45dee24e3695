// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>

#include <memory>

namespace cas::crypto {

/// Raw digests: 32 and 20 bytes.
QByteArray sha256(QByteArrayView data);
QByteArray sha1(QByteArrayView data);

/// HMAC-SHA-256, 32 bytes. @source RFC 2104
QByteArray hmacSha256(const SecretBytes &key, QByteArrayView data);
/// HMAC-SHA-256 of many texts under one key, which is set up once. @thread any
class HmacSha256
{
public:
    explicit HmacSha256(const SecretBytes &key);
    ~HmacSha256();
    HmacSha256(const HmacSha256 &) = delete;
    HmacSha256 &operator=(const HmacSha256 &) = delete;
    [[nodiscard]] QByteArray of(QByteArrayView data) const; // 32 bytes

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};
/// HKDF-SHA-256. @param length 1..255*32. @source RFC 5869
Result<SecretBytes> hkdfSha256(const SecretBytes &secret, QByteArrayView salt, QByteArrayView info,
                               size_t length);
/// scrypt. @param n power of two, r*n*128 bytes of memory are used. @source RFC 7914
Result<SecretBytes> scrypt(const SecretBytes &passphrase, QByteArrayView salt, quint64 n, quint64 r,
                           quint64 p, size_t length);

/// AES-256-GCM. @param key 32 bytes @param nonce 12 bytes, never twice with one key
/// @return ciphertext followed by the 16-byte tag
Result<QByteArray> aesGcmEncrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView plain,
                                 QByteArrayView associatedData);
/// @errors SealBroken: key, nonce, data or associated data do not belong together
Result<SecretBytes> aesGcmDecrypt(const SecretBytes &key, QByteArrayView nonce,
                                  QByteArrayView cipherAndTag, QByteArrayView associatedData);

} // namespace cas::crypto
