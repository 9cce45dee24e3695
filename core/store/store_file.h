// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/migrations.h"

#include <QMap>

#include <functional>

// The store as a file: looking at one without touching it, copying one.
namespace cas::store {

/// What a look at a file showed.
struct FileFacts
{
    int schemaVersion = 0;
    bool writable = false; // file and folder, by their permissions
    /// How to read it: ReadFile, or Immutable when its folder allows no journal files.
    Connection::Access readAccess = Connection::Access::ReadFile;
};

/// Looks at a store file without changing a byte of it.
/// @param newest the highest schema version we know
/// @errors StoreNotFound, NotAStore, StoreTooNew(args found, known), StoreDamaged, Io
Result<FileFacts> inspectFile(const QString &path, int newest);

/// How many rows each table has; virtual tables are left out, their content is in others.
using RowCounts = QMap<QString, qint64>;
Result<RowCounts> countRows(Connection &connection);

/// Copies a database, also one in use, as it was at one moment, into a file that stands alone
/// (no journal files).
/// @param scratch empty file to fill
/// @param progress pages done, pages in all; false cancels (Internal, detail `cancelled`)
/// @return the rows of the source at that moment
/// @errors Io, DiskFull, StoreBusy
Result<RowCounts> copyDatabase(const QString &source, Connection::Access access,
                               const QString &scratch,
                               const std::function<bool(qint64, qint64)> &progress = {});

/// Whether every page, index and reference of a database is sound (SQLite's integrity_check).
/// @errors StoreDamaged(args path; detail: the first finding)
Result<> checkPages(Connection &connection, const QString &path);

} // namespace cas::store
