// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/process.h"

#include <QtGlobal>

namespace cas::store::platform {

QString osUser()
{
    return qEnvironmentVariable("USERNAME");
}

// NTFS journals its metadata; there is no call for a folder.
void syncFolder(const QString &) { }

} // namespace cas::store::platform
