// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cas {

/// Text of a file that somebody made with any program, as UTF-8 without a byte order mark: UTF-8
/// as it is, UTF-16 (with a mark, or recognised by its zero bytes) converted. Other encodings are
/// left as they are; QString::isValidUtf8 tells.
/// @thread any
QByteArray utf8Text(const QByteArray &text);

} // namespace cas
