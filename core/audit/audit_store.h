// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/access.h"
#include "core/audit/audit_event.h"
#include "core/base/row_sealer.h"

namespace cas::audit {

/// SQL of the tables audit and audit_head.
namespace audit_store {

/// Appends events to this writer's segment: each sequence + 1, chained to the row before, sealed.
Result<> append(store::Transaction &tx, const RowSealer &sealer, AccountId account,
                const QList<AuditRow> &rows);
Result<AuditPage> page(store::Reader &reader, const AuditFilter &filter,
                       const store::PageRequest &request);
Result<qint64> count(store::Reader &reader, const AuditFilter &filter);
Result<AuditChoices> choices(store::Reader &reader);
/// Seals, chain and segment ends of every writer.
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace audit_store
} // namespace cas::audit
