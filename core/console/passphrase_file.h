// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>
#include <QString>

namespace cas {

/// A passphrase as it was read, whole: UTF-8, without the byte order mark before it and one
/// trailing LF or CRLF, which are not part of it.
/// @param source what it came from, for the error. @errors as readPassphraseFile()
Result<SecretBytes> passphraseFrom(SecretBytes secret, const QString &field, const QString &source);
/// A passphrase file, read by passphraseFrom(). No output of this process replaces it from then on
/// (certificates::reserveFile).
/// @errors those of readInputFile; PassphraseMissing(field): empty; InputInvalid(field): not UTF-8
/// @thread any; reads the file
Result<SecretBytes> readPassphraseFile(const QString &path, const QString &field);
/// A whole file up to 64 MiB; not a folder, FIFO or device.
/// @errors FileNotFound, FileTooLarge, Io (field)
/// @thread any; reads the file
Result<QByteArray> readInputFile(const QString &path, const QString &field);

} // namespace cas
