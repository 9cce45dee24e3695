// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_json.h"
#include "app/cli/invocation.h"
#include "app/cli/json_rows.h"
#include "app/cli/platform/terminal.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

namespace {

using certificates::ImportItem;
using certificates::ImportReport;

/// `{"items":[...],"imported":N,...}`, or a line for each refusal.
class ImportOutput
{
public:
    ImportOutput(bool json, bool quiet)
        : m_json(json)
        , m_quiet(quiet)
    { }

    void add(const ImportItem &item)
    {
        if (m_json) {
            m_items.add(itemJson(item));
            return;
        }
        if (m_quiet || !(item.refusal || item.warning))
            return;
        const QString place =
            item.line > 0 ? QStringLiteral("%1, line %2").arg(item.file).arg(item.line) : item.file;
        printText(QStringLiteral("%1: %2\n")
                      .arg(ui::visibleText(place, 400),
                           ui::errorSentence(item.refusal ? *item.refusal : *item.warning))
                      .toUtf8());
    }

    void finish(const ImportReport &report, const std::optional<Error> &error)
    {
        if (!m_json) {
            if (!m_quiet)
                printText(QStringLiteral("%1 imported, %2 linked, %3 refused\n")
                              .arg(report.imported)
                              .arg(report.linked)
                              .arg(report.refused)
                              .toUtf8());
            return;
        }
        QJsonObject end{{QStringLiteral("imported"), report.imported},
                        {QStringLiteral("linked"), report.linked},
                        {QStringLiteral("refused"), report.refused}};
        if (error)
            end.insert(QStringLiteral("error"), errorJson(*error));
        m_items.finish(end);
    }

private:
    static QJsonObject itemJson(const ImportItem &item)
    {
        QJsonObject json{{QStringLiteral("file"), item.file}};
        if (item.line > 0)
            json.insert(QStringLiteral("line"), item.line);
        const bool key = item.kind == ImportItem::Kind::Key;
        if (item.kind != ImportItem::Kind::Nothing)
            json.insert(QStringLiteral("kind"),
                        key ? QStringLiteral("key") : QStringLiteral("certificate"));
        json.insert(QStringLiteral("what"), whatName(item.what));
        if (!item.name.isEmpty())
            json.insert(QStringLiteral("name"), item.name);
        if (item.refusal) {
            json.insert(QStringLiteral("error"), errorJson(*item.refusal));
            return json;
        }
        json.insert(QStringLiteral("id"), key ? item.key.toString() : item.certificate.toString());
        if (key && item.certificate)
            json.insert(QStringLiteral("certificate"), item.certificate.toString());
        if (item.warning)
            json.insert(QStringLiteral("warning"), errorJson(*item.warning));
        return json;
    }

    static QString whatName(ImportItem::What what)
    {
        switch (what) {
        case ImportItem::What::Imported:
            return QStringLiteral("imported");
        case ImportItem::What::Linked:
            return QStringLiteral("linked");
        case ImportItem::What::Refused:
            break;
        }
        return QStringLiteral("refused");
    }

    const bool m_json;
    const bool m_quiet;
    JsonRows m_items{"items"};
};

Result<Reply> import(Session &session, const Arguments &arguments)
{
    certificates::ImportRequest request;
    request.input.paths = arguments.words();
    request.acceptUnchecked = session.options().yes;
    if (arguments.has(QStringLiteral("passphrase-file"))) {
        CAS_TRY(SecretBytes passphrase,
                readPassphraseFile(arguments.value(QStringLiteral("passphrase-file")),
                                   QStringLiteral("passphrase_file")));
        request.passphrases.push_back(std::move(passphrase));
    }
    CAS_TRY(Console *const console, session.unlocked());

    const GlobalOptions &options = session.options();
    ImportOutput output(options.json, options.quiet);
    ProgressLine progress(!options.quiet && (options.progress || platform::errorIsTerminal()));
    JobContext job(QStringLiteral("import"));
    ImportReport report; // so far
    const auto ended = console->imports().run(request, &job, [&](const ImportItem &item) {
        output.add(item);
        qint64 &count = item.what == ImportItem::What::Imported ? report.imported
                        : item.what == ImportItem::What::Linked ? report.linked
                                                                : report.refused;
        ++count;
        progress.show({report.imported + report.linked + report.refused, job.progress().total});
    });
    const std::optional<Error> error = ended ? std::nullopt : std::optional(ended.error());
    output.finish(report, error);
    Reply reply;
    reply.written = true;
    if (error) {
        reply.exitStatus = exitStatus(error->code);
        reply.notice =
            ui::errorSentence(*error) + QStringLiteral(" Run the same command again to go on.");
    } else if (report.imported + report.linked == 0) {
        reply.exitStatus = 3; // nothing came in
    }
    return reply;
}

} // namespace

void addCertImportVerbs(std::vector<Verb> &verbs)
{
    verbs.push_back(
        {QStringLiteral("cert"),
         QStringLiteral("import"),
         QStringLiteral("FILE..."),
         QStringLiteral("take in certificates and keys: PEM, DER, PFX, P7B, folders"),
         {{QStringLiteral("passphrase-file"), QStringLiteral("F"),
           QStringLiteral("for encrypted keys and PFX; opens the store too where no other does")}},
         1,
         -1,
         import});
}

} // namespace cas::cli
