// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#include <memory>

namespace cas::crypto {

/// One deleter for every OpenSSL handle; the aliases below are the handles in use.
template <auto Free>
struct OpensslFree
{
    template <class Handle>
    void operator()(Handle *handle) const noexcept
    {
        Free(handle);
    }
};

/// OPENSSL_free is a macro, and what it frees here may be key material.
struct OpensslBufferFree
{
    size_t size = 0;
    void operator()(unsigned char *buffer) const noexcept { OPENSSL_clear_free(buffer, size); }
};
using OpensslBuffer = std::unique_ptr<unsigned char, OpensslBufferFree>;

using EvpPkeyPtr = std::unique_ptr<EVP_PKEY, OpensslFree<&EVP_PKEY_free>>;
using EvpPkeyCtxPtr = std::unique_ptr<EVP_PKEY_CTX, OpensslFree<&EVP_PKEY_CTX_free>>;
using EvpMdCtxPtr = std::unique_ptr<EVP_MD_CTX, OpensslFree<&EVP_MD_CTX_free>>;
using EvpMacCtxPtr = std::unique_ptr<EVP_MAC_CTX, OpensslFree<&EVP_MAC_CTX_free>>;
using EvpKdfCtxPtr = std::unique_ptr<EVP_KDF_CTX, OpensslFree<&EVP_KDF_CTX_free>>;
using EvpCipherCtxPtr = std::unique_ptr<EVP_CIPHER_CTX, OpensslFree<&EVP_CIPHER_CTX_free>>;
using EvpCipherPtr = std::unique_ptr<EVP_CIPHER, OpensslFree<&EVP_CIPHER_free>>;
using BnPtr = std::unique_ptr<BIGNUM, OpensslFree<&BN_clear_free>>;
using EcGroupPtr = std::unique_ptr<EC_GROUP, OpensslFree<&EC_GROUP_free>>;
using EcPointPtr = std::unique_ptr<EC_POINT, OpensslFree<&EC_POINT_free>>;
using ParamBldPtr = std::unique_ptr<OSSL_PARAM_BLD, OpensslFree<&OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, OpensslFree<&OSSL_PARAM_free>>;
using X509Ptr = std::unique_ptr<X509, OpensslFree<&X509_free>>;
using X509CrlPtr = std::unique_ptr<X509_CRL, OpensslFree<&X509_CRL_free>>;
using X509StorePtr = std::unique_ptr<X509_STORE, OpensslFree<&X509_STORE_free>>;
using X509StoreCtxPtr = std::unique_ptr<X509_STORE_CTX, OpensslFree<&X509_STORE_CTX_free>>;
using Pkcs8Ptr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, OpensslFree<&PKCS8_PRIV_KEY_INFO_free>>;
using Pkcs12Ptr = std::unique_ptr<PKCS12, OpensslFree<&PKCS12_free>>;
using LibCtxPtr = std::unique_ptr<OSSL_LIB_CTX, OpensslFree<&OSSL_LIB_CTX_free>>;

} // namespace cas::crypto
