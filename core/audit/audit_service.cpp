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

Job<AuditPage> AuditService::pageJob(const AuditFilter &filter, const store::PageRequest &request)
{
    return m_executors.io.start<AuditPage>(
        {}, [=, this](JobContext &) { return page(filter, request); });
}

Job<qint64> AuditService::countJob(const AuditFilter &filter)
{
    return m_executors.io.start<qint64>({}, [=, this](JobContext &) { return count(filter); });
}

Result<AuditChoices> AuditService::choices()
{
    return m_store.read<AuditChoices>(
        [](store::Reader &reader) { return audit_store::choices(reader); });
}

Job<AuditChoices> AuditService::choicesJob()
{
    return m_executors.io.start<AuditChoices>({}, [this](JobContext &) { return choices(); });
}

} // namespace cas::audit
