// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"
#include "app/cli/platform/terminal.h"
#include "app/cli/session.h"
#include "core/certificates/output_file.h"
#include "core/certificates/packer.h"
#include "ui/text/plain_text.h"

#include <QFile>
#include <QFileInfo>

namespace cas::cli {

namespace {

/// Whether the recovery key can be written: asked before there is a store that it belongs to.
Result<> checkRecoveryFile(const QString &path, const QString &storeUrl)
{
    if (path.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("recovery_key_file"));
    CAS_TRY(const auto url, store::StoreUrl::parse(storeUrl));
    certificates::reserveStore(url.path);
    auto checked = certificates::checkOutputFile(path, false);
    if (checked)
        checked = certificates::checkOutputFolder(QFileInfo(path).absolutePath());
    if (!checked) {
        checked.error().field = QStringLiteral("recovery_key_file");
        return checked.error();
    }
    return {};
}

/// A store whose recovery key went nowhere is no store to begin with.
void removeNewStore(Console::Created &created)
{
    const QString path = created.console->store().info().path;
    created.console.reset();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1StringView(suffix));
}

Result<Reply> storeInit(Session &session, const Arguments &arguments)
{
    CAS_TRY(const QString url, session.storeUrl());
    const QString recoveryFile = arguments.value(QStringLiteral("recovery-key-file"));
    if (arguments.has(QStringLiteral("recovery-key-file")))
        CAS_TRY_VOID(checkRecoveryFile(recoveryFile, url));
    CAS_TRY(SecretBytes passphrase,
            session.passphrase(QStringLiteral("Passphrase for the new store: ")));

    NewStore options;
    options.url = url;
    options.passphrase = std::move(passphrase);
    options.flags.offline = arguments.has(QStringLiteral("offline"));
    options.metering = arguments.has(QStringLiteral("metered")) ? accounts::Metering::Metered
                                                                : accounts::Metering::Unmetered;
    CAS_TRY(auto created, Console::create(std::move(options), session.executors(), session.clock(),
                                          session.actor()));
    Reply reply;
    if (!recoveryFile.isEmpty()) {
        SecretBytes line(created.recoveryKey.size() + 1);
        std::copy_n(created.recoveryKey.data(), created.recoveryKey.size(), line.data());
        line.data()[created.recoveryKey.size()] = '\n';
        const auto kept = certificates::writeFile({{}, std::move(line), true}, recoveryFile, false);
        if (!kept) {
            removeNewStore(created);
            return kept.error();
        }
    } else {
        // To a terminal only: never into a pipe or a log (cli.md).
        const bool plain = platform::outputIsTerminal() && !session.options().json;
        const QString line = QStringLiteral("Recovery key (shown once, keep it on paper): %1")
                                 .arg(QString::fromLatin1(created.recoveryKey.view()));
        if (plain)
            reply.text = line + u'\n';
        else if (platform::errorIsTerminal())
            reply.notice = line;
        else
            reply.notice =
                QStringLiteral("the recovery key was shown nowhere: there is no terminal "
                               "and no --recovery-key-file. Make one in the console: "
                               "Settings, New recovery key");
    }
    const auto info = created.console->store().info();
    CAS_TRY(const auto account, created.console->accounts().current());
    reply.json = {{QStringLiteral("id"), info.storeUuid},
                  {QStringLiteral("status"), QStringLiteral("created")},
                  {QStringLiteral("path"), info.path},
                  {QStringLiteral("offline"), created.console->vault().flags().offline},
                  {QStringLiteral("metered"), account.metering == accounts::Metering::Metered}};
    reply.text += QStringLiteral("Created %1\n").arg(info.path);
    return reply;
}

constexpr int kMostPath = 4096; // characters, as many bytes as Linux takes (limits.h, PATH_MAX)

Result<Reply> storeInfo(Session &session, const Arguments &)
{
    CAS_TRY(Console *const console, session.console());
    const auto info = console->store().info();
    CAS_TRY(const auto account, console->accounts().current());
    Reply reply;
    reply.json = {{QStringLiteral("id"), info.storeUuid},
                  {QStringLiteral("status"),
                   info.readOnly ? QStringLiteral("read-only") : QStringLiteral("ok")},
                  {QStringLiteral("path"), info.path},
                  {QStringLiteral("schema"), info.schemaVersion},
                  {QStringLiteral("created_at"), timeJson(info.createdAt)},
                  {QStringLiteral("bytes"), info.fileBytes},
                  {QStringLiteral("account"), account.alias},
                  {QStringLiteral("offline"), console->vault().flags().offline},
                  {QStringLiteral("metered"), account.metering == accounts::Metering::Metered},
                  {QStringLiteral("keychain"), console->vault().hasKeychainSlot()}};
    reply.text =
        QStringLiteral("%1\n  store %2, schema %3, %4 bytes\n  account %5, %6%7\n")
            .arg(ui::visibleText(info.path, kMostPath), info.storeUuid)
            .arg(info.schemaVersion)
            .arg(info.fileBytes)
            .arg(ui::visibleText(account.alias),
                 account.metering == accounts::Metering::Metered ? QStringLiteral("metered")
                                                                 : QStringLiteral("unmetered"),
                 console->vault().flags().offline ? QStringLiteral(", offline station")
                                                  : QString());
    return reply;
}

Reply findingsReply(const QList<store::Finding> &findings)
{
    Reply reply;
    QJsonArray list;
    for (const store::Finding &finding : findings) {
        list.append(QJsonObject{{QStringLiteral("table"), finding.table},
                                {QStringLiteral("id"), finding.id},
                                {QStringLiteral("what"), finding.what}});
        reply.text += QStringLiteral("%1 %2: %3\n").arg(finding.table, finding.id, finding.what);
    }
    const QString status = findings.isEmpty() ? QStringLiteral("ok") : QStringLiteral("damaged");
    reply.json = {{QStringLiteral("status"), status}, {QStringLiteral("findings"), list}};
    reply.text += status + u'\n';
    reply.exitStatus = findings.isEmpty() ? 0 : 1;
    return reply;
}

Result<Reply> storeCheck(Session &session, const Arguments &)
{
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const auto findings, console->check());
    return findingsReply(findings);
}

Result<Reply> storeVerifyAudit(Session &session, const Arguments &)
{
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const auto findings, console->verifyAudit());
    return findingsReply(findings);
}

} // namespace

void addStoreVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("store");
    verbs.push_back(
        {noun,
         QStringLiteral("init"),
         {},
         QStringLiteral("make a new store"),
         {{QStringLiteral("offline"), {}, QStringLiteral("an offline CA station")},
          {QStringLiteral("metered"), {}, QStringLiteral("orders and quota are enforced")},
          {QStringLiteral("recovery-key-file"), QStringLiteral("F"),
           QStringLiteral("write the recovery key here instead of the terminal")}},
         0,
         0,
         storeInit});
    verbs.push_back({noun,
                     QStringLiteral("info"),
                     {},
                     QStringLiteral("what a store says of itself"),
                     {},
                     0,
                     0,
                     storeInfo});
    verbs.push_back({noun,
                     QStringLiteral("check"),
                     {},
                     QStringLiteral("look for damage and for changes made outside"),
                     {},
                     0,
                     0,
                     storeCheck});
    verbs.push_back({noun,
                     QStringLiteral("verify-audit"),
                     {},
                     QStringLiteral("check the operation log"),
                     {},
                     0,
                     0,
                     storeVerifyAudit});
}

} // namespace cas::cli
