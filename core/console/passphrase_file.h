// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>
#include <QString>

namespace cas {

/// Takes the line end off a passphrase that was read: one trailing LF or CRLF is not part of it.
void dropTrailingLineEnd(SecretBytes &secret);
/// A passphrase file: UTF-8, without the byte order mark before it and its trailing line end. No
/// output of this process replaces it from then on (certificates::reserveFile).
/// @errors those of readInputFile; PassphraseMissing(field): empty; InputInvalid(field): not UTF-8
/// @thread any; reads the file
Result<SecretBytes> readPassphraseFile(const QString &path, const QString &field);
/// A whole file up to 64 MiB; not a folder, FIFO or device.
/// @errors FileNotFound, FileTooLarge, Io (field)
/// @thread any; reads the file
Result<QByteArray> readInputFile(const QString &path, const QString &field);

} // namespace cas
