// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/platform/user_name.h"

#include <lmcons.h>
#include <windows.h>

namespace cas::access::platform {

QString userName()
{
    wchar_t name[UNLEN + 1];
    DWORD length = UNLEN + 1;
    if (!GetUserNameW(name, &length) || length == 0)
        return {};
    return QString::fromWCharArray(name, static_cast<qsizetype>(length - 1));
}

} // namespace cas::access::platform
