// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QStorageInfo>
#include <QStringList>
#include <QTemporaryFile>

#include <filesystem>

namespace cas::certificates {

namespace {

constexpr int kMostLinks = 40; // as many as Linux follows, path_resolution(7)
constexpr qint64 kProbeBytes = 64LL * 1024;

struct Reserved
{
    QMutex mutex;
    QStringList paths; // absolute
};

Reserved &reserved()
{
    static Reserved files;
    return files;
}

/// Where a file would be made that is not there yet: links that lead nowhere followed, the folder
/// in its one canonical spelling.
QString finalPath(const QString &path)
{
    QFileInfo info(path);
    for (int i = 0; i < kMostLinks && info.isSymLink(); ++i)
        info.setFile(info.symLinkTarget());
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(info.absoluteFilePath())
                            : QDir(folder).filePath(info.fileName());
}

bool sameFile(const QString &a, const QString &b)
{
    std::error_code noAnswer; // one of them is not there
    if (std::filesystem::equivalent(QFileInfo(a).filesystemAbsoluteFilePath(),
                                    QFileInfo(b).filesystemAbsoluteFilePath(), noAnswer))
        return true;
#ifdef Q_OS_WIN
    constexpr Qt::CaseSensitivity spelling = Qt::CaseInsensitive;
#else
    constexpr Qt::CaseSensitivity spelling = Qt::CaseSensitive;
#endif
    return finalPath(a).compare(finalPath(b), spelling) == 0;
}

} // namespace

void reserveFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    Reserved &files = reserved();
    const QMutexLocker lock(&files.mutex);
    if (!files.paths.contains(absolute))
        files.paths.append(absolute);
}

void reserveStore(const QString &path)
{
    // Behind a link the journals stand beside the link's target.
    for (const QString &name : {path, finalPath(path)}) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            reserveFile(name + QLatin1StringView(suffix));
    }
}

bool isReserved(const QString &path)
{
    Reserved &files = reserved();
    const QMutexLocker lock(&files.mutex);
    return std::any_of(files.paths.cbegin(), files.paths.cend(),
                       [&](const QString &file) { return sameFile(file, path); });
}

Result<> checkOutputFile(const QString &path, bool overwrite)
{
    if (isReserved(path))
        return fail(ErrorCode::InputInvalid, QStringLiteral("out"), {path});
    const QFileInfo info(path); // looks behind links
    if (!info.exists())
        return {};
    if (!info.isFile())
        return fail(ErrorCode::InputInvalid, QStringLiteral("out"), {path});
    if (!overwrite)
        return fail(ErrorCode::FileExists, QStringLiteral("out"), {path});
    return {};
}

Error writeError(const QFileDevice &file, qint64 size)
{
    const QStorageInfo disk(QFileInfo(file.fileName()).absolutePath());
    const bool full = file.error() == QFileDevice::ResourceError
                      || (disk.isValid() && disk.bytesAvailable() < size);
    return fail(full ? ErrorCode::DiskFull : ErrorCode::Io, QStringLiteral("out"),
                {file.fileName(), file.errorString()});
}

Result<> checkOutputFolder(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::FileNotFound, QStringLiteral("out"), {folder});
    QTemporaryFile probe(QDir(folder).filePath(QStringLiteral(".casXXXXXX.part")));
    const QByteArray content(kProbeBytes, '\0');
    const bool opened = probe.open();
    if (opened && probe.write(content) == content.size() && probe.flush())
        return {};
    const bool full = probe.error() == QFileDevice::ResourceError
                      || (opened && QStorageInfo(folder).bytesAvailable() < kProbeBytes);
    return fail(full ? ErrorCode::DiskFull : ErrorCode::Io, QStringLiteral("out"),
                {folder, probe.errorString()});
}

} // namespace cas::certificates
