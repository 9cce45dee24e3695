// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/process.h"

#include <QDir>

#include <windows.h>

namespace cas::store::platform {

QString osUser()
{
    return qEnvironmentVariable("USERNAME");
}

bool syncFile(const QString &path)
{
    HANDLE handle = CreateFileW(QDir::toNativeSeparators(path).toStdWString().c_str(),
                                GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const bool synced = FlushFileBuffers(handle) != 0;
    CloseHandle(handle);
    return synced;
}

// NTFS journals its metadata; there is no call for a folder.
void syncFolder(const QString &) { }

} // namespace cas::store::platform
