// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/certificate_columns.h"

#include "core/crypto/certificate_fields.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/kit/row_links.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_text.h"

#include <algorithm>

namespace cas::ui {

using certificates::CertificateRow;
using certificates::CertificateSort;
using certificates::CertificateStatus;

namespace {

enum IssuedColumn {
    AliasColumn,
    CommonNameColumn,
    TypeColumn,
    IssuedAlgorithmColumn,
    SansColumn,
    IssuedStatusColumn,
    FromColumn,
    ToColumn,
    SerialColumn,
};

} // namespace

QList<Column> CertificateColumns::columns()
{
    Column alias{QStringLiteral("alias"), tr("Alias / Identifier"), 220};
    alias.stretch = 2;
    alias.sortable = true;
    Column commonName{QStringLiteral("cn"), tr("Common Name"), 150};
    commonName.stretch = 1;
    commonName.hidden = true;
    Column type{QStringLiteral("type"), tr("Type"), 76};
    type.sortable = true;
    Column algorithm{QStringLiteral("algorithm"), tr("Algorithm"), 96};
    algorithm.sortable = true;
    algorithm.optional = 1;
    Column sans{QStringLiteral("sans"), tr("SANs"), 140};
    sans.stretch = 1;
    sans.optional = 2;
    Column from{QStringLiteral("from"), tr("Valid From"), 104};
    from.sortable = true;
    from.hidden = true;
    Column to{QStringLiteral("to"), tr("Valid to"), 150};
    to.sortable = true;
    Column serial{QStringLiteral("serial"), tr("Serial"), 128};
    serial.optional = 3;
    return {alias,
            commonName,
            type,
            algorithm,
            sans,
            {QStringLiteral("status"), tr("Status"), certificateStatusWidth()},
            from,
            to,
            serial,
            Column::operations(
                tr("Operations"),
                rowLinksWidth({tr("Details"), tr("Download"), tr("Revoke")}, MoreLink::No))};
}

Cell CertificateColumns::cell(const CertificateRow &row, int column, const QDateTime &now)
{
    switch (column) {
    case AliasColumn:
        return Cell::twoLine(row.name, row.id.toString(), true);
    case CommonNameColumn:
        return Cell::plain(row.commonName);
    case TypeColumn:
        return Cell::plain(certificateTypeText(row.type));
    case IssuedAlgorithmColumn:
        return Cell::plain(CaText::algorithm(row.keyAlgorithm));
    case SansColumn: {
        Cell cell = Cell::plain(row.sans);
        cell.quiet = true;
        return cell;
    }
    case IssuedStatusColumn:
        return Cell::chip(certificateStatusKind(row.status), certificateStatusText(row.status));
    case FromColumn:
        return Cell::plain(isoDate(row.notBefore));
    case ToColumn: {
        if (row.status == CertificateStatus::Revoked) {
            Cell cell = Cell::plain(isoDate(row.notAfter));
            cell.quiet = true;
            cell.subtitle = tr("revoked %1").arg(isoDate(row.revokedAt));
            return cell;
        }
        const double life = double(row.notBefore.secsTo(row.notAfter));
        const double left = double(now.secsTo(row.notAfter));
        const double fraction = life > 0 ? std::clamp(left / life, 0.0, 1.0) : 0.0;
        return Cell::validity(isoDate(row.notAfter), relativeTime(row.notAfter, now), fraction,
                              certificateStatusKind(row.status));
    }
    case SerialColumn: {
        const QString serial = crypto::serialText(row.serial);
        Cell cell = Cell::mono(groupedHex(serial));
        cell.toolTip = groupedHex(serial);
        return cell;
    }
    default:
        return {};
    }
}

std::optional<CertificateSort> CertificateColumns::sort(int column)
{
    switch (column) {
    case AliasColumn:
        return CertificateSort::Name;
    case TypeColumn:
        return CertificateSort::Type;
    case IssuedAlgorithmColumn:
        return CertificateSort::Algorithm;
    case FromColumn:
        return CertificateSort::NotBefore;
    case ToColumn:
        return CertificateSort::NotAfter;
    default:
        return {};
    }
}

RowActions CertificateColumns::actions(const CertificateRow &row, const QString &refusal)
{
    const bool open = refusal.isEmpty();
    const bool over =
        row.status == CertificateStatus::Revoked || row.status == CertificateStatus::Expired;
    const bool ca = row.source == u"CA";
    RowActions list{{QStringLiteral("details"), tr("Details"), true, {}, false},
                    {QStringLiteral("download"), tr("Download"), true, {}, false}};
    // A CA below is revoked in the list of CAs, with what hangs on it.
    if (!over && !ca)
        list.append({QStringLiteral("revoke"), tr("Revoke"), open, refusal, true});
    if (over && !ca)
        list.append({QStringLiteral("delete"), tr("Delete"), open, refusal, true});
    return list;
}

} // namespace cas::ui
