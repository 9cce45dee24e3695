// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace cas::audit {

/// One row of the operation log.
struct AuditEvent
{
    AuditId id;
    QDateTime at; // UTC
    QString operatorName;
    QString host;
    QString eventName; // API action name, never translated
    QString objectType;
    QString objectId; // printed id
    bool ok = true;
    QString errorCode; // dotted name, empty when ok
    QJsonObject parameters; // secrets masked before they get here
    bool operator==(const AuditEvent &) const = default;
};

/// An event on its way into the log, its parameters already written out: done once, outside the
/// transaction where there are many.
class AuditRow
{
public:
    explicit AuditRow(AuditEvent event);
    [[nodiscard]] const AuditEvent &event() const { return m_event; }
    [[nodiscard]] const QString &parametersText() const { return m_parametersText; } // JSON
    /// Adds what only the transaction knows.
    void note(const QString &key, const QString &value);

private:
    AuditEvent m_event;
    QString m_parametersText;
};

/// Which rows a list wants. Text is compared with event name, operator and object id.
struct AuditFilter
{
    std::optional<QDateTime> since;
    std::optional<QDateTime> until;
    QString operatorName;
    QString eventName;
    QString objectId;
    std::optional<bool> ok;
    QString text;
};

struct AuditPage
{
    QList<AuditEvent> items; // newest first
    QString next; // cursor, empty at the end
};

/// The PageRequest::after that continues the log behind an event.
QString cursorAfter(const AuditEvent &event);

/// What the filters of the log offer.
struct AuditChoices
{
    QStringList eventNames; // sorted
    QStringList operators; // sorted, at most 200
};

} // namespace cas::audit
