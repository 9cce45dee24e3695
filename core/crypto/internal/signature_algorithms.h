// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/evp.h>

namespace cas::crypto {

enum class SignatureScheme { Unknown, RsaPkcs1, RsaPss, Ecdsa, EdDsa, Dsa, Sm2 };

/// What an AlgorithmIdentifier of a signature asks for.
struct SignatureAlgorithm
{
    SignatureScheme scheme = SignatureScheme::Unknown;
    // null: none of its own, one we do not check (MD5), or RSA-PSS with unusable parameters
    const EVP_MD *digest = nullptr;
    const EVP_MD *maskDigest = nullptr; // RSA-PSS
    int saltBytes = 0; // RSA-PSS
    QString label; // `ecdsa-with-SHA256`, `SM2 with SM3`, else the dotted OID
};

SignatureAlgorithm signatureAlgorithmFromDer(const QByteArray &algorithmDer);

} // namespace cas::crypto
