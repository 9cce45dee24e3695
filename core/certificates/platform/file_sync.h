// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cas::certificates::platform {

/// Brings what was written to a file to the disk. Full disks and quotas of remote file systems are
/// often reported here first. A file system that cannot sync is no failure.
/// @param descriptor as QFileDevice::handle() gives it
/// @return 0, or the errno of the failure
/// @thread any; waits for the disk
int syncFile(int descriptor);

/// Brings everything that was written below the file system of `folder` to the disk, where the
/// system can do that at once.
/// @param folder a path in the system's own encoding
/// @thread any; waits for the disk
void syncFileSystem(const char *folder);

} // namespace cas::certificates::platform
