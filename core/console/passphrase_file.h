// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

#include <QByteArray>
#include <QString>

namespace cas {

/// Takes the line end off a passphrase that was read: one trailing LF or CRLF is not part of it.
void dropTrailingLineEnd(SecretBytes &secret);
/// A passphrase file: UTF-8, without its trailing line end.
/// @errors those of readInputFile; PassphraseMissing(field): empty
/// @thread any; reads the file
Result<SecretBytes> readPassphraseFile(const QString &path, const QString &field);
/// A whole file up to 64 MiB; not a folder, FIFO or device.
/// @errors FileNotFound, FileTooLarge, Io (field)
/// @thread any; reads the file
Result<QByteArray> readInputFile(const QString &path, const QString &field);

} // namespace cas
