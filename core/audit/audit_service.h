// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"
#include "core/base/executor.h"

namespace cas::audit {

/// The operation log, to read. @thread any; what is not a Job blocks on the store
class AuditService
{
public:
    AuditService(store::Store &store, Executors &executors)
        : m_store(store)
        , m_executors(executors)
    { }
    Result<AuditPage> page(const AuditFilter &filter, const store::PageRequest &request);
    Result<qint64> count(const AuditFilter &filter);
    Job<AuditPage> pageJob(const AuditFilter &filter, const store::PageRequest &request);
    Job<qint64> countJob(const AuditFilter &filter);
    /// Event names and operators that occur in the log.
    Result<AuditChoices> choices();
    Job<AuditChoices> choicesJob();

private:
    store::Store &m_store;
    Executors &m_executors;
};

} // namespace cas::audit
