// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/der_values.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cas::crypto {

namespace {

QString wideText(QByteArrayView content, int width)
{
    QString text;
    if (content.size() % width != 0)
        text += QChar::ReplacementCharacter;
    for (qsizetype i = 0; i + width <= content.size(); i += width) {
        char32_t code = 0;
        for (int k = 0; k < width; ++k)
            code = code << 8 | static_cast<quint8>(content[i + k]);
        if (width == 2)
            text += QChar(static_cast<char16_t>(code));
        else if (code > 0x10ffff)
            text += QChar::ReplacementCharacter;
        else
            text += QStringView(QChar::fromUcs4(code));
    }
    // A lone half of a surrogate pair is damage as well.
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString asciiText(QByteArrayView content)
{
    if (std::all_of(content.begin(), content.end(), [](char c) { return !(c & 0x80); }))
        return QString::fromLatin1(content);
    QString text(content.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i) {
        const auto octet = static_cast<quint8>(content[i]);
        text[i] =
            octet < 0x80 ? QChar(static_cast<char16_t>(octet)) : QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace

QDateTime decodeTime(const DerItem &item)
{
    const QByteArrayView text = item.content;
    const bool utcTime = item.tag == der::kUtcTime;
    if (!utcTime && item.tag != der::kGeneralizedTime)
        return {};
    const qsizetype digits = utcTime ? 12 : 14;
    if (text.size() != digits + 1 || text[digits] != 'Z')
        return {};
    for (qsizetype i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
    }
    qsizetype at = 0;
    const auto two = [&] {
        const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
        at += 2;
        return value;
    };
    int year = utcTime ? 0 : two() * 100;
    year += two();
    if (utcTime)
        year += year < 50 ? 2000 : 1900;
    const int month = two();
    const int day = two();
    const int hour = two();
    const int minute = two();
    const int second = two();
    const QDate date(year, month, day);
    const QTime clock(hour, minute, second);
    if (!date.isValid() || !clock.isValid())
        return {};
    return QDateTime(date, clock, Qt::UTC);
}

QString decodeText(const DerItem &item)
{
    QString text;
    switch (item.tag) {
    case der::kUtf8String:
        text = QString::fromUtf8(item.content);
        break;
    case der::kPrintableString:
    case der::kIa5String:
    case der::kVisibleString:
    case 0x12: // NumericString
        text = asciiText(item.content);
        break;
    case der::kT61String: // in practice always Latin-1
        text = QString::fromLatin1(item.content);
        break;
    case der::kBmpString:
        text = wideText(item.content, 2);
        break;
    case der::kUniversalString:
        text = wideText(item.content, 4);
        break;
    default:
        return QLatin1Char('#') + QString::fromLatin1(item.whole.toByteArray().toHex());
    }
    if (text.contains(QChar(0)))
        text.replace(QChar(0), QStringLiteral("\\00"));
    return text;
}

std::optional<qint64> decodeInteger(QByteArrayView content)
{
    if (content.isEmpty() || content.size() > 8)
        return std::nullopt;
    qint64 value = content[0] & 0x80 ? -1 : 0;
    for (const char octet : content)
        value = static_cast<qint64>(static_cast<quint64>(value) << 8 | static_cast<quint8>(octet));
    return value;
}

bool decodeBits(QByteArrayView content, QByteArrayView &bits)
{
    if (content.isEmpty() || static_cast<quint8>(content[0]) > 7
        || (content.size() == 1 && content[0] != 0))
        return false;
    bits = content.sliced(1);
    return true;
}

QString oidToText(QByteArrayView content)
{
    constexpr qsizetype kOctetLimit = 64;
    if (content.isEmpty() || (content.back() & 0x80) || content.size() > kOctetLimit)
        return {};
    std::array<char, 4 * kOctetLimit + 8> text; // an octet needs three digits and a dot at most
    char *end = text.data();
    char *const limit = end + text.size();
    quint64 arc = 0;
    for (const char octet : content) {
        if (arc >> 56)
            return {};
        arc = arc << 7 | (static_cast<quint8>(octet) & 0x7f);
        if (octet & 0x80)
            continue;
        if (end == text.data()) { // the first octets hold two arcs, X.690 §8.19.4
            const quint64 first = arc < 40 ? 0 : arc < 80 ? 1 : 2;
            end = std::to_chars(end, limit, first).ptr;
            arc -= 40 * first;
        }
        *end++ = '.';
        end = std::to_chars(end, limit, arc).ptr;
        arc = 0;
    }
    return QString::fromLatin1(text.data(), end - text.data());
}

QByteArray oidFromText(QStringView dotted)
{
    QList<quint64> arcs;
    for (const QStringView part : dotted.split(QLatin1Char('.'))) {
        bool number = false;
        const quint64 arc = part.toULongLong(&number);
        if (!number || part.startsWith(QLatin1Char('+')) || arc > (quint64(1) << 55))
            return {};
        arcs << arc;
    }
    if (arcs.size() < 2 || arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39))
        return {};
    arcs[1] += 40 * arcs[0];
    QByteArray out;
    for (qsizetype i = 1; i < arcs.size(); ++i) {
        int shift = 0;
        while (shift < 56 && arcs[i] >> (shift + 7))
            shift += 7;
        for (; shift >= 0; shift -= 7)
            out.append(static_cast<char>((arcs[i] >> shift & 0x7f) | (shift ? 0x80 : 0)));
    }
    return out.size() > 64 ? QByteArray() : out;
}

} // namespace cas::crypto
