// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>

namespace cas::crypto {

/// Encrypts many private keys under one passphrase: salt and key derivation once (100,000 rounds,
/// some 20 ms), then a fresh initialisation vector for each key. What it writes is what
/// encryptPkcs8() (containers.h) writes: PBES2, PBKDF2 with HMAC-SHA-256, AES-256-CBC.
/// @source RFC 8018 §6.2, §A.4; RFC 5208 §6
/// @thread any, after create()
class Pkcs8Encryptor
{
public:
    /// @errors PassphraseMissing; Crypto
    static Result<Pkcs8Encryptor> create(const SecretBytes &passphrase);
    /// @param pkcs8 DER PrivateKeyInfo
    /// @return DER EncryptedPrivateKeyInfo
    [[nodiscard]] Result<QByteArray> encrypt(const SecretBytes &pkcs8) const;

private:
    Pkcs8Encryptor() = default;
    SecretBytes m_key;
    QByteArray m_salt;
};

} // namespace cas::crypto
