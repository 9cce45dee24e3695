// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca.h"

namespace cas::privateca {

QString caTypeId(CaType type)
{
    return type == CaType::Root ? QStringLiteral("root") : QStringLiteral("sub");
}

QString caStatusName(CaStatus status)
{
    switch (status) {
    case CaStatus::PendingEnable:
        return QStringLiteral("Pending Enable");
    case CaStatus::Enabled:
        return QStringLiteral("Enabled");
    case CaStatus::Disabled:
        return QStringLiteral("Disabled");
    case CaStatus::Revoked:
        return QStringLiteral("Revoked");
    case CaStatus::Expired:
        break;
    }
    return QStringLiteral("Expired");
}

QString caStateName(CaState state)
{
    return caStatusName(static_cast<CaStatus>(state));
}

Result<CaState> nextCaState(CaState from, CaEvent event)
{
    struct Transition
    {
        CaState from;
        CaEvent event;
        CaState next;
    };
    static constexpr Transition transitions[] = {
        {CaState::PendingEnable, CaEvent::Enable, CaState::Enabled},
        {CaState::Disabled, CaEvent::Enable, CaState::Enabled},
        {CaState::Enabled, CaEvent::Disable, CaState::Disabled},
        {CaState::Enabled, CaEvent::Revoke, CaState::Revoked},
        {CaState::Disabled, CaEvent::Revoke, CaState::Revoked},
    };
    for (const Transition &row : transitions) {
        if (row.from == from && row.event == event)
            return row.next;
    }
    return fail(ErrorCode::WrongState, {}, {caStateName(from)});
}

} // namespace cas::privateca
