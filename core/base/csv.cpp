// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QStringDecoder>

#include <algorithm>

namespace cas {

namespace {

constexpr qsizetype kLongestField = qsizetype(1) << 20;

Error csvInvalid(qint64 line, const char *reason)
{
    return fail(ErrorCode::CsvInvalid, QStringLiteral("csv"),
                {QString::number(line), QString::fromLatin1(reason)});
}

Result<QString> decoded(QByteArrayView utf8, qint64 line)
{
    if (utf8.size() > kLongestField)
        return csvInvalid(line, "a field is longer than 1 MiB");
    if (utf8.contains('\0'))
        return csvInvalid(line, "a NUL byte");
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(utf8);
    if (decoder.hasError())
        return csvInvalid(line, "not UTF-8");
    return text;
}

} // namespace

CsvReader::CsvReader(QByteArrayView utf8)
    : m_text(utf8)
{
    bool quoted = false; // what stands in quotes separates nothing, and its line ends end nothing
    for (const char c : utf8) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == ',' || c == '\n' || c == '\r') {
            m_separator = c == ',' ? ',' : m_separator;
            break;
        }
        if (c == '\t')
            m_separator = '\t';
    }
}

bool CsvReader::takeLineEnd()
{
    if (m_at >= m_text.size() || (m_text[m_at] != '\n' && m_text[m_at] != '\r'))
        return false;
    m_at += m_text.sliced(m_at).startsWith("\r\n") ? 2 : 1;
    ++m_line;
    return true;
}

Result<QString> CsvReader::quotedField(qint64 line)
{
    QByteArray content;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') {
                ++m_at;
                const bool ends = m_at >= m_text.size() || m_text[m_at] == m_separator
                                  || m_text[m_at] == '\n' || m_text[m_at] == '\r';
                if (!ends)
                    return csvInvalid(m_line, "text after a closing quote");
                return decoded(content, line);
            }
            ++m_at; // a doubled quote is one
        } else if (c == '\n' || (c == '\r' && !m_text.sliced(m_at).startsWith("\r\n"))) {
            ++m_line;
        }
        content.append(c);
        if (content.size() > kLongestField)
            return csvInvalid(line, "a field is longer than 1 MiB");
    }
    return csvInvalid(line, "a quote is not closed");
}

Result<QString> CsvReader::field(qint64 line)
{
    if (m_at < m_text.size() && m_text[m_at] == '"')
        return quotedField(line);
    const qsizetype start = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n'
           && m_text[m_at] != '\r')
        ++m_at;
    return decoded(m_text.sliced(start, m_at - start), line);
}

Result<bool> CsvReader::next(CsvRecord &record)
{
    while (takeLineEnd()) { }
    if (m_at >= m_text.size())
        return false;
    record.line = m_line;
    record.fields.clear();
    while (true) {
        CAS_TRY(QString text, field(record.line));
        record.fields.append(std::move(text));
        if (m_at >= m_text.size() || takeLineEnd())
            return true;
        ++m_at; // the separator
    }
}

QByteArray csvLine(const QStringList &fields)
{
    QByteArray line;
    for (QString field : fields) {
        if (!field.isEmpty() && QStringView(u"=+-@\t\r").contains(field.front()))
            field.prepend(u'\'');
        line += line.isEmpty() ? "\"" : ",\"";
        line += field.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
    }
    return line + "\r\n";
}

} // namespace cas
