// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/folder_writer.h"
#include "core/certificates/output_file.h"
#include "core/certificates/platform/file_sync.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace cas::certificates {

namespace {

bool openNew(QFile &file, FolderWriter::Access access)
{
    using Permission = QFileDevice::Permission;
    QFileDevice::Permissions permissions = Permission::ReadOwner | Permission::WriteOwner;
    if (access == FolderWriter::Access::Everybody)
        permissions |= Permission::ReadGroup | Permission::ReadOther;
    // Unbuffered: see writeFile().
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                     permissions);
}

} // namespace

Result<FolderWriter> FolderWriter::open(const QString &folder)
{
    CAS_TRY_VOID(checkOutputFolder(folder));
    return FolderWriter(folder);
}

Result<> FolderWriter::write(const QString &name, QByteArrayView content, Access access) const
{
    const QString path = m_folder + u'/' + name;
    QFile file(path + QStringLiteral(".part"));
    if (!openNew(file, access)) {
        file.remove(); // left by a run that was cut off
        if (!openNew(file, access))
            return writeError(file, content.size());
    }
    if (file.write(content.data(), content.size()) != content.size()) {
        Error error = writeError(file, content.size());
        file.remove();
        return error;
    }
    file.close();
    std::error_code failed;
    std::filesystem::rename(file.filesystemFileName(), QFile(path).filesystemFileName(), failed);
    if (failed) {
        file.remove();
        return fail(ErrorCode::Io, QStringLiteral("out"),
                    {path, QString::fromStdString(failed.message())});
    }
    return {};
}

bool FolderWriter::holds(const QString &name, qint64 size) const
{
    const QFileInfo info(m_folder + u'/' + name);
    return info.isFile() && info.size() == size;
}

bool FolderWriter::holdsEnding(const QString &name, QByteArrayView ending) const
{
    QFile file(m_folder + u'/' + name);
    return file.open(QIODevice::ReadOnly) && file.seek(std::max(file.size() - ending.size(), 0LL))
           && file.readAll() == ending;
}

void FolderWriter::finish() const
{
    platform::syncFileSystem(QFile::encodeName(m_folder).constData());
}

} // namespace cas::certificates
