// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace cas {

/// Compares what the operation log says was made with what is there. Rows that somebody took away
/// whole, or a writer's whole segment of the log with its head, leave no broken seal behind; they
/// leave numbers that differ: of certificates issued, CAs made, CRLs published and certificates
/// charged to a quota. (Rows and the events that made them, taken away together, show nowhere:
/// that takes a copy of the store from elsewhere, such as a backup.)
/// @thread any; reads the whole log
Result<> checkAgainstLog(store::Reader &reader, const QDateTime &now,
                         QList<store::Finding> &findings);

} // namespace cas
