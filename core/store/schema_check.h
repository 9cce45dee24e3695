// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/migrations.h"

namespace cas::store {

/// Whether a file of `version` has the tables, columns, indexes, views and triggers that our
/// migrations make: a file where somebody dropped a column would fail at whatever asks for it
/// first. A table of somebody else is left alone; an index on one of ours and any trigger are not,
/// for they would change what we write.
/// Names, types and keys are compared, not the text of the statements. Takes some 10 ms.
/// @param migrations those compiled in; the first `version` of them are taken
/// @errors StoreDamaged(detail names the first difference)
/// @thread of the connection
Result<> checkSchema(Connection &connection, const QList<Migration> &migrations, int version);

} // namespace cas::store
