// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate parse rate, and the rate of issuing for new P-256 keys against the ceiling of bare
// key generation and signing in the same run.
#include "core/crypto/certificate.h"

#include <benchmark/benchmark.h>

using namespace cas::crypto;

namespace {

CertificateFields benchFields(const PrivateKey &key)
{
    CertificateFields fields;
    fields.serial = newSerial();
    fields.issuer = *DistinguishedName::parse(QStringLiteral("CN=Bench CA, O=Example, C=CN"));
    fields.subject = *DistinguishedName::parse(QStringLiteral("CN=www.example.com, O=Example"));
    fields.notBefore = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    fields.notAfter = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    fields.publicKey = key.publicKey();
    fields.keyUsage = KeyUsage::DigitalSignature;
    fields.extendedKeyUsage = {eku::serverAuth};
    fields.subjectAltNames = *parseSubjectAltNames(QStringLiteral("www.example.com"));
    fields.authorityKeyIdentifier = key.publicKey().keyIdentifier();
    return fields;
}

void parseCertificate(benchmark::State &state)
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray der = *buildCertificate(benchFields(*key), *key);
    for (auto _ : state)
        benchmark::DoNotOptimize(Certificate::fromDer(der));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parseCertificate);

void p256Ceiling(benchmark::State &state)
{
    const auto issuer = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray message(500, 'm');
    for (auto _ : state) {
        benchmark::DoNotOptimize(PrivateKey::generate(KeyAlgorithm::EcP256));
        benchmark::DoNotOptimize(issuer->sign(message));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(p256Ceiling);

void p256Issue(benchmark::State &state)
{
    const auto issuer = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = benchFields(*issuer);
    for (auto _ : state) {
        const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
        fields.serial = newSerial();
        fields.publicKey = key->publicKey();
        benchmark::DoNotOptimize(buildCertificate(fields, *issuer));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(p256Issue);

} // namespace

BENCHMARK_MAIN();
