// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/platform/file_sync.h"

#include <cerrno>
#include <io.h>

namespace cas::certificates::platform {

int syncFile(int descriptor)
{
    if (descriptor < 0) // Qt's files have no C descriptor there; its commit flushes them
        return 0;
    return _commit(descriptor) == 0 ? 0 : errno;
}

void syncFileSystem(const char *)
{
    // There is no such call: the system writes new files back within seconds.
}

} // namespace cas::certificates::platform
