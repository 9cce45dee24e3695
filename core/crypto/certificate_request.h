// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_fields.h"

namespace cas::crypto {

/// A PKCS#10 request (RFC 2986) that was read and whose own signature holds: proof of possession.
class CertificateRequest
{
public:
    /// PEM or DER.
    /// @errors CsrSeveral(arg how many); CsrInvalid(arg reason): not a request, NUL in a name, two
    /// SAN extensions;
    ///         CsrSignatureInvalid: the signature is not made by the key inside (SM2: checked with
    ///         the standard ID, then with the empty one; the latter also fails here but `detail`
    ///         says "sm2-empty-id");
    ///         KeyTooWeak(arg label): RSA < 2048 and the like
    static Result<CertificateRequest> read(const QByteArray &pemOrDer);

    [[nodiscard]] const QByteArray &der() const noexcept { return m_der; }
    [[nodiscard]] const DistinguishedName &subject() const noexcept { return m_subject; }
    [[nodiscard]] const PublicKey &publicKey() const noexcept { return m_publicKey; }
    [[nodiscard]] const QList<SubjectAltName> &subjectAltNames() const noexcept { return m_sans; }
    /// Whether the request asks to be a CA (basicConstraints CA:TRUE); a CA decides, never copies.
    [[nodiscard]] bool asksForCa() const noexcept { return m_asksForCa; }

private:
    QByteArray m_der;
    DistinguishedName m_subject;
    PublicKey m_publicKey;
    QList<SubjectAltName> m_sans;
    bool m_asksForCa = false;
};

/// @return DER PKCS#10 with the names in an extensionRequest attribute; signed by `key`
Result<QByteArray> buildCertificateRequest(const DistinguishedName &subject,
                                           const QList<SubjectAltName> &subjectAltNames,
                                           const Signer &key);

} // namespace cas::crypto
