// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_feed.h"
#include "core/store/platform/file_hold.h"
#include "core/store/readers.h"
#include "core/store/store.h"
#include "core/store/writer.h"

namespace cas::store {

/// The embedded store. Made by Store::create and Store::open.
class SqliteStore final : public Store
{
public:
    /// @param writes false: no writer thread, every write is refused
    SqliteStore(StoreInfo info, Connection::Access readAccess, const Clock &clock);
    ~SqliteStore() override;

    /// Starts the writer and the change feed. @errors those of the database
    Result<> start();

    [[nodiscard]] StoreInfo info() const override;
    [[nodiscard]] IdSource &ids() override;
    Result<CopyFacts> backup(const QString &file, const CopySteps &steps) override;
    Result<QList<Finding>> integrityCheck() override;

protected:
    Result<> writeErased(const std::function<Result<>(Transaction &)> &work) override;
    Result<> readErased(const std::function<Result<>(Reader &)> &work) override;

private:
    Result<> readMeta();

    StoreInfo m_info;
    const Connection::Access m_readAccess;
    const Clock &m_clock;
    IdSource m_readOnlyIds; // never written anywhere
    Mailbox m_mailbox;
    std::unique_ptr<platform::FileHold> m_hold; // null: read-only; closed after every connection
    std::shared_ptr<ReaderPool> m_readers;
    std::unique_ptr<Writer> m_writer; // null: read-only
    std::unique_ptr<ChangeFeed> m_feed;
};

} // namespace cas::store
