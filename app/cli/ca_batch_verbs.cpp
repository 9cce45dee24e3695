// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_json.h"
#include "app/cli/invocation.h"
#include "app/cli/json_rows.h"
#include "app/cli/output_folder.h"
#include "app/cli/platform/terminal.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "core/certificates/packer.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QDir>

namespace cas::cli {

namespace {

using privateca::BatchItem;
using privateca::BatchReport;

/// `{"rows":[...],"issued":N,...}`, or a line for each refusal.
class BatchOutput
{
public:
    BatchOutput(bool json, bool quiet)
        : m_json(json)
        , m_quiet(quiet)
    { }

    void add(const BatchItem &item)
    {
        if (m_json)
            m_rows.add(rowJson(item));
        else if (!m_quiet && item.refusal)
            printText(QStringLiteral("line %1 (%2): %3\n")
                          .arg(item.line)
                          .arg(ui::visibleText(item.commonName.left(80)),
                               ui::errorSentence(*item.refusal))
                          .toUtf8());
    }

    void finish(const BatchReport &report, const std::optional<Error> &error)
    {
        if (!m_json) {
            if (!m_quiet)
                printText(QStringLiteral("%1 issued, %2 issued before, %3 refused\n")
                              .arg(report.issued)
                              .arg(report.already)
                              .arg(report.refused)
                              .toUtf8());
            return;
        }
        QJsonObject end{{QStringLiteral("issued"), report.issued},
                        {QStringLiteral("already"), report.already},
                        {QStringLiteral("refused"), report.refused}};
        if (error)
            end.insert(QStringLiteral("error"), errorJson(*error));
        m_rows.finish(end);
    }

private:
    static QJsonObject rowJson(const BatchItem &item)
    {
        QJsonObject row{{QStringLiteral("line"), item.line},
                        {QStringLiteral("common_name"), item.commonName}};
        if (item.refusal) {
            row.insert(QStringLiteral("status"), QStringLiteral("refused"));
            row.insert(QStringLiteral("error"), errorJson(*item.refusal));
            return row;
        }
        row.insert(QStringLiteral("status"), item.what == BatchItem::What::Issued
                                                 ? QStringLiteral("issued")
                                                 : QStringLiteral("already"));
        row.insert(QStringLiteral("id"), item.certificate.toString());
        row.insert(QStringLiteral("serial"), crypto::serialText(item.serial));
        if (!item.file.isEmpty())
            row.insert(QStringLiteral("file"), item.file);
        return row;
    }

    const bool m_json;
    const bool m_quiet;
    JsonRows m_rows{"rows"};
};

Result<privateca::BatchRequest> requestOf(const Arguments &arguments)
{
    privateca::BatchRequest request;
    CAS_TRY(request.ca, CaId::parse(arguments.value(QStringLiteral("ca"))));
    CAS_TRY(request.algorithm, crypto::parseKeyAlgorithm(arguments.value(
                                   QStringLiteral("key"), QStringLiteral("ec-p256"))));
    CAS_TRY(const qint64 days, arguments.number(QStringLiteral("days"), 365));
    if (days < 1)
        return fail(ErrorCode::ValidityInvalid, QStringLiteral("days"));
    request.defaults.days = static_cast<int>(std::min<qint64>(days, 10'000'000));
    const QString csv = arguments.value(QStringLiteral("csv"));
    CAS_TRY(request.csv, readInputFile(csv, QStringLiteral("csv")));
    request.csvName = QFileInfo(csv).fileName();
    return request;
}

Result<Reply> issueBatch(Session &session, const Arguments &arguments)
{
    CAS_TRY(auto request, requestOf(arguments));
    SecretBytes passphrase;
    if (arguments.has(QStringLiteral("export-passphrase-file"))) {
        CAS_TRY(passphrase,
                readPassphraseFile(arguments.value(QStringLiteral("export-passphrase-file")),
                                   QStringLiteral("export_passphrase_file")));
        CAS_TRY_VOID(certificates::checkExportPassphrase(passphrase));
    }
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(auto folder, OutputFolder::prepare(arguments.value(QStringLiteral("out"))));
    request.folder = QFileInfo(folder.path()).canonicalFilePath();
    CAS_TRY(auto plan, console->batches().plan(std::move(request), nullptr));
    folder.keep();

    const GlobalOptions &options = session.options();
    BatchOutput output(options.json, options.quiet);
    ProgressLine progress(!options.quiet && (options.progress || platform::errorIsTerminal()));
    BatchReport report; // so far
    const auto shown = [&](const BatchItem &item) {
        output.add(item);
        qint64 &count = item.what == BatchItem::What::Issued    ? report.issued
                        : item.what == BatchItem::What::Already ? report.already
                                                                : report.refused;
        ++count;
        progress.show({report.issued + report.already + report.refused, plan.rows.size()});
    };
    const auto ended = console->batches().run(plan, passphrase, nullptr, shown);
    const std::optional<Error> error = ended ? std::nullopt : std::optional(ended.error());
    output.finish(report, error);
    Reply reply;
    reply.written = true;
    if (error) {
        reply.exitStatus = exitStatus(error->code);
        reply.notice =
            ui::errorSentence(*error) + QStringLiteral(" Run the same command again to go on.");
    } else if (report.issued + report.already == 0) {
        reply.exitStatus = 3; // nothing came of it
    }
    return reply;
}

} // namespace

void addCaBatchVerbs(std::vector<Verb> &verbs)
{
    verbs.push_back(
        {QStringLiteral("ca"),
         QStringLiteral("issue-batch"),
         {},
         QStringLiteral("issue a certificate for each line of a CSV file"),
         {{QStringLiteral("ca"), QStringLiteral("ID"), {}, true},
          {QStringLiteral("csv"), QStringLiteral("F"),
           QStringLiteral("header cn,san,type,days; names of a line separated by ;"), true},
          {QStringLiteral("out"), QStringLiteral("DIR"),
           QStringLiteral("NAME-SERIAL.crt go here: certificate, then chain"), true},
          {QStringLiteral("key"), QStringLiteral("ALG"), QStringLiteral("default ec-p256")},
          {QStringLiteral("days"), QStringLiteral("D"),
           QStringLiteral("where a line names none; default 365")},
          {QStringLiteral("export-passphrase-file"), QStringLiteral("F"),
           QStringLiteral("and NAME-SERIAL.key, encrypted")}},
         0,
         0,
         issueBatch});
}

} // namespace cas::cli
