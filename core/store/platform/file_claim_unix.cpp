// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/file_claim.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cas::store::platform {

namespace {

#ifdef F_OFD_SETLK
// A byte that SQLite never locks (its own are 0x40000000 and on, os.h) and no store reaches.
constexpr off_t kClaimedByte = 0x7fff'ffff'0000'0000;

bool lockClaim(int descriptor)
{
    struct flock lock = {}; // l_pid must be 0
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kClaimedByte;
    lock.l_len = 1;
    return ::fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}
#else
/// Without locks of a descriptor only the age of a file tells: no copy takes a day.
bool lockClaim(int descriptor)
{
    constexpr qint64 daySeconds = 86'400;
    struct stat facts = {};
    return ::fstat(descriptor, &facts) == 0
           && (facts.st_size == 0
               || facts.st_mtime < QDateTime::currentSecsSinceEpoch() - daySeconds);
}
#endif

} // namespace

std::unique_ptr<FileClaim> FileClaim::take(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    struct stat claimed = {};
    struct stat present = {};
    // Whoever sweeps may have removed it between the two calls; then the name is nobody's.
    if (lockClaim(descriptor) && ::fstat(descriptor, &claimed) == 0
        && ::stat(QFile::encodeName(path).constData(), &present) == 0
        && claimed.st_ino == present.st_ino && claimed.st_dev == present.st_dev)
        return std::unique_ptr<FileClaim>(new FileClaim(descriptor));
    ::close(descriptor);
    return nullptr;
}

FileClaim::~FileClaim()
{
    ::close(static_cast<int>(m_handle));
}

} // namespace cas::store::platform
