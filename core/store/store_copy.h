// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/store.h"

namespace cas::store {

/// Store::backup() of the store file `source`.
/// @param access how to read it
Result<CopyFacts> backUp(const QString &source, Connection::Access access, const QString &file,
                         const Clock &clock, const CopySteps &steps);

} // namespace cas::store
