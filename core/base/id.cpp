// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QDateTime>

#include <algorithm>
#include <cstring>

namespace cas {

namespace {

constexpr qint64 kEpochMs = 1577836800000; // 2020-01-01T00:00:00Z
constexpr int kSequenceBits = 11;
constexpr int kWriterBits = 10;
constexpr char kAlphabet[] = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32
constexpr int kDigits = 13;

} // namespace

QString detail::formatId(const char *prefix, qint64 value)
{
    QString digits(kDigits, u'0');
    quint64 rest = static_cast<quint64>(value);
    for (int i = kDigits - 1; i >= 0; --i, rest >>= 5)
        digits[i] = QLatin1Char(kAlphabet[rest & 31]);
    return QLatin1StringView(prefix) + u'-' + digits;
}

Result<qint64> detail::parseId(const char *prefix, const QString &text)
{
    const QString head = QLatin1StringView(prefix) + u'-';
    const QString clean = text.trimmed();
    if (!clean.startsWith(head) || clean.size() != head.size() + kDigits)
        return fail(ErrorCode::NotFound, QStringLiteral("id"), {text.left(80)});
    quint64 value = 0;
    for (const QChar c : QStringView(clean).mid(head.size())) {
        const char *at =
            c.unicode() < 128 && c.unicode() ? std::strchr(kAlphabet, c.toLatin1()) : nullptr;
        if (!at || value >> 58)
            return fail(ErrorCode::NotFound, QStringLiteral("id"), {text.left(80)});
        value = value << 5 | static_cast<quint64>(at - kAlphabet);
    }
    return static_cast<qint64>(value);
}

qint64 IdSource::next()
{
    qint64 seen = m_last.load(std::memory_order_relaxed);
    qint64 wanted = 0;
    do {
        const qint64 now = (QDateTime::currentMSecsSinceEpoch() - kEpochMs) << kSequenceBits;
        wanted = std::max(now, seen + 1);
    } while (!m_last.compare_exchange_weak(seen, wanted, std::memory_order_relaxed));

    const qint64 ms = wanted >> kSequenceBits;
    const qint64 sequence = wanted & ((1 << kSequenceBits) - 1);
    return ms << (kSequenceBits + kWriterBits) | m_writer << kSequenceBits | sequence;
}

} // namespace cas
