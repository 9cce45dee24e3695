// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_actions.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace cas::ui {

using certificates::CertificateRow;
using certificates::CertificateStatus;

namespace {

struct CertificateActionTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CertificateActions)
};

/// @param permission the audit event's name, empty for what only looks
RowAction certificateAction(const QString &id, const QString &text, const QString &permission,
                            bool readOnly, const access::Access &access)
{
    RowAction action;
    action.id = id;
    action.text = text;
    if (permission.isEmpty())
        return action;
    if (readOnly) {
        action.enabled = false;
        action.disabledReason = CertificateActionTr::tr("This store is open for reading only.");
    } else if (const auto allowed = access.require(permission); !allowed) {
        action.enabled = false;
        action.disabledReason = errorSentence(allowed.error());
    }
    return action;
}

} // namespace

bool canRevoke(const CertificateRow &row)
{
    return row.source == QLatin1StringView("ISSUED")
           && (row.status == CertificateStatus::Issued
               || row.status == CertificateStatus::AboutToExpire);
}

bool canErase(const CertificateRow &row)
{
    return row.deletedAt.isValid() && row.source != QLatin1StringView("ISSUED")
           && row.source != QLatin1StringView("CA");
}

bool canDelete(const CertificateRow &row)
{
    if (row.source == QLatin1StringView("CA"))
        return false;
    return row.source != QLatin1StringView("ISSUED") || row.status == CertificateStatus::Revoked
           || row.status == CertificateStatus::Expired;
}

RowActions certificateActions(const CertificateRow &row, bool readOnly,
                              const access::Access &access)
{
    const auto make = [&](const QString &id, const QString &text, const QString &permission = {}) {
        return certificateAction(id, text, permission, readOnly, access);
    };
    if (row.deletedAt.isValid()) {
        RowActions deleted{make(certificate_action::restore, CertificateActionTr::tr("Restore"),
                                QStringLiteral("RestoreUserCertificate")),
                           make(certificate_action::details, CertificateActionTr::tr("Details")),
                           make(certificate_action::erase,
                                CertificateActionTr::tr("Delete for Good"),
                                QStringLiteral("EraseUserCertificate"))};
        deleted.last().danger = true;
        if (!canErase(row) && deleted.last().enabled) {
            // Greyed, not absent: who looks for it shall read why it is kept.
            deleted.last().enabled = false;
            deleted.last().disabledReason =
                errorSentence(fail(ErrorCode::CertificateOnRecord, {}, {row.name}));
        }
        return deleted;
    }
    RowActions actions{make(certificate_action::download, CertificateActionTr::tr("Download")),
                       make(certificate_action::details, CertificateActionTr::tr("Details")),
                       make(certificate_action::tags, CertificateActionTr::tr("Tags"),
                            QStringLiteral("TagResources")),
                       make(certificate_action::rename, CertificateActionTr::tr("Rename"),
                            QStringLiteral("UpdatePcaCertificate"))};
    if (canRevoke(row)) {
        actions.append(make(certificate_action::revoke, CertificateActionTr::tr("Revoke"),
                            QStringLiteral("CreateRevokeClientCertificate")));
        actions.last().danger = true;
    }
    if (canDelete(row)) {
        actions.append(make(certificate_action::remove, CertificateActionTr::tr("Delete"),
                            QStringLiteral("DeleteUserCertificate")));
        actions.last().danger = true;
    }
    return actions;
}

RowActions certificateBulkActions(bool readOnly, const access::Access &access)
{
    RowActions actions{
        certificateAction(certificate_action::download, CertificateActionTr::tr("Download"), {},
                          readOnly, access),
        certificateAction(certificate_action::tags, CertificateActionTr::tr("Add tags"),
                          QStringLiteral("TagResources"), readOnly, access),
        certificateAction(certificate_action::remove, CertificateActionTr::tr("Delete"),
                          QStringLiteral("DeleteUserCertificate"), readOnly, access)};
    actions.last().danger = true;
    return actions;
}

RowActions deletedBulkActions(bool readOnly, const access::Access &access)
{
    RowActions actions{
        certificateAction(certificate_action::restore, CertificateActionTr::tr("Restore"),
                          QStringLiteral("RestoreUserCertificate"), readOnly, access),
        certificateAction(certificate_action::erase, CertificateActionTr::tr("Delete for Good"),
                          QStringLiteral("EraseUserCertificate"), readOnly, access)};
    actions.last().danger = true;
    return actions;
}

} // namespace cas::ui
