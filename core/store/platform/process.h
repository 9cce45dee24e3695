// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cas::store::platform {

/// Login name of the user this process runs as; digits when it has none.
QString osUser();

/// Waits until the content of a file is on the disk. False: the disk would not have it.
bool syncFile(const QString &path);

/// Makes a rename or a new file in `folder` durable. Does nothing where there is no such call.
void syncFolder(const QString &folder);

} // namespace cas::store::platform
