// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_request.h"
#include "core/crypto/chain.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class ChainTest : public QObject
{
    Q_OBJECT
private slots:
    void acceptsAndRevokes_data();
    void acceptsAndRevokes();
    void findsWhatIsWrong();
    void opensslVerifiesOurRequests_data() { acceptsAndRevokes_data(); }
    void opensslVerifiesOurRequests();
    void refusesNamesOutsideTheConstraints();
};

void ChainTest::acceptsAndRevokes_data()
{
    QTest::addColumn<int>("algorithm");
    for (const KeyAlgorithm algorithm :
         {KeyAlgorithm::Rsa2048, KeyAlgorithm::EcP256, KeyAlgorithm::Ed25519, KeyAlgorithm::Sm2})
        QTest::newRow(qPrintable(keyAlgorithmId(algorithm))) << static_cast<int>(algorithm);
}

void ChainTest::acceptsAndRevokes()
{
    QFETCH(int, algorithm);
    const auto caKey = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    const auto leafKey = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    const CertificateFields ca = rootFields(*caKey, QStringLiteral("CN=Root"));
    const CertificateFields fields = leafFields(*leafKey, *caKey, ca.subject);
    const QByteArray root = *buildCertificate(ca, *caKey);
    const QByteArray leaf = *buildCertificate(fields, *caKey);
    CrlFields crl;
    crl.issuer = ca.subject;
    crl.authorityKeyIdentifier = caKey->publicKey().keyIdentifier();
    crl.thisUpdate = utc(2024, 1, 1);
    crl.nextUpdate = utc(2024, 12, 1);
    const auto listOf = [&](const QByteArray &serial) {
        bool given = false;
        return *buildCrl(
            crl,
            [&]() -> Result<std::optional<RevokedEntry>> {
                if (std::exchange(given, true))
                    return std::optional<RevokedEntry>();
                return std::optional(
                    RevokedEntry{serial, utc(2023, 6, 1), RevocationReason::KeyCompromise});
            },
            *caKey);
    };
    const QByteArray good = listOf(newSerial());
    const QByteArray bad = listOf(fields.serial);

    ChainCheck check;
    check.trustAnchors = {root};
    check.crls = {good};
    check.at = utc(2024, 6, 1);
    check.purpose = eku::serverAuth;
    auto report = checkChain(leaf, check);
    QVERIFY(report);
    QVERIFY2(report->ok(), qPrintable(report->ok() ? QString() : report->findings.first().detail));
    QCOMPARE(report->chain, (QList<QByteArray>{leaf, root}));
    check.crls = {bad};
    report = checkChain(leaf, check);
    QCOMPARE(report->findings.size(), 1);
    QCOMPARE(report->findings.first().problem, ChainProblem::Revoked);
    QByteArray forged = bad;
    forged[forged.size() - 1] = static_cast<char>(forged.back() ^ 1);
    check.crls = {forged};
    QCOMPARE(checkChain(leaf, check)->findings.first().problem, ChainProblem::SignatureInvalid);

    const auto parsed = Crl::fromDer(bad);
    QVERIFY(parsed);
    QCOMPARE(parsed->number(), 1);
    QCOMPARE(parsed->entryCount(), 1);
    const auto entry = parsed->find(fields.serial);
    QVERIFY(entry);
    QCOMPARE(entry->revokedAt, utc(2023, 6, 1));
    QCOMPARE(entry->reason, RevocationReason::KeyCompromise);
    QVERIFY(!parsed->find(newSerial()));
    QVERIFY(parsed->verifySignature(caKey->publicKey()));
    const Scratch scratch;
    const ToolRun text =
        runTool(QStringLiteral("openssl"), {QStringLiteral("crl"), QStringLiteral("-in"),
                                            scratch.write(QStringLiteral("l"), bad),
                                            QStringLiteral("-noout"), QStringLiteral("-text")});
    QVERIFY2(text.output.contains(QLatin1String("Key Compromise"))
                 && text.output.contains(serialText(fields.serial)),
             qPrintable(text.output));
}

void ChainTest::findsWhatIsWrong()
{
    const auto caKey = PrivateKey::generate(KeyAlgorithm::EcP256);
    const auto leafKey = PrivateKey::generate(KeyAlgorithm::EcP256);
    const CertificateFields ca = rootFields(*caKey, QStringLiteral("CN=Root"));
    const QByteArray root = *buildCertificate(ca, *caKey);
    CertificateFields fields = leafFields(*leafKey, *caKey, ca.subject);
    const QByteArray leaf = *buildCertificate(fields, *caKey);
    ChainCheck check;
    check.trustAnchors = {root};
    check.at = utc(2049, 1, 1);
    const auto first = [&](const QByteArray &der) {
        const auto report = checkChain(der, check);
        return report && !report->ok() ? static_cast<int>(report->findings.first().problem) : -1;
    };
    QCOMPARE(first(leaf), static_cast<int>(ChainProblem::Expired));
    check.at = utc(2024, 1, 1);
    QCOMPARE(first(leaf), -1);
    check.purpose = eku::clientAuth;
    QCOMPARE(first(leaf), static_cast<int>(ChainProblem::PurposeNotAllowed));
    check.purpose = eku::codeSigning;
    QCOMPARE(first(leaf), static_cast<int>(ChainProblem::PurposeNotAllowed));
    check.purpose.clear();
    check.trustAnchors.clear();
    QCOMPARE(first(leaf), static_cast<int>(ChainProblem::NoIssuerFound));
    QByteArray flipped = root;
    flipped[flipped.size() - 1] = static_cast<char>(flipped.back() ^ 1);
    check.trustAnchors = {flipped};
    QCOMPARE(first(leaf), static_cast<int>(ChainProblem::SignatureInvalid));
    const auto unreadable = checkChain("x", check);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().code, ErrorCode::DerInvalid);
}

void ChainTest::opensslVerifiesOurRequests()
{
    QFETCH(int, algorithm);
    const auto key = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    const auto names = parseSubjectAltNames(QStringLiteral("a.example, 192.0.2.7"));
    const auto der = buildCertificateRequest(nameOf(QStringLiteral("CN=a.example")), *names, *key);
    QVERIFY(der);
    const Scratch scratch;
    QStringList arguments{QStringLiteral("req"),
                          QStringLiteral("-verify"),
                          QStringLiteral("-noout"),
                          QStringLiteral("-text"),
                          QStringLiteral("-in"),
                          scratch.write(QStringLiteral("r"), toPem(*der, "CERTIFICATE REQUEST"))};
    if (static_cast<KeyAlgorithm>(algorithm) == KeyAlgorithm::Sm2)
        arguments << QStringLiteral("-vfyopt") << QStringLiteral("distid:1234567812345678");
    const ToolRun run = runTool(QStringLiteral("openssl"), arguments);
    QVERIFY2(run.exitCode == 0 && run.output.contains(QLatin1String("verify OK"))
                 && run.output.contains(QLatin1String("DNS:a.example, IP Address:192.0.2.7")),
             qPrintable(run.output));
    const auto read = CertificateRequest::read(*der);
    QVERIFY(read);
    QVERIFY(read->subjectAltNames() == *names);
    QVERIFY(!read->asksForCa());
    QByteArray damaged = *der;
    damaged[damaged.size() - 1] = static_cast<char>(damaged.back() ^ 1);
    const auto refused = CertificateRequest::read(damaged);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CsrSignatureInvalid);
}

void ChainTest::refusesNamesOutsideTheConstraints()
{
    NameConstraints constraints;
    constraints.permittedDns = {QStringLiteral("example.com")};
    constraints.excludedDns = {QStringLiteral("secret.example.com")};
    constraints.permittedIp = {QStringLiteral("192.0.2.0/24")};
    const auto check = [&](const char *names) {
        return checkNameConstraints(constraints, {},
                                    *parseSubjectAltNames(QString::fromLatin1(names)));
    };
    QVERIFY(check("www.example.com, example.com, 192.0.2.200"));
    for (const char *names :
         {"badexample.com", "a.secret.example.com", "192.0.3.1", "*.example.com"}) {
        const auto refused = check(names);
        QVERIFY2(!refused, names);
        QCOMPARE(refused.error().code, ErrorCode::NameConstraintViolated);
    }
}

QTEST_GUILESS_MAIN(ChainTest)
#include "tst_chain.moc"
