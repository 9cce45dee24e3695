// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_fields.h"

namespace cas::test {

using namespace cas::crypto;

inline DistinguishedName nameOf(const QString &text)
{
    return *DistinguishedName::parse(text);
}

inline QDateTime utc(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(0, 0), Qt::UTC);
}

/// A root CA as the console makes one.
inline CertificateFields rootFields(const PrivateKey &key, const QString &subject)
{
    CertificateFields fields;
    fields.serial = newSerial();
    fields.issuer = fields.subject = nameOf(subject);
    fields.notBefore = utc(2020, 1, 1);
    fields.notAfter = utc(2049, 12, 31);
    fields.publicKey = key.publicKey();
    fields.isCa = true;
    fields.keyUsage = KeyUsage::KeyCertSign | KeyUsage::CrlSign;
    fields.authorityKeyIdentifier = key.publicKey().keyIdentifier();
    return fields;
}

/// A server certificate under it.
inline CertificateFields leafFields(const PrivateKey &key, const PrivateKey &issuer,
                                    const DistinguishedName &issuerName)
{
    CertificateFields fields;
    fields.serial = newSerial();
    fields.issuer = issuerName;
    fields.subject = nameOf(QStringLiteral("CN=www.example.com, O=Example"));
    fields.notBefore = utc(2021, 1, 1);
    fields.notAfter = utc(2048, 1, 1);
    fields.publicKey = key.publicKey();
    fields.keyUsage = KeyUsage::DigitalSignature;
    fields.extendedKeyUsage = {eku::serverAuth};
    fields.subjectAltNames = *parseSubjectAltNames(QStringLiteral("www.example.com, 192.0.2.1"));
    fields.authorityKeyIdentifier = issuer.publicKey().keyIdentifier();
    return fields;
}

} // namespace cas::test
