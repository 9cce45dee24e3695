// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"
#include "app/cli/session.h"

namespace cas::cli {

namespace {

Reply settingReply(const QString &key, const QString &value)
{
    return {{{QStringLiteral("id"), key},
             {QStringLiteral("status"), QStringLiteral("ok")},
             {QStringLiteral("key"), key},
             {QStringLiteral("value"), value}},
            value + u'\n',
            0};
}

Result<Reply> get(Session &session, const Arguments &arguments)
{
    CAS_TRY(Console *const console, session.console());
    const QString key = arguments.words().constFirst();
    CAS_TRY(const QString value, console->settings().value(key));
    return settingReply(key, value);
}

Result<Reply> set(Session &session, const Arguments &arguments)
{
    const QString key = arguments.words().at(0);
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const QString value, console->settings().set(key, arguments.words().at(1)));
    return settingReply(key, value);
}

} // namespace

void addSettingsVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("settings");
    verbs.push_back({noun,
                     QStringLiteral("get"),
                     QStringLiteral("KEY"),
                     QStringLiteral("read a setting"),
                     {},
                     1,
                     1,
                     get});
    verbs.push_back({noun,
                     QStringLiteral("set"),
                     QStringLiteral("KEY VALUE"),
                     QStringLiteral("change a setting"),
                     {},
                     2,
                     2,
                     set});
}

} // namespace cas::cli
