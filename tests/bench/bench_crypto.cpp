// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate parse rate, and the rate of issuing for new P-256 keys against its ceiling in the
// same run: what OpenSSL alone needs for one key pair and one signature, by bare EVP calls.
#include "core/crypto/certificate.h"

#include <benchmark/benchmark.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <cstdio>
#include <map>
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
    for (auto _ : state)
        benchmark::DoNotOptimize(Certificate::fromDer(der));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parseCertificate);

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
    for (auto _ : state) {
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

/// Keeps the rates of the run for the lines printed after it.
class RateReporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            const auto rate = run.counters.find("items_per_second");
            if (!run.error_occurred && rate != run.counters.end())
                m_rates[run.run_name.function_name] = rate->second;
        }
        ConsoleReporter::ReportRuns(runs);
    }

    void printSummary() const
    {
        if (m_rates.count("parseCertificate"))
            std::printf("parse: %.0f certificates/s\n", m_rates.at("parseCertificate"));
        if (!m_rates.count("p256Issue") || !m_rates.count("p256Ceiling"))
            return;
        const double issue = m_rates.at("p256Issue");
        const double ceiling = m_rates.at("p256Ceiling");
        std::printf("issue/ceiling: %.3f (%.0f of %.0f certificates/s, P-256, one thread)\n",
                    issue / ceiling, issue, ceiling);
    }

private:
    std::map<std::string, double> m_rates;
};

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    RateReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    reporter.printSummary();
    return 0;
}
