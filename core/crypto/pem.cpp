// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_encoding.h"
#include "core/crypto/containers.h"

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr qsizetype kPemFileLimit = qsizetype(64) << 20;
constexpr qsizetype kPemBlockLimit = qsizetype(16) << 20;
constexpr qsizetype kPemColumns = 64;

Error pemInvalid(qint64 line, const char *reason)
{
    return fail(ErrorCode::PemInvalid, {}, {QString::number(line), QString::fromLatin1(reason)},
                QStringLiteral("line %1: %2").arg(line).arg(QLatin1String(reason)));
}

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

bool isBase64(QByteArrayView line)
{
    for (const char c : line) {
        const bool known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                           || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
        if (!known)
            return false;
    }
    return true;
}

class PemSplitter
{
public:
    explicit PemSplitter(QByteArrayView text)
        : m_text(text)
    { }

    Result<QList<PemBlock>> split()
    {
        QList<PemBlock> blocks;
        QByteArrayView line;
        while (nextLine(line)) {
            const QByteArray label = boundary(line, "-----BEGIN ");
            if (label.isEmpty())
                continue;
            PemBlock block;
            block.label = QString::fromLatin1(label);
            block.line = m_line;
            CAS_TRY(block.der, readBody(block.line, label));
            blocks << block;
        }
        return blocks;
    }

private:
    bool nextLine(QByteArrayView &line)
    {
        if (m_at >= m_text.size())
            return false;
        // CR LF, LF and the old lone CR all end a line.
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] != '\n' && m_text[end] != '\r')
            ++end;
        line = m_text.sliced(m_at, end - m_at).trimmed();
        if (end + 1 < m_text.size() && m_text[end] == '\r' && m_text[end + 1] == '\n')
            ++end;
        m_at = end + 1;
        ++m_line;
        return true;
    }

    static QByteArray boundary(QByteArrayView line, QByteArrayView start)
    {
        if (line.size() <= start.size() + 5 || !line.startsWith(start) || !line.endsWith("-----"))
            return {};
        return line.sliced(start.size()).chopped(5).toByteArray();
    }

    Result<QByteArray> readBody(qint64 beginLine, const QByteArray &label)
    {
        QByteArray base64;
        QByteArrayView line;
        bool headers = false;
        bool first = true;
        while (nextLine(line)) {
            if (line.contains('\0'))
                return pemInvalid(m_line, "NUL character");
            const QByteArray endLabel = boundary(line, "-----END ");
            if (!endLabel.isEmpty()) {
                if (endLabel != label)
                    return pemInvalid(m_line, "END does not match BEGIN");
                const auto der = QByteArray::fromBase64Encoding(
                    base64, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
                cas::secureWipe(base64.data(), static_cast<size_t>(base64.size()));
                if (!der)
                    return pemInvalid(beginLine, "bad base64");
                return *der;
            }
            // RFC 1421 headers (Proc-Type, DEK-Info) stand before a blank line.
            if (first && line.contains(':'))
                headers = true;
            first = false;
            if (headers) {
                if (line.isEmpty())
                    headers = false;
                continue;
            }
            if (!isBase64(line))
                return pemInvalid(m_line, "bad base64 character");
            if (base64.size() + line.size() > kPemBlockLimit)
                return pemInvalid(beginLine, "block over 16 MiB");
            base64.append(line.data(), line.size());
        }
        return pemInvalid(beginLine, "END is missing");
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qint64 m_line = 0;
};

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
    const QByteArray plain = utf8Text(text);
    return PemSplitter(plain).split();
}

} // namespace cas::crypto
