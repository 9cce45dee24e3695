// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/ip_address.h"

#include <QList>

namespace cas::crypto {

namespace {

QByteArray ipv4FromText(QStringView text)
{
    QByteArray octets;
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return {};
    for (const QStringView part : parts) {
        if (part.isEmpty() || part.size() > 3 || (part.size() > 1 && part[0] == u'0'))
            return {};
        int value = 0;
        for (const QChar c : part) {
            if (c < u'0' || c > u'9')
                return {};
            value = value * 10 + (c.unicode() - u'0');
        }
        if (value > 255)
            return {};
        octets.append(static_cast<char>(value));
    }
    return octets;
}

/// The groups on one side of `::`. @return false when one is no group
bool appendGroups(QStringView text, bool mayEndInIpv4, QByteArray &octets)
{
    if (text.isEmpty())
        return true;
    const auto groups = text.split(u':');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (mayEndInIpv4 && i == groups.size() - 1 && groups[i].contains(u'.')) {
            const QByteArray v4 = ipv4FromText(groups[i]);
            octets.append(v4);
            return !v4.isEmpty();
        }
        if (groups[i].isEmpty() || groups[i].size() > 4)
            return false;
        uint value = 0;
        for (const QChar c : groups[i]) {
            const qsizetype digit = QStringView(u"0123456789abcdef").indexOf(c.toLower());
            if (digit < 0)
                return false;
            value = value << 4 | static_cast<uint>(digit);
        }
        octets.append(static_cast<char>(value >> 8));
        octets.append(static_cast<char>(value & 0xff));
    }
    return true;
}

QByteArray ipv6FromText(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    QByteArray head;
    QByteArray tail;
    if (gap < 0)
        return appendGroups(text, true, head) && head.size() == 16 ? head : QByteArray();
    if (!appendGroups(text.first(gap), false, head)
        || !appendGroups(text.sliced(gap + 2), true, tail) || head.size() + tail.size() > 14)
        return {};
    return head + QByteArray(16 - head.size() - tail.size(), '\0') + tail;
}

QString ipv6Text(QByteArrayView octets)
{
    quint16 groups[8];
    for (qsizetype i = 0; i < 8; ++i)
        groups[i] = static_cast<quint16>(static_cast<quint8>(octets[2 * i]) << 8
                                         | static_cast<quint8>(octets[2 * i + 1]));
    int bestStart = -1;
    int bestLength = 1; // RFC 5952 §4.2.2: a single zero group is not shortened
    for (int start = 0; start < 8; ++start) {
        int length = 0;
        while (start + length < 8 && groups[start + length] == 0)
            ++length;
        if (length > bestLength) {
            bestStart = start;
            bestLength = length;
        }
    }
    QString text;
    for (int i = 0; i < 8; ++i) {
        if (i == bestStart) {
            text += QLatin1String("::");
            i += bestLength - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups[i], 16);
    }
    return text;
}

} // namespace

QByteArray ipAddressFromText(QStringView text)
{
    return text.contains(u':') ? ipv6FromText(text) : ipv4FromText(text);
}

QString ipAddressText(QByteArrayView octets)
{
    if (octets.size() == 16)
        return ipv6Text(octets);
    if (octets.size() != 4)
        return QString::fromLatin1(octets.toByteArray().toHex());
    QStringList parts;
    for (const char octet : octets)
        parts << QString::number(static_cast<quint8>(octet));
    return parts.join(u'.');
}

QByteArray ipRangeFromText(QStringView cidr)
{
    const qsizetype slash = cidr.indexOf(u'/');
    const QByteArray address = ipAddressFromText(slash < 0 ? cidr : cidr.first(slash));
    if (address.isEmpty())
        return {};
    const int width = static_cast<int>(address.size()) * 8;
    bool number = true;
    const int bits = slash < 0 ? width : cidr.sliced(slash + 1).toInt(&number);
    if (!number || bits < 0 || bits > width)
        return {};
    QByteArray range = address + QByteArray(address.size(), '\0');
    for (int i = 0; i < width; ++i) {
        const auto bit = static_cast<char>(0x80 >> (i % 8));
        const qsizetype at = i / 8;
        if (i < bits)
            range[address.size() + at] = static_cast<char>(range[address.size() + at] | bit);
        else
            range[at] = static_cast<char>(range[at] & ~bit);
    }
    return range;
}

QString ipRangeText(QByteArrayView addressAndMask)
{
    if (addressAndMask.size() != 8 && addressAndMask.size() != 32)
        return {};
    const qsizetype half = addressAndMask.size() / 2;
    const QByteArrayView mask = addressAndMask.sliced(half);
    int bits = 0;
    while (bits < half * 8 && (mask[bits / 8] & (0x80 >> (bits % 8))))
        ++bits;
    bool holes = false;
    for (qsizetype i = bits; i < half * 8; ++i)
        holes = holes || (mask[i / 8] & (0x80 >> (i % 8)));
    return ipAddressText(addressAndMask.first(half)) + u'/'
           + (holes ? ipAddressText(mask) : QString::number(bits));
}

bool ipInRange(QByteArrayView address, QByteArrayView addressAndMask)
{
    if (addressAndMask.size() != address.size() * 2)
        return false;
    for (qsizetype i = 0; i < address.size(); ++i) {
        const char mask = addressAndMask[address.size() + i];
        if ((address[i] & mask) != (addressAndMask[i] & mask))
            return false;
    }
    return true;
}

} // namespace cas::crypto
