// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"
#include "app/cli/session.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

namespace {

Result<Reply> query(Session &session, const Arguments &arguments)
{
    audit::AuditFilter filter;
    if (arguments.has(QStringLiteral("since"))) {
        const QString text = arguments.value(QStringLiteral("since"));
        filter.since = QDateTime::fromString(text, Qt::ISODate);
        if (!filter.since->isValid())
            return fail(ErrorCode::InputInvalid, QStringLiteral("since"),
                        {text.left(80), QStringLiteral("2026-01-31T00:00:00Z")});
    }
    filter.operatorName = arguments.value(QStringLiteral("actor"));
    filter.eventName = arguments.value(QStringLiteral("action"));
    filter.objectId = arguments.value(QStringLiteral("object"));
    CAS_TRY(const qint64 limit, arguments.number(QStringLiteral("limit"), 1000));
    if (limit < 1 || limit > 10'000)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("limit"),
                    {QStringLiteral("1"), QStringLiteral("10000")});
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const auto page,
            console->audit().page(filter, {limit, arguments.value(QStringLiteral("after")), 0}));
    CAS_TRY(const qint64 total, console->audit().count(filter));
    Reply reply;
    QJsonArray items;
    for (const auto &event : page.items) {
        const QString result = event.ok ? QStringLiteral("ok") : QStringLiteral("refused");
        items.append(QJsonObject{{QStringLiteral("id"), event.id.toString()},
                                 {QStringLiteral("time"), timeJson(event.at)},
                                 {QStringLiteral("operator"), event.operatorName},
                                 {QStringLiteral("event_name"), event.eventName},
                                 {QStringLiteral("object_type"), event.objectType},
                                 {QStringLiteral("object_id"), event.objectId},
                                 {QStringLiteral("result"), result},
                                 {QStringLiteral("error_code"), event.errorCode},
                                 {QStringLiteral("parameters"), event.parameters}});
        reply.text += QStringLiteral("%1  %2  %3  %4  %5 %6\n")
                          .arg(timeJson(event.at).toString(), ui::visibleText(event.operatorName),
                               ui::visibleText(event.eventName), ui::visibleText(event.objectId),
                               result, ui::visibleText(event.errorCode));
    }
    reply.json = {{QStringLiteral("items"), items},
                  {QStringLiteral("total"), total},
                  {QStringLiteral("next"),
                   page.next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(page.next)}};
    return reply;
}

} // namespace

void addAuditVerbs(std::vector<Verb> &verbs)
{
    verbs.push_back({QStringLiteral("audit"),
                     QStringLiteral("query"),
                     {},
                     QStringLiteral("read the operation log"),
                     {{QStringLiteral("since"), QStringLiteral("T"), {}},
                      {QStringLiteral("actor"), QStringLiteral("A"), {}},
                      {QStringLiteral("action"), QStringLiteral("X"), {}},
                      {QStringLiteral("object"), QStringLiteral("ID"), {}},
                      {QStringLiteral("limit"), QStringLiteral("N"), {}},
                      {QStringLiteral("after"), QStringLiteral("CURSOR"), {}}},
                     0,
                     0,
                     query});
}

} // namespace cas::cli
