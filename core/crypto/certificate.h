// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_fields.h"

namespace cas::crypto {

/// One extension as shown to people.
struct ExtensionView
{
    QString oid;
    QString name; // English standard name ("Subject Alternative Name"), else the OID
    bool critical = false;
    QString text; // decoded, one item a line; plain text, may be untrusted
    QByteArray rawDer; // extnValue content
};

/// A certificate read by walking its DER, without building OpenSSL objects: cheap enough for lists
/// and bulk import (crypto-notes §1.5). The signature is *not* checked by reading.
/// @thread any
class Certificate
{
public:
    Certificate() = default;
    /// @errors DerTruncated(args at, of), DerTrailing, DerTooDeep, DerInvalid, CertificateInvalid
    static Result<Certificate> fromDer(const QByteArray &der);

    [[nodiscard]] bool isNull() const noexcept { return m_der.isEmpty(); }
    [[nodiscard]] const QByteArray &der() const noexcept { return m_der; }
    [[nodiscard]] QByteArray sha256() const; // 32 raw bytes over the DER
    [[nodiscard]] QByteArray sha1() const; // 20 raw bytes
    [[nodiscard]] int version() const noexcept { return m_version; } // 1, 2, 3
    [[nodiscard]] const QByteArray &serial() const noexcept
    {
        return m_serial;
    } // content octets, leading zero octet removed
    [[nodiscard]] const DistinguishedName &subject() const noexcept { return m_subject; }
    [[nodiscard]] const DistinguishedName &issuer() const noexcept { return m_issuer; }
    [[nodiscard]] const QDateTime &notBefore() const noexcept { return m_notBefore; }
    [[nodiscard]] const QDateTime &notAfter() const noexcept { return m_notAfter; }
    [[nodiscard]] const QByteArray &spkiDer() const noexcept { return m_spki; }
    [[nodiscard]] const QByteArray &tbsDer() const noexcept { return m_tbs; }
    [[nodiscard]] const QByteArray &signatureAlgorithmDer() const noexcept
    {
        return m_signatureAlgorithm;
    }
    [[nodiscard]] const QByteArray &signature() const noexcept { return m_signature; }
    /// `ecdsa-with-SHA256`, `SM2 with SM3`, else the dotted OID.
    [[nodiscard]] QString signatureAlgorithmLabel() const;

    [[nodiscard]] const QList<SubjectAltName> &subjectAltNames() const noexcept
    {
        return m_sans;
    } // the well-formed DNS/IP/e-mail/URI ones, at most 1,000
    [[nodiscard]] bool isCa() const noexcept { return m_isCa; }
    [[nodiscard]] std::optional<int> pathLength() const noexcept { return m_pathLength; }
    [[nodiscard]] std::optional<KeyUsages> keyUsage() const noexcept
    {
        return m_keyUsage;
    } // nothing: extension absent
    [[nodiscard]] const QStringList &extendedKeyUsage() const noexcept { return m_ekus; }
    [[nodiscard]] const QByteArray &subjectKeyIdentifier() const noexcept { return m_ski; }
    [[nodiscard]] const QByteArray &authorityKeyIdentifier() const noexcept { return m_aki; }
    [[nodiscard]] const QStringList &crlUrls() const noexcept { return m_crlUrls; }
    [[nodiscard]] const QStringList &ocspUrls() const noexcept { return m_ocspUrls; }
    [[nodiscard]] const QStringList &caIssuerUrls() const noexcept { return m_caIssuerUrls; }
    [[nodiscard]] const std::optional<NameConstraints> &nameConstraints() const noexcept
    {
        return m_nameConstraints;
    }
    [[nodiscard]] bool selfIssued() const { return m_subject == m_issuer; }
    /// Extensions in file order, decoded for people. Computed on each call.
    [[nodiscard]] QList<ExtensionView> extensions() const;
    /// @errors KeyInvalid
    [[nodiscard]] Result<PublicKey> publicKey() const;
    /// Checks this certificate's signature with `issuer`'s key (SM2 with the standard ID).
    [[nodiscard]] Result<> verifySignature(const PublicKey &issuer) const;

private:
    friend class CertificateReader;
    QByteArray m_der, m_tbs, m_signatureAlgorithm, m_signature, m_serial, m_spki, m_ski, m_aki;
    QByteArray m_extensionsDer;
    int m_version = 1;
    DistinguishedName m_subject, m_issuer;
    QDateTime m_notBefore, m_notAfter;
    QList<SubjectAltName> m_sans;
    bool m_isCa = false;
    std::optional<int> m_pathLength;
    std::optional<KeyUsages> m_keyUsage;
    QStringList m_ekus, m_crlUrls, m_ocspUrls, m_caIssuerUrls;
    std::optional<NameConstraints> m_nameConstraints;
};

} // namespace cas::crypto
