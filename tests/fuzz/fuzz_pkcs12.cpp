// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/containers.h"
#include "tests/fuzz/fuzz_input.h"

using namespace cas;
using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto content =
        readPkcs12(test::fuzzInput(data, size), SecretBytes::copyOf(QByteArrayView("seed")));
    if (content) {
        for (const PrivateKey &key : content->keys)
            test::fuzzExpect(!key.isNull() && !key.publicKey().isNull());
    }
    return 0;
}
