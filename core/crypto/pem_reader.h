// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/containers.h"

class QIODevice;

namespace cas::crypto {

/// One block of a PEM text before it is decoded: what stands between its boundary lines.
struct PemText
{
    QString label; // of BEGIN
    QByteArray body; // with headers and line ends
    qint64 line = 0; // 1-based, of the BEGIN line
};

/// @errors PemInvalid(args line, reason): NUL, a bad character, bad base64
/// @thread any: decoding is most of the work of reading a bundle, and this is apart from reading
Result<PemBlock> decodePem(const PemText &text);

/// Reads PEM blocks one after another from a text of any length in UTF-8 or ASCII, in constant
/// memory. BOM, CRLF, lone CR, indentation, one long line and text around blocks are accepted.
/// @source RFC 7468
/// @thread the one that uses it
class PemReader
{
public:
    /// @param device borrowed, open
    explicit PemReader(QIODevice &device);

    /// After an error reading may go on: behind the block that is refused.
    /// @return false at the end
    /// @errors PemInvalid(args line, reason): a missing END or one that does not fit, a block over
    ///         16 MiB; Io: the device failed
    Result<bool> next(PemText &text);
    /// Bytes taken from the device and done with.
    [[nodiscard]] qint64 position() const { return m_passed + m_at; }

private:
    bool nextLine(QByteArrayView &line);
    bool refill();

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0; // in m_buffer
    qint64 m_passed = 0; // bytes before m_buffer
    qint64 m_line = 0;
    bool m_atEnd = false;
    bool m_failed = false;
    QString m_pending; // label of a BEGIN that was met inside another block
};

} // namespace cas::crypto
