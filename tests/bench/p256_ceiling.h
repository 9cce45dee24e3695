// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/evp.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace cas::bench {

/// What bulk issuing is measured against: `threads` threads that make nothing but a P-256 key and
/// one signature over some 400 octets, with OpenSSL's contexts kept and copied, which is its
/// fastest way (crypto-notes §1.5).
/// @return pairs a second, 0 on an error
inline double p256Ceiling(int threads, std::chrono::milliseconds length)
{
    std::atomic<bool> stop = false;
    std::atomic<long> pairs = 0;
    const auto work = [&stop, &pairs] {
        EVP_PKEY_CTX *generator = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
        EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
        EVP_MD_CTX *prototype = EVP_MD_CTX_new();
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_PKEY *signer = nullptr;
        const unsigned char tbs[400] = {};
        bool good = generator && EVP_PKEY_keygen_init(generator) == 1
                    && EVP_PKEY_CTX_set_group_name(generator, "P-256") == 1
                    && EVP_PKEY_generate(generator, &signer) == 1
                    && EVP_DigestSignInit(prototype, nullptr, digest, nullptr, signer) == 1;
        long done = 0;
        while (good && !stop) {
            EVP_PKEY *key = nullptr;
            unsigned char signature[80];
            size_t size = sizeof signature;
            good = EVP_PKEY_generate(generator, &key) == 1
                   && EVP_MD_CTX_copy_ex(context, prototype) == 1
                   && EVP_DigestSign(context, signature, &size, tbs, sizeof tbs) == 1;
            EVP_PKEY_free(key);
            ++done;
        }
        pairs += good ? done : 0;
        EVP_PKEY_free(signer);
        EVP_MD_CTX_free(context);
        EVP_MD_CTX_free(prototype);
        EVP_MD_free(digest);
        EVP_PKEY_CTX_free(generator);
    };
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back(work);
    std::this_thread::sleep_for(length);
    stop = true;
    for (std::thread &worker : workers)
        worker.join();
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    return static_cast<double>(pairs) / spent.count();
}

} // namespace cas::bench
