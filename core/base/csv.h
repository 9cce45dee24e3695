// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QStringList>

namespace cas {

/// One record of a CSV text.
struct CsvRecord
{
    qint64 line = 0; // 1-based, of its first line
    QStringList fields; // quotes taken off
};

/// Reads CSV record by record: commas or, where the first line has tabs and no comma, tabs; quoted
/// fields may hold separators, line ends and doubled quotes; lines end with LF, CRLF or CR; blank
/// lines are skipped. A field has at most 1 MiB.
/// @source RFC 4180
/// @thread the one that uses it
class CsvReader
{
public:
    /// @param utf8 borrowed; see utf8Text() (text_encoding.h)
    explicit CsvReader(QByteArrayView utf8);

    /// Reads the next record. @return false at the end
    /// @errors CsvInvalid(args line, reason): a quote that is not closed, text after a closing
    ///         quote, NUL, not UTF-8, a field that is too long
    Result<bool> next(CsvRecord &record);

private:
    Result<QString> field(qint64 line);
    Result<QString> quotedField(qint64 line);
    bool takeLineEnd();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    char m_separator = ',';
};

/// One record, ended by CR LF, every field in quotes. A field that a spreadsheet would run as a
/// formula (it begins with = + - @, a tab or a CR) gets an apostrophe in front.
/// @return UTF-8 @source RFC 4180 §2; OWASP, CSV injection
QByteArray csvLine(const QStringList &fields);

} // namespace cas
