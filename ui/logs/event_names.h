// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"

#include <QHash>

namespace cas {
class Console;
}

namespace cas::ui {

/// The names, by printed id, of the CAs and certificates that events are about, where those are
/// still there. @thread any; reads the store
QHash<QString, QString> eventNames(Console &console, const QList<audit::AuditEvent> &events);

} // namespace cas::ui
