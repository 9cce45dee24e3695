// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parallel.h"
#include "core/privateca/batch_piece.h"

#include <functional>
#include <memory>
#include <mutex>

namespace cas::privateca {

/// Prepared pieces on their way to the disk: those that wait are committed in one transaction as
/// soon as they are enough. What a commit costs is mostly the index pages it touched, and 2,000
/// certificates touch hardly more of them than 500.
/// @thread any: whoever brings the piece that fills a group commits it, the others prepare on
class BatchGroup
{
public:
    /// Told of every piece, committed or not: BatchPiece::takeItems() says what became of it.
    using Done = std::function<void(BatchPiece &)>;
    BatchGroup(const BatchContext &context, Done done);

    /// @errors those of BatchService::run(), of a commit that this piece made due
    Result<> add(std::unique_ptr<BatchPiece> piece);
    /// What still waits: committed, or given up after a cancel.
    Result<> finish();

private:
    using Pieces = std::vector<std::unique_ptr<BatchPiece>>;
    Result<> carry(const Pieces &pieces);
    Result<> commit(const Pieces &pieces);

    const BatchContext &m_context;
    const Done m_done;
    Gather<std::unique_ptr<BatchPiece>> m_waiting;
    // New names in one folder are made one at a time anyway; the kernel's lock burns a core while
    // it waits.
    std::mutex m_folder;
};

/// Lines that one thread prepares at a time. RSA keys take so long that a cancel or a crash would
/// lose minutes.
qsizetype pieceLines(crypto::KeyAlgorithm algorithm);

} // namespace cas::privateca
