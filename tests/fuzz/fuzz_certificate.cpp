// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/chain.h"
#include "tests/fuzz/fuzz_input.h"

using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray der = cas::test::fuzzInput(data, size);
    const auto certificate = Certificate::fromDer(der);
    if (!certificate)
        return 0;
    cas::test::fuzzExpect(certificate->der() == der);
    cas::test::fuzzExpect(certificate->subjectAltNames().size() <= 1000);
    (void)certificate->extensions();
    (void)certificate->subject().toString();
    (void)certificate->signatureAlgorithmLabel();
    if (certificate->nameConstraints())
        (void)checkNameConstraints(*certificate->nameConstraints(), certificate->subject(),
                                   certificate->subjectAltNames());
    if (const auto key = certificate->publicKey())
        (void)certificate->verifySignature(*key);
    return 0;
}
