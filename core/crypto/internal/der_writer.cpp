// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/der_writer.h"

#include <bit>

namespace cas::crypto {

namespace {

/// @return the length octets of X.690 §8.1.3, at most 9
QVarLengthArray<char, 9> lengthOctets(qsizetype length)
{
    QVarLengthArray<char, 9> octets;
    if (length < 0x80) {
        octets.append(static_cast<char>(length));
        return octets;
    }
    const int count = (static_cast<int>(std::bit_width(static_cast<quint64>(length))) + 7) / 8;
    octets.append(static_cast<char>(0x80 + count));
    for (int i = count - 1; i >= 0; --i)
        octets.append(static_cast<char>(length >> (8 * i)));
    return octets;
}

} // namespace

void DerWriter::begin(quint8 tag)
{
    m_out.append(static_cast<char>(tag));
    m_open.append(m_out.size());
    m_out.append('\0');
}

void DerWriter::end()
{
    const qsizetype at = m_open.back();
    m_open.removeLast();
    const auto octets = lengthOctets(m_out.size() - at - 1);
    m_out[at] = octets[0];
    if (octets.size() > 1)
        m_out.insert(at + 1, QByteArrayView(octets.data() + 1, octets.size() - 1));
}

void DerWriter::primitive(quint8 tag, QByteArrayView content)
{
    m_out.append(static_cast<char>(tag));
    const auto octets = lengthOctets(content.size());
    m_out.append(octets.data(), octets.size());
    m_out.append(content.data(), content.size());
}

void DerWriter::boolean(bool value)
{
    const char octet = value ? '\xff' : '\0';
    primitive(der::kBoolean, QByteArrayView(&octet, 1));
}

void DerWriter::integer(qint64 value)
{
    char octets[8];
    for (int i = 0; i < 8; ++i)
        octets[i] = static_cast<char>(value >> (8 * (7 - i)));
    int start = 0; // the fewest octets that keep the sign
    while (start < 7
           && ((octets[start] == 0 && !(octets[start + 1] & 0x80))
               || (octets[start] == '\xff' && (octets[start + 1] & 0x80))))
        ++start;
    primitive(der::kInteger, QByteArrayView(octets + start, 8 - start));
}

void DerWriter::unsignedInteger(QByteArrayView bigEndian)
{
    while (bigEndian.size() > 1 && bigEndian[0] == 0)
        bigEndian = bigEndian.sliced(1);
    if (bigEndian.isEmpty())
        return integer(0);
    const bool needsZero = bigEndian[0] & 0x80;
    m_out.append(static_cast<char>(der::kInteger));
    const auto octets = lengthOctets(bigEndian.size() + (needsZero ? 1 : 0));
    m_out.append(octets.data(), octets.size());
    if (needsZero)
        m_out.append('\0');
    m_out.append(bigEndian.data(), bigEndian.size());
}

void DerWriter::bitString(QByteArrayView bits)
{
    m_out.append(static_cast<char>(der::kBitString));
    const auto octets = lengthOctets(bits.size() + 1);
    m_out.append(octets.data(), octets.size());
    m_out.append('\0');
    m_out.append(bits.data(), bits.size());
}

void DerWriter::time(const QDateTime &utc)
{
    const QDate date = utc.date();
    const QTime clock = utc.time();
    char text[15];
    char *cursor = text;
    const auto two = [&cursor](int value) {
        *cursor++ = static_cast<char>('0' + value / 10 % 10);
        *cursor++ = static_cast<char>('0' + value % 10);
    };
    const bool utcTime = date.year() >= 1950 && date.year() < 2050;
    if (!utcTime)
        two(date.year() / 100);
    two(date.year() % 100);
    two(date.month());
    two(date.day());
    two(clock.hour());
    two(clock.minute());
    two(clock.second());
    *cursor++ = 'Z';
    primitive(utcTime ? der::kUtcTime : der::kGeneralizedTime, QByteArrayView(text, cursor - text));
}

} // namespace cas::crypto
