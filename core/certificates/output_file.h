// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFileDevice>
#include <QString>

/// Where this process may write a file. Everything that goes out passes writeFile() (packer.h),
/// which asks here; services ask before they do what cannot be taken back.
///
/// @thread any; looks at the file system
namespace cas::certificates {

/// From now until the process ends no output replaces this file, whatever it is called: another
/// spelling, a symbolic link. It need not be there yet.
void reserveFile(const QString &path);
/// The same for a store and the journals that SQLite keeps beside it.
void reserveStore(const QString &path);

/// Whether it is one of those. They are not read either: on Unix closing any handle of a store ends
/// SQLite's locks on it.
bool isReserved(const QString &path);

/// Whether a file could go to `path`: it is not reserved, and what is there (behind symbolic links)
/// is a regular file that may be replaced. Writes nothing.
/// @errors InputInvalid(field `out`, arg path): reserved, or a folder, FIFO or device;
///         FileExists(field `out`, arg path): there, and not `overwrite`
Result<> checkOutputFile(const QString &path, bool overwrite);

/// Why writing `file` failed. Asks while the half-written file still takes its room: Qt calls a
/// disk that became full in the middle of a write a write error like any other.
/// @param size what should have been written, bytes
/// @return DiskFull, Io (field `out`, args path, reason)
Error writeError(const QFileDevice &file, qint64 size);

/// Whether a file of some 64 KiB can be made in `folder`; it is gone again afterwards.
/// @errors FileNotFound(field `out`): no such folder; DiskFull, Io (field `out`, arg folder)
Result<> checkOutputFolder(const QString &folder);

} // namespace cas::certificates
