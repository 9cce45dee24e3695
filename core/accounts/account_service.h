// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/audit/operation_runner.h"
#include "core/base/executor.h"

namespace cas::accounts {

/// The account of the store. @thread any; blocks on the store
class AccountService
{
public:
    explicit AccountService(audit::OperationRunner &operations)
        : m_operations(operations)
    { }
    Result<Account> current();
    /// Makes the default account of a new store; the first operation of its log.
    Result<Account> createDefault(const QString &alias, Metering metering);
    Result<> setMetering(Metering metering);
    Job<Unit> setMeteringJob(Executors &executors, Metering metering);

private:
    audit::OperationRunner &m_operations;
};

} // namespace cas::accounts
