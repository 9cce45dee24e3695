// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/distinguished_name.h"
#include "core/crypto/key.h"
#include "core/crypto/subject_alt_name.h"

#include <QDateTime>
#include <QFlags>

#include <optional>

namespace cas::crypto {

/// Key usage bits, RFC 5280 §4.2.1.3 (value = 1 << bit number).
enum class KeyUsage {
    DigitalSignature = 1 << 0,
    NonRepudiation = 1 << 1,
    KeyEncipherment = 1 << 2,
    DataEncipherment = 1 << 3,
    KeyAgreement = 1 << 4,
    KeyCertSign = 1 << 5,
    CrlSign = 1 << 6,
    EncipherOnly = 1 << 7,
    DecipherOnly = 1 << 8,
};
Q_DECLARE_FLAGS(KeyUsages, KeyUsage)
Q_DECLARE_OPERATORS_FOR_FLAGS(KeyUsages)

/// Extended key usages by their OID; `eku::serverAuth` and friends are the ones we name.
namespace eku {
inline const QString serverAuth = QStringLiteral("1.3.6.1.5.5.7.3.1");
inline const QString clientAuth = QStringLiteral("1.3.6.1.5.5.7.3.2");
inline const QString codeSigning = QStringLiteral("1.3.6.1.5.5.7.3.3");
inline const QString emailProtection = QStringLiteral("1.3.6.1.5.5.7.3.4");
inline const QString timeStamping = QStringLiteral("1.3.6.1.5.5.7.3.8");
inline const QString ocspSigning = QStringLiteral("1.3.6.1.5.5.7.3.9");
} // namespace eku

/// RFC 5280 §4.2.1.10. DNS, e-mail and URI as plain constraint text (`example.com`,
/// `.example.com`, e-mail also `a@example.com`); what a certificate holds beyond that is kept too,
/// because checkNameConstraints() must not overlook it.
struct NameConstraints
{
    QStringList permittedDns;
    QStringList excludedDns;
    QStringList permittedIp; // CIDR
    QStringList excludedIp;
    QStringList permittedEmail;
    QStringList excludedEmail;
    QStringList permittedUri;
    QStringList excludedUri;
    QList<DistinguishedName> permittedDirectory; // a beginning of the subject
    QList<DistinguishedName> excludedDirectory;
    /// Read only, `RID:1.2.3`: forms that we cannot enforce, and subtrees with a minimum or a
    /// maximum. They make every check fail and cannot be written.
    QStringList permittedOther;
    QStringList excludedOther;
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const NameConstraints &) const = default;
};

/// What a certificate shall say. Times are UTC, whole seconds.
struct CertificateFields
{
    QByteArray serial; // big endian, 1-20 bytes, top bit clear, not all zero; newSerial() makes one
    DistinguishedName issuer;
    DistinguishedName subject;
    QDateTime notBefore;
    QDateTime notAfter; // 9999-12-31T23:59:59Z: no well-defined end, RFC 5280 §4.1.2.5
    PublicKey publicKey;

    bool isCa = false;
    std::optional<int> pathLength; // only with isCa
    KeyUsages keyUsage; // critical
    QStringList extendedKeyUsage; // OIDs
    QList<SubjectAltName> subjectAltNames; // critical when the subject is empty
    QByteArray authorityKeyIdentifier; // empty: left out (a root's own is allowed either way)
    QStringList crlUrls; // cRLDistributionPoints, one point each
    QStringList ocspUrls; // authorityInfoAccess
    QStringList caIssuerUrls;
    std::optional<NameConstraints> nameConstraints; // critical
};

/// 16 random bytes, top bit clear, first byte not zero (RFC 5280 §4.1.2.2; crypto-notes §0.9).
QByteArray newSerial();
/// Upper-case hex, two digits a byte, no separators.
QString serialText(const QByteArray &serialBigEndian);

/// Writes TBSCertificate, signs it and assembles the certificate. Does not judge the fields beyond
/// what cannot be encoded; the CA service does.
/// @return DER
/// @errors InvalidArgument: serial, dates or key unusable; those of the signer
/// @source RFC 5280 §4.1, §4.2; SM2: GM/T 0015
Result<QByteArray> buildCertificate(const CertificateFields &fields, const Signer &issuer);

} // namespace cas::crypto
