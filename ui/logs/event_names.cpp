// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/event_names.h"

#include "core/console/console.h"

namespace cas::ui {

QHash<QString, QString> eventNames(Console &console, const QList<audit::AuditEvent> &events)
{
    QHash<QString, QString> names;
    if (const auto cas = console.cas().all()) {
        for (const privateca::Ca &ca : *cas)
            names.insert(ca.id.toString(), ca.name);
    }
    for (const audit::AuditEvent &event : events) {
        const auto id = CertificateId::parse(event.objectId);
        if (!id || names.contains(event.objectId))
            continue;
        if (const auto row = console.certificates().row(*id))
            names.insert(event.objectId, row->name);
    }
    return names;
}

} // namespace cas::ui
