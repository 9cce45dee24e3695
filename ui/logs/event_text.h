// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace cas::ui {

/// What an operation is called for people: "Create root CA" for CreateRootCACertificate. A name
/// nobody has a title for is given back as it is.
QString eventTitle(const QString &eventName);

/// Every event name that has a title, for the test that compares them with the services.
QStringList titledEvents();

/// One event as a sentence in the past: "li.wei issued db-04.internal". Refused ones say so.
/// @param names what printed ids are called ("cert-0d3k..." -> "www.example.com"); ids that are not
///              in it are shown as they are
/// @return plain text; untrusted parts are made visible (plain_text.h)
QString eventSentence(const audit::AuditEvent &event, const QHash<QString, QString> &names = {});

/// What the event was about: the name that was typed into the operation, else what its id is
/// called. Empty where neither is known. @return plain text, untrusted parts made visible
QString eventObject(const audit::AuditEvent &event, const QHash<QString, QString> &names = {});

/// "Succeeded" or "Refused".
QString eventResult(const audit::AuditEvent &event);

} // namespace cas::ui
