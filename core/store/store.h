// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/query.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace cas::store {

/// Where a store is. `sqlite:PATH` or a bare path; `postgresql://...` is understood and refused
/// with NotInThisVersion until that driver is built.
struct StoreUrl
{
    QString path; // absolute
    /// @errors InputInvalid(field `store`), NotInThisVersion
    static Result<StoreUrl> parse(const QString &text);
};

enum class OpenMode { ReadWrite, ReadOnly };

/// What a store says of itself before anything is unlocked.
struct StoreInfo
{
    QString path;
    QString storeUuid;
    int schemaVersion = 0;
    QDateTime createdAt;
    bool readOnly = false; // opened so, or the file or folder cannot be written
    qint64 fileBytes = 0;
};

/// Something wrong that a check found.
struct Finding
{
    QString table;
    QString id; // printed id, or the rowid in digits
    QString what; // English, one line
};

/// What a copy of a store turned out to be.
struct CopyFacts
{
    QString file; // absolute
    QString storeUuid;
    QDateTime takenAt; // UTC: the store was so at this moment
    qint64 bytes = 0;
    qint64 rows = 0; // of all tables
    QByteArray sha256; // of the file, 32 bytes
};

/// Told how far a copy is, in pages: done, in all. False cancels: nothing is left behind, and the
/// error is one of which wasCancelled() is true.
using CopyProgress = std::function<bool(qint64, qint64)>;
bool wasCancelled(const Error &error);

/// What happens while a copy is made.
struct CopySteps
{
    CopyProgress progress = {};
    /// Looks at the finished copy before it gets its name; an error of it fails the copy.
    std::function<Result<>(Reader &)> prove = {};
    bool replace = false; // a file of that name; restoring never does
    bool keep = true; // false: only to see whether it would go; nothing is left
};

/// The outbox topic of the note that a backup carries: the first program that unlocks a store which
/// came out of a backup writes into its log that it did. Payload: {"taken_at", and where restore()
/// made it "file", "restored_at"}, times RFC 3339 in UTC.
inline const QString kRestoredTopic = QStringLiteral("store.restored");

/// The database of one store: one writer thread with the only write connection, one cached read
/// connection per reading thread, and a feed that tells of changes by anybody.
///
/// SQLite: WAL, synchronous=FULL, foreign_keys=ON, busy time-out 5 s. Files are made 0600.
/// @thread any, except where said
class Store : public QObject
{
    Q_OBJECT
public:
    /// Makes a new file and runs all migrations. Nothing is left behind when it fails.
    /// @errors StoreExists, Io, DiskFull
    static Result<std::unique_ptr<Store>> create(const StoreUrl &url, const Clock &clock);
    /// The slow part of create(): the file alone. Waits for the disk several times.
    static Result<> makeFile(const StoreUrl &url, const Clock &clock);
    /// The slow part of open(), for a window to run first as a Job: migrates an older file. One
    /// that is new enough is only looked at.
    static Result<> upgrade(const StoreUrl &url, OpenMode mode, const Clock &clock);
    /// Opens and migrates (after a copy of the file beside it, `NAME.before-N`).
    /// Falls back to read-only when the file cannot be written. The calling thread is the store's
    /// home: its signals come there.
    /// @errors StoreNotFound, NotAStore, StoreTooNew (file left untouched), StoreDamaged, StoreBusy
    static Result<std::unique_ptr<Store>> open(const StoreUrl &url, OpenMode mode,
                                               const Clock &clock);
    ~Store() override;

    [[nodiscard]] virtual StoreInfo info() const = 0;
    [[nodiscard]] virtual IdSource &ids() = 0;

    /// Runs `work` in a transaction on the writer thread and waits for the commit (full
    /// durability). Writes that wait together share one commit; each is its own savepoint, so one
    /// that fails takes nothing with it. Keep it short: no cryptography, no file, no network inside
    /// (prepare before, seal inside).
    /// Must not be called from inside another write. Not in a window's thread: it blocks.
    /// @errors what `work` returned; StoreReadOnly, StoreBusy, DiskFull, StoreDamaged
    template <class T>
    Result<T> write(std::function<Result<T>(Transaction &)> work)
    {
        std::optional<Result<T>> result;
        Result<> committed = writeErased([&](Transaction &tx) -> Result<> {
            result.emplace(work(tx));
            if (!*result)
                return result->error();
            return {};
        });
        if (!committed)
            return std::move(committed.error());
        return std::move(*result);
    }

    /// Runs `work` on this thread's read connection inside one snapshot.
    template <class T>
    Result<T> read(std::function<Result<T>(Reader &)> work)
    {
        std::optional<Result<T>> result;
        Result<> ran = readErased([&](Reader &reader) -> Result<> {
            result.emplace(work(reader));
            return {};
        });
        if (!ran)
            return std::move(ran.error());
        return std::move(*result);
    }

    /// Copies the whole store while it is in use and others write it (SQLite's online backup out of
    /// one snapshot) into a temporary file, proves the copy (pages, references, schema, as many
    /// rows in each table as the store had, `steps.prove`), and renames it to `file`: what has that
    /// name is whole.
    /// @errors FileExists(args what is there, a journal of a former database too),
    /// FileNotFound(args
    ///         folder), Io, DiskFull, StoreDamaged, BackupUnproved(detail)
    virtual Result<CopyFacts> backup(const QString &file, const CopySteps &steps = {}) = 0;
    /// Puts a backup at `target` after checking it, at our schema; the backup stays as it is. Never
    /// overwrites.
    /// @errors StoreExists, StoreNotFound, NotAStore, StoreDamaged, StoreTooNew, FileNotFound, Io,
    ///         DiskFull
    static Result<CopyFacts> restore(const QString &backupFile, const StoreUrl &target,
                                     const CopySteps &steps = {});
    /// Reads a store file that nobody writes, such as a backup: no lock, no journal, no trace.
    /// @errors those of `work`; NotAStore, StoreTooNew, StoreDamaged, Io
    static Result<> readFile(const QString &path, const std::function<Result<>(Reader &)> &work);

    /// The database's own check (pages, indexes, foreign keys); seals are the services' to verify.
    virtual Result<QList<Finding>> integrityCheck() = 0;

signals:
    /// Rows changed, by this process or another; `topics` are table names, empty when only
    /// "something" is known (another process). Emitted in the thread that made the store, within a
    /// second.
    void changed(const QStringList &topics);

protected:
    explicit Store(QObject *parent = nullptr);
    virtual Result<> writeErased(const std::function<Result<>(Transaction &)> &work) = 0;
    virtual Result<> readErased(const std::function<Result<>(Reader &)> &work) = 0;
};

/// One page of a list, by keyset: `after` is opaque text from the page before.
struct PageRequest
{
    qint64 limit = 100; // 1..10,000
    QString after; // empty: from the start
    qint64 offset = 0; // a jump instead of `after`; rows to skip
};

} // namespace cas::store
