// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/pem_reader.h"

#include <QIODevice>

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr qsizetype kPemBlockLimit = qsizetype(16) << 20;
constexpr qsizetype kReadBytes = qsizetype(1) << 20;
constexpr QByteArrayView kByteOrderMark("\xef\xbb\xbf");
constexpr QByteArrayView kBegin("-----BEGIN ");
constexpr QByteArrayView kEnd("-----END ");

Error pemInvalid(qint64 line, const char *reason)
{
    return fail(ErrorCode::PemInvalid, {}, {QString::number(line), QString::fromLatin1(reason)},
                QStringLiteral("line %1: %2").arg(line).arg(QLatin1String(reason)));
}

QByteArrayView boundary(QByteArrayView line, QByteArrayView start)
{
    line = line.trimmed();
    if (line.size() <= start.size() + 5 || !line.startsWith(start) || !line.endsWith("-----"))
        return {};
    return line.sliced(start.size()).chopped(5);
}

bool isBase64(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || c == '+' || c == '/' || c == '=';
    });
}

/// Where the line that begins at `from` ends: CR LF, LF and the old lone CR all end one.
/// @return the size of `text` when it does not end in it
qsizetype lineEnd(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && text[from] != '\n' && text[from] != '\r')
        ++from;
    return from;
}

qsizetype afterLineEnd(QByteArrayView text, qsizetype end)
{
    const bool pair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    return std::min(end + (pair ? 2 : 1), text.size());
}

} // namespace

Result<PemBlock> decodePem(const PemText &text)
{
    QByteArray base64;
    base64.reserve(text.body.size());
    const QByteArrayView body(text.body);
    qint64 number = text.line;
    bool headers = false;
    bool first = true;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = lineEnd(body, at);
        const QByteArrayView line = body.sliced(at, end - at).trimmed();
        at = afterLineEnd(body, end);
        ++number;
        if (line.contains('\0'))
            return pemInvalid(number, "NUL character");
        // RFC 1421 headers (Proc-Type, DEK-Info) stand before a blank line.
        if (first && line.contains(':'))
            headers = true;
        first = false;
        if (headers) {
            headers = !line.isEmpty();
            continue;
        }
        if (!isBase64(line))
            return pemInvalid(number, "bad base64 character");
        base64.append(line.data(), line.size());
    }
    auto der = QByteArray::fromBase64Encoding(
        base64, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    secureWipe(base64.data(), static_cast<size_t>(base64.size()));
    if (!der)
        return pemInvalid(text.line, "bad base64");
    return PemBlock{text.label, std::move(*der), text.line};
}

PemReader::PemReader(QIODevice &device)
    : m_device(device)
{ }

Result<bool> PemReader::next(PemText &text)
{
    QByteArrayView line;
    QString label = std::exchange(m_pending, {});
    while (label.isEmpty()) {
        if (!nextLine(line)) {
            if (m_failed)
                return fail(ErrorCode::Io, {}, {}, m_device.errorString());
            return false;
        }
        label = QString::fromLatin1(boundary(line, kBegin));
    }
    text.label = label;
    text.line = m_line;
    text.body.clear();
    while (nextLine(line)) {
        if (line.contains('-')) { // no character of base64
            const QByteArrayView end = boundary(line, kEnd);
            if (!end.isEmpty()) {
                if (QLatin1StringView(end) != text.label)
                    return pemInvalid(m_line, "END does not match BEGIN");
                return true;
            }
            // The block before was cut off; this one may be whole.
            m_pending = QString::fromLatin1(boundary(line, kBegin));
            if (!m_pending.isEmpty())
                return pemInvalid(text.line, "END is missing");
        }
        if (text.body.size() + line.size() > kPemBlockLimit) {
            text.body.clear();
            return pemInvalid(text.line, "block over 16 MiB");
        }
        text.body.append(line.data(), line.size());
        text.body.append('\n');
    }
    if (m_failed)
        return fail(ErrorCode::Io, {}, {}, m_device.errorString());
    return pemInvalid(text.line, "END is missing");
}

bool PemReader::nextLine(QByteArrayView &line)
{
    qsizetype end = lineEnd(m_buffer, m_at);
    // A CR at the very end may be half of a CR LF.
    while (!m_atEnd && end + 1 >= m_buffer.size()) {
        const qsizetype looked = end - m_at;
        const bool more = refill();
        end = lineEnd(m_buffer, m_at + looked);
        if (!more)
            break;
    }
    if (m_at >= m_buffer.size())
        return false;
    line = QByteArrayView(m_buffer).sliced(m_at, end - m_at);
    if (m_line == 0 && line.startsWith(kByteOrderMark))
        line = line.sliced(kByteOrderMark.size());
    m_at = afterLineEnd(m_buffer, end);
    ++m_line;
    return true;
}

bool PemReader::refill()
{
    // What is no line of PEM in 16 MiB is none at all: it is given on as it is, and begins no
    // block.
    if (m_buffer.size() - m_at > kPemBlockLimit)
        return false;
    m_passed += m_at;
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype held = m_buffer.size();
    m_buffer.resize(held + kReadBytes);
    const qint64 got = m_device.read(m_buffer.data() + held, kReadBytes);
    m_buffer.resize(held + std::max<qsizetype>(got, 0));
    m_failed = got < 0;
    m_atEnd = got <= 0;
    return got > 0;
}

} // namespace cas::crypto
