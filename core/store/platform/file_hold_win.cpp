// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/platform/file_hold.h"

namespace cas::store::platform {

// Windows ends a lock only with the handle that holds it.
FileHold::FileHold(const QString &) { }

FileHold::~FileHold() = default;

void FileHold::release() { }

} // namespace cas::store::platform
