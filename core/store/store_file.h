// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/migrations.h"

#include <functional>

// The store as a file: looking at one without touching it, making one, copying one.
namespace cas::store {

/// A file that stays only if keep() is called: removed, with SQLite's companions, otherwise.
class ScratchFile
{
public:
    /// Makes it beside `target`, empty, 0600, under a name nobody has.
    /// @errors Io, DiskFull
    static Result<ScratchFile> beside(const QString &target);
    ScratchFile(ScratchFile &&other) noexcept;
    ScratchFile &operator=(ScratchFile &&) = delete;
    ~ScratchFile();
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Renames it to `target`, durably. @errors `whenThere`: something has that name; Io
    Result<> keepAs(const QString &target, ErrorCode whenThere);

private:
    explicit ScratchFile(QString path)
        : m_path(std::move(path))
    { }
    QString m_path;
};

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

/// Copies a database, also one in use, as it was at one moment, into a file that stands alone
/// (no journal files), and checks the copy.
/// @param scratch empty file to fill
/// @param progress pages done, pages in all; false cancels (Internal, detail `cancelled`)
/// @errors Io, DiskFull, StoreDamaged, StoreBusy
Result<> copyDatabase(const QString &source, Connection::Access access, const QString &scratch,
                      const std::function<bool(qint64, qint64)> &progress = {});

} // namespace cas::store
