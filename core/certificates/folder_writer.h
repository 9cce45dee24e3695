// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace cas::certificates {

/// Writes thousands of files into one folder, each under a temporary name that is renamed. Unlike
/// writeFile() (packer.h) it does not wait for the disk at each of them: finish() does, once.
/// Made for files that can be made again.
/// @thread any
class FolderWriter
{
public:
    enum class Access { Everybody, OwnerOnly };

    /// @errors those of checkOutputFolder (output_file.h)
    static Result<FolderWriter> open(const QString &folder);
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Replaces what has that name. @param name a file name that is safe everywhere (safeFileName)
    /// @errors those of writeError (output_file.h)
    Result<> write(const QString &name, QByteArrayView content, Access access) const;
    /// Whether a file of that name and size is there: one that a power cut left empty is not.
    [[nodiscard]] bool holds(const QString &name, qint64 size) const;
    /// The same for one whose size is not known before it is made: by how it must end.
    [[nodiscard]] bool holdsEnding(const QString &name, QByteArrayView ending) const;
    /// Waits until all that was written is on the disk, as far as the system can tell.
    void finish() const;

private:
    explicit FolderWriter(QString folder)
        : m_folder(std::move(folder))
    { }
    QString m_folder;
};

} // namespace cas::certificates
