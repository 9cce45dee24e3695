// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_list_store.h"
#include "core/store/like.h"
#include "core/tags/tag_store.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace cas::certificates::certificate_list_store {

using store::Query;
using store::Reader;
using store::Values;

namespace {

// A term with more hits than this is common: walking the sort index finds a page sooner than
// collecting the hits of the trigram index.
constexpr qint64 kRareHits = 2000;

struct SortColumn
{
    const char *expression;
    bool isText;
};

SortColumn columnOf(CertificateSort sort)
{
    switch (sort) {
    case CertificateSort::Created:
        return {"c.id", false};
    case CertificateSort::Name:
        return {"c.name COLLATE NOCASE", true};
    case CertificateSort::NotBefore:
        return {"c.not_before", false};
    case CertificateSort::NotAfter:
        return {"c.not_after", false};
    case CertificateSort::Algorithm:
        return {"c.key_algorithm", true};
    case CertificateSort::Brand:
        return {"c.brand COLLATE NOCASE", true};
    case CertificateSort::Deleted:
        return {"c.deleted_at", false};
    case CertificateSort::Type:
        break;
    }
    return {"c.type", true};
}

struct Conditions
{
    QStringList parts;
    Values values;
    void add(const QString &condition, const Values &bound = {})
    {
        parts.append(condition);
        values += bound;
    }
    [[nodiscard]] QString text() const { return parts.join(QStringLiteral(" AND ")); }
};

/// Bytes of a serial or fingerprint as people paste it (blanks and colons between), else empty.
QByteArray hexOf(const QString &text)
{
    QString digits = text;
    digits.remove(u':').remove(u' ');
    if (digits.size() < 8 || digits.size() % 2 != 0)
        return {};
    for (const QChar c : digits) {
        if (!((c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f')))
            return {};
    }
    return QByteArray::fromHex(digits.toLatin1());
}

Result<> addSearch(Reader &reader, Conditions &where, const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (const QByteArray bytes = hexOf(text); !bytes.isEmpty()) {
        QByteArray upper = bytes;
        upper.append(32 - std::min<qsizetype>(32, upper.size()), '\xff');
        where.add(QStringLiteral("(c.id IN (SELECT id FROM issuance WHERE ca_id IN (SELECT id FROM "
                                 "ca) AND serial = ?) OR (c.source <> 'ISSUED' AND c.serial = ?) "
                                 "OR (c.sha256 >= ? AND c.sha256 <= ?))"),
                  {bytes, bytes, bytes, upper});
        return {};
    }
    if (text.size() >= 3) {
        QString phrase = text;
        phrase.replace(u'"', QStringLiteral("\"\""));
        phrase = u'"' + phrase + u'"';
        CAS_TRY(Query hits,
                reader.query(QStringLiteral("SELECT COUNT(*) FROM (SELECT rowid FROM "
                                            "certificate_search WHERE certificate_search MATCH ? "
                                            "LIMIT ?)"),
                             {phrase, kRareHits + 1}));
        hits.next();
        CAS_TRY_VOID(hits.status());
        if (hits.integer(0) <= kRareHits) {
            where.add(QStringLiteral("c.id IN (SELECT rowid FROM certificate_search WHERE "
                                     "certificate_search MATCH ?)"),
                      {phrase});
            return {};
        }
    }
    const QString pattern = store::containsPattern(text);
    where.add(QStringLiteral("(c.name LIKE ? ESCAPE '\\' OR c.common_name LIKE ? ESCAPE '\\' OR "
                             "c.sans LIKE ? ESCAPE '\\')"),
              {pattern, pattern, pattern});
    return {};
}

void addStatus(Conditions &where, CertificateStatus status, const QDateTime &now)
{
    switch (status) {
    case CertificateStatus::Issued:
        where.add(QStringLiteral("c.state = 'Issued' AND c.warn_at > ?"), {now});
        break;
    case CertificateStatus::AboutToExpire:
        where.add(QStringLiteral("c.state = 'Issued' AND c.warn_at <= ? AND c.not_after > ?"),
                  {now, now});
        break;
    case CertificateStatus::Expired:
        where.add(QStringLiteral("c.state = 'Issued' AND c.not_after <= ?"), {now});
        break;
    case CertificateStatus::Revoked:
        where.add(QStringLiteral("c.state = 'Revoked'"));
        break;
    }
}

Result<Conditions> conditions(Reader &reader, const CertificateFilter &filter, CertificateId issuer,
                              const QDateTime &now)
{
    Conditions where;
    where.add(filter.deleted ? QStringLiteral("c.deleted_at IS NOT NULL")
                             : QStringLiteral("c.deleted_at IS NULL"));
    if (issuer)
        where.add(QStringLiteral("c.issuer_id = ?"), {issuer.value()});
    if (filter.status)
        addStatus(where, *filter.status, now);
    if (filter.inForce)
        where.add(QStringLiteral("c.state = 'Issued' AND c.not_after > ?"), {now});
    if (!filter.type.isEmpty())
        where.add(QStringLiteral("c.type = ?"), {filter.type});
    if (!filter.source.isEmpty())
        where.add(QStringLiteral("c.source = ?"), {filter.source});
    if (!filter.brand.isEmpty())
        where.add(QStringLiteral("c.brand = ?"), {filter.brand});
    if (!filter.tag.isEmpty()) {
        const qsizetype colon = filter.tag.indexOf(u':');
        if (colon < 0)
            where.add(QStringLiteral("c.id IN (SELECT object_id FROM tag WHERE object_type = "
                                     "'certificate' AND key = ?)"),
                      {filter.tag});
        else
            where.add(QStringLiteral("c.id IN (SELECT object_id FROM tag WHERE object_type = "
                                     "'certificate' AND key = ? AND value = ?)"),
                      {filter.tag.left(colon), filter.tag.mid(colon + 1)});
    }
    if (filter.endsFrom || filter.endsBefore)
        where.add(QStringLiteral("c.state = 'Issued'"));
    if (filter.endsFrom)
        where.add(QStringLiteral("c.not_after >= ?"), {*filter.endsFrom});
    if (filter.endsBefore)
        where.add(QStringLiteral("c.not_after < ?"), {*filter.endsBefore});
    CAS_TRY_VOID(addSearch(reader, where, filter.search));
    return where;
}

const QString &columns()
{
    static const QString text = QStringLiteral(
        "c.id, c.name, c.common_name, c.subject, c.sans, c.source, c.type, c.brand, "
        "c.key_algorithm, c.serial, c.sha256, c.not_before, c.not_after, c.created_at, "
        "c.revoked_at, c.state, c.warn_at, c.revision, "
        "EXISTS (SELECT 1 FROM key_pair k WHERE k.spki_sha256 = c.spki_sha256), "
        "c.deleted_at");
    return text;
}

CertificateRow readRow(const Query &row, const QDateTime &now)
{
    CertificateRow out;
    out.id = row.id<CertificateId>(0);
    out.name = row.text(1);
    out.commonName = row.text(2);
    out.subject = row.text(3);
    out.sans = row.text(4);
    out.source = row.text(5);
    out.type = row.text(6);
    out.brand = row.text(7);
    out.keyAlgorithm = row.text(8);
    out.serial = row.blob(9);
    out.sha256 = row.blob(10);
    out.notBefore = row.time(11);
    out.notAfter = row.time(12);
    out.createdAt = row.time(13);
    out.revokedAt = row.time(14);
    if (row.text(15) == QStringLiteral("Revoked"))
        out.status = CertificateStatus::Revoked;
    else if (out.notAfter <= now)
        out.status = CertificateStatus::Expired;
    else if (row.time(16) <= now)
        out.status = CertificateStatus::AboutToExpire;
    out.revision = row.integer(17);
    out.hasKey = row.integer(18) != 0;
    out.deletedAt = row.time(19);
    return out;
}

Result<> addTags(Reader &reader, QList<CertificateRow> &rows)
{
    if (rows.isEmpty())
        return {};
    QStringList marks;
    Values ids;
    QHash<qint64, qsizetype> position;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        marks.append(QStringLiteral("?"));
        ids.append(rows.at(i).id.value());
        position.insert(rows.at(i).id.value(), i);
    }
    CAS_TRY(Query tags,
            reader.query(QStringLiteral("SELECT object_id, key, value FROM tag WHERE object_type = "
                                        "'certificate' AND object_id IN (%1) ORDER BY key")
                             .arg(marks.join(u',')),
                         ids));
    while (tags.next()) {
        if (auto tag = tags::Tag::create(tags.text(1), tags.text(2)))
            rows[position.value(tags.integer(0))].tags.append(*tag);
    }
    return tags.status();
}

Result<> addCursor(Conditions &where, const CertificateFilter &filter, const QString &after)
{
    const auto parts = QJsonDocument::fromJson(
                           QByteArray::fromBase64(after.toLatin1(), QByteArray::Base64UrlEncoding))
                           .array();
    bool idOk = false;
    const qint64 id = parts.at(2).toString().toLongLong(&idOk);
    if (!idOk || parts.at(0).toInt(-1) != static_cast<int>(filter.sort))
        return fail(ErrorCode::InputInvalid, QStringLiteral("after"), {after.left(80)});
    const QString compare =
        filter.order == Qt::AscendingOrder ? QStringLiteral(">") : QStringLiteral("<");
    const SortColumn column = columnOf(filter.sort);
    if (filter.sort == CertificateSort::Created) {
        where.add(QStringLiteral("c.id %1 ?").arg(compare), {id});
        return {};
    }
    const QString key = parts.at(1).toString();
    where.add(
        QStringLiteral("(%1, c.id) %2 (?, ?)").arg(QLatin1StringView(column.expression), compare),
        {column.isText ? QVariant(key) : QVariant(key.toLongLong()), id});
    return {};
}

} // namespace

Result<CertificatePage> page(Reader &reader, const CertificateFilter &filter, CertificateId issuer,
                             const store::PageRequest &request, const QDateTime &now)
{
    CAS_TRY(Conditions where, conditions(reader, filter, issuer, now));
    if (!request.after.isEmpty())
        CAS_TRY_VOID(addCursor(where, filter, request.after));
    const QString direction =
        filter.order == Qt::AscendingOrder ? QStringLiteral("ASC") : QStringLiteral("DESC");
    const QString column = QLatin1StringView(columnOf(filter.sort).expression);
    const QString order = filter.sort == CertificateSort::Created
                              ? QStringLiteral("c.id %1").arg(direction)
                              : QStringLiteral("%1 %2, c.id %2").arg(column, direction);
    Values values = where.values;
    values.append(request.limit + 1);
    values.append(request.offset);
    // The inner query walks a narrow index; only the rows of the page are looked up.
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT %1 FROM certificate c WHERE c.id IN (SELECT c.id "
                                        "FROM certificate c WHERE %2 ORDER BY %3 LIMIT ? OFFSET ?) "
                                        "ORDER BY %3")
                             .arg(columns(), where.text(), order),
                         values));
    CertificatePage page;
    while (rows.next()) {
        if (page.items.size() == request.limit) {
            page.next = cursorAfter(filter.sort, page.items.constLast());
            break;
        }
        page.items.append(readRow(rows, now));
    }
    CAS_TRY_VOID(rows.status());
    CAS_TRY_VOID(addTags(reader, page.items));
    return page;
}

Result<qint64> count(Reader &reader, const CertificateFilter &filter, CertificateId issuer,
                     const QDateTime &now)
{
    CAS_TRY(const Conditions where, conditions(reader, filter, issuer, now));
    CAS_TRY(Query row,
            reader.query(
                QStringLiteral("SELECT COUNT(*) FROM certificate c WHERE %1").arg(where.text()),
                where.values));
    row.next();
    CAS_TRY_VOID(row.status());
    return row.integer(0);
}

Result<QList<CertificateRow>> byIds(Reader &reader, const QList<CertificateId> &ids,
                                    const QDateTime &now)
{
    QList<CertificateRow> found;
    for (const CertificateId id : ids) {
        CAS_TRY(Query row,
                reader.query(
                    QStringLiteral("SELECT %1 FROM certificate c WHERE c.id = ?").arg(columns()),
                    {id.value()}));
        if (row.next())
            found.append(readRow(row, now));
        CAS_TRY_VOID(row.status());
    }
    CAS_TRY_VOID(addTags(reader, found));
    return found;
}

Result<QHash<CertificateStatus, qint64>> countByStatus(Reader &reader, const QDateTime &now)
{
    QHash<CertificateStatus, qint64> counts;
    for (const auto status : {CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                              CertificateStatus::Expired, CertificateStatus::Revoked}) {
        CertificateFilter filter;
        filter.status = status;
        CAS_TRY(const qint64 number, count(reader, filter, {}, now));
        counts.insert(status, number);
    }
    return counts;
}

Result<QList<qint64>> expiriesByWeek(Reader &reader, const QDateTime &from, int weeks)
{
    constexpr qint64 weekMs = 7LL * 86'400'000;
    QList<qint64> counts(weeks, 0);
    const qint64 start = from.toMSecsSinceEpoch();
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT (not_after - ?) / ?, COUNT(*) FROM certificate "
                                        "WHERE deleted_at IS NULL AND state = 'Issued' AND "
                                        "not_after >= ? AND not_after < ? GROUP BY 1"),
                         {start, weekMs, start, start + weeks * weekMs}));
    while (rows.next())
        counts[static_cast<qsizetype>(rows.integer(0))] = rows.integer(1);
    CAS_TRY_VOID(rows.status());
    return counts;
}

Result<QStringList> brands(Reader &reader)
{
    CAS_TRY(Query rows, reader.query(QStringLiteral(
                            "SELECT DISTINCT brand FROM certificate WHERE deleted_at IS "
                            "NULL ORDER BY brand COLLATE NOCASE LIMIT 200")));
    QStringList list;
    while (rows.next())
        list.append(rows.text(0));
    CAS_TRY_VOID(rows.status());
    return list;
}

} // namespace cas::certificates::certificate_list_store
