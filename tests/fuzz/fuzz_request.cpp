// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_request.h"
#include "tests/fuzz/fuzz_input.h"

using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto request = CertificateRequest::read(cas::test::fuzzInput(data, size));
    if (request)
        cas::test::fuzzExpect(request->publicKey().strongEnough());
    else
        cas::test::fuzzExpect(request.error().field == u"csr");
    return 0;
}
