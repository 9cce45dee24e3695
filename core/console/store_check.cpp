// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/store_check.h"
#include "core/accounts/account_store.h"
#include "core/audit/audit_store.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/console/log_check.h"
#include "core/orders/ledger_store.h"
#include "core/orders/order_store.h"
#include "core/privateca/ca_store.h"

namespace cas {

Result<> checkRows(store::Reader &reader, const RowSealer &sealer, const QDateTime &now,
                   QList<store::Finding> &findings)
{
    CAS_TRY_VOID(accounts::account_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(audit::audit_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(orders::order_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(orders::ledger_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(certificates::key_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(certificates::certificate_store::verify(reader, sealer, findings));
    CAS_TRY_VOID(privateca::ca_store::verify(reader, sealer, findings));
    return checkAgainstLog(reader, now, findings);
}

} // namespace cas
