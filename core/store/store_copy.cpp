// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_copy.h"
#include "core/store/readers.h"
#include "core/store/schema_check.h"
#include "core/store/scratch_file.h"
#include "core/store/store_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

namespace cas::store {

namespace {

constexpr int kInstructionsPerLook = 200'000; // of SQLite's machine: a few milliseconds
constexpr qint64 kHashChunk = 4LL * 1024 * 1024;

/// Copying, looking and reading back cost about as much each.
class Progress
{
public:
    explicit Progress(const CopySteps &steps)
        : m_steps(steps)
    { }
    bool copied(qint64 pages, qint64 all)
    {
        m_pages = all;
        return tell(pages);
    }
    bool looking() { return tell(m_pages); }
    bool readBack(double part) { return tell(m_pages * 2 + qint64(double(m_pages) * part)); }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }

private:
    bool tell(qint64 done)
    {
        if (m_steps.progress && !m_steps.progress(done, m_pages * 3))
            m_cancelled = true;
        return !m_cancelled;
    }
    const CopySteps &m_steps;
    qint64 m_pages = 0;
    bool m_cancelled = false;
};

Error cancelledError()
{
    return fail(ErrorCode::Internal, {}, {}, QStringLiteral("cancelled"));
}

QString rfc3339(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// The newest note in a copy, with the row it stands in; 0: none.
struct RestoreNote
{
    qint64 id = 0;
    QJsonObject payload;
};

Result<RestoreNote> noteOf(Connection &copy)
{
    CAS_TRY(Query row, copy.query(QStringLiteral("SELECT id, payload FROM outbox WHERE topic = ? "
                                                 "ORDER BY id DESC LIMIT 1"),
                                  {kRestoredTopic}));
    RestoreNote note;
    if (row.next())
        note = {row.integer(0), QJsonDocument::fromJson(row.blob(1)).object()};
    CAS_TRY_VOID(row.status());
    return note;
}

Result<> putNote(Connection &copy, const QJsonObject &payload, const QDateTime &at)
{
    CAS_TRY_VOID(copy.exec(
        QStringLiteral("INSERT INTO outbox (id, topic, subject, payload, attempts, not_before, "
                       "last_error, created_at) VALUES (?, ?, ?, ?, 0, ?, '', ?)"),
        {IdSource().next(), kRestoredTopic, payload.value(QStringLiteral("taken_at")).toString(),
         QJsonDocument(payload).toJson(QJsonDocument::Compact), at, at}));
    return {};
}

Result<> checkCounts(const RowCounts &wanted, const RowCounts &found)
{
    for (auto table = wanted.cbegin(); table != wanted.cend(); ++table) {
        if (found.value(table.key(), -1) != table.value())
            return fail(ErrorCode::BackupUnproved, {}, {},
                        QStringLiteral("%1 has %2 rows instead of %3")
                            .arg(table.key())
                            .arg(found.value(table.key(), -1))
                            .arg(table.value()));
    }
    return {};
}

Result<> checkCopyReferences(Connection &copy, const QString &path)
{
    CAS_TRY(Query rows, copy.query(QStringLiteral("PRAGMA foreign_key_check")));
    if (rows.next())
        return fail(ErrorCode::StoreDamaged, {}, {path},
                    QStringLiteral("a row of %1 refers to one of %2 that is not there")
                        .arg(rows.text(0), rows.text(2)));
    return rows.status();
}

/// Everything that can be said of a copy without a key. @param named what an error names
Result<> checkCopy(const QString &scratch, const QString &named, const RowCounts &wanted,
                   Progress &progress)
{
    CAS_TRY(const auto migrations, compiledMigrations());
    CAS_TRY(auto copy, Connection::open(scratch, Connection::Access::Immutable));
    sqlite3_progress_handler(
        copy->handle(), kInstructionsPerLook,
        [](void *told) { return static_cast<Progress *>(told)->looking() ? 0 : 1; }, &progress);
    const auto look = [&]() -> Result<> {
        CAS_TRY_VOID(checkPages(*copy, named));
        CAS_TRY_VOID(checkCopyReferences(*copy, named));
        CAS_TRY(const RowCounts found, countRows(*copy));
        CAS_TRY_VOID(checkCounts(wanted, found));
        auto shape = checkSchema(*copy, migrations, static_cast<int>(migrations.size()));
        if (!shape)
            shape.error().args = QStringList{named};
        return shape;
    };
    const Result<> looked = look();
    sqlite3_progress_handler(copy->handle(), 0, nullptr, nullptr);
    return progress.cancelled() ? Result<>(cancelledError()) : looked;
}

/// Looks at it as a stranger would, then reads it back whole.
Result<CopyFacts> describe(const QString &scratch, const CopySteps &steps, Progress &progress)
{
    CopyFacts facts;
    CAS_TRY_VOID(Store::readFile(scratch, [&](Reader &reader) -> Result<> {
        CAS_TRY(Query row, reader.query(QStringLiteral("SELECT uuid FROM store_meta")));
        if (row.next())
            facts.storeUuid = row.text(0);
        CAS_TRY_VOID(row.status());
        return steps.prove ? steps.prove(reader) : Result<>();
    }));
    QFile file(scratch);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, {}, {scratch}, file.errorString());
    facts.bytes = file.size();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 done = 0;
    while (done < facts.bytes) {
        const QByteArray chunk = file.read(kHashChunk);
        if (chunk.isEmpty())
            return fail(ErrorCode::Io, {}, {scratch}, QStringLiteral("read back"));
        hash.addData(chunk);
        done += chunk.size();
        if (!progress.readBack(double(done) / double(facts.bytes)))
            return cancelledError();
    }
    facts.sha256 = hash.result();
    return facts;
}

qint64 sumOf(const RowCounts &counts)
{
    qint64 sum = 0;
    for (const qint64 rows : counts)
        sum += rows;
    return sum;
}

/// What a disk that is full in the middle of a copy is called depends on who noticed.
Error namedError(Error error, const QString &file)
{
    if (error.args.isEmpty() && (error.code == ErrorCode::DiskFull || error.code == ErrorCode::Io))
        error.args = QStringList{file};
    return error;
}

Result<CopyFacts> backUpNow(const QString &source, Connection::Access access, const QString &file,
                            const Clock &clock, const CopySteps &steps)
{
    const auto what =
        steps.replace ? ScratchFile::WhenThere::Replace : ScratchFile::WhenThere::Refuse;
    CAS_TRY_VOID(checkFree(file, ErrorCode::FileExists, what));
    CAS_TRY(ScratchFile scratch, ScratchFile::beside(file));
    Progress progress(steps);
    const QDateTime takenAt = clock.now();
    CAS_TRY(RowCounts counts,
            copyDatabase(source, access, scratch.path(),
                         [&](qint64 pages, qint64 all) { return progress.copied(pages, all); }));
    {
        CAS_TRY(auto copy, Connection::open(scratch.path(), Connection::Access::Write));
        CAS_TRY_VOID(copy->script("PRAGMA journal_mode=DELETE"));
        CAS_TRY_VOID(putNote(*copy, {{QStringLiteral("taken_at"), rfc3339(takenAt)}}, takenAt));
    }
    const qint64 rows = sumOf(counts);
    ++counts[QStringLiteral("outbox")];
    CAS_TRY_VOID(checkCopy(scratch.path(), source, counts, progress));
    CAS_TRY(CopyFacts facts, describe(scratch.path(), steps, progress));
    CAS_TRY_VOID(scratch.keepAs(file, ErrorCode::FileExists, what));
    facts.file = QFileInfo(file).absoluteFilePath();
    facts.takenAt = takenAt;
    facts.rows = rows;
    return facts;
}

} // namespace

bool wasCancelled(const Error &error)
{
    return error.code == ErrorCode::Internal && error.detail == QStringLiteral("cancelled");
}

Result<CopyFacts> backUp(const QString &source, Connection::Access access, const QString &file,
                         const Clock &clock, const CopySteps &steps)
{
    auto made = backUpNow(source, access, file, clock, steps);
    if (!made)
        return namedError(made.error(), file);
    return made;
}

Result<CopyFacts> Store::restore(const QString &backupFile, const StoreUrl &target,
                                 const CopySteps &steps)
{
    CAS_TRY_VOID(checkFree(target.path, ErrorCode::StoreExists));
    CAS_TRY(const auto migrations, compiledMigrations());
    const int newest = static_cast<int>(migrations.size());
    CAS_TRY(const FileFacts found, inspectFile(backupFile, newest));
    CAS_TRY(ScratchFile scratch, ScratchFile::beside(target.path));
    Progress progress(steps);
    CAS_TRY(RowCounts counts,
            copyDatabase(backupFile, found.readAccess, scratch.path(),
                         [&](qint64 pages, qint64 all) { return progress.copied(pages, all); }));
    const SystemClock clock;
    QDateTime takenAt;
    {
        CAS_TRY(auto copy, Connection::open(scratch.path(), Connection::Access::Write));
        CAS_TRY_VOID(copy->script("PRAGMA journal_mode=DELETE"));
        // An older backup is brought to our schema here: the backup itself is the copy before.
        if (found.schemaVersion < newest) {
            CAS_TRY_VOID(checkPages(*copy, backupFile));
            CAS_TRY_VOID(migrate(*copy, migrations, clock));
        }
        CAS_TRY(RestoreNote note, noteOf(*copy));
        takenAt = QDateTime::fromString(note.payload.value(QStringLiteral("taken_at")).toString(),
                                        Qt::ISODate);
        if (!takenAt.isValid()) { // a copy that was made by other means
            takenAt = QFileInfo(backupFile).lastModified().toUTC();
            note.payload.insert(QStringLiteral("taken_at"), rfc3339(takenAt));
        }
        note.payload.insert(QStringLiteral("file"), QFileInfo(backupFile).fileName());
        note.payload.insert(QStringLiteral("restored_at"), rfc3339(clock.now()));
        CAS_TRY_VOID(copy->exec(QStringLiteral("DELETE FROM outbox WHERE id = ?"), {note.id}));
        CAS_TRY_VOID(putNote(*copy, note.payload, clock.now()));
        CAS_TRY(counts, countRows(*copy));
    }
    CAS_TRY_VOID(checkCopy(scratch.path(), backupFile, counts, progress));
    CAS_TRY(CopyFacts facts, describe(scratch.path(), steps, progress));
    if (steps.keep)
        CAS_TRY_VOID(scratch.keepAs(target.path, ErrorCode::StoreExists));
    facts.file = target.path;
    facts.takenAt = takenAt;
    facts.rows = sumOf(counts);
    return facts;
}

Result<> Store::readFile(const QString &path, const std::function<Result<>(Reader &)> &work)
{
    CAS_TRY(const auto migrations, compiledMigrations());
    CAS_TRY_VOID(inspectFile(path, static_cast<int>(migrations.size())));
    const auto readers = std::make_shared<ReaderPool>(path, Connection::Access::Immutable);
    Result<> read = readers->run(work);
    readers->close();
    return read;
}

} // namespace cas::store
