// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_service.h"
#include "core/audit/audit_store.h"

namespace cas::audit {

Result<AuditPage> AuditService::page(const AuditFilter &filter, const store::PageRequest &request)
{
    return m_store.read<AuditPage>(
            [&](store::Reader &reader) { return audit_store::page(reader, filter, request); });
}

Result<qint64> AuditService::count(const AuditFilter &filter)
{
    return m_store.read<qint64>(
            [&](store::Reader &reader) { return audit_store::count(reader, filter); });
}

} // namespace cas::audit
