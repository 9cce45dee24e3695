// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"
#include "app/cli/platform/terminal.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

namespace {

store::CopyProgress shownBy(ProgressLine &line)
{
    return [&line](qint64 done, qint64 total) {
        line.show({done, total});
        return true;
    };
}

bool wantsProgress(const GlobalOptions &options)
{
    return !options.quiet && (options.progress || platform::errorIsTerminal());
}

QJsonObject copyJson(const QString &file, const QDateTime &takenAt, qint64 bytes, qint64 rows,
                     bool sealsChecked)
{
    return {{QStringLiteral("id"), file},
            {QStringLiteral("status"), QStringLiteral("ok")},
            {QStringLiteral("file"), file},
            {QStringLiteral("bytes"), bytes},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("taken_at"), timeJson(takenAt)},
            {QStringLiteral("seals_checked"), sealsChecked}};
}

Result<Reply> storeBackup(Session &session, const Arguments &arguments)
{
    // A backup needs no key; with one the seals in the copy are checked, too.
    CAS_TRY(Console *const console,
            session.passphraseGiven() ? session.unlocked() : session.console());
    const QString file = arguments.words().constFirst();
    ProgressLine line(wantsProgress(session.options()));
    CAS_TRY(const BackupReport made,
            console->backups().backUp(file,
                                      session.options().yes ? BackupService::WhenThere::Replace
                                                            : BackupService::WhenThere::Refuse,
                                      shownBy(line)));
    Reply reply;
    reply.json = copyJson(made.file, made.takenAt, made.bytes, made.rows, made.sealsChecked);
    const QString sha256 = QString::fromLatin1(made.sha256.toHex()); // as sha256sum writes it
    reply.json.insert(QStringLiteral("sha256"), sha256);
    reply.json.insert(QStringLiteral("milliseconds"), made.milliseconds);
    reply.text = QStringLiteral("Backed up to %1\n  %2 bytes, %3 rows, SHA-256 %4\n")
                     .arg(ui::visibleText(made.file))
                     .arg(made.bytes)
                     .arg(made.rows)
                     .arg(sha256);
    if (!made.sealsChecked)
        reply.text += QStringLiteral("  the seals were not checked: no passphrase was given\n");
    return reply;
}

Result<Reply> storeRestore(Session &session, const Arguments &arguments)
{
    SecretBytes passphrase;
    if (session.passphraseGiven()) {
        CAS_TRY(passphrase, session.passphrase({}));
    }
    ProgressLine line(wantsProgress(session.options()));
    CAS_TRY(const RestoreReport restored,
            BackupService::restore(
                arguments.words().constFirst(), arguments.value(QStringLiteral("into")), passphrase,
                session.executors(), session.clock(), session.actor(), shownBy(line)));
    Reply reply;
    reply.json = copyJson(restored.file, restored.takenAt, restored.bytes, restored.rows,
                          restored.sealsChecked);
    reply.json.insert(QStringLiteral("store"), restored.storeUuid);
    reply.text = QStringLiteral("Restored to %1, as of %2\n")
                     .arg(ui::visibleText(restored.file), timeJson(restored.takenAt).toString());
    if (!restored.sealsChecked)
        reply.text += QStringLiteral("  the seals were not checked: no passphrase was given\n");
    return reply;
}

} // namespace

void addBackupVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("store");
    verbs.push_back({noun,
                     QStringLiteral("backup"),
                     QStringLiteral("FILE"),
                     QStringLiteral("copy the store while it is in use, and prove the copy; with "
                                    "--yes a file of that name is replaced"),
                     {},
                     1,
                     1,
                     storeBackup});
    verbs.push_back({noun,
                     QStringLiteral("restore"),
                     QStringLiteral("FILE"),
                     QStringLiteral("check a backup and make a store of it"),
                     {{QStringLiteral("into"), QStringLiteral("PATH"),
                       QStringLiteral("where; nothing is overwritten"), true}},
                     1,
                     1,
                     storeRestore});
}

} // namespace cas::cli
