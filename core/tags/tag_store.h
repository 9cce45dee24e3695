// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/tags/tag.h"

#include <QHash>

/// SQL of the table tag.
namespace cas::tags::tag_store {

Result<QList<Tag>> ofObject(store::Reader &reader, const QString &objectType, qint64 objectId);
/// The tags of every object of a type that has some; for types of which there are tens.
Result<QHash<qint64, QList<Tag>>> ofAll(store::Reader &reader, const QString &objectType);
/// Every key:value in use for a type, sorted, at most 500: what a filter offers.
Result<QStringList> inUse(store::Reader &reader, const QString &objectType);
/// @param known the tags as the person saw them, in any order; null: whatever is there now
/// @errors InputOutOfRange(field `tag`, arg limit): more than 20; StaleRevision: not `known` any
/// more
Result<> replaceAll(store::Transaction &tx, const QString &objectType, qint64 objectId,
                    const QList<Tag> &tags, const KnownTags &known);

} // namespace cas::tags::tag_store
