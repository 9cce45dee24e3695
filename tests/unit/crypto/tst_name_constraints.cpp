// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/chain.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

/// Constraints are written by `openssl req`, judged by checkNameConstraints() and, where both
/// shall agree, by `openssl verify`.
class NameConstraintsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void agreesWithOpenssl_data();
    void agreesWithOpenssl();
    void isStricterThanOpenssl_data();
    void isStricterThanOpenssl();
    void refusesToReadMalformedConstraints_data();
    void refusesToReadMalformedConstraints();
    void refusesConstraintsThatCannotBeEnforced_data();
    void refusesConstraintsThatCannotBeEnforced();
    void refusesToWriteWhatItCouldNotEnforce_data();
    void refusesToWriteWhatItCouldNotEnforce();
    void writesDirectoryConstraints();
    void showsEveryConstraint();

private:
    /// @param constraints as the value of nameConstraints in openssl.cnf
    QByteArray rootWith(const QString &constraints);
    QByteArray leafUnder(const QString &subject, const QString &names) const;

    Scratch m_scratch;
    PrivateKey m_rootKey;
    PrivateKey m_leafKey;
};

namespace {

const QString kTestRoot = QStringLiteral("CN=Constraint Root");

Result<> judge(const QByteArray &root, const QString &subject, const QString &names)
{
    const auto issuer = Certificate::fromDer(root);
    if (!issuer)
        return Error(issuer.error());
    if (!issuer->nameConstraints())
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("no constraints were read"));
    return checkNameConstraints(*issuer->nameConstraints(), nameOf(subject),
                                *parseSubjectAltNames(names));
}

} // namespace

void NameConstraintsTest::initTestCase()
{
    m_rootKey = *PrivateKey::generate(KeyAlgorithm::EcP256);
    m_leafKey = *PrivateKey::generate(KeyAlgorithm::EcP256);
    QVERIFY(
        !m_scratch
             .write(QStringLiteral("root.key"), toPem(*m_rootKey.toPkcs8(), "PRIVATE KEY").view())
             .isEmpty());
}

QByteArray NameConstraintsTest::rootWith(const QString &constraints)
{
    const QString config = QStringLiteral("[req]\nprompt=no\ndistinguished_name=dn\n"
                                          "x509_extensions=ca\nstring_mask=utf8only\n"
                                          "[dn]\nCN=Constraint Root\n"
                                          "[ca]\nbasicConstraints=critical,CA:TRUE\n"
                                          "keyUsage=critical,keyCertSign\n"
                                          "subjectKeyIdentifier=hash\n"
                                          "2.5.29.30=critical,%1\n"
                                          "[people]\nC=CN\nO=Example Org\n")
                               .arg(constraints)
                               .replace(QLatin1String("2.5.29.30=critical,"),
                                        constraints.startsWith(QLatin1String("DER:"))
                                            ? QStringLiteral("2.5.29.30=critical,")
                                            : QStringLiteral("nameConstraints=critical,"));
    m_scratch.write(QStringLiteral("root.cnf"), config.toUtf8());
    const ToolRun run =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-new"),
                 QStringLiteral("-key"), m_scratch.path(QStringLiteral("root.key")),
                 QStringLiteral("-config"), m_scratch.path(QStringLiteral("root.cnf")),
                 QStringLiteral("-days"), QStringLiteral("3650"), QStringLiteral("-outform"),
                 QStringLiteral("DER"), QStringLiteral("-out"),
                 m_scratch.path(QStringLiteral("root.der"))});
    if (run.exitCode != 0) {
        qWarning("%s", qPrintable(run.output));
        return {};
    }
    const QByteArray der = m_scratch.read(QStringLiteral("root.der"));
    m_scratch.write(QStringLiteral("root.pem"), toPem(der, "CERTIFICATE"));
    return der;
}

QByteArray NameConstraintsTest::leafUnder(const QString &subject, const QString &names) const
{
    CertificateFields fields = leafFields(m_leafKey, m_rootKey, nameOf(kTestRoot));
    fields.subject = nameOf(subject);
    fields.subjectAltNames = *parseSubjectAltNames(names);
    return *buildCertificate(fields, m_rootKey);
}

void NameConstraintsTest::agreesWithOpenssl_data()
{
    QTest::addColumn<QString>("constraints");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("names");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *constraints, const char *names, bool accepted,
                        const char *subject = "CN=Somebody, O=Example Org") {
        QTest::addRow("%s | %s | %s", constraints, names, subject)
            << QString::fromLatin1(constraints) << QString::fromLatin1(subject)
            << QString::fromLatin1(names) << accepted;
    };
    row("permitted;DNS:example.com", "DNS:example.com", true);
    row("permitted;DNS:example.com", "DNS:a.b.example.com", true);
    row("permitted;DNS:example.com", "DNS:*.example.com", true);
    row("permitted;DNS:EXAMPLE.com", "DNS:www.example.com", true);
    row("permitted;DNS:example.com", "DNS:badexample.com", false);
    row("permitted;DNS:example.com", "DNS:example.com.evil.org", false);
    row("permitted;DNS:example.com", "DNS:a.example.com, DNS:a.example.org", false);
    row("permitted;DNS:example.com", "IP:192.0.2.1", true);
    row("permitted;DNS:.example.com", "DNS:example.com", false);
    row("permitted;DNS:.example.com", "DNS:a.example.com", true);
    row("permitted;DNS:.example.com", "DNS:*.example.com", true);
    row("permitted;DNS:.example.com", "DNS:badexample.com", false);
    row("permitted;DNS:www.example.com", "DNS:*.example.com", false);
    row("excluded;DNS:example.com", "DNS:example.com", false);
    row("excluded;DNS:example.com", "DNS:a.example.com", false);
    row("excluded;DNS:example.com", "DNS:*.example.com", false);
    row("excluded;DNS:example.com", "DNS:example.org", true);
    row("excluded;DNS:.example.com", "DNS:a.example.com", false);
    row("excluded;DNS:.example.com", "DNS:example.com", true);
    row("permitted;DNS:example.com,excluded;DNS:secret.example.com", "DNS:secret.example.com",
        false);
    row("permitted;DNS:example.com,excluded;DNS:secret.example.com", "DNS:open.example.com", true);
    // No DNS name given: OpenSSL takes a common name that looks like a host for one.
    row("permitted;DNS:example.com", "IP:192.0.2.1", false, "CN=www.example.org");
    row("permitted;DNS:example.com", "IP:192.0.2.1", true, "CN=www.example.com");
    row("excluded;DNS:example.com", "IP:192.0.2.1", false, "CN=a_b.example.com");
    row("permitted;DNS:example.com", "DNS:example.com", true, "CN=www.example.org");

    row("permitted;IP:192.0.2.0/255.255.255.0", "IP:192.0.2.77", true);
    row("permitted;IP:192.0.2.0/255.255.255.0", "IP:192.0.3.1", false);
    row("permitted;IP:192.0.2.0/255.255.255.0", "IP:2001:db8::1", false);
    row("excluded;IP:10.0.0.0/255.0.0.0", "IP:10.255.0.1", false);
    row("excluded;IP:10.0.0.0/255.0.0.0", "IP:11.0.0.1", true);
    row("excluded;IP:10.1.2.3/255.0.0.0", "IP:10.9.9.9", false);
    row("excluded;IP:0.0.0.0/0.0.0.0", "IP:203.0.113.9", false);
    row("excluded;IP:0.0.0.0/0.0.0.0", "IP:2001:db8::1", true);
    row("permitted;IP:2001:db8::/ffff:ffff::", "IP:2001:db8:1::5", true);
    row("permitted;IP:2001:db8::/ffff:ffff::", "IP:2001:db9::5", false);
    row("excluded;IP:2001:db8::/ffff:ffff::", "IP:2001:db8::1", false);
    row("excluded;IP:::/::", "IP:2001:db9::1", false);

    row("permitted;email:me@example.com", "EMAIL:me@example.com", true);
    row("permitted;email:me@example.com", "EMAIL:me@EXAMPLE.COM", true);
    row("permitted;email:me@example.com", "EMAIL:you@example.com", false);
    row("permitted;email:me@example.com", "EMAIL:Me@example.com", false);
    row("permitted;email:example.com", "EMAIL:you@example.com", true);
    row("permitted;email:example.com", "EMAIL:you@mail.example.com", false);
    row("permitted;email:.example.com", "EMAIL:you@mail.example.com", true);
    row("permitted;email:.example.com", "EMAIL:you@example.com", false);
    row("excluded;email:me@example.com", "EMAIL:me@example.com", false);
    row("excluded;email:example.com", "EMAIL:a@example.com", false);
    row("excluded;email:.example.com", "EMAIL:a@x.example.com", false);
    row("excluded;email:.example.com", "EMAIL:a@example.com", true);
    row("permitted;email:example.com", "DNS:a.example", false,
        "CN=Somebody, emailAddress=a@example.org");
    row("permitted;email:example.com", "DNS:a.example", true,
        "CN=Somebody, emailAddress=a@example.com");

    row("permitted;URI:www.example.com", "URI:https://www.example.com/x", true);
    row("permitted;URI:www.example.com", "URI:https://www.example.com:8443/x", true);
    row("permitted;URI:www.example.com", "URI:https://a.www.example.com/x", false);
    row("permitted;URI:.example.com", "URI:https://www.example.com/x", true);
    row("permitted;URI:.example.com", "URI:https://example.com/x", false);
    row("excluded;URI:www.example.com", "URI:https://WWW.example.com/x", false);
    row("excluded;URI:.example.com", "URI:https://a.b.example.com/x", false);
    row("excluded;URI:.example.com", "URI:https://example.org/.example.com", true);
    row("permitted;URI:www.example.com", "URI:urn:isbn:0451450523", false);
    row("excluded;URI:www.example.com", "URI:urn:isbn:0451450523", false);

    row("permitted;dirName:people", "DNS:a.example", true, "C=CN, O=Example Org, CN=Somebody");
    row("permitted;dirName:people", "DNS:a.example", true, "C=CN, O=EXAMPLE  org, CN=Somebody");
    row("permitted;dirName:people", "DNS:a.example", false, "C=CN, O=Other Org, CN=Somebody");
    row("permitted;dirName:people", "DNS:a.example", false, "O=Example Org, C=CN, CN=Somebody");
    row("permitted;dirName:people", "DNS:a.example", false, "C=CN");
    row("excluded;dirName:people", "DNS:a.example", false, "C=CN, O=Example Org, CN=Somebody");
    row("excluded;dirName:people", "DNS:a.example", true, "C=CN, O=Other Org, CN=Somebody");
}

void NameConstraintsTest::agreesWithOpenssl()
{
    QFETCH(QString, constraints);
    QFETCH(QString, subject);
    QFETCH(QString, names);
    QFETCH(bool, accepted);
    const QByteArray root = rootWith(constraints);
    QVERIFY(!root.isEmpty());
    const ToolRun verify =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("verify"), QStringLiteral("-CAfile"),
                 m_scratch.path(QStringLiteral("root.pem")),
                 m_scratch.write(QStringLiteral("leaf.pem"),
                                 toPem(leafUnder(subject, names), "CERTIFICATE"))});
    // A URI without a host is an unsupported syntax to OpenSSL; what else it refuses must be a
    // constraint, or the comparison would say nothing.
    QVERIFY2(verify.exitCode == 0 || verify.output.contains(QLatin1String("subtree violation"))
                 || verify.output.contains(QLatin1String("invalid name syntax")),
             qPrintable(verify.output));
    QVERIFY2((verify.exitCode == 0) == accepted, qPrintable(verify.output));

    const auto judged = judge(root, subject, names);
    QVERIFY2(judged.has_value() == accepted,
             qPrintable(judged ? QStringLiteral("accepted") : judged.error().detail));
    if (!judged) {
        QCOMPARE(judged.error().code, ErrorCode::NameConstraintViolated);
        QCOMPARE(judged.error().field, QStringLiteral("san"));
        QCOMPARE(judged.error().args.size(), 2);
        QVERIFY(!judged.error().args[0].isEmpty());
        QVERIFY(!judged.error().args[1].isEmpty());
    }
}

void NameConstraintsTest::isStricterThanOpenssl_data()
{
    QTest::addColumn<QString>("constraints");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *constraints, const char *names) {
        QTest::addRow("%s | %s", constraints, names)
            << QString::fromLatin1(constraints) << QString::fromLatin1(names);
    };
    row("excluded;DNS:www.example.com", "DNS:*.example.com"); // the wildcard stands for it
    row("excluded;email:me@example.com", "EMAIL:ME@example.com"); // the same mailbox in practice
    row("excluded;URI:evil.example", "URI:https://evil.example./"); // the same host
    row("excluded;URI:evil.example", "URI:https://user@evil.example/"); // the same host
    row("excluded;URI:evil.example", "URI:https://192.0.2.1/"); // RFC 5280 §4.2.1.10: reject
    row("excluded;URI:evil.example", "URI:https://[2001:db8::1]/"); // the same
}

void NameConstraintsTest::isStricterThanOpenssl()
{
    QFETCH(QString, constraints);
    QFETCH(QString, names);
    const QByteArray root = rootWith(constraints);
    QVERIFY(!root.isEmpty());
    const auto judged = judge(root, QStringLiteral("CN=Somebody"), names);
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, ErrorCode::NameConstraintViolated);
}

void NameConstraintsTest::refusesToReadMalformedConstraints_data()
{
    QTest::addColumn<QString>("hex"); // the NameConstraints SEQUENCE
    const auto row = [](const char *name, const char *hex) {
        QTest::newRow(name) << QString::fromLatin1(hex);
    };
    row("excluded IPv4 of four octets", "300aa1083006870 40a000000");
    row("excluded IPv4 of seven octets", "300da10b300987070a0000 00ff0000");
    row("excluded IPv6 range of 31 octets",
        "3025a1233021871f 00000000000000000000000000000000 000000000000000000000000000000");
    row("excluded IP without octets", "3006a10430028700");
    row("IP mask with holes", "300ea10c300a87080a000000ff00ff00");
    row("NUL in a DNS name", "300ba1093007820561002e6364");
    row("DNS name that is not ASCII", "3009a10730058203c3bc61");
    row("blank in an e-mail address", "300ba1093007810561206240 63");
    row("empty excludedSubtrees", "3002a100");
    row("empty permittedSubtrees", "3002a000");
    row("a subtree without a base", "3004a1023000");
    row("a subtree that is no SEQUENCE", "3005a103020100");
    row("something after the subtrees", "300da107300582036162630202 0100");
    row("excluded before permitted", "3012a10730058203616263a00730058203616263");
    row("a directory name that is none", "3008a1063004a4020500");
    row("a directory name with a broken attribute", "300ca10a3008a40630043102 0500");
    row("not a SEQUENCE", "0400");
    row("NULL", "0500");
}

void NameConstraintsTest::refusesToReadMalformedConstraints()
{
    QFETCH(QString, hex);
    QString digits = hex;
    digits.remove(u' ');
    const QByteArray root = rootWith(QStringLiteral("DER:") + digits);
    QVERIFY(!root.isEmpty());
    const auto read = Certificate::fromDer(root);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::CertificateInvalid);
    QCOMPARE(read.error().args, QStringList{QStringLiteral("nameConstraints")});
}

void NameConstraintsTest::refusesConstraintsThatCannotBeEnforced_data()
{
    QTest::addColumn<QString>("constraints");
    QTest::addColumn<QString>("named"); // in the error
    const auto row = [](const char *constraints, const char *named) {
        QTest::newRow(constraints)
            << QString::fromLatin1(constraints) << QString::fromLatin1(named);
    };
    row("permitted;RID:1.2.3.4", "RID:1.2.3.4");
    row("excluded;RID:1.2.3.4", "RID:1.2.3.4");
    row("excluded;otherName:1.3.6.1.4.1.311.20.2.3;UTF8:@example.com", "other:");
    row("excluded;DNS:*.example.com", "*.example.com");
    row("excluded;DNS:example.com.", "example.com.");
    row("excluded;DNS:a..example.com", "a..example.com");
    row("excluded;email:@example.com", "@example.com");
    row("excluded;email:a@.example.com", "a@.example.com");
    row("excluded;URI:https://example.com/", "https://example.com/");
    // GeneralSubtree with minimum 1 and with maximum 0, RFC 5280 has neither
    row("DER:300ca10a3008820361626380 0101", "DNS:abc (minimum or maximum)");
    row("DER:300ca10a3008820361626381 0100", "DNS:abc (minimum or maximum)");
}

void NameConstraintsTest::refusesConstraintsThatCannotBeEnforced()
{
    QFETCH(QString, constraints);
    QFETCH(QString, named);
    const QByteArray root =
        rootWith(constraints.startsWith(QLatin1String("DER:")) ? QString(constraints).remove(u' ')
                                                               : constraints);
    QVERIFY(!root.isEmpty());
    const auto judged =
        judge(root, QStringLiteral("CN=Somebody"), QStringLiteral("DNS:innocent.example.net"));
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, ErrorCode::NameConstraintViolated);
    QCOMPARE(judged.error().args[0], QStringLiteral("innocent.example.net"));
    QVERIFY2(judged.error().args[1].startsWith(named), qPrintable(judged.error().args[1]));
}

void NameConstraintsTest::refusesToWriteWhatItCouldNotEnforce_data()
{
    QTest::addColumn<QString>("dns");
    QTest::addColumn<QString>("ip");
    QTest::addColumn<QString>("other");
    QTest::newRow("wildcard") << QStringLiteral("*.example.com") << QString() << QString();
    QTest::newRow("not ASCII") << QStringLiteral("b\u00fccher.example") << QString() << QString();
    QTest::newRow("range past the end") << QString() << QStringLiteral("10.0.0.0/33") << QString();
    QTest::newRow("no address") << QString() << QStringLiteral("example.com") << QString();
    QTest::newRow("a foreign form") << QString() << QString() << QStringLiteral("RID:1.2.3");
}

void NameConstraintsTest::refusesToWriteWhatItCouldNotEnforce()
{
    QFETCH(QString, dns);
    QFETCH(QString, ip);
    QFETCH(QString, other);
    CertificateFields fields = rootFields(m_rootKey, kTestRoot);
    NameConstraints &constraints = fields.nameConstraints.emplace();
    if (!dns.isEmpty())
        constraints.excludedDns << dns;
    if (!ip.isEmpty())
        constraints.excludedIp << ip;
    if (!other.isEmpty())
        constraints.excludedOther << other;
    const auto der = buildCertificate(fields, m_rootKey);
    QVERIFY(!der);
    QCOMPARE(der.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(der.error().field, QStringLiteral("nameConstraints"));
    // The check refuses them as well when they come from elsewhere.
    const auto judged =
        checkNameConstraints(constraints, nameOf(QStringLiteral("CN=Somebody")),
                             *parseSubjectAltNames(QStringLiteral("DNS:innocent.example.net")));
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, ErrorCode::NameConstraintViolated);
}

void NameConstraintsTest::writesDirectoryConstraints()
{
    CertificateFields fields = rootFields(m_rootKey, kTestRoot);
    fields.nameConstraints.emplace().permittedDirectory = {
        nameOf(QStringLiteral("C=CN, O=Example Org"))};
    const QByteArray der = *buildCertificate(fields, m_rootKey);
    const ToolRun run =
        runTool(QStringLiteral("openssl"), {QStringLiteral("x509"), QStringLiteral("-in"),
                                            m_scratch.write(QStringLiteral("d.der"), der),
                                            QStringLiteral("-noout"), QStringLiteral("-text")});
    QVERIFY2(run.output.contains(QLatin1String("DirName:C = CN, O = Example Org"))
                 && run.output.contains(QLatin1String("Permitted:")),
             qPrintable(run.output));
    QVERIFY(Certificate::fromDer(der)->nameConstraints() == fields.nameConstraints);
}

void NameConstraintsTest::showsEveryConstraint()
{
    const QByteArray root = rootWith(
        QStringLiteral("permitted;dirName:people,permitted;DNS:example.com,excluded;RID:1.2.3.4"));
    const auto read = Certificate::fromDer(root);
    QVERIFY(read);
    QString shown;
    for (const ExtensionView &view : read->extensions()) {
        if (view.oid == u"2.5.29.30")
            shown = view.text;
    }
    QCOMPARE(shown, QStringLiteral("Permitted DNS:example.com\nPermitted DIR:C=CN, O=Example Org\n"
                                   "Excluded RID:1.2.3.4"));
}

QTEST_GUILESS_MAIN(NameConstraintsTest)
#include "tst_name_constraints.moc"
