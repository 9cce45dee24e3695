// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace cas::crypto {

/// OpenSSL's algorithms, fetched once for the process: a fetch for each call takes a lock and costs
/// as much as hashing 100 bytes (crypto-notes §1.5). Borrowed by callers, immutable, any thread.
struct Algorithms
{
    EVP_MD *sha1;
    EVP_MD *sha224;
    EVP_MD *sha256;
    EVP_MD *sha384;
    EVP_MD *sha512;
    EVP_MD *sm3;
    EVP_MAC *hmac;
    EVP_KDF *hkdf;
    EVP_KDF *scrypt;
    EVP_KDF *pbkdf2;
    EVP_CIPHER *aes256Gcm;
    EVP_CIPHER *aes256Cbc;
};

const Algorithms &algorithms();

} // namespace cas::crypto
