// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/download/revocation_reasons.h"

namespace cas::ui {

using crypto::RevocationReason;

QList<RevocationReason> RevocationReasons::offered()
{
    return {RevocationReason::Unspecified,          RevocationReason::KeyCompromise,
            RevocationReason::AffiliationChanged,   RevocationReason::Superseded,
            RevocationReason::CessationOfOperation, RevocationReason::PrivilegeWithdrawn};
}

QString RevocationReasons::text(RevocationReason reason)
{
    switch (reason) {
    case RevocationReason::KeyCompromise:
        return tr("The private key is compromised (keyCompromise)");
    case RevocationReason::AffiliationChanged:
        return tr("The holder's name or organisation changed (affiliationChanged)");
    case RevocationReason::Superseded:
        return tr("Replaced by another certificate (superseded)");
    case RevocationReason::CessationOfOperation:
        return tr("No longer in use (cessationOfOperation)");
    case RevocationReason::PrivilegeWithdrawn:
        return tr("The holder may no longer use it (privilegeWithdrawn)");
    default:
        return tr("No reason given (unspecified)");
    }
}

} // namespace cas::ui
