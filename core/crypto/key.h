// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/key_algorithm.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <optional>

namespace cas::crypto {

/// A public key of any kind OpenSSL can read, also kinds we do not make.
/// Cheap to copy. @thread any
class PublicKey
{
public:
    PublicKey() = default;
    /// @param spkiDer DER SubjectPublicKeyInfo
    /// @errors KeyInvalid: not a key, a point off its curve or at infinity, RSA with e even, < 3 or
    ///         > 2^64, or modulus > 16384 bits; explicit curve parameters are accepted only when
    ///         they equal a named curve, and are then re-encoded by name (crypto-notes §8 rows 36,
    ///         37)
    static Result<PublicKey> fromSpki(const QByteArray &spkiDer);

    [[nodiscard]] bool isNull() const noexcept { return !m_impl; }
    [[nodiscard]] QByteArray spkiDer() const;
    /// SHA-1 of the public key bits, 20 raw bytes: RFC 5280 §4.2.1.2 method (1).
    [[nodiscard]] QByteArray keyIdentifier() const;
    /// SHA-256 of the DER SubjectPublicKeyInfo, 32 raw bytes; what links keys and certificates.
    [[nodiscard]] QByteArray spkiSha256() const;
    /// Nothing when it is of a kind or size we do not make (RSA 1024, P-192, DSA, ...).
    [[nodiscard]] std::optional<KeyAlgorithm> algorithm() const;
    /// For people: `RSA 1024`, `RSA-PSS 2048`, `ECC P-256`, `DSA 1024`.
    [[nodiscard]] QString label() const;
    [[nodiscard]] int bits() const;
    /// Whether we may certify it: RSA >= 2048, also restricted to PSS (RFC 4055 §1.2), NIST
    /// P-256/384/521, Ed25519, SM2.
    [[nodiscard]] bool strongEnough() const;
    /// @errors Crypto: the signature does not verify or cannot be checked. SM2 with the standard
    ///         ID `1234567812345678` (GM/T 0009 clause 10), SM3.
    /// @param algorithmDer AlgorithmIdentifier of the signature
    [[nodiscard]] Result<> verify(QByteArrayView message, const QByteArray &algorithmDer,
                                  const QByteArray &signature) const;

    struct Impl; // OpenSSL side, crypto/internal only
    explicit PublicKey(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl))
    { }
    [[nodiscard]] const Impl *impl() const { return m_impl.get(); }

private:
    std::shared_ptr<const Impl> m_impl;
};

/// The one signing seam: a software key, a PKCS#11 or SKF token. Objects are assembled from TBS
/// bytes, algorithm and signature (architecture.md, "Settled").
/// @thread any; a token signer serialises inside
class Signer
{
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual PublicKey publicKey() const = 0;
    /// DER AlgorithmIdentifier that goes into the TBS and beside the signature.
    /// RSA: sha256WithRSAEncryption; P-256 SHA-256, P-384 SHA-384, P-521 SHA-512; Ed25519; SM2:
    /// 1.2.156.10197.1.501, parameters absent.
    [[nodiscard]] virtual QByteArray signatureAlgorithm() const = 0;
    /// @return the signature as it goes into the BIT STRING (ECDSA and SM2: DER SEQUENCE{r,s})
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView tbs) const = 0;
};

/// A private key held in memory.
/// Cheap to copy (shared); the last copy wipes it. @thread any
class PrivateKey final : public Signer
{
public:
    PrivateKey() = default;
    /// @param cancel looked at during RSA generation; may be null. RSA 4096 takes 1.4 s on average.
    /// @errors Crypto; Internal(detail "cancelled") when `cancel` became true
    static Result<PrivateKey> generate(KeyAlgorithm algorithm,
                                       const std::atomic<bool> *cancel = nullptr);
    /// Unencrypted PKCS#8 PrivateKeyInfo, traditional RSA/EC DER accepted too.
    /// @errors KeyInvalid: not a private key, or one whose halves do not belong together
    static Result<PrivateKey> fromDer(const SecretBytes &der);

    [[nodiscard]] bool isNull() const noexcept { return !m_impl; }
    /// DER PKCS#8 PrivateKeyInfo, RFC 5208/5958.
    [[nodiscard]] Result<SecretBytes> toPkcs8() const;

    [[nodiscard]] PublicKey publicKey() const override;
    [[nodiscard]] QByteArray signatureAlgorithm() const override;
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView tbs) const override;

    struct Impl;
    explicit PrivateKey(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl))
    { }
    [[nodiscard]] const Impl *impl() const { return m_impl.get(); }

private:
    std::shared_ptr<const Impl> m_impl;
};

} // namespace cas::crypto
