// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/crl.h"
#include "tests/fuzz/fuzz_input.h"

using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto crl = Crl::fromDer(cas::test::fuzzInput(data, size));
    if (!crl)
        return 0;
    cas::test::fuzzExpect(crl->thisUpdate().isValid());
    (void)crl->find(QByteArray("\x01"));
    (void)crl->find(QByteArray::fromHex("1000"));
    return 0;
}
