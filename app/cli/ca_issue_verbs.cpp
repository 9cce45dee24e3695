// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/certificate_json.h"
#include "app/cli/invocation.h"
#include "app/cli/output_folder.h"
#include "app/cli/session.h"
#include "core/certificates/output_file.h"
#include "core/certificates/packer.h"
#include "core/crypto/certificate_request.h"
#include "core/privateca/ca_rules.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QDir>

namespace cas::cli {

namespace {

Result<CaId> caOption(const Arguments &arguments)
{
    return CaId::parse(arguments.value(QStringLiteral("ca")));
}

/// NAME-SERIAL.crt (certificate, then chain) and NAME-SERIAL.key where a passphrase was given.
Result<QJsonArray> writeIssued(Console &console, const privateca::IssuedCertificate &issued,
                               const QString &folder, const SecretBytes &passphrase)
{
    const QString base = certificates::safeFileName(issued.certificate.subject().commonName())
                         + u'-' + crypto::serialText(issued.certificate.serial());
    QJsonArray paths;
    certificates::PackOptions options;
    const auto writeOne = [&](certificates::PackFormat format, const QString &suffix) -> Result<> {
        options.format = format;
        CAS_TRY(const auto files,
                console.certificates().exportFiles(issued.id, options, passphrase));
        const QString path = QDir(folder).filePath(base + suffix);
        CAS_TRY_VOID(certificates::writeFile(files.front(), path, true));
        paths.append(path);
        return {};
    };
    CAS_TRY_VOID(writeOne(certificates::PackFormat::Pem, QStringLiteral(".crt")));
    if (!passphrase.empty())
        CAS_TRY_VOID(writeOne(certificates::PackFormat::Pkcs8, QStringLiteral(".key")));
    return paths;
}

/// The passphrase for NAME-SERIAL.key. What could fail after issuing is said before.
Result<SecretBytes> keyPassphrase(const Arguments &arguments)
{
    const QString option = QStringLiteral("export-passphrase-file");
    if (!arguments.has(option))
        return SecretBytes();
    if (!arguments.has(QStringLiteral("out")))
        return fail(ErrorCode::Usage, option, {QStringLiteral("--%1 needs --out").arg(option)});
    if (arguments.has(QStringLiteral("csr")))
        return fail(ErrorCode::NoKeyHeld, QStringLiteral("csr"),
                    {arguments.value(QStringLiteral("cn"))});
    CAS_TRY(SecretBytes passphrase,
            readPassphraseFile(arguments.value(option), QStringLiteral("export_passphrase_file")));
    CAS_TRY_VOID(certificates::checkExportPassphrase(passphrase));
    return passphrase;
}

Result<Reply> issue(Session &session, const Arguments &arguments)
{
    privateca::IssueCommand command;
    CAS_TRY(command.ca, caOption(arguments));
    CAS_TRY(command.type, privateca::parseLeafType(arguments.value(QStringLiteral("type"))));
    command.commonName = arguments.value(QStringLiteral("cn"));
    CAS_TRY(const qint64 days, arguments.number(QStringLiteral("days"), 365));
    command.validity.amount = static_cast<int>(std::clamp<qint64>(days, 0, 10'000'000));
    CAS_TRY(command.algorithm, crypto::parseKeyAlgorithm(arguments.value(
                                   QStringLiteral("key"), QStringLiteral("ec-p256"))));
    command.loginAccount = arguments.value(QStringLiteral("login-account"));
    if (arguments.has(QStringLiteral("san"))) {
        CAS_TRY(command.subjectAltNames,
                crypto::parseSubjectAltNames(arguments.value(QStringLiteral("san"))));
    }
    if (arguments.has(QStringLiteral("csr"))) {
        CAS_TRY(command.request,
                readInputFile(arguments.value(QStringLiteral("csr")), QStringLiteral("csr")));
        if (!arguments.has(QStringLiteral("san"))) {
            auto request = crypto::CertificateRequest::read(command.request);
            if (!request) {
                request.error().field = QStringLiteral("csr");
                return request.error();
            }
            command.subjectAltNames = request->subjectAltNames();
        }
    }
    CAS_TRY(const SecretBytes passphrase, keyPassphrase(arguments));

    CAS_TRY(Console *const console, session.unlocked());
    std::optional<OutputFolder> folder;
    if (arguments.has(QStringLiteral("out"))) {
        CAS_TRY(auto prepared, OutputFolder::prepare(arguments.value(QStringLiteral("out"))));
        folder.emplace(std::move(prepared));
    }
    CAS_TRY(const auto issued, console->issuing().issue(command, nullptr));
    CAS_TRY(const auto row, console->certificates().row(issued.id));
    Reply reply;
    reply.json = certificateJson(row, session.clock().now());
    reply.text = certificateLine(row);
    if (folder) {
        folder->keep();
        auto paths =
            writeIssued(*console, issued, arguments.value(QStringLiteral("out")), passphrase);
        if (!paths) { // the certificate stands; whoever asked must be able to find it
            paths.error().detail += QStringLiteral(" (issued as %1)").arg(issued.id.toString());
            return paths.error();
        }
        reply.json.insert(QStringLiteral("files"), *paths);
        for (const auto &path : std::as_const(*paths))
            reply.text += QStringLiteral("  %1\n").arg(path.toString());
    }
    return reply;
}

Result<Reply> certs(Session &session, const Arguments &arguments)
{
    CAS_TRY(const CaId id, caOption(arguments));
    certificates::CertificateFilter filter;
    if (arguments.has(QStringLiteral("status"))) {
        CAS_TRY(filter.status,
                certificates::parseStatus(arguments.value(QStringLiteral("status"))));
    }
    CAS_TRY(const qint64 limit, arguments.number(QStringLiteral("limit"), 100));
    if (limit < 1 || limit > 10'000)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("limit"),
                    {QStringLiteral("1"), QStringLiteral("10000")});
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const auto ca, console->cas().byId(id));
    Reply reply;
    QJsonArray items;
    qint64 total = 0;
    QString next;
    if (ca.certificate) {
        CAS_TRY(const auto page,
                console->certificates().page(filter, ca.certificate,
                                             {limit, arguments.value(QStringLiteral("after")), 0}));
        CAS_TRY(total, console->certificates().count(filter, ca.certificate));
        next = page.next;
        for (const auto &row : page.items) {
            QString reason;
            if (row.revokedAt.isValid()) {
                CAS_TRY(reason, console->crls().reasonOf(row.id));
            }
            items.append(issuedJson(row, reason));
            reply.text += certificateLine(row);
        }
    }
    reply.json = {
        {QStringLiteral("items"), items},
        {QStringLiteral("total"), total},
        {QStringLiteral("next"), next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next)}};
    return reply;
}

Result<Reply> revoke(Session &session, const Arguments &arguments)
{
    CAS_TRY(const CaId id, caOption(arguments));
    CAS_TRY(const auto reason,
            privateca::rules::parseReason(arguments.value(QStringLiteral("reason"))));
    QString text = arguments.value(QStringLiteral("serial")).trimmed();
    text.remove(u':').remove(u' ');
    QByteArray serial = QByteArray::fromHex(text.toLatin1());
    if (serial.isEmpty() || serial.toHex().compare(text.toLatin1(), Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::InputInvalid, QStringLiteral("serial"),
                    {text.left(80), QStringLiteral("hexadecimal digits")});
    while (serial.size() > 1 && serial.front() == '\0')
        serial.remove(0, 1);
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const auto gone,
            console->crls().revoke(id, serial, reason, arguments.value(QStringLiteral("note"))));
    CAS_TRY(const auto row, console->certificates().row(gone.certificate));
    Reply reply;
    reply.json = issuedJson(row, crypto::revocationReasonId(reason));
    reply.text = certificateLine(row);
    reply.json.insert(QStringLiteral("crl_number"), gone.crl.number);
    if (gone.crl.failure) {
        reply.json.insert(QStringLiteral("crl_error"), errorName(*gone.crl.failure));
        reply.notice = QStringLiteral("revoked, but the CRL could not be made and is tried again: ")
                       + ui::errorSentence(fail(*gone.crl.failure));
    }
    return reply;
}

Result<Reply> crl(Session &session, const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("delta")))
        return fail(ErrorCode::NotInThisVersion, QStringLiteral("delta"),
                    {QStringLiteral("ca crl --delta")});
    CAS_TRY(const CaId id, caOption(arguments));
    CAS_TRY(Console *const console, session.unlocked());
    const QString out = arguments.value(QStringLiteral("out"));
    CAS_TRY_VOID(certificates::checkOutputFile(out, true)); // before a new list is made
    CAS_TRY(QByteArray bytes, console->crls().current(id));
    CAS_TRY(const auto parsed, crypto::Crl::fromDer(bytes));
    if (!arguments.has(QStringLiteral("der")))
        bytes = crypto::toPem(bytes, "X509 CRL");
    CAS_TRY_VOID(certificates::writeFile({{}, SecretBytes::copyOf(bytes), false}, out, true));
    Reply reply;
    reply.json = {{QStringLiteral("id"), id.toString()},
                  {QStringLiteral("status"), QStringLiteral("ok")},
                  {QStringLiteral("number"), parsed.number()},
                  {QStringLiteral("entries"), parsed.entryCount()},
                  {QStringLiteral("this_update"), timeJson(parsed.thisUpdate())},
                  {QStringLiteral("next_update"), timeJson(parsed.nextUpdate())},
                  {QStringLiteral("out"), out}};
    reply.text = QStringLiteral("CRL %1 with %2 entries: %3\n")
                     .arg(parsed.number())
                     .arg(parsed.entryCount())
                     .arg(out);
    return reply;
}

Result<Reply> quota(Session &session, const Arguments &arguments)
{
    const QString what = arguments.words().constFirst();
    if (what != QStringLiteral("show") && what != QStringLiteral("buy")
        && what != QStringLiteral("assign"))
        return fail(ErrorCode::Usage, {}, {QStringLiteral("ca quota buy|assign|show")});
    QStringList needed;
    if (what != QStringLiteral("show"))
        needed = {QStringLiteral("ca"), QStringLiteral("count")};
    if (what == QStringLiteral("assign"))
        needed.append(QStringLiteral("to"));
    for (const QString &option : std::as_const(needed)) {
        if (!arguments.has(option))
            return fail(ErrorCode::Usage, option, {QStringLiteral("--%1 is missing").arg(option)});
    }
    CAS_TRY(const qint64 count, arguments.number(QStringLiteral("count"), -1));
    const auto reply = [](const privateca::Ca &ca) {
        return Reply{{{QStringLiteral("id"), ca.id.toString()},
                      {QStringLiteral("status"), privateca::caStatusName(ca.status)},
                      {QStringLiteral("rest"),
                       ca.restCount ? QJsonValue(*ca.restCount) : QJsonValue(QJsonValue::Null)}},
                     QStringLiteral("%1: %2\n")
                         .arg(ui::visibleText(ca.name), ca.restCount
                                                            ? QString::number(*ca.restCount)
                                                            : QStringLiteral("not limited")),
                     0};
    };
    if (what == QStringLiteral("show")) {
        CAS_TRY(Console *const console, session.console());
        CAS_TRY(const auto cas, console->cas().all());
        Reply all;
        QJsonArray items;
        for (const auto &ca : cas) {
            const Reply one = reply(ca);
            items.append(one.json);
            all.text += one.text;
        }
        all.json = {{QStringLiteral("items"), items},
                    {QStringLiteral("total"), cas.size()},
                    {QStringLiteral("next"), QJsonValue::Null}};
        return all;
    }
    CAS_TRY(const CaId root, caOption(arguments));
    if (what == QStringLiteral("buy")) {
        CAS_TRY(Console *const console, session.unlocked());
        CAS_TRY(const auto ca, console->cas().buyQuota(root, count));
        return reply(ca);
    }
    CAS_TRY(const CaId to, CaId::parse(arguments.value(QStringLiteral("to"))));
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const auto ca, console->cas().assignQuota(root, to, count));
    return reply(ca);
}

} // namespace

void addCaIssueVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("ca");
    const OptionSpec ca{QStringLiteral("ca"), QStringLiteral("ID"), {}, true};
    verbs.push_back(
        {noun,
         QStringLiteral("issue"),
         {},
         QStringLiteral("issue one certificate"),
         {ca,
          {QStringLiteral("type"), QStringLiteral("server|client"), {}, true},
          {QStringLiteral("cn"), QStringLiteral("NAME"), {}, true},
          {QStringLiteral("san"), QStringLiteral("DNS:a,IP:b,EMAIL:c,URI:d"), {}},
          {QStringLiteral("days"), QStringLiteral("D"), {}, true},
          {QStringLiteral("key"), QStringLiteral("ALG"), {}},
          {QStringLiteral("csr"), QStringLiteral("F"),
           QStringLiteral("take the key of this request; without --san also its names")},
          {QStringLiteral("login-account"), QStringLiteral("NAME"),
           QStringLiteral("written as UID")},
          {QStringLiteral("out"), QStringLiteral("DIR"),
           QStringLiteral("write NAME-SERIAL.crt here")},
          {QStringLiteral("export-passphrase-file"), QStringLiteral("F"),
           QStringLiteral("and NAME-SERIAL.key, encrypted")}},
         0,
         0,
         issue});
    verbs.push_back({noun,
                     QStringLiteral("certs"),
                     {},
                     QStringLiteral("what a CA issued"),
                     {ca,
                      {QStringLiteral("status"), QStringLiteral("S"), {}},
                      {QStringLiteral("limit"), QStringLiteral("N"), {}},
                      {QStringLiteral("after"), QStringLiteral("CURSOR"), {}}},
                     0,
                     0,
                     certs});
    verbs.push_back({noun,
                     QStringLiteral("revoke"),
                     {},
                     QStringLiteral("take a certificate back, for good"),
                     {ca,
                      {QStringLiteral("serial"), QStringLiteral("HEX"), {}, true},
                      {QStringLiteral("reason"), QStringLiteral("R"),
                       QStringLiteral("keyCompromise, superseded, cessationOfOperation, "
                                      "affiliationChanged, privilegeWithdrawn, unspecified"),
                       true},
                      {QStringLiteral("note"), QStringLiteral("TEXT"),
                       QStringLiteral("why, for the operation log")}},
                     0,
                     0,
                     revoke});
    verbs.push_back({noun,
                     QStringLiteral("crl"),
                     {},
                     QStringLiteral("write the current CRL in PEM"),
                     {ca,
                      {QStringLiteral("out"), QStringLiteral("F"), {}, true},
                      {QStringLiteral("der"), {}, QStringLiteral("DER instead")},
                      {QStringLiteral("delta"), {}, {}}},
                     0,
                     0,
                     crl});
    verbs.push_back({noun,
                     QStringLiteral("quota"),
                     QStringLiteral("buy|assign|show"),
                     QStringLiteral("certificates a CA may still issue"),
                     {{QStringLiteral("ca"), QStringLiteral("ROOT"), {}},
                      {QStringLiteral("to"), QStringLiteral("SUB"), {}},
                      {QStringLiteral("count"), QStringLiteral("N"), {}}},
                     1,
                     1,
                     quota});
}

} // namespace cas::cli
