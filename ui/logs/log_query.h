// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"

#include <QHash>

namespace cas::ui {

/// What the filter bar of the log says, as the service wants it.
/// @param values by filter id: period (days, empty: all history), result (ok, refused), event,
///               operator, object
audit::AuditFilter auditFilter(const QString &search, const QHash<QString, QString> &values,
                               const QDateTime &now);

} // namespace cas::ui
