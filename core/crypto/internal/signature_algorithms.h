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
    const EVP_MD *digest = nullptr; // null: none of its own, or one we do not check (MD5)
    const EVP_MD *maskDigest = nullptr; // RSA-PSS
    int saltBytes = 20; // RSA-PSS, RFC 4055 §3.1 default
    QString label; // `ecdsa-with-SHA256`, `SM2 with SM3`, else the dotted OID
};

SignatureAlgorithm signatureAlgorithmFromDer(const QByteArray &algorithmDer);

} // namespace cas::crypto
