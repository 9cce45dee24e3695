// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privateca/ca_tree.h"

#include <QDateTime>

namespace cas::ui {

/// What can be done with a CA.
enum class CaAction {
    Buy,
    RequestCertificate,
    Enable,
    Details,
    CertificateList,
    BulkRequest,
    CreateSub,
    DownloadCertificate,
    DownloadCrl,
    Tags,
    Disable,
    Revoke,
    Assign, // stands in the rest count column
};

/// Stable id for menus and tests: "buy", "request", "enable", "details", "list", "bulk-request",
/// "create-sub", "download", "crl", "tags", "disable", "revoke", "assign".
QString caActionId(CaAction action);
/// The permission it needs (operations.md §4); empty for what only reads.
QString caActionPermission(CaAction action);

/// The actions that the state allows, in the order of the Operations column: the first two are
/// links, the rest stands under More. Assign is never among them.
/// @param now decides whether a CA's service has ended
QList<CaAction> caActions(const CaRow &row, const QDateTime &now);
/// Whether the rest count column has its Assign link.
bool caCanAssign(const CaRow &row);
/// Whether the CA may issue now.
bool caMayIssue(const privateca::Ca &ca, const QDateTime &now);

} // namespace cas::ui
