// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/platform/file_sync.h"

#include <cerrno>
#include <unistd.h>

namespace cas::certificates::platform {

int syncFile(int descriptor)
{
    while (::fsync(descriptor) != 0) {
        if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

} // namespace cas::certificates::platform
