// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/base/row_sealer.h"
#include "core/store/store.h"

/// SQL of the table account.
namespace cas::accounts::account_store {

/// The account everything belongs to. @errors NotAStore: there is none
Result<Account> current(store::Reader &reader);
/// As current(), after its seal was checked: for decisions. @errors NotAStore, SealBroken
Result<Account> trusted(store::Reader &reader, const RowSealer &sealer);
Result<Account> insert(store::Transaction &tx, const RowSealer &sealer, const QString &alias,
                       Metering metering);
/// @errors NotFound, SealBroken
Result<> setMetering(store::Transaction &tx, const RowSealer &sealer, AccountId id,
                     Metering metering);
Result<> verify(store::Reader &reader, const RowSealer &sealer, QList<store::Finding> &findings);

} // namespace cas::accounts::account_store
