// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_actions.h"

namespace cas::ui {

using privateca::Ca;
using privateca::CaStatus;
using privateca::CaType;

QString caActionId(CaAction action)
{
    static constexpr const char *ids[] = {
        "buy",      "request", "enable", "details", "list",   "bulk-request", "create-sub",
        "download", "crl",     "tags",   "disable", "revoke", "assign"};
    return QString::fromLatin1(ids[size_t(action)]);
}

QString caActionPermission(CaAction action)
{
    switch (action) {
    case CaAction::Buy:
        return QStringLiteral("CreateOrder");
    case CaAction::RequestCertificate:
    case CaAction::BulkRequest:
        return QStringLiteral("CreateServerCertificate");
    case CaAction::Enable:
    case CaAction::Disable:
    case CaAction::Revoke:
        return QStringLiteral("UpdateCACertificateStatus");
    case CaAction::CreateSub:
        return QStringLiteral("CreateSubCACertificate");
    case CaAction::Assign:
        return QStringLiteral("AssignCertificateCount");
    case CaAction::Tags:
        return QStringLiteral("TagResources");
    case CaAction::Details:
    case CaAction::CertificateList:
    case CaAction::DownloadCertificate:
    case CaAction::DownloadCrl:
        break;
    }
    return {};
}

bool caMayIssue(const Ca &ca, const QDateTime &now)
{
    return ca.status == CaStatus::Enabled && !(ca.serviceEnd.isValid() && ca.serviceEnd <= now);
}

bool caCanAssign(const CaRow &row)
{
    if (row.ca.status != CaStatus::Enabled)
        return false;
    return row.ca.type == CaType::Root ? row.enabledSubs : row.root != row.ca.id;
}

QList<CaAction> caActions(const CaRow &row, const QDateTime &now)
{
    const Ca &ca = row.ca;
    const bool root = ca.type == CaType::Root;
    const bool enabled = ca.status == CaStatus::Enabled;
    const bool disabled = ca.status == CaStatus::Disabled;
    QList<CaAction> actions;
    // A bought subordinate waits until its root is enabled (operations.md §2.3).
    if (disabled || (ca.status == CaStatus::PendingEnable && row.parentEnabled))
        actions.append(CaAction::Enable);
    if (root && enabled)
        actions.append(CaAction::Buy);
    if (!root && caMayIssue(ca, now))
        actions.append(CaAction::RequestCertificate);
    if (root) {
        actions.append(CaAction::Details);
        if (caMayIssue(ca, now))
            actions.append(CaAction::CreateSub);
        if (ca.certificate)
            actions.append(CaAction::CertificateList);
    } else {
        if (ca.certificate)
            actions.append(CaAction::CertificateList);
        if (caMayIssue(ca, now)) // the first under More: the links are the guide's
            actions.append(CaAction::BulkRequest);
        actions.append(CaAction::Details);
    }
    if (ca.certificate)
        actions.append(CaAction::DownloadCertificate);
    // The last list of a CA that has ended stays downloadable (operation 27).
    if (ca.crlEnabled && ca.certificate)
        actions.append(CaAction::DownloadCrl);
    actions.append(CaAction::Tags);
    if (enabled)
        actions.append(CaAction::Disable);
    if (enabled || disabled)
        actions.append(CaAction::Revoke);
    return actions;
}

} // namespace cas::ui
