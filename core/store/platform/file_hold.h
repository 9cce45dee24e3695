// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace cas::store::platform {

/// Tells other programs that a database in WAL mode is in use here, by locks beside SQLite's own.
///
/// On Unix SQLite's locks end as soon as anything in this process closes the file
/// (sqlite.org/howtocorrupt.html 2.2); a file dialog that looks into it for an icon is enough. The
/// next program to go would then think that it is the last, and would delete the journal that this
/// one goes on writing into. These locks belong to a descriptor and stay. Where there are none of
/// that kind, or no need for them, it does nothing.
class FileHold
{
public:
    /// @param path a database that is in WAL mode and open
    explicit FileHold(const QString &path);
    FileHold(const FileHold &) = delete;
    FileHold &operator=(const FileHold &) = delete;
    /// Closes files, which ends SQLite's locks too: only when its connections are closed.
    ~FileHold();

    /// Ends the locks: the last connection may now put the journal into the file.
    void release();

private:
    std::vector<int> m_descriptors;
};

} // namespace cas::store::platform
