// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_table.h"

#include "core/access/access.h"
#include "ui/certificates/tags_panel.h"
#include "ui/kit/error_text.h"
#include "ui/kit/row_links.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_text.h"

namespace cas::ui {

namespace {

enum CaColumn { NameColumn, AlgorithmColumn, StatusColumn, ValidColumn, CountColumn, TagsColumn };

} // namespace

QList<Column> CaTable::columns()
{
    Column name{QStringLiteral("name"), tr("Name"), 210};
    name.stretch = 1;
    Column algorithm{QStringLiteral("algorithm"), tr("Algorithm"), 104};
    algorithm.optional = 2;
    Column validTo{QStringLiteral("validTo"), tr("Valid to"),
                   Column::subtitleWidth(tr("Service to %1").arg(QStringLiteral("2028-08-28")))};
    validTo.optional = 1;
    Column tags{QStringLiteral("tags"), tr("Tags"), 124};
    tags.hidden = true;
    return {
        name,
        algorithm,
        {QStringLiteral("status"), tr("Status"), StatusChip::columnWidth(CaText::everyStatus())},
        validTo,
        {QStringLiteral("count"), tr("Issued / Rest count"), 148},
        tags,
        Column::operations(
            tr("Operations"),
            rowLinksWidth({tr("Request Certificate"), tr("Certificate List")}, MoreLink::Yes))};
}

Cell CaTable::cell(const CaRow &row, int column, const QDateTime &now)
{
    const privateca::Ca &ca = row.ca;
    switch (column) {
    case NameColumn: {
        Cell cell = Cell::twoLine(ca.name, CaText::summary(ca));
        cell.depth = row.depth;
        if (row.hasChildren)
            cell.expander = row.open ? Cell::Expander::Open : Cell::Expander::Closed;
        else if (row.depth == 0 && row.besideParents)
            cell.expander = Cell::Expander::Room;
        return cell;
    }
    case AlgorithmColumn:
        return Cell::plain(CaText::algorithm(ca.keyAlgorithm));
    case StatusColumn:
        return Cell::chip(CaText::statusKind(ca.status), CaText::status(ca.status));
    case ValidColumn: {
        Cell cell = Cell::plain(QStringLiteral("—"));
        if (ca.notAfter.isValid()) { // a bought one has no certificate before Enable
            cell = Cell::plain(isoDate(ca.notAfter));
            cell.toolTip = dateWithDistance(ca.notAfter, now);
        }
        if (ca.serviceEnd.isValid()) {
            cell.subtitle = ca.serviceEnd <= now ? tr("Service ended")
                                                 : tr("Service to %1").arg(isoDate(ca.serviceEnd));
        }
        return cell;
    }
    case CountColumn: {
        Cell cell = Cell::plain(CaText::counts(ca));
        if (caCanAssign(row)) {
            cell.linkId = caActionId(CaAction::Assign);
            cell.linkText = tr("Assign");
        }
        return cell;
    }
    case TagsColumn:
        return Cell::tagList(tagTexts(ca.tags));
    default:
        return {};
    }
}

QString CaTable::actionText(CaAction action, const StoreTraits &traits)
{
    switch (action) {
    case CaAction::Buy:
        return tr("Buy");
    case CaAction::RequestCertificate:
        return tr("Request Certificate");
    case CaAction::Enable:
        return tr("Enable");
    case CaAction::Details:
        return tr("Details");
    case CaAction::CertificateList:
        return tr("Certificate List");
    case CaAction::BulkRequest:
        return tr("Bulk Request");
    case CaAction::CreateSub:
        return traits.metered() ? tr("Purchase sub-CA") : tr("Create subordinate CA");
    case CaAction::DownloadCertificate:
        return tr("Download CA certificate");
    case CaAction::DownloadCrl:
        return tr("Download CRL");
    case CaAction::Tags:
        return tr("Tags");
    case CaAction::Disable:
        return tr("Disable");
    case CaAction::Revoke:
        return tr("Revoke");
    case CaAction::Assign:
        break;
    }
    return tr("Assign");
}

QString CaTable::refusal(CaAction action, const Rights &rights)
{
    const QString permission = caActionPermission(action);
    if (permission.isEmpty())
        return {};
    if (rights.readOnly)
        return errorSentence(fail(ErrorCode::StoreReadOnly));
    if (!rights.access)
        return {};
    const auto allowed = rights.access->require(permission);
    return allowed ? QString() : errorSentence(allowed.error());
}

RowActions CaTable::actions(const CaRow &row, const QDateTime &now, const Rights &rights)
{
    RowActions list;
    for (const CaAction action : caActions(row, now)) {
        const QString reason = refusal(action, rights);
        list.append({caActionId(action), actionText(action, rights.traits), reason.isEmpty(),
                     reason, action == CaAction::Revoke});
    }
    return list;
}

} // namespace cas::ui
