// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"

namespace cas::audit {

/// The operation log, to read. @thread any; blocks on the store
class AuditService
{
public:
    explicit AuditService(store::Store &store)
        : m_store(store)
    {
    }
    Result<AuditPage> page(const AuditFilter &filter, const store::PageRequest &request);
    Result<qint64> count(const AuditFilter &filter);

private:
    store::Store &m_store;
};

} // namespace cas::audit
