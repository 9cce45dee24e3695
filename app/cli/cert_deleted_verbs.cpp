// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/certificate_json.h"
#include "app/cli/error_json.h"
#include "app/cli/invocation.h"
#include "app/cli/session.h"

namespace cas::cli {

namespace {

Result<QList<CertificateId>> idsOf(const Arguments &arguments)
{
    QList<CertificateId> ids;
    for (const QString &word : arguments.words()) {
        CAS_TRY(const auto id, CertificateId::parse(word));
        ids.append(id);
    }
    return ids;
}

Result<Reply> restoreDeleted(Session &session, const Arguments &arguments)
{
    CAS_TRY(const auto ids, idsOf(arguments));
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY_VOID(console->certificates().restore(ids));
    QJsonArray printed;
    for (const CertificateId id : ids)
        printed.append(id.toString());
    CAS_TRY(const auto first, console->certificates().row(ids.constFirst()));
    Reply reply;
    reply.json = {{QStringLiteral("id"), first.id.toString()},
                  {QStringLiteral("ids"), printed},
                  {QStringLiteral("status"), certificates::statusName(first.status)}};
    reply.text = QStringLiteral("Restored %1\n").arg(ids.size());
    return reply;
}

/// One after the other, and what became of each: what is gone is not brought back by a later
/// refusal.
Result<Reply> eraseDeleted(Session &session, const Arguments &arguments)
{
    CAS_TRY(const auto ids, idsOf(arguments));
    if (!session.options().yes)
        return fail(ErrorCode::ConfirmationMissing, QStringLiteral("yes"));
    CAS_TRY(Console *const console, session.unlocked());
    Reply reply;
    QJsonArray items;
    qint64 erased = 0;
    for (const CertificateId id : ids) {
        const auto gone = console->certificates().erase(id);
        if (!gone && ids.size() == 1)
            return gone.error();
        QJsonObject item{{QStringLiteral("id"), id.toString()},
                         {QStringLiteral("status"),
                          gone ? QStringLiteral("erased") : QStringLiteral("refused")}};
        if (gone) {
            ++erased;
        } else {
            item.insert(QStringLiteral("error"), errorJson(gone.error()));
            reply.text += QStringLiteral("%1: %2\n").arg(id.toString(), errorText(gone.error()));
            if (reply.exitStatus == 0)
                reply.exitStatus = exitStatus(gone.error().code);
        }
        items.append(item);
    }
    reply.json = {
        {QStringLiteral("id"), ids.constFirst().toString()},
        {QStringLiteral("status"), items.at(0).toObject().value(QStringLiteral("status"))},
        {QStringLiteral("erased"), erased},
        {QStringLiteral("items"), items}};
    reply.text += QStringLiteral("Deleted %1 for good\n").arg(erased);
    return reply;
}

} // namespace

void addCertDeletedVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("cert");
    verbs.push_back({noun,
                     QStringLiteral("restore"),
                     QStringLiteral("ID..."),
                     QStringLiteral("take out of Recently deleted"),
                     {},
                     1,
                     -1,
                     restoreDeleted});
    verbs.push_back({noun,
                     QStringLiteral("erase"),
                     QStringLiteral("ID..."),
                     QStringLiteral("delete for good what was deleted, with its key; needs --yes"),
                     {},
                     1,
                     -1,
                     eraseDeleted});
}

} // namespace cas::cli
