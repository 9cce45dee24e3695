// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace cas::crypto {

namespace der {
constexpr quint8 kBoolean = 0x01;
constexpr quint8 kInteger = 0x02;
constexpr quint8 kBitString = 0x03;
constexpr quint8 kOctetString = 0x04;
constexpr quint8 kNull = 0x05;
constexpr quint8 kOid = 0x06;
constexpr quint8 kEnumerated = 0x0a;
constexpr quint8 kUtf8String = 0x0c;
constexpr quint8 kPrintableString = 0x13;
constexpr quint8 kT61String = 0x14;
constexpr quint8 kIa5String = 0x16;
constexpr quint8 kUtcTime = 0x17;
constexpr quint8 kGeneralizedTime = 0x18;
constexpr quint8 kVisibleString = 0x1a;
constexpr quint8 kUniversalString = 0x1c;
constexpr quint8 kBmpString = 0x1e;
constexpr quint8 kSequence = 0x30;
constexpr quint8 kSet = 0x31;
/// [n], primitive and constructed.
constexpr quint8 context(int n)
{
    return static_cast<quint8>(0x80 + n);
}
constexpr quint8 contextConstructed(int n)
{
    return static_cast<quint8>(0xa0 + n);
}
constexpr int kDepthLimit = 64;
} // namespace der

/// One tag-length-value; both views are borrowed from the input.
struct DerItem
{
    quint8 tag = 0; // first identifier octet; multi-octet tags keep 0x1f in the low bits
    QByteArrayView whole;
    QByteArrayView content;
};

/// The first thing that went wrong in a walk, shared by all readers of one input.
struct DerStatus
{
    const char *begin = nullptr;
    qsizetype size = 0;
    ErrorCode code = ErrorCode::DerInvalid;
    bool failed = false;
    qsizetype at = 0; // DerTruncated: bytes there are; otherwise the offset of the fault
    qsizetype of = 0; // DerTruncated: bytes there should be

    /// DerTruncated(args at, of); the others have the offset in args.
    [[nodiscard]] Error error() const;
};

/// A bounds-checked cursor over DER. Indefinite and non-minimal lengths (BER) are read as well:
/// signatures are checked over the original bytes. Allocates nothing; a failure is sticky.
/// @source X.690 §8.1
class DerReader
{
public:
    /// Starts a walk; `status` is reset and must outlive the readers.
    DerReader(QByteArrayView input, DerStatus &status);
    /// A cursor over the contents of `item`, one level deeper.
    [[nodiscard]] DerReader enter(const DerItem &item) const;

    [[nodiscard]] bool atEnd() const noexcept { return m_pos >= m_end; }
    [[nodiscard]] quint8 peekTag() const noexcept
    {
        return atEnd() ? quint8(0) : static_cast<quint8>(*m_pos);
    }
    /// Reads any item. @return false at the end and after a failure (status.failed)
    bool next(DerItem &item);
    /// Reads an item that must have this tag.
    bool expect(quint8 tag, DerItem &item);
    /// Reads an item only if it has this tag.
    bool optional(quint8 tag, DerItem &item) { return peekTag() == tag && next(item); }
    /// Fails with DerTrailing unless everything was read.
    bool expectEnd();
    /// Records a fault at the cursor. @return false
    bool fault(ErrorCode code = ErrorCode::DerInvalid);

private:
    DerReader(const char *pos, const char *end, int depth, DerStatus &status);
    bool readHeader(const char *&cursor, quint8 &tag, qsizetype &length);
    const char *skipIndefinite(const char *cursor, int depth);
    bool truncated(qsizetype wanted);

    const char *m_pos;
    const char *m_end;
    int m_depth;
    DerStatus *m_status;
};

/// The single item that `input` must be.
bool readWhole(QByteArrayView input, quint8 tag, DerItem &item, DerStatus &status);

} // namespace cas::crypto
