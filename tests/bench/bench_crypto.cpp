// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate parse rate, and the rate of issuing for new P-256 keys against its ceiling in the
// same run: what OpenSSL alone needs for one key pair and one signature, by bare EVP calls. Each
// with one and with two threads, which share nothing.
#include "core/crypto/certificate.h"
#include "tests/bench/rate_reporter.h"

#include <openssl/ec.h>
#include <openssl/evp.h>

#include <cstdio>
#include <memory>
#include <string>

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
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(Certificate::fromDer(der));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parseCertificate)->Threads(1)->Threads(2)->UseRealTime();

struct FreeEvp
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *ctx) const { EVP_PKEY_CTX_free(ctx); }
    void operator()(EVP_MD_CTX *ctx) const { EVP_MD_CTX_free(ctx); }
};

/// Contexts are made once and reused: the fastest way that OpenSSL has.
void p256Ceiling(benchmark::State &state)
{
    const std::unique_ptr<EVP_PKEY, FreeEvp> issuer(EVP_EC_gen("P-256"));
    const std::unique_ptr<EVP_PKEY_CTX, FreeEvp> generator(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    const std::unique_ptr<EVP_MD_CTX, FreeEvp> prepared(EVP_MD_CTX_new());
    const std::unique_ptr<EVP_MD_CTX, FreeEvp> signer(EVP_MD_CTX_new());
    if (EVP_PKEY_keygen_init(generator.get()) != 1
        || EVP_PKEY_CTX_set_group_name(generator.get(), "P-256") != 1
        || EVP_DigestSignInit(prepared.get(), nullptr, EVP_sha256(), nullptr, issuer.get()) != 1) {
        state.SkipWithError("OpenSSL cannot make P-256 keys");
        return;
    }
    const std::string message(500, 'm'); // the size of a TBSCertificate
    unsigned char signature[128];
    for ([[maybe_unused]] auto turn : state) {
        EVP_PKEY *key = nullptr;
        size_t size = sizeof signature;
        if (EVP_PKEY_generate(generator.get(), &key) != 1
            || EVP_MD_CTX_copy_ex(signer.get(), prepared.get()) != 1
            || EVP_DigestSign(signer.get(), signature, &size,
                              reinterpret_cast<const unsigned char *>(message.data()),
                              message.size())
                   != 1)
            state.SkipWithError("OpenSSL failed");
        benchmark::DoNotOptimize(signature);
        EVP_PKEY_free(key);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(p256Ceiling)->Threads(1)->Threads(2)->UseRealTime();

void p256Issue(benchmark::State &state)
{
    const auto issuer = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = benchFields(*issuer);
    for ([[maybe_unused]] auto turn : state) {
        const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
        fields.serial = newSerial();
        fields.publicKey = key->publicKey();
        benchmark::DoNotOptimize(buildCertificate(fields, *issuer));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(p256Issue)->Threads(1)->Threads(2)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    cas::bench::RateReporter reporter;
    if (!cas::bench::runAll(argc, argv, reporter))
        return 1;
    for (const int threads : {1, 2}) {
        if (const double parsed = reporter.rate("parseCertificate", threads); parsed > 0)
            std::printf("parse: %.0f certificates/s, %d thread(s)\n", parsed, threads);
        const double issue = reporter.rate("p256Issue", threads);
        const double ceiling = reporter.rate("p256Ceiling", threads);
        if (issue > 0 && ceiling > 0)
            std::printf("issue/ceiling: %.3f (%.0f of %.0f certificates/s, P-256, %d thread(s))\n",
                        issue / ceiling, issue, ceiling, threads);
    }
    return 0;
}
