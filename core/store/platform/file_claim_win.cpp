// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/file_claim.h"

#include <QDir>

#include <windows.h>

namespace cas::store::platform {

// A handle that does not share deletion: nobody removes or claims the file meanwhile.
std::unique_ptr<FileClaim> FileClaim::take(const QString &path)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    HANDLE handle = CreateFileW(name.c_str(), DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return nullptr;
    return std::unique_ptr<FileClaim>(new FileClaim(reinterpret_cast<qintptr>(handle)));
}

FileClaim::~FileClaim()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

} // namespace cas::store::platform
