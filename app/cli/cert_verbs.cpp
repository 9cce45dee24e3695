// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/certificate_json.h"
#include "app/cli/invocation.h"
#include "app/cli/session.h"
#include "core/certificates/output_file.h"
#include "core/certificates/packer.h"
#include "ui/text/plain_text.h"

#include <QSet>

namespace cas::cli {

namespace {

constexpr int kShownText = 4000; // characters of one line for people; all of it stands in the JSON

Result<Reply> list(Session &session, const Arguments &arguments)
{
    certificates::CertificateFilter filter;
    if (arguments.has(QStringLiteral("status"))) {
        CAS_TRY(filter.status,
                certificates::parseStatus(arguments.value(QStringLiteral("status"))));
    }
    filter.search = arguments.value(QStringLiteral("search"));
    if (arguments.has(QStringLiteral("sort"))) {
        const QString sort = arguments.value(QStringLiteral("sort"));
        const QString order = sort.section(u':', 1).toLower();
        CAS_TRY(filter.sort, certificates::parseSort(sort.section(u':', 0, 0)));
        if (sort.contains(u':') && order != QStringLiteral("asc")
            && order != QStringLiteral("desc"))
            return fail(ErrorCode::InputInvalid, QStringLiteral("sort"),
                        {sort.left(80), QStringLiteral("COLUMN, COLUMN:asc, COLUMN:desc")});
        filter.order = order == QStringLiteral("desc") ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    filter.deleted = arguments.has(QStringLiteral("deleted"));
    CAS_TRY(const qint64 limit, arguments.number(QStringLiteral("limit"), 100));
    if (limit < 1 || limit > 10'000)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("limit"),
                    {QStringLiteral("1"), QStringLiteral("10000")});
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const auto page, console->certificates().page(
                                 filter, {}, {limit, arguments.value(QStringLiteral("after")), 0}));
    CAS_TRY(const qint64 total, console->certificates().count(filter, {}));
    Reply reply;
    QJsonArray items;
    for (const auto &row : page.items) {
        items.append(certificateJson(row, session.clock().now()));
        reply.text += certificateLine(row);
    }
    reply.json = {{QStringLiteral("items"), items},
                  {QStringLiteral("total"), total},
                  {QStringLiteral("next"),
                   page.next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(page.next)}};
    return reply;
}

Result<Reply> show(Session &session, const Arguments &arguments)
{
    CAS_TRY(const auto id, CertificateId::parse(arguments.words().constFirst()));
    CAS_TRY(Console *const console, session.console());
    CAS_TRY(const auto details, console->certificates().details(id));
    Reply reply;
    reply.json = certificateJson(details.row, session.clock().now());
    reply.json.insert(QStringLiteral("issuer"), details.certificate.issuer().toString());
    reply.json.insert(QStringLiteral("signature_algorithm"),
                      details.certificate.signatureAlgorithmLabel());
    reply.json.insert(QStringLiteral("fingerprint_sha1"),
                      QString::fromLatin1(details.certificate.sha1().toHex().toUpper()));
    reply.json.insert(QStringLiteral("revoked_at"), timeJson(details.row.revokedAt));
    reply.json.insert(QStringLiteral("has_key"), details.row.hasKey);
    reply.json.insert(QStringLiteral("pem"),
                      QString::fromLatin1(crypto::toPem(details.certificate.der(), "CERTIFICATE")));
    QJsonArray chain;
    for (const auto &link : details.chain)
        chain.append(
            QJsonObject{{QStringLiteral("id"), link.id.toString()},
                        {QStringLiteral("name"), link.name},
                        {QStringLiteral("status"), certificates::statusName(link.status)}});
    reply.json.insert(QStringLiteral("chain"), chain);
    QJsonArray extensions;
    reply.text = certificateLine(details.row)
                 + QStringLiteral("  subject %1\n  issuer  %2\n  serial  %3\n")
                       .arg(ui::visibleText(details.row.subject, kShownText),
                            ui::visibleText(details.certificate.issuer().toString(), kShownText),
                            crypto::serialText(details.row.serial));
    for (const auto &extension : details.certificate.extensions()) {
        extensions.append(QJsonObject{{QStringLiteral("oid"), extension.oid},
                                      {QStringLiteral("name"), extension.name},
                                      {QStringLiteral("critical"), extension.critical},
                                      {QStringLiteral("text"), extension.text}});
        reply.text +=
            QStringLiteral("  %1: %2\n")
                .arg(ui::visibleText(extension.name),
                     ui::visibleText(QString(extension.text).replace(u'\n', QStringLiteral(", ")),
                                     kShownText));
    }
    reply.json.insert(QStringLiteral("extensions"), extensions);
    return reply;
}

Result<Reply> remove(Session &session, const Arguments &arguments)
{
    QList<CertificateId> ids;
    for (const QString &word : arguments.words()) {
        CAS_TRY(const auto id, CertificateId::parse(word));
        ids.append(id);
    }
    CAS_TRY(Console *const console, session.unlocked());
    CAS_TRY_VOID(console->certificates().remove(ids));
    QJsonArray printed;
    for (const CertificateId id : ids)
        printed.append(id.toString());
    Reply reply;
    reply.json = {{QStringLiteral("id"), ids.constFirst().toString()},
                  {QStringLiteral("ids"), printed},
                  {QStringLiteral("status"), QStringLiteral("deleted")}};
    reply.text = QStringLiteral("Deleted %1\n").arg(ids.size());
    return reply;
}

Result<Reply> exportCertificate(Session &session, const Arguments &arguments)
{
    CAS_TRY(const auto id, CertificateId::parse(arguments.words().constFirst()));
    const QString format = arguments.value(QStringLiteral("format"));
    static const QSet<QString> later{QStringLiteral("jks"), QStringLiteral("nginx"),
                                     QStringLiteral("apache"), QStringLiteral("tomcat"),
                                     QStringLiteral("iis")};
    if (later.contains(format))
        return fail(ErrorCode::NotInThisVersion, QStringLiteral("format"), {format});
    certificates::PackOptions options;
    CAS_TRY(options.format, certificates::parsePackFormat(format));
    if (options.format == certificates::PackFormat::CrtKey)
        return fail(ErrorCode::InputInvalid, QStringLiteral("format"),
                    {format, QStringLiteral("pem, der, pfx, p7b, pkcs8")});
    SecretBytes passphrase;
    if (arguments.has(QStringLiteral("export-passphrase-file"))) {
        CAS_TRY(passphrase,
                readPassphraseFile(arguments.value(QStringLiteral("export-passphrase-file")),
                                   QStringLiteral("export_passphrase_file")));
    } else if (certificates::holdsKey(options.format)) {
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("export_passphrase"));
    }
    CAS_TRY(Console *const console, session.unlocked());
    const QString out = arguments.value(QStringLiteral("out"));
    CAS_TRY_VOID(certificates::checkOutputFile(out, true)); // before the log says that a key left
    CAS_TRY(const auto files, console->certificates().exportFiles(id, options, passphrase));
    CAS_TRY_VOID(certificates::writeFile(files.front(), out, true));
    CAS_TRY(const auto row, console->certificates().row(id));
    Reply reply;
    reply.json = {{QStringLiteral("id"), id.toString()},
                  {QStringLiteral("status"), certificates::statusName(row.status)},
                  {QStringLiteral("out"), out}};
    reply.text = QStringLiteral("Wrote %1\n").arg(out);
    return reply;
}

} // namespace

void addCertVerbs(std::vector<Verb> &verbs)
{
    const QString noun = QStringLiteral("cert");
    verbs.push_back({noun,
                     QStringLiteral("list"),
                     {},
                     QStringLiteral("all certificates"),
                     {{QStringLiteral("status"), QStringLiteral("S"), {}},
                      {QStringLiteral("deleted"), {}, QStringLiteral("Recently deleted instead")},
                      {QStringLiteral("search"), QStringLiteral("TEXT"), {}},
                      {QStringLiteral("sort"), QStringLiteral("COLUMN[:desc]"), {}},
                      {QStringLiteral("limit"), QStringLiteral("N"), {}},
                      {QStringLiteral("after"), QStringLiteral("CURSOR"), {}}},
                     0,
                     0,
                     list});
    verbs.push_back({noun,
                     QStringLiteral("show"),
                     QStringLiteral("ID"),
                     QStringLiteral("one certificate, decoded"),
                     {},
                     1,
                     1,
                     show});
    verbs.push_back({noun,
                     QStringLiteral("delete"),
                     QStringLiteral("ID..."),
                     QStringLiteral("move to Recently deleted"),
                     {},
                     1,
                     -1,
                     remove});
    verbs.push_back({noun,
                     QStringLiteral("export"),
                     QStringLiteral("ID"),
                     QStringLiteral("write a certificate, with or without its key"),
                     {{QStringLiteral("format"), QStringLiteral("pem|der|pfx|p7b|pkcs8"), {}, true},
                      {QStringLiteral("out"), QStringLiteral("PATH"), {}, true},
                      {QStringLiteral("export-passphrase-file"), QStringLiteral("F"), {}}},
                     1,
                     1,
                     exportCertificate});
}

} // namespace cas::cli
