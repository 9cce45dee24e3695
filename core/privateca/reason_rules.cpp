// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca_rules.h"

#include <QStringList>

#include <algorithm>

namespace cas::privateca::rules {

namespace {

using crypto::RevocationReason;

constexpr RevocationReason kReasonsOfPeople[] = {
    // operation 34, in its order
    RevocationReason::Unspecified,          RevocationReason::KeyCompromise,
    RevocationReason::AffiliationChanged,   RevocationReason::Superseded,
    RevocationReason::CessationOfOperation, RevocationReason::PrivilegeWithdrawn,
};

Error reasonRefused(const QString &text)
{
    QStringList names;
    for (const RevocationReason reason : kReasonsOfPeople)
        names.append(crypto::revocationReasonId(reason));
    return fail(ErrorCode::InputInvalid, QStringLiteral("reason"),
                {text.left(80), names.join(QStringLiteral(", "))});
}

} // namespace

Result<> checkReason(RevocationReason reason, bool ofCa)
{
    const bool known = std::find(std::begin(kReasonsOfPeople), std::end(kReasonsOfPeople), reason)
                       != std::end(kReasonsOfPeople);
    if (known || (ofCa && reason == RevocationReason::CaCompromise))
        return {};
    return reasonRefused(crypto::revocationReasonId(reason));
}

Result<RevocationReason> parseReason(const QString &text)
{
    const auto reason = crypto::parseRevocationReason(text.trimmed());
    if (!reason)
        return reasonRefused(text);
    CAS_TRY_VOID(checkReason(*reason, true)); // whether it is a CA is seen when it is found
    return *reason;
}

} // namespace cas::privateca::rules
