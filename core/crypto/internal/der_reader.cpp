// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/der_reader.h"

namespace cas::crypto {

namespace {

constexpr qsizetype kIndefinite = -1;

quint8 octet(const char *position)
{
    return static_cast<quint8>(*position);
}

} // namespace

Error DerStatus::error() const
{
    if (code == ErrorCode::DerTruncated)
        return fail(code, {}, {QString::number(at), QString::number(of)});
    return fail(code, {}, {QString::number(at)}, QStringLiteral("offset %1").arg(at));
}

DerReader::DerReader(QByteArrayView input, DerStatus &status)
    : DerReader(input.data(), input.data() + input.size(), 0, status)
{
    status = {input.data(), input.size()};
}

DerReader::DerReader(const char *pos, const char *end, int depth, DerStatus &status)
    : m_pos(pos)
    , m_end(end)
    , m_depth(depth)
    , m_status(&status)
{ }

DerReader DerReader::enter(const DerItem &item) const
{
    DerReader inner(item.content.data(), item.content.data() + item.content.size(), m_depth + 1,
                    *m_status);
    if (inner.m_depth > der::kDepthLimit)
        inner.fault(ErrorCode::DerTooDeep);
    return inner;
}

bool DerReader::fault(ErrorCode code)
{
    if (!m_status->failed) {
        m_status->failed = true;
        m_status->code = code;
        m_status->at = m_pos - m_status->begin;
    }
    m_pos = m_end;
    return false;
}

bool DerReader::truncated(qsizetype wanted)
{
    // Inside an item that is itself complete, too long a length is a wrong length.
    if (m_end != m_status->begin + m_status->size)
        return fault();
    if (!m_status->failed) {
        const qsizetype offset = m_pos - m_status->begin;
        fault(ErrorCode::DerTruncated);
        m_status->at = m_status->size;
        m_status->of = offset + wanted;
    }
    return false;
}

bool DerReader::readHeader(const char *&cursor, quint8 &tag, qsizetype &length)
{
    const auto left = [&] { return m_end - cursor; };
    const auto needed = [&](qsizetype more) { return truncated(cursor - m_pos + more); };
    if (left() < 2)
        return needed(2);
    tag = octet(cursor++);
    if ((tag & 0x1f) == 0x1f) {
        int octets = 0;
        while (left() > 0 && (octet(cursor) & 0x80)) {
            ++cursor;
            if (++octets > 4)
                return fault();
        }
        if (left() < 2)
            return needed(2);
        ++cursor;
    }
    const quint8 first = octet(cursor++);
    if (first < 0x80) {
        length = first;
        return true;
    }
    if (first == 0x80) {
        if (!(tag & 0x20))
            return fault(); // X.690 §8.1.3.2: constructed only
        length = kIndefinite;
        return true;
    }
    const int count = first & 0x7f;
    if (left() < count)
        return needed(count);
    quint64 value = 0;
    for (int i = 0; i < count; ++i) {
        if (value >> 48)
            return fault();
        value = value << 8 | octet(cursor++);
    }
    length = static_cast<qsizetype>(value);
    return true;
}

const char *DerReader::skipIndefinite(const char *cursor, int depth)
{
    // Iterative: `depth` counts the indefinite items that are open; their number is limited.
    const int outer = depth;
    while (true) {
        if (m_end - cursor >= 2 && octet(cursor) == 0 && octet(cursor + 1) == 0) {
            cursor += 2;
            if (--depth < outer)
                return cursor;
            continue;
        }
        quint8 tag = 0;
        qsizetype length = 0;
        if (!readHeader(cursor, tag, length))
            return nullptr;
        if (length == kIndefinite) {
            if (++depth > der::kDepthLimit) {
                fault(ErrorCode::DerTooDeep);
                return nullptr;
            }
            continue;
        }
        if (length > m_end - cursor) {
            truncated(cursor - m_pos + length);
            return nullptr;
        }
        cursor += length;
    }
}

bool DerReader::next(DerItem &item)
{
    if (m_status->failed || atEnd())
        return false;
    const char *cursor = m_pos;
    qsizetype length = 0;
    // Nearly every header: one identifier octet, one length octet.
    if (m_end - cursor >= 2 && (octet(cursor) & 0x1f) != 0x1f && octet(cursor + 1) < 0x80) {
        item.tag = octet(cursor);
        length = octet(cursor + 1);
        cursor += 2;
    } else if (!readHeader(cursor, item.tag, length)) {
        return false;
    }
    if (length == kIndefinite) {
        const char *end = skipIndefinite(cursor, m_depth + 1);
        if (!end)
            return false;
        item.whole = QByteArrayView(m_pos, end - m_pos);
        item.content = QByteArrayView(cursor, end - 2 - cursor);
        m_pos = end;
        return true;
    }
    if (length > m_end - cursor)
        return truncated(cursor - m_pos + length);
    item.content = QByteArrayView(cursor, length);
    item.whole = QByteArrayView(m_pos, cursor + length - m_pos);
    m_pos = cursor + length;
    return true;
}

bool DerReader::expect(quint8 tag, DerItem &item)
{
    if (m_status->failed)
        return false;
    if (atEnd())
        return m_end == m_status->begin + m_status->size ? truncated(2) : fault();
    if (peekTag() != tag)
        return fault();
    return next(item);
}

bool DerReader::expectEnd()
{
    if (m_status->failed)
        return false;
    return atEnd() || fault(ErrorCode::DerTrailing);
}

bool readWhole(QByteArrayView input, quint8 tag, DerItem &item, DerStatus &status)
{
    DerReader reader(input, status);
    return reader.expect(tag, item) && reader.expectEnd();
}

} // namespace cas::crypto
