// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"
#include "app/cli/session.h"
#include "core/certificates/output_file.h"
#include "core/certificates/packer.h"
#include "core/crypto/containers.h"
#include "core/privateca/ca_rules.h"
#include "core/settings/setting_keys.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

namespace {

using privateca::Ca;

QJsonValue idJson(const QString &id)
{
    return id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(id);
}

QJsonObject caJson(const Ca &ca)
{
    return {{QStringLiteral("id"), ca.id.toString()},
            {QStringLiteral("status"), privateca::caStatusName(ca.status)},
            {QStringLiteral("name"), ca.name},
            {QStringLiteral("type"), privateca::caTypeId(ca.type)},
            {QStringLiteral("parent"), idJson(ca.parent.toString())},
            {QStringLiteral("certificate"), idJson(ca.certificate.toString())},
            {QStringLiteral("subject"), ca.subject},
            {QStringLiteral("key_algorithm"), ca.keyAlgorithm},
            {QStringLiteral("not_before"), timeJson(ca.notBefore)},
            {QStringLiteral("not_after"), timeJson(ca.notAfter)},
            {QStringLiteral("issued"), ca.issuedCount},
            {QStringLiteral("revoked"), ca.revokedCount},
            {QStringLiteral("rest"),
             ca.restCount ? QJsonValue(*ca.restCount) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("crl_enabled"), ca.crlEnabled},
            {QStringLiteral("crl_days"), ca.crlDays},
            {QStringLiteral("crl_url"), ca.crlUrl},
            {QStringLiteral("issuer_url"), ca.issuerUrl},
            {QStringLiteral("ocsp_url"), ca.ocspUrl}};
}

QString caLine(const Ca &ca)
{
    return QStringLiteral("%1  %2  %3  %4  until %5  issued %6\n")
        .arg(ca.id.toString(), privateca::caTypeId(ca.type).leftJustified(4),
             privateca::caStatusName(ca.status).leftJustified(14), ui::visibleText(ca.name),
             ca.notAfter.toString(Qt::ISODate))
        .arg(ca.issuedCount);
}

Reply caReply(const Ca &ca)
{
    return {caJson(ca), caLine(ca), 0};
}

Result<Ca> wordCa(Console &console, const Arguments &arguments)
{
    CAS_TRY(const CaId id, CaId::parse(arguments.words().constFirst()));
    return console.cas().byId(id);
}

Result<crypto::KeyAlgorithm> keyOption(const Arguments &arguments)
{
    return crypto::parseKeyAlgorithm(
        arguments.value(QStringLiteral("key"), QStringLiteral("ec-p256")));
}

/// What is not said is taken from the settings: days, and addresses below the base URL.
Result<privateca::Publication> publicationOptions(Console &console, const Arguments &arguments,
                                                  const QString &name)
{
    const auto urls = privateca::rules::urlsBelow(
        console.settings().valueOrFallback(settings::keys::baseUrl), name);
    privateca::Publication publication;
    const QString days = console.settings().valueOrFallback(settings::keys::crlDays);
    CAS_TRY(const qint64 crlDays, arguments.number(QStringLiteral("crl-days"), days.toInt()));
    publication.crlDays = static_cast<int>(std::clamp<qint64>(crlDays, -1, 100'000));
    publication.crlUrl = arguments.value(QStringLiteral("crl-url"), urls.crl);
    publication.issuerUrl = arguments.value(QStringLiteral("issuer-url"), urls.issuer);
    publication.ocspUrl = arguments.value(QStringLiteral("ocsp-url"));
    return publication;
}

QList<OptionSpec> creationOptions()
{
    return {{QStringLiteral("name"), QStringLiteral("N"), QStringLiteral("alias, unique"), true},
            {QStringLiteral("subject"), QStringLiteral("DN"),
             QStringLiteral("\"CN=Example Root, O=Example, C=CN\""), true},
            {QStringLiteral("key"), QStringLiteral("ALG"),
             QStringLiteral("rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519 sm2")},
            {QStringLiteral("years"), QStringLiteral("Y"), QStringLiteral("1-30"), true},
            {QStringLiteral("crl-days"), QStringLiteral("D"), QStringLiteral("1-365")},
            {QStringLiteral("crl-url"), QStringLiteral("URL"),
             QStringLiteral("http; left out: below the setting ca.base-url")},
            {QStringLiteral("issuer-url"), QStringLiteral("URL"), QStringLiteral("http")},
            {QStringLiteral("ocsp-url"), QStringLiteral("URL"), QStringLiteral("http")},
            {QStringLiteral("months"), QStringLiteral("M"),
             QStringLiteral("of service, metered stores: 1-36")}};
}

int saturated(qint64 number)
{
    return static_cast<int>(std::clamp<qint64>(number, -1, 1'000'000));
}

Result<Reply> createRoot(Session &session, const Arguments &arguments)
{
    privateca::CreateRootCommand command;
    command.name = arguments.value(QStringLiteral("name"));
    CAS_TRY(command.subject,
            crypto::DistinguishedName::parse(arguments.value(QStringLiteral("subject"))));
    CAS_TRY(command.algorithm, keyOption(arguments));
    CAS_TRY(const qint64 years, arguments.number(QStringLiteral("years"), 10));
    command.years = saturated(years);
    CAS_TRY(const qint64 months, arguments.number(QStringLiteral("months"), 12));
    command.months = saturated(months);
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(command.publication, publicationOptions(*console, arguments, command.name));
    CAS_TRY(const Ca ca, console->cas().createRoot(command, nullptr));
    return caReply(ca);
}

/// `a,b`. Nothing between the commas is not nothing asked for: a constraint would be left out.
/// @errors InputInvalid(field)
Result<QStringList> listOption(const Arguments &arguments, const QString &name)
{
    if (!arguments.has(name))
        return QStringList();
    QStringList entries;
    for (const QString &entry : arguments.value(name).split(u',')) {
        entries.append(entry.trimmed());
        if (entries.constLast().isEmpty())
            return fail(ErrorCode::InputInvalid, QString(name).replace(u'-', u'_'),
                        {QStringLiteral("\"%1\"").arg(arguments.value(name).left(80)),
                         QStringLiteral("entries with commas between them")});
    }
    return entries;
}

Result<Reply> createSub(Session &session, const Arguments &arguments)
{
    privateca::CreateSubCommand command;
    CAS_TRY(command.parent, CaId::parse(arguments.value(QStringLiteral("parent"))));
    command.name = arguments.value(QStringLiteral("name"));
    CAS_TRY(command.subject,
            crypto::DistinguishedName::parse(arguments.value(QStringLiteral("subject"))));
    CAS_TRY(command.algorithm, keyOption(arguments));
    CAS_TRY(const qint64 years, arguments.number(QStringLiteral("years"), 5));
    command.years = saturated(years);
    CAS_TRY(const qint64 months, arguments.number(QStringLiteral("months"), 12));
    command.months = saturated(months);
    CAS_TRY(const qint64 pathLength, arguments.number(QStringLiteral("path-length"), 0));
    command.pathLength = saturated(pathLength);
    crypto::NameConstraints constraints;
    CAS_TRY(constraints.permittedDns, listOption(arguments, QStringLiteral("permit-dns")));
    CAS_TRY(constraints.excludedDns, listOption(arguments, QStringLiteral("exclude-dns")));
    CAS_TRY(constraints.permittedIp, listOption(arguments, QStringLiteral("permit-ip")));
    CAS_TRY(constraints.excludedIp, listOption(arguments, QStringLiteral("exclude-ip")));
    if (!constraints.isEmpty())
        command.nameConstraints = constraints;
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(command.publication, publicationOptions(*console, arguments, command.name));
    CAS_TRY(const Ca ca, console->cas().createSub(command, nullptr));
    return caReply(ca);
}

Result<Reply> importCa(Session &session, const Arguments &arguments)
{
    privateca::ImportCaCommand command;
    command.name = arguments.value(QStringLiteral("name"));
    CAS_TRY(command.certificateFile,
            readInputFile(arguments.value(QStringLiteral("cert")), QStringLiteral("cert")));
    if (arguments.has(QStringLiteral("key"))) {
        CAS_TRY(command.keyFile,
                readInputFile(arguments.value(QStringLiteral("key")), QStringLiteral("key")));
    } else if (!crypto::looksLikePkcs12(command.certificateFile)) {
        return fail(ErrorCode::Usage, QStringLiteral("key"),
                    {QStringLiteral("--key F is missing")});
    }
    if (arguments.has(QStringLiteral("key-passphrase-file"))) {
        CAS_TRY(command.keyPassphrase,
                readPassphraseFile(arguments.value(QStringLiteral("key-passphrase-file")),
                                   QStringLiteral("key_passphrase_file")));
    }
    CAS_TRY(Console *const console, session.unlocked());
    const auto imported = console->cas().import(command);
    secureWipe(command.keyFile.data(), static_cast<size_t>(command.keyFile.size()));
    if (!imported)
        return imported.error();
    Reply reply = caReply(*imported);
    if (!imported->crlEnabled)
        reply.notice = QStringLiteral("the certificate does not allow this CA to sign revocation "
                                      "lists (no cRLSign); its list stays off");
    return reply;
}

Result<Reply> listCas(Session &session, const Arguments &)
{
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const auto cas, console->cas().all());
    Reply reply;
    QJsonArray items;
    for (const Ca &ca : cas) {
        items.append(caJson(ca));
        reply.text += caLine(ca);
    }
    reply.json = {{QStringLiteral("items"), items},
                  {QStringLiteral("total"), cas.size()},
                  {QStringLiteral("next"), QJsonValue::Null}};
    return reply;
}

Result<Reply> showCa(Session &session, const Arguments &arguments)
{
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const Ca ca, wordCa(*console, arguments));
    CAS_TRY(const auto details, console->cas().details(ca.id));
    Reply reply = caReply(ca);
    reply.json.insert(QStringLiteral("crl"),
                      QJsonObject{{QStringLiteral("number"), details.crl.number},
                                  {QStringLiteral("this_update"), timeJson(details.crl.thisUpdate)},
                                  {QStringLiteral("next_update"), timeJson(details.crl.nextUpdate)},
                                  {QStringLiteral("entries"), details.crl.entries}});
    return reply;
}

Result<Reply> exportCa(Session &session, const Arguments &arguments)
{
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const Ca ca, wordCa(*console, arguments));
    if (!ca.certificate)
        return fail(ErrorCode::WrongState, QStringLiteral("ca"),
                    {privateca::caStatusName(ca.status), ca.name});
    certificates::PackOptions options;
    options.includeChain = arguments.has(QStringLiteral("chain"));
    const QString out = arguments.value(QStringLiteral("out"));
    CAS_TRY_VOID(certificates::checkOutputFile(out, true));
    CAS_TRY(const auto files, console->certificates().exportFiles(ca.certificate, options, {}));
    CAS_TRY_VOID(certificates::writeFile(files.front(), out, true));
    Reply reply = caReply(ca);
    reply.json.insert(QStringLiteral("out"), out);
    reply.text = QStringLiteral("Wrote %1\n").arg(out);
    return reply;
}

Result<Reply> enableCa(Session &session, const Arguments &arguments)
{
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const Ca ca, wordCa(*console, arguments));
    CAS_TRY(const Ca after, console->cas().enable(ca.id));
    return caReply(after);
}

Result<Reply> disableCa(Session &session, const Arguments &arguments)
{
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY(const Ca ca, wordCa(*console, arguments));
    CAS_TRY(const Ca after, console->cas().disable(ca.id));
    return caReply(after);
}

} // namespace

void addCaVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("ca");
    const QString id = QStringLiteral("ID");
    QList<OptionSpec> root = creationOptions();
    QList<OptionSpec> sub = creationOptions();
    sub.append({{QStringLiteral("parent"), id, QStringLiteral("the CA that signs it"), true},
                {QStringLiteral("path-length"), QStringLiteral("K"),
                 QStringLiteral("CAs allowed below it, default 0")},
                {QStringLiteral("permit-dns"), QStringLiteral("D[,D]"),
                 QStringLiteral("name constraint: only names under these")},
                {QStringLiteral("exclude-dns"), QStringLiteral("D[,D]"), {}},
                {QStringLiteral("permit-ip"), QStringLiteral("CIDR[,CIDR]"), {}},
                {QStringLiteral("exclude-ip"), QStringLiteral("CIDR[,CIDR]"), {}}});
    verbs.push_back({noun,
                     QStringLiteral("create-root"),
                     {},
                     QStringLiteral("make a root CA"),
                     root,
                     0,
                     0,
                     createRoot});
    verbs.push_back({noun,
                     QStringLiteral("create-sub"),
                     {},
                     QStringLiteral("make a subordinate CA"),
                     sub,
                     0,
                     0,
                     createSub});
    verbs.push_back(
        {noun,
         QStringLiteral("import"),
         {},
         QStringLiteral("take in a CA made elsewhere"),
         {{QStringLiteral("name"), QStringLiteral("N"), QStringLiteral("alias, unique"), true},
          {QStringLiteral("cert"), QStringLiteral("F"),
           QStringLiteral("certificate, its issuers may follow; or PKCS#12"), true},
          {QStringLiteral("key"), QStringLiteral("F"),
           QStringLiteral("private key; none beside PKCS#12")},
          {QStringLiteral("key-passphrase-file"), QStringLiteral("F"), {}}},
         0,
         0,
         importCa});
    verbs.push_back(
        {noun, QStringLiteral("list"), {}, QStringLiteral("all CAs"), {}, 0, 0, listCas});
    verbs.push_back({noun, QStringLiteral("show"), id, QStringLiteral("one CA"), {}, 1, 1, showCa});
    verbs.push_back({noun,
                     QStringLiteral("export"),
                     id,
                     QStringLiteral("write the CA certificate in PEM"),
                     {{QStringLiteral("out"), QStringLiteral("F"), {}, true},
                      {QStringLiteral("chain"), {}, QStringLiteral("its issuers as well")}},
                     1,
                     1,
                     exportCa});
    verbs.push_back({noun,
                     QStringLiteral("enable"),
                     id,
                     QStringLiteral("let a CA issue again"),
                     {},
                     1,
                     1,
                     enableCa});
    verbs.push_back({noun,
                     QStringLiteral("disable"),
                     id,
                     QStringLiteral("stop issuing; CRLs go on"),
                     {},
                     1,
                     1,
                     disableCa});
}

} // namespace cas::cli
