// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/batch_group.h"
#include "core/accounts/account_store.h"
#include "core/privateca/ca_store.h"

namespace cas::privateca {

namespace {

bool isSlow(crypto::KeyAlgorithm algorithm)
{
    return algorithm <= crypto::KeyAlgorithm::Rsa4096;
}

/// Rows in one transaction: some 100 ms of the writer.
size_t groupRows(crypto::KeyAlgorithm algorithm)
{
    return isSlow(algorithm) ? 1 : 2048;
}

} // namespace

qsizetype pieceLines(crypto::KeyAlgorithm algorithm)
{
    return isSlow(algorithm) ? 8 : 256;
}

BatchGroup::BatchGroup(const BatchContext &context, Done done)
    : m_context(context)
    , m_done(std::move(done))
    , m_waiting(groupRows(context.plan.request.algorithm))
{ }

Result<> BatchGroup::add(std::unique_ptr<BatchPiece> piece)
{
    if (piece->prepared() == 0) { // waits for nobody
        Pieces alone;
        alone.push_back(std::move(piece));
        return carry(alone);
    }
    const size_t rows = piece->prepared();
    return carry(m_waiting.add(std::move(piece), rows));
}

Result<> BatchGroup::finish()
{
    Pieces rest = m_waiting.takeRest();
    if (!m_context.cancelled())
        return carry(rest);
    for (const auto &piece : rest)
        m_done(*piece);
    return {};
}

Result<> BatchGroup::carry(const Pieces &pieces)
{
    Result<> outcome = commit(pieces);
    const bool committed = outcome.has_value();
    for (const auto &piece : pieces) {
        if (committed) {
            piece->settle();
            const std::scoped_lock oneAtATime(m_folder);
            if (outcome)
                outcome = piece->writeFiles();
        }
        m_done(*piece);
    }
    return outcome;
}

Result<> BatchGroup::commit(const Pieces &pieces)
{
    size_t rows = 0;
    for (const auto &piece : pieces)
        rows += piece->prepared();
    if (rows == 0)
        return {};
    const CaId id = m_context.issuing.ca.id;
    const auto work = [&](audit::OperationScope &scope,
                          QList<audit::AuditRow> &log) -> Result<Unit> {
        CAS_TRY(const Ca ca, mayStillSign(scope.tx, scope.sealer, id, scope.tx.now()));
        CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
        CAS_TRY(quota::Meter meter, quota::meterOf(scope, account, ca));
        log.reserve(static_cast<qsizetype>(rows));
        for (const auto &piece : pieces)
            CAS_TRY_VOID(piece->insertAll(scope, meter, ca, log));
        return ca_store::addIssued(scope.tx, ca.id, log.size());
    };
    return m_context.operations.commitMany<Unit>(m_context.operation, *m_context.sealer, work);
}

} // namespace cas::privateca
