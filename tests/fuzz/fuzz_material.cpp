// SPDX-License-Identifier: GPL-3.0-or-later
// Import: whatever a file holds is known by its content, or refused; a streamed text gives the same
// blocks as one that is read at once.
#include "core/crypto/material.h"
#include "tests/fuzz/fuzz_input.h"

#include <QBuffer>

using namespace cas;
using namespace cas::crypto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = cas::test::fuzzInput(data, size);
    static const std::vector<SecretBytes> passphrases = [] {
        std::vector<SecretBytes> list;
        list.push_back(SecretBytes::copyOf("password"));
        return list;
    }();
    (void)readMaterial(input, passphrases);

    QByteArray text = input;
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    PemReader reader(buffer);
    QList<QByteArray> blocks;
    bool damaged = false;
    PemText block;
    while (true) {
        const auto more = reader.next(block);
        if (more && !*more)
            break;
        const auto decoded = more ? decodePem(block) : Result<PemBlock>(more.error());
        damaged = damaged || !decoded;
        if (decoded)
            blocks << decoded->der;
        if (more)
            (void)readMaterial(block, {});
    }
    // Text of another encoding is converted by the one and not by the other.
    const bool plain =
        !input.contains('\0') && !input.startsWith("\xff\xfe") && !input.startsWith("\xfe\xff");
    const auto whole = splitPem(input);
    if (plain)
        cas::test::fuzzExpect(whole.has_value() == !damaged
                              && (damaged || whole->size() == blocks.size()));
    return 0;
}
