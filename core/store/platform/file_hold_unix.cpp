// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/file_hold.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace cas::store::platform {

#ifdef F_OFD_SETLK
namespace {

// Bytes that SQLite locks shared while a connection is open: those of SHARED_LOCK in the database
// (os.h) and the "dead man's switch" in the shared memory file (os_unix.c).
constexpr off_t kSharedFirst = 0x40000002;
constexpr off_t kSharedSize = 510;
constexpr off_t kDeadMansSwitch = 128;

struct flock lockOf(short type, off_t first, off_t size)
{
    struct flock lock = {}; // l_pid must be 0
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = first;
    lock.l_len = size;
    return lock;
}

} // namespace
#endif

FileHold::FileHold([[maybe_unused]] const QString &path)
{
#ifdef F_OFD_SETLK
    const auto hold = [this](const QString &file, off_t first, off_t size) {
        const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            return;
        m_descriptors.push_back(descriptor);
        struct flock lock = lockOf(F_RDLCK, first, size);
        (void)::fcntl(descriptor, F_OFD_SETLK, &lock);
    };
    hold(path, kSharedFirst, kSharedSize);
    hold(path + QStringLiteral("-shm"), kDeadMansSwitch, 1);
#endif
}

FileHold::~FileHold()
{
    for (const int descriptor : m_descriptors)
        ::close(descriptor);
}

void FileHold::release()
{
#ifdef F_OFD_SETLK
    for (const int descriptor : m_descriptors) {
        struct flock lock = lockOf(F_UNLCK, 0, 0);
        (void)::fcntl(descriptor, F_OFD_SETLK, &lock);
    }
#endif
}

} // namespace cas::store::platform
