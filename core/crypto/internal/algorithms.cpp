// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/algorithms.h"

namespace cas::crypto {

const Algorithms &algorithms()
{
    // Never freed: worker threads may still hash while the process exits, and OPENSSL_cleanup()
    // frees the rest anyway.
    static const Algorithms *const fetched = new Algorithms{
        EVP_MD_fetch(nullptr, "SHA1", nullptr),
        EVP_MD_fetch(nullptr, "SHA2-224", nullptr),
        EVP_MD_fetch(nullptr, "SHA2-256", nullptr),
        EVP_MD_fetch(nullptr, "SHA2-384", nullptr),
        EVP_MD_fetch(nullptr, "SHA2-512", nullptr),
        EVP_MD_fetch(nullptr, "SM3", nullptr),
        EVP_MAC_fetch(nullptr, "HMAC", nullptr),
        EVP_KDF_fetch(nullptr, "HKDF", nullptr),
        EVP_KDF_fetch(nullptr, "SCRYPT", nullptr),
        EVP_KDF_fetch(nullptr, "PBKDF2", nullptr),
        EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr),
        EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr),
    };
    return *fetched;
}

} // namespace cas::crypto
