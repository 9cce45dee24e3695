// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"

#include <QJsonObject>

namespace cas::cli {

/// An item of `cert list` (cli.md).
QJsonObject certificateJson(const certificates::CertificateRow &row, const QDateTime &now);
/// An item of `ca certs`: the same certificate as its CA sees it.
QJsonObject issuedJson(const certificates::CertificateRow &row, const QString &reason);
/// One line for people.
QString certificateLine(const certificates::CertificateRow &row);

} // namespace cas::cli
