// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/row_action.h"

namespace cas::ui {

/// Ids of what can be done with a certificate.
namespace certificate_action {
inline const QString download = QStringLiteral("download");
inline const QString details = QStringLiteral("details");
inline const QString tags = QStringLiteral("tags");
inline const QString rename = QStringLiteral("rename");
inline const QString revoke = QStringLiteral("revoke");
inline const QString remove = QStringLiteral("delete");
inline const QString restore = QStringLiteral("restore");
inline const QString erase = QStringLiteral("erase");
} // namespace certificate_action

/// What the state of a certificate allows, in the order of the Operations column; what the store or
/// the operator's permissions forbid is there, greyed with the reason (operations.md §2.4).
RowActions certificateActions(const certificates::CertificateRow &row, bool readOnly,
                              const access::Access &access);
/// The same for checked rows: what does not apply to a row is told after the run.
RowActions certificateBulkActions(bool readOnly, const access::Access &access);
/// Of rows in "Recently deleted".
RowActions deletedBulkActions(bool readOnly, const access::Access &access);

/// Issued by a CA of this store and still living.
bool canRevoke(const certificates::CertificateRow &row);
/// Out of "Recently deleted", for good: not what a CA of this store issued.
bool canErase(const certificates::CertificateRow &row);
/// Over, or uploaded; a CA's own certificate never.
bool canDelete(const certificates::CertificateRow &row);

} // namespace cas::ui
