// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/access.h"
#include "core/access/platform/user_name.h"

#include <QSysInfo>

namespace cas::access {

Actor Actor::current()
{
    QString name = platform::userName();
    if (name.isEmpty())
        name = QStringLiteral("operator");
    return {name, QSysInfo::machineHostName()};
}

Result<> Access::require(const QString &action) const
{
    if (m_actor.name.isEmpty())
        return fail(ErrorCode::NotPermitted, {}, {action, m_actor.name});
    return {};
}

} // namespace cas::access
