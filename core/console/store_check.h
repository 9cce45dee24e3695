// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/row_sealer.h"
#include "core/store/store.h"

namespace cas {

/// What every room finds wrong with its rows: seals, chains, balances, and whether they agree with
/// the operation log. Pages and references are the store's to check.
/// @thread any; reads everything
Result<> checkRows(store::Reader &reader, const RowSealer &sealer, const QDateTime &now,
                   QList<store::Finding> &findings);

} // namespace cas
