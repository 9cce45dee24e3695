// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_fields.h"
#include "core/crypto/containers.h"
#include "core/crypto/key_pair.h"

#include <QDateTime>
#include <QFile>

#include <array>

namespace cas::bench {

inline constexpr int kBundleIssuers = 5;

/// Names as companies have them: few domains hold most hosts.
inline QString hostName(int i)
{
    static const char *const roles[] = {"www", "mail", "api", "vpn", "git", "db", "node", "edge"};
    const int company = i % 3 == 0 ? i % 7 : i % 20 == 1 ? i % 997 : i % 41;
    return QStringLiteral("%1-%2.dept%3.example.com")
        .arg(QLatin1StringView(roles[(i * 31LL) % 8]))
        .arg(i)
        .arg(company);
}

/// A PEM bundle as collections of public certificates look: five CAs that signed them all (P-256
/// and RSA 2048), then `rows` server certificates with two names and 90 to 400 days.
inline Result<> writeBundle(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io);
    struct Issuer
    {
        crypto::PrivateKey key;
        crypto::CertificateFields fields;
    };
    std::array<Issuer, kBundleIssuers> issuers;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (size_t i = 0; i < issuers.size(); ++i) {
        Issuer &issuer = issuers[i];
        CAS_TRY(issuer.key, crypto::PrivateKey::generate(i == 0 ? crypto::KeyAlgorithm::Rsa2048
                                                                : crypto::KeyAlgorithm::EcP256));
        crypto::CertificateFields &fields = issuer.fields;
        fields.serial = crypto::newSerial();
        CAS_TRY(fields.subject,
                crypto::DistinguishedName::parse(QStringLiteral("CN=Bench CA %1,O=Bench").arg(i)));
        fields.issuer = fields.subject;
        fields.notBefore = now.addDays(-100);
        fields.notAfter = now.addYears(10);
        fields.publicKey = issuer.key.publicKey();
        fields.isCa = true;
        fields.keyUsage = crypto::KeyUsage::KeyCertSign | crypto::KeyUsage::CrlSign;
        CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, issuer.key));
        file.write(crypto::toPem(der, "CERTIFICATE"));
    }
    for (int i = 0; i < rows; ++i) {
        // Skewed: most come from one CA that signs with P-256.
        const Issuer &issuer = issuers[static_cast<size_t>(i % 10 < 7 ? 1 : i % kBundleIssuers)];
        CAS_TRY(const auto pair, crypto::generateKeyPair(crypto::KeyAlgorithm::EcP256));
        crypto::CertificateFields fields;
        fields.serial = crypto::newSerial();
        fields.issuer = issuer.fields.subject;
        const QString host = hostName(i);
        CAS_TRY(fields.subject, crypto::DistinguishedName::create({{QStringLiteral("CN"), host}}));
        fields.notBefore = now.addSecs(-86'400LL * (i % 90) - i % 86'400);
        fields.notAfter = fields.notBefore.addDays(i % 4 == 0 ? 397 : 90);
        fields.publicKey = pair.publicKey;
        fields.keyUsage = crypto::KeyUsage::DigitalSignature;
        fields.extendedKeyUsage = {crypto::eku::serverAuth};
        for (const QString &name : {host, QStringLiteral("alias-") + host}) {
            CAS_TRY(auto san, crypto::SubjectAltName::create(crypto::SanType::Dns, name));
            fields.subjectAltNames.append(std::move(san));
        }
        CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, issuer.key));
        file.write(crypto::toPem(der, "CERTIFICATE"));
    }
    return {};
}

} // namespace cas::bench
