// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tags/tag_store.h"

#include <algorithm>

namespace cas::tags::tag_store {

Result<QList<Tag>> ofObject(store::Reader &reader, const QString &objectType, qint64 objectId)
{
    CAS_TRY(store::Query rows,
            reader.query(QStringLiteral("SELECT key, value FROM tag WHERE object_type = ? AND "
                                        "object_id = ? ORDER BY key"),
                         {objectType, objectId}));
    QList<Tag> tags;
    while (rows.next()) {
        if (auto tag = Tag::create(rows.text(0), rows.text(1)))
            tags.append(*tag);
    }
    CAS_TRY_VOID(rows.status());
    return tags;
}

Result<QHash<qint64, QList<Tag>>> ofAll(store::Reader &reader, const QString &objectType)
{
    CAS_TRY(store::Query rows,
            reader.query(QStringLiteral("SELECT object_id, key, value FROM tag WHERE object_type = "
                                        "? ORDER BY object_id, key"),
                         {objectType}));
    QHash<qint64, QList<Tag>> all;
    while (rows.next()) {
        if (auto tag = Tag::create(rows.text(1), rows.text(2)))
            all[rows.integer(0)].append(*tag);
    }
    CAS_TRY_VOID(rows.status());
    return all;
}

Result<QStringList> inUse(store::Reader &reader, const QString &objectType)
{
    CAS_TRY(store::Query rows,
            reader.query(QStringLiteral("SELECT DISTINCT key, value FROM tag WHERE object_type = ? "
                                        "ORDER BY key, value LIMIT 500"),
                         {objectType}));
    QStringList tags;
    while (rows.next()) {
        const QString value = rows.text(1);
        tags.append(value.isEmpty() ? rows.text(0) : rows.text(0) + u':' + value);
    }
    CAS_TRY_VOID(rows.status());
    return tags;
}

Result<> replaceAll(store::Transaction &tx, const QString &objectType, qint64 objectId,
                    const QList<Tag> &tags, const KnownTags &known)
{
    if (known) {
        CAS_TRY(const QList<Tag> present, ofObject(tx, objectType, objectId));
        if (!std::is_permutation(present.begin(), present.end(), known->begin(), known->end()))
            return fail(ErrorCode::StaleRevision);
    }
    if (tags.size() > kMaxTags)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("tag"),
                    {QStringLiteral("0"), QString::number(kMaxTags)});
    CAS_TRY_VOID(tx.exec(QStringLiteral("DELETE FROM tag WHERE object_type = ? AND object_id = ?"),
                         {objectType, objectId}));
    for (const Tag &tag : tags) {
        // A key typed twice: the later value wins, as in the cloud's TagResources.
        CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO tag (object_type, object_id, key, value) "
                                            "VALUES (?,?,?,?) ON CONFLICT (object_type, object_id, "
                                            "key) DO UPDATE SET value = excluded.value"),
                             {objectType, objectId, tag.key(),
                              tag.value().isNull() ? QStringLiteral("") : tag.value()}));
    }
    tx.touch(QStringLiteral("tag"));
    return {};
}

} // namespace cas::tags::tag_store
