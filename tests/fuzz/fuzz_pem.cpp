// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/containers.h"
#include "tests/fuzz/fuzz_input.h"

using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = cas::test::fuzzInput(data, size);
    const auto blocks = splitPem(text);
    if (blocks) {
        for (const PemBlock &block : *blocks) {
            // What was read can be written and read again.
            const QByteArray label = block.label.toLatin1();
            const auto again = splitPem(toPem(block.der, label.constData()));
            cas::test::fuzzExpect(again && again->size() == 1 && again->first().der == block.der);
        }
    }
    (void)readCertificates(text);
    return 0;
}
