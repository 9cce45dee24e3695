// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/platform/file_sync.h"

#include <cerrno>
#include <fcntl.h>
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

void syncFileSystem(const char *folder)
{
#ifdef __linux__
    const int descriptor = ::open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::syncfs(descriptor);
    ::close(descriptor);
#else
    (void)folder;
    ::sync();
#endif
}

} // namespace cas::certificates::platform
