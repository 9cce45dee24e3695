// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_store.h"
#include "core/store/like.h"
#include "core/store/sealed_table.h"

#include <QJsonDocument>

namespace cas::audit {

AuditRow::AuditRow(AuditEvent event)
    : m_event(std::move(event))
    , m_parametersText(
          QString::fromUtf8(QJsonDocument(m_event.parameters).toJson(QJsonDocument::Compact)))
{ }

void AuditRow::note(const QString &key, const QString &value)
{
    AuditEvent event = std::move(m_event);
    event.parameters.insert(key, value);
    *this = AuditRow(std::move(event));
}

QString cursorAfter(const AuditEvent &event)
{
    return QStringLiteral("%1.%2").arg(event.at.toMSecsSinceEpoch()).arg(event.id.value());
}

namespace audit_store {

using store::Finding;
using store::Query;
using store::Reader;
using store::SealedTable;
using store::Transaction;
using store::Values;

namespace {

const SealedTable &auditTable()
{
    static const SealedTable table{"audit",
                                   {"account_id", "writer_id", "sequence", "at", "operator", "host",
                                    "event_name", "access", "object_type", "object_id", "result",
                                    "error_code", "parameters", "previous"},
                                   "id",
                                   {},
                                   AuditTag::prefix};
    return table;
}

const SealedTable &headTable()
{
    static const SealedTable table{"audit_head", {"sequence", "last_seal"}, "id", "revision", {}};
    return table;
}

struct Where
{
    QString text;
    Values values;
    void add(const QString &condition, const QVariant &value)
    {
        text += (text.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) + condition;
        values.append(value);
    }
};

Where whereOf(const AuditFilter &filter)
{
    Where where;
    if (filter.since)
        where.add(QStringLiteral("at >= ?"), *filter.since);
    if (filter.until)
        where.add(QStringLiteral("at <= ?"), *filter.until);
    if (!filter.operatorName.isEmpty())
        where.add(QStringLiteral("operator = ?"), filter.operatorName);
    if (!filter.eventName.isEmpty())
        where.add(QStringLiteral("event_name = ?"), filter.eventName);
    if (!filter.objectId.isEmpty())
        where.add(QStringLiteral("object_id = ?"), filter.objectId);
    if (filter.ok)
        where.add(QStringLiteral("result = ?"),
                  *filter.ok ? QStringLiteral("ok") : QStringLiteral("refused"));
    if (!filter.text.isEmpty()) {
        where.add(QStringLiteral("(event_name || ' ' || operator || ' ' || object_id || ' ' ||"
                                 " parameters) LIKE ? ESCAPE '\\'"),
                  store::containsPattern(filter.text));
    }
    return where;
}

} // namespace

namespace {

/// Where a writer's segment ends.
struct Head
{
    qint64 sequence = 0;
    QByteArray lastSeal = QByteArray("");
    qint64 revision = 0; // 0: the segment begins
};

Result<Head> readHead(Transaction &tx, const RowSealer &sealer)
{
    const qint64 writer = tx.writerId();
    Head head;
    {
        CAS_TRY(Query row,
                tx.query(QStringLiteral(
                             "SELECT sequence, last_seal, revision FROM audit_head WHERE id = ?"),
                         {writer}));
        if (row.next())
            head = {row.integer(0), row.blob(1), row.integer(2)};
        CAS_TRY_VOID(row.status());
    }
    // To go on from a head that was changed outside would make good what was cut off before it.
    if (head.revision > 0)
        CAS_TRY_VOID(store::verifyRow(tx, sealer, headTable(), writer));
    return head;
}

Result<> writeHead(Transaction &tx, const RowSealer &sealer, const Head &head)
{
    const qint64 revision = head.revision + 1;
    CAS_TRY(const QByteArray seal, store::sealOf(sealer, headTable(), tx.writerId(), revision,
                                                 {head.sequence, head.lastSeal}));
    CAS_TRY_VOID(
        tx.exec(head.revision == 0
                    ? QStringLiteral("INSERT INTO audit_head (sequence, last_seal, revision, seal, "
                                     "id) VALUES (?,?,?,?,?)")
                    : QStringLiteral("UPDATE audit_head SET sequence = ?, last_seal = ?, "
                                     "revision = ?, seal = ? WHERE id = ?"),
                {head.sequence, head.lastSeal, revision, seal, tx.writerId()}));
    return {};
}

QString textOrEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

Result<> append(Transaction &tx, const RowSealer &sealer, AccountId account,
                const QList<AuditRow> &rows)
{
    if (rows.isEmpty())
        return {};
    CAS_TRY(Head head, readHead(tx, sealer));
    const qint64 at = tx.now().toMSecsSinceEpoch();
    for (const AuditRow &row : rows) {
        const AuditEvent &event = row.event();
        const auto id = tx.newId<AuditId>();
        const Values sealed{account.value(),
                            tx.writerId(),
                            ++head.sequence,
                            at,
                            event.operatorName,
                            event.host,
                            event.eventName,
                            QStringLiteral("write"),
                            textOrEmpty(event.objectType),
                            textOrEmpty(event.objectId),
                            event.ok ? QStringLiteral("ok") : QStringLiteral("refused"),
                            textOrEmpty(event.errorCode),
                            row.parametersText(),
                            head.lastSeal};
        CAS_TRY(head.lastSeal, store::sealOf(sealer, auditTable(), id.value(), 0, sealed));
        Values values{id.value()};
        values += sealed;
        values.append(head.lastSeal);
        CAS_TRY_VOID(tx.exec(
            QStringLiteral("INSERT INTO audit (id, account_id, writer_id, sequence, at, operator, "
                           "host, event_name, access, object_type, object_id, result, error_code, "
                           "parameters, previous, seal) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
            values));
    }
    CAS_TRY_VOID(writeHead(tx, sealer, head));
    tx.touch(QStringLiteral("audit"));
    return {};
}

Result<AuditPage> page(Reader &reader, const AuditFilter &filter, const store::PageRequest &request)
{
    Where where = whereOf(filter);
    if (!request.after.isEmpty()) {
        const auto parts = request.after.split(u'.');
        bool okAt = false;
        bool okId = false;
        const qint64 at = parts.value(0).toLongLong(&okAt);
        const qint64 id = parts.value(1).toLongLong(&okId);
        if (parts.size() != 2 || !okAt || !okId)
            return fail(ErrorCode::InputInvalid, QStringLiteral("after"), {request.after.left(80)});
        where.add(QStringLiteral("(at, id) < (?, ?)"), at);
        where.values.append(id);
    }
    where.values.append(request.limit + 1);
    where.values.append(request.offset);
    CAS_TRY(Query rows,
            reader.query(QStringLiteral("SELECT id, at, operator, host, event_name, object_type, "
                                        "object_id, result, error_code, parameters FROM audit%1 "
                                        "ORDER BY at DESC, id DESC LIMIT ? OFFSET ?")
                             .arg(where.text),
                         where.values));
    AuditPage page;
    while (rows.next()) {
        if (page.items.size() == request.limit) {
            page.next = cursorAfter(page.items.constLast());
            break;
        }
        page.items.append({rows.id<AuditId>(0), rows.time(1), rows.text(2), rows.text(3),
                           rows.text(4), rows.text(5), rows.text(6),
                           rows.text(7) == QStringLiteral("ok"), rows.text(8),
                           QJsonDocument::fromJson(rows.text(9).toUtf8()).object()});
    }
    CAS_TRY_VOID(rows.status());
    return page;
}

Result<qint64> count(Reader &reader, const AuditFilter &filter)
{
    const Where where = whereOf(filter);
    CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT COUNT(*) FROM audit%1").arg(where.text),
                                     where.values));
    rows.next();
    CAS_TRY_VOID(rows.status());
    return rows.integer(0);
}

Result<AuditChoices> choices(Reader &reader)
{
    AuditChoices choices;
    const auto collect = [&](const QString &sql, QStringList &into) -> Result<> {
        CAS_TRY(Query rows, reader.query(sql));
        while (rows.next()) {
            if (!rows.text(0).isEmpty())
                into.append(rows.text(0));
        }
        return rows.status();
    };
    // From one name to the next along the index instead of through every event.
    CAS_TRY_VOID(
        collect(QStringLiteral("WITH RECURSIVE names(n) AS (SELECT MIN(event_name) FROM audit "
                               "UNION ALL SELECT (SELECT MIN(event_name) FROM audit WHERE "
                               "event_name > n) FROM names WHERE n IS NOT NULL) "
                               "SELECT n FROM names WHERE n IS NOT NULL LIMIT 500"),
                choices.eventNames));
    // Operators have no index: the newest events name everybody who still works here.
    CAS_TRY_VOID(collect(QStringLiteral("SELECT DISTINCT operator FROM (SELECT operator FROM audit "
                                        "ORDER BY at DESC, id DESC LIMIT 20000) "
                                        "ORDER BY operator LIMIT 200"),
                         choices.operators));
    return choices;
}

Result<> verify(Reader &reader, const RowSealer &sealer, QList<Finding> &findings)
{
    CAS_TRY_VOID(store::verifyTable(reader, sealer, auditTable(), findings));
    CAS_TRY_VOID(store::verifyTable(reader, sealer, headTable(), findings));

    // The chain: within a segment every row names the seal of the one before, none is missing, and
    // the last one is the one the head names.
    CAS_TRY(Query rows, reader.query(QStringLiteral(
                            "SELECT a.id, a.writer_id, a.sequence, a.previous, a.seal, h.sequence, "
                            "h.last_seal FROM audit a LEFT JOIN audit_head h ON h.id = a.writer_id "
                            "ORDER BY a.writer_id, a.sequence")));
    const auto report = [&](qint64 id, const QString &what) {
        findings.append({QStringLiteral("audit"), AuditId(id).toString(), what});
    };
    qint64 writer = -1;
    qint64 lastId = 0;
    qint64 sequence = 0;
    qint64 headSequence = 0;
    QByteArray seal;
    QByteArray headSeal;
    const auto endSegment = [&] {
        if (writer >= 0 && (sequence != headSequence || seal != headSeal))
            report(lastId, QStringLiteral("events after this one are missing"));
    };
    while (rows.next()) {
        if (rows.integer(1) != writer) {
            endSegment();
            writer = rows.integer(1);
            sequence = 0;
            seal = QByteArray("");
        }
        if (rows.integer(2) != sequence + 1)
            report(rows.integer(0), QStringLiteral("events before this one are missing"));
        else if (rows.blob(3) != seal)
            report(rows.integer(0), QStringLiteral("does not follow the event before"));
        lastId = rows.integer(0);
        sequence = rows.integer(2);
        seal = rows.blob(4);
        headSequence = rows.integer(5);
        headSeal = rows.blob(6);
    }
    CAS_TRY_VOID(rows.status());
    endSegment();

    CAS_TRY(Query orphans, reader.query(QStringLiteral("SELECT id FROM audit_head WHERE id NOT IN "
                                                       "(SELECT writer_id FROM audit)")));
    while (orphans.next())
        findings.append({QStringLiteral("audit_head"), QString::number(orphans.integer(0)),
                         QStringLiteral("all events of this writer are missing")});
    CAS_TRY_VOID(orphans.status());

    // A log whose first segment is gone, heads and all, still began with this.
    CAS_TRY(Query first, reader.query(QStringLiteral(
                             "SELECT id FROM account WHERE NOT EXISTS (SELECT 1 FROM audit WHERE "
                             "event_name = 'CreateStore') ORDER BY id LIMIT 1")));
    if (first.next())
        findings.append({QStringLiteral("audit"), first.id<AccountId>(0).toString(),
                         QStringLiteral("the events since the store was made are missing")});
    return first.status();
}

} // namespace audit_store
} // namespace cas::audit
