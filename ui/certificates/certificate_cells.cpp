// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_cells.h"
#include "core/crypto/key_algorithm.h"
#include "ui/certificates/certificate_query.h"
#include "ui/kit/row_links.h"
#include "ui/kit/status_chip.h"
#include "ui/text/plain_text.h"

#include <QCoreApplication>

namespace cas::ui {

using certificates::CertificateRow;
using certificates::CertificateStatus;

namespace {

struct CertificateTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CertificateCells)
};

enum CertificateColumn {
    CheckColumn,
    NameColumn,
    TypeColumn,
    DomainsColumn,
    AlgorithmColumn,
    StatusColumn,
    ValidToColumn,
    ValidFromColumn,
    CreatedColumn,
    SerialColumn,
    SourceColumn,
    TagsColumn,
    OperationsColumn
};

Column dataColumn(const char *id, const QString &title, int width)
{
    Column column;
    column.id = QString::fromLatin1(id);
    column.title = title;
    column.width = width;
    return column;
}

} // namespace

int certificateStatusWidth()
{
    QStringList texts;
    for (const auto status : {CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                              CertificateStatus::Expired, CertificateStatus::Revoked})
        texts.append(certificateStatusText(status));
    return StatusChip::columnWidth(texts);
}

QList<Column> certificateColumns(CertificatePlace place)
{
    const bool deleted = place == CertificatePlace::Deleted;
    const auto sortable = [](Column column) {
        column.sortable = true;
        return column;
    };
    // Left out of a narrow table, the highest first: Operations must stay in sight.
    const auto optional = [](Column column, int rank) {
        column.optional = rank;
        return column;
    };
    const auto hidden = [](Column column) {
        column.hidden = true;
        return column;
    };
    const auto stretched = [](Column column, int share) {
        column.stretch = share;
        return column;
    };
    return {
        Column::selection(),
        stretched(sortable(dataColumn("name", CertificateTr::tr("Name / ID"), 170)), 6),
        optional(stretched(sortable(dataColumn("type", CertificateTr::tr("Type and CA"), 144)), 2),
                 1),
        optional(stretched(dataColumn("domains", CertificateTr::tr("Bound domains"), 150), 3), 4),
        hidden(optional(sortable(dataColumn("algorithm", CertificateTr::tr("Algorithm"), 96)), 2)),
        dataColumn("status", CertificateTr::tr("Status"), certificateStatusWidth()),
        deleted ? sortable(dataColumn("deleted", CertificateTr::tr("Deleted"), 150))
                : sortable(dataColumn("valid_to", CertificateTr::tr("Valid to"), 150)),
        hidden(sortable(dataColumn("valid_from", CertificateTr::tr("Valid from"), 110))),
        hidden(sortable(dataColumn("created", CertificateTr::tr("Created"), 110))),
        hidden(dataColumn("serial", CertificateTr::tr("Serial number"), 280)),
        hidden(dataColumn("source", CertificateTr::tr("Source"), 170)),
        optional(stretched(dataColumn("tags", CertificateTr::tr("Tags"), 100), 1), 3),
        Column::operations(
            CertificateTr::tr("Operations"),
            rowLinksWidth({deleted ? CertificateTr::tr("Restore") : CertificateTr::tr("Download"),
                           CertificateTr::tr("Details")},
                          MoreLink::Yes))};
}

StatusKind certificateStatusKind(CertificateStatus status)
{
    switch (status) {
    case CertificateStatus::Issued:
        return StatusKind::Good;
    case CertificateStatus::AboutToExpire:
        return StatusKind::Warn;
    case CertificateStatus::Expired:
        return StatusKind::Bad;
    case CertificateStatus::Revoked:
        break;
    }
    return StatusKind::Neutral;
}

QString certificateStatusText(CertificateStatus status)
{
    switch (status) {
    case CertificateStatus::Issued:
        return CertificateTr::tr("Issued");
    case CertificateStatus::AboutToExpire:
        return CertificateTr::tr("About To Expire");
    case CertificateStatus::Expired:
        return CertificateTr::tr("Expired");
    case CertificateStatus::Revoked:
        break;
    }
    return CertificateTr::tr("Revoked");
}

QString certificateTypeText(const QString &type)
{
    if (type == QLatin1StringView("server"))
        return CertificateTr::tr("Server", "type of a certificate");
    if (type == QLatin1StringView("client"))
        return CertificateTr::tr("Client", "type of a certificate");
    if (type == QLatin1StringView("ca"))
        return CertificateTr::tr("CA", "type of a certificate");
    return CertificateTr::tr("Other", "type of a certificate");
}

QString certificateSourceText(const QString &source)
{
    if (source == QLatin1StringView("ISSUED"))
        return CertificateTr::tr("Issued by a CA of this store");
    if (source == QLatin1StringView("CA"))
        return CertificateTr::tr("A CA of this store");
    return CertificateTr::tr("Uploaded");
}

QString certificateAlgorithmText(const QString &keyAlgorithm)
{
    const auto known = crypto::parseKeyAlgorithm(keyAlgorithm);
    return known ? crypto::keyAlgorithmLabel(*known) : keyAlgorithm;
}

QString certificateRemainingText(const CertificateRow &row, const QDateTime &now)
{
    if (row.status == CertificateStatus::Revoked)
        return CertificateTr::tr("revoked %1").arg(isoDate(row.revokedAt));
    return relativeTime(row.notAfter, now);
}

Cell certificateCell(const CertificateRow &row, int column, const QDateTime &now)
{
    switch (column) {
    case NameColumn:
        return Cell::twoLine(row.name, row.id.toString(), true);
    case TypeColumn: {
        Cell cell = Cell::plain(
            //: type and key of a certificate: "Server · ECC P-256"
            CertificateTr::tr("%1 · %2").arg(certificateTypeText(row.type),
                                             certificateAlgorithmText(row.keyAlgorithm)));
        cell.subtitle = row.brand;
        return cell;
    }
    case DomainsColumn: {
        // The number of further names stands below, where no long name can push it out of sight.
        // The name of a CA or a person binds no host.
        if (row.sans.isEmpty() && row.type != QLatin1StringView("server"))
            return Cell::plain(QStringLiteral("—"));
        const BoundDomains bound = boundDomains(row);
        Cell cell = Cell::plain(bound.first);
        if (bound.more > 0)
            cell.subtitle = QStringLiteral("+%1").arg(bound.more);
        cell.toolTip = row.sans;
        return cell;
    }
    case AlgorithmColumn:
        return Cell::plain(certificateAlgorithmText(row.keyAlgorithm));
    case StatusColumn:
        return Cell::chip(certificateStatusKind(row.status), certificateStatusText(row.status));
    case ValidToColumn: {
        if (row.deletedAt.isValid()) {
            Cell when = Cell::plain(isoDate(row.deletedAt));
            when.subtitle = relativeTime(row.deletedAt, now);
            when.toolTip = isoDateTime(row.deletedAt);
            return when;
        }
        const bool over = row.status == CertificateStatus::Revoked;
        Cell cell = Cell::validity(isoDate(row.notAfter), certificateRemainingText(row, now),
                                   over ? -1 : remainingFraction(row, now),
                                   certificateStatusKind(row.status));
        cell.toolTip = isoDateTime(row.notAfter);
        return cell;
    }
    case ValidFromColumn:
        return Cell::plain(isoDate(row.notBefore));
    case CreatedColumn:
        return Cell::plain(isoDate(row.createdAt));
    case SerialColumn:
        return Cell::mono(QString::fromLatin1(row.serial.toHex()).toUpper());
    case SourceColumn:
        return Cell::plain(certificateSourceText(row.source));
    case TagsColumn: {
        QStringList tags;
        for (const tags::Tag &tag : row.tags)
            tags.append(tag.toString());
        return Cell::tagList(tags);
    }
    default:
        return {};
    }
}

} // namespace cas::ui
