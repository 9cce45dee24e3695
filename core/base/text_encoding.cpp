// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_encoding.h"

#include <QStringConverter>
#include <QStringDecoder>

#include <optional>

namespace cas {

QByteArray utf8Text(const QByteArray &text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        return text.sliced(3);
    if (text.size() < 2)
        return text;
    std::optional<QStringConverter::Encoding> wide;
    if (text.startsWith("\xff\xfe") || (text[0] != 0 && text[1] == 0))
        wide = QStringConverter::Utf16LE;
    else if (text.startsWith("\xfe\xff") || (text[0] == 0 && text[1] != 0))
        wide = QStringConverter::Utf16BE;
    if (!wide)
        return text;
    QStringDecoder decoder(*wide);
    const QString decoded = decoder.decode(text);
    return decoded.toUtf8();
}

} // namespace cas
