// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_encoding.h"
#include "core/crypto/pem_reader.h"

#include <QBuffer>

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr qsizetype kPemFileLimit = qsizetype(64) << 20;
constexpr qsizetype kPemColumns = 64;

/// Base64 into memory that the caller owns. Standard alphabet only; Qt's decoder has no way to
/// write into locked memory.
void encodeBase64Line(const unsigned char *in, qsizetype size, char *&out)
{
    static constexpr char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (qsizetype i = 0; i < size; i += 3) {
        const qsizetype left = size - i;
        const unsigned group = static_cast<unsigned>(in[i]) << 16
                               | (left > 1 ? static_cast<unsigned>(in[i + 1]) << 8 : 0u)
                               | (left > 2 ? static_cast<unsigned>(in[i + 2]) : 0u);
        *out++ = alphabet[group >> 18 & 63];
        *out++ = alphabet[group >> 12 & 63];
        *out++ = left > 1 ? alphabet[group >> 6 & 63] : '=';
        *out++ = left > 2 ? alphabet[group & 63] : '=';
    }
}

qsizetype pemSize(qsizetype derSize, qsizetype labelSize)
{
    const qsizetype base64 = (derSize + 2) / 3 * 4;
    return 2 * labelSize + 17 + 15 + base64 + (base64 + kPemColumns - 1) / kPemColumns;
}

void writePem(QByteArrayView der, QByteArrayView label, char *out)
{
    const auto put = [&out](QByteArrayView text) {
        std::copy(text.begin(), text.end(), out);
        out += text.size();
    };
    put("-----BEGIN ");
    put(label);
    put("-----\n");
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.data());
    constexpr qsizetype kBytesInLine = kPemColumns / 4 * 3;
    for (qsizetype at = 0; at < der.size(); at += kBytesInLine) {
        encodeBase64Line(bytes + at, std::min(kBytesInLine, der.size() - at), out);
        *out++ = '\n';
    }
    put("-----END ");
    put(label);
    put("-----\n");
}

} // namespace

QByteArray toPem(QByteArrayView der, const char *label)
{
    const QByteArrayView name(label);
    QByteArray out(pemSize(der.size(), name.size()), Qt::Uninitialized);
    writePem(der, name, out.data());
    return out;
}

SecretBytes toPem(const SecretBytes &der, const char *label)
{
    const QByteArrayView name(label);
    SecretBytes out(static_cast<size_t>(pemSize(der.view().size(), name.size())));
    writePem(der.view(), name, reinterpret_cast<char *>(out.data()));
    return out;
}

Result<QList<PemBlock>> splitPem(const QByteArray &text)
{
    if (text.size() > kPemFileLimit)
        return fail(ErrorCode::FileTooLarge, {}, {QString::number(kPemFileLimit)});
    QByteArray plain = utf8Text(text);
    QBuffer buffer(&plain);
    buffer.open(QIODevice::ReadOnly);
    PemReader reader(buffer);
    QList<PemBlock> blocks;
    PemText block;
    while (true) {
        CAS_TRY(const bool more, reader.next(block));
        if (!more)
            break;
        auto decoded = decodePem(block);
        secureWipe(block.body.data(), static_cast<size_t>(block.body.size()));
        if (!decoded)
            return decoded.error();
        blocks << std::move(*decoded);
    }
    return blocks;
}

} // namespace cas::crypto
