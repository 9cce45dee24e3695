// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cas::certificates {

/// RFC 3339 in UTC, null for no time.
QJsonValue timeJson(const QDateTime &time);
/// The names of a row's `sans`.
QJsonArray namesJson(const QString &sans);
/// An item of `cert list --json` (cli.md, fixed) and of an exported list. @thread any
QJsonObject rowJson(const CertificateRow &row, const QDateTime &now);

} // namespace cas::certificates
