// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_store.h"
#include "core/store/store_copy.h"
#include "core/store/store_file.h"

#include <QFileInfo>

namespace cas::store {

namespace {

constexpr int kMostFindings = 1000;

Result<> checkPages(Reader &reader, QList<Finding> &findings)
{
    auto rows = reader.query(QStringLiteral("PRAGMA integrity_check(%1)").arg(kMostFindings));
    Result<> status;
    if (rows) {
        while (rows->next())
            if (const QString what = rows->text(0); what != QStringLiteral("ok"))
                findings.append({{}, {}, what});
        status = rows->status();
    } else {
        status = rows.error();
    }
    // Too damaged to be checked is what the check has found.
    if (!status && status.error().code == ErrorCode::StoreDamaged) {
        findings.append({{}, {}, status.error().detail});
        return {};
    }
    return status;
}

Result<> checkReferences(Reader &reader, QList<Finding> &findings)
{
    CAS_TRY(Query rows, reader.query(QStringLiteral("PRAGMA foreign_key_check")));
    while (rows.next() && findings.size() < kMostFindings)
        findings.append(
            {rows.text(0), rows.isNull(1) ? QString() : QString::number(rows.integer(1)),
             QStringLiteral("refers to a row of %1 that is not there").arg(rows.text(2))});
    return rows.status();
}

Result<> checkMigrations(Reader &reader, QList<Finding> &findings)
{
    CAS_TRY(const auto known, compiledMigrations());
    CAS_TRY(Query rows, reader.query(QStringLiteral("SELECT number, sha256 FROM migration")));
    while (rows.next()) {
        const qint64 number = rows.integer(0);
        if (number < 1 || number > known.size() || known.at(number - 1).sha256() != rows.blob(1))
            findings.append({QStringLiteral("migration"), QString::number(number),
                             QStringLiteral("was made from another text than this program has")});
    }
    return rows.status();
}

} // namespace

SqliteStore::SqliteStore(StoreInfo info, Connection::Access readAccess, const Clock &clock)
    : m_info(std::move(info))
    , m_readAccess(readAccess)
    , m_clock(clock)
    , m_readers(std::make_shared<ReaderPool>(m_info.path, readAccess))
{
    if (!m_info.readOnly)
        m_writer =
            std::make_unique<Writer>(m_info.path, clock, m_mailbox.sender(),
                                     [this](const QStringList &topics) { emit changed(topics); });
}

SqliteStore::~SqliteStore()
{
    m_feed.reset();
    m_readers->close();
    if (m_hold)
        m_hold->release();
    m_writer.reset(); // last: the last connection to go empties the journal into the file
}

Result<> SqliteStore::start()
{
    if (m_writer) {
        CAS_TRY_VOID(m_writer->start());
        m_hold = std::make_unique<platform::FileHold>(m_info.path);
    }
    CAS_TRY_VOID(readMeta());
    if (m_readAccess != Connection::Access::Immutable) {
        m_feed =
            std::make_unique<ChangeFeed>(m_info.path, m_writer ? &m_writer->ownCommits() : nullptr,
                                         [this] { emit changed({}); });
        CAS_TRY_VOID(m_feed->start());
    }
    return {};
}

Result<> SqliteStore::readMeta()
{
    return readErased([this](Reader &reader) -> Result<> {
        CAS_TRY(Query row, reader.query(QStringLiteral("SELECT uuid, created_at FROM store_meta")));
        if (!row.next()) {
            CAS_TRY_VOID(row.status());
            return fail(ErrorCode::StoreDamaged, {}, {m_info.path});
        }
        m_info.storeUuid = row.text(0);
        m_info.createdAt = row.time(1);
        return {};
    });
}

StoreInfo SqliteStore::info() const
{
    StoreInfo info = m_info;
    info.fileBytes = QFileInfo(m_info.path).size();
    return info;
}

IdSource &SqliteStore::ids()
{
    return m_writer ? m_writer->ids() : m_readOnlyIds;
}

Result<> SqliteStore::writeErased(const std::function<Result<>(Transaction &)> &work)
{
    if (!m_writer)
        return fail(ErrorCode::StoreReadOnly, {}, {m_info.path});
    return m_writer->run(work);
}

Result<> SqliteStore::readErased(const std::function<Result<>(Reader &)> &work)
{
    return m_readers->run(work);
}

Result<CopyFacts> SqliteStore::backup(const QString &file, const CopySteps &steps)
{
    return backUp(m_info.path, m_readAccess, file, m_clock, steps);
}

Result<QList<Finding>> SqliteStore::integrityCheck()
{
    QList<Finding> findings;
    CAS_TRY_VOID(readErased([&findings](Reader &reader) -> Result<> {
        CAS_TRY_VOID(checkPages(reader, findings));
        if (!findings.isEmpty())
            return {}; // what stands on damaged pages says nothing more
        CAS_TRY_VOID(checkReferences(reader, findings));
        return checkMigrations(reader, findings);
    }));
    return findings;
}

} // namespace cas::store
