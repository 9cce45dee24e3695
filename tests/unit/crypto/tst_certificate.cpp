// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class CertificateTest : public QObject
{
    Q_OBJECT
private slots:
    void opensslAcceptsWhatWeIssue_data();
    void opensslAcceptsWhatWeIssue();
    void readsBackWhatItWrote();
    void opensslPrintsTheSameFields();
    void certtoolReadsTheRoot();
    void refusesFieldsThatCannotBeEncoded_data();
    void refusesFieldsThatCannotBeEncoded();
    void switchesToGeneralizedTimeIn2050();
    void refusesDamagedDer_data();
    void refusesDamagedDer();
    void refusesTwoSubjectAltNames();
    void showsADamagedName();
    void refusesAForeignSignature();
    void makesSerialsOfSixteenBytes();
};

void CertificateTest::opensslAcceptsWhatWeIssue_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QString>("signature"); // as `openssl x509 -text` names it
    const auto row = [](KeyAlgorithm algorithm, const char *signature) {
        QTest::newRow(qPrintable(keyAlgorithmId(algorithm)))
            << static_cast<int>(algorithm) << QString::fromLatin1(signature);
    };
    row(KeyAlgorithm::Rsa2048, "sha256WithRSAEncryption");
    row(KeyAlgorithm::EcP256, "ecdsa-with-SHA256");
    row(KeyAlgorithm::EcP384, "ecdsa-with-SHA384");
    row(KeyAlgorithm::EcP521, "ecdsa-with-SHA512");
    row(KeyAlgorithm::Ed25519, "ED25519");
    row(KeyAlgorithm::Sm2, "SM2-with-SM3");
}

void CertificateTest::opensslAcceptsWhatWeIssue()
{
    QFETCH(int, algorithm);
    QFETCH(QString, signature);
    const auto rootKey = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    const auto leafKey = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    QVERIFY(rootKey && leafKey);
    const auto root =
        buildCertificate(rootFields(*rootKey, QStringLiteral("CN=Root, C=CN")), *rootKey);
    QVERIFY2(root, qPrintable(root ? QString() : root.error().detail));
    const auto leaf = buildCertificate(
        leafFields(*leafKey, *rootKey, nameOf(QStringLiteral("CN=Root, C=CN"))), *rootKey);
    QVERIFY(leaf);

    const Scratch scratch;
    const QString rootFile = scratch.write(QStringLiteral("root.pem"), toPem(*root, "CERTIFICATE"));
    const QString leafFile = scratch.write(QStringLiteral("leaf.der"), *leaf);
    QStringList arguments{QStringLiteral("verify"),      QStringLiteral("-x509_strict"),
                          QStringLiteral("-auth_level"), QStringLiteral("2"),
                          QStringLiteral("-purpose"),    QStringLiteral("sslserver")};
    if (static_cast<KeyAlgorithm>(algorithm) == KeyAlgorithm::Sm2)
        arguments << QStringLiteral("-vfyopt") << QStringLiteral("distid:1234567812345678");
    arguments << QStringLiteral("-CAfile") << rootFile << leafFile;
    const ToolRun verify = runTool(QStringLiteral("openssl"), arguments);
    QVERIFY2(verify.exitCode == 0, qPrintable(verify.output));

    const ToolRun text =
        runTool(QStringLiteral("openssl"), {QStringLiteral("x509"), QStringLiteral("-in"), leafFile,
                                            QStringLiteral("-noout"), QStringLiteral("-text")});
    QVERIFY2(text.output.contains(signature), qPrintable(text.output));

    const auto parsed = Certificate::fromDer(*leaf);
    QVERIFY(parsed);
    QVERIFY(parsed->verifySignature(rootKey->publicKey()));
    QVERIFY(!parsed->verifySignature(leafKey->publicKey()));
}

void CertificateTest::readsBackWhatItWrote()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = rootFields(*key, QStringLiteral("CN=Root, O=Example, C=CN"));
    fields.pathLength = 1;
    fields.crlUrls = {QStringLiteral("http://crl.example.com/1.crl")};
    fields.ocspUrls = {QStringLiteral("http://ocsp.example.com/")};
    fields.caIssuerUrls = {QStringLiteral("http://ca.example.com/ca.cer")};
    fields.extendedKeyUsage = {eku::serverAuth, eku::ocspSigning};
    fields.subjectAltNames = *parseSubjectAltNames(
        QStringLiteral("DNS:a.example, IP:2001:db8::1, EMAIL:x@example.com, URI:urn:uuid:1"));
    NameConstraints constraints;
    constraints.permittedDns = {QStringLiteral("example.com")};
    constraints.excludedIp = {QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8::/32")};
    fields.nameConstraints = constraints;
    const auto der = buildCertificate(fields, *key);
    QVERIFY(der);
    const auto read = Certificate::fromDer(*der);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->version(), 3);
    QCOMPARE(read->serial(), fields.serial);
    QCOMPARE(read->subject().toString(), QStringLiteral("CN=Root, O=Example, C=CN"));
    QVERIFY(read->selfIssued());
    QCOMPARE(read->notBefore(), fields.notBefore);
    QCOMPARE(read->notAfter(), fields.notAfter);
    QCOMPARE(read->spkiDer(), key->publicKey().spkiDer());
    QCOMPARE(read->isCa(), true);
    QCOMPARE(read->pathLength(), std::optional<int>(1));
    QCOMPARE(*read->keyUsage(), fields.keyUsage);
    QCOMPARE(read->extendedKeyUsage(), fields.extendedKeyUsage);
    QVERIFY(read->subjectAltNames() == fields.subjectAltNames);
    QCOMPARE(read->subjectKeyIdentifier(), key->publicKey().keyIdentifier());
    QCOMPARE(read->authorityKeyIdentifier(), key->publicKey().keyIdentifier());
    QCOMPARE(read->crlUrls(), fields.crlUrls);
    QCOMPARE(read->ocspUrls(), fields.ocspUrls);
    QCOMPARE(read->caIssuerUrls(), fields.caIssuerUrls);
    QVERIFY(read->nameConstraints() == fields.nameConstraints);
    QCOMPARE(read->signatureAlgorithmLabel(), QStringLiteral("ecdsa-with-SHA256"));
    QCOMPARE(read->extensions().size(), 9);
    for (const ExtensionView &view : read->extensions())
        QVERIFY2(!view.text.startsWith(QLatin1String("malformed")), qPrintable(view.name));
}

void CertificateTest::opensslPrintsTheSameFields()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = rootFields(*key, QStringLiteral("CN=Root, O=Example, C=CN"));
    fields.serial = QByteArray::fromHex("71f1");
    fields.pathLength = 0;
    NameConstraints constraints;
    constraints.permittedDns = {QStringLiteral("example.com")};
    constraints.excludedIp = {QStringLiteral("10.0.0.0/8")};
    fields.nameConstraints = constraints;
    fields.crlUrls = {QStringLiteral("http://crl.example.com/1.crl")};
    const auto der = buildCertificate(fields, *key);
    const Scratch scratch;
    const ToolRun run = runTool(QStringLiteral("openssl"),
                                {QStringLiteral("x509"), QStringLiteral("-in"),
                                 scratch.write(QStringLiteral("c.der"), *der),
                                 QStringLiteral("-noout"), QStringLiteral("-text"),
                                 QStringLiteral("-fingerprint"), QStringLiteral("-sha256")});
    for (const char *expected :
         {"Version: 3 (0x2)", "Serial Number: 29169 (0x71f1)", "CA:TRUE, pathlen:0",
          "Certificate Sign, CRL Sign", "DNS:example.com", "IP:10.0.0.0/255.0.0.0",
          "URI:http://crl.example.com/1.crl", "Not Before: Jan  1 00:00:00 2020 GMT",
          "Not After : Dec 31 00:00:00 2049 GMT", "CN = Root, O = Example, C = CN"})
        QVERIFY2(run.output.contains(QLatin1String(expected)),
                 qPrintable(QLatin1String(expected) + u'\n' + run.output));
    const auto read = Certificate::fromDer(*der);
    const QString colons = QString::fromLatin1(read->sha256().toHex(':').toUpper());
    QVERIFY(run.output.contains(colons));
    QCOMPARE(serialText(read->serial()), QStringLiteral("71F1"));
}

void CertificateTest::certtoolReadsTheRoot()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const auto der =
        buildCertificate(rootFields(*key, QStringLiteral("CN=Root, O=Example, C=CN")), *key);
    const Scratch scratch;
    const ToolRun run =
        runTool(QStringLiteral("certtool"),
                {QStringLiteral("-i"), QStringLiteral("--inder"), QStringLiteral("--infile"),
                 scratch.write(QStringLiteral("c.der"), *der)});
    QVERIFY2(run.exitCode == 0
                 && run.output.contains(QLatin1String("Certificate Authority (CA): TRUE")),
             qPrintable(run.output));
}

void CertificateTest::refusesFieldsThatCannotBeEncoded_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"serial", "notBefore", "notAfter", "publicKey", "pathLength", "url",
                              "extendedKeyUsage", "nameConstraints"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void CertificateTest::refusesFieldsThatCannotBeEncoded()
{
    QFETCH(QString, field);
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = rootFields(*key, QStringLiteral("CN=Root"));
    if (field == u"serial")
        fields.serial = QByteArray::fromHex("80");
    else if (field == u"notBefore")
        fields.notBefore = {};
    else if (field == u"notAfter")
        fields.notAfter = utc(2019, 1, 1);
    else if (field == u"publicKey")
        fields.publicKey = {};
    else if (field == u"pathLength")
        fields.pathLength = -1;
    else if (field == u"url")
        fields.crlUrls = {QStringLiteral("http://a b")};
    else if (field == u"extendedKeyUsage")
        fields.extendedKeyUsage = {QStringLiteral("1.99.1")};
    else
        fields.nameConstraints.emplace().permittedIp = {QStringLiteral("10.0.0.0/99")};
    const auto der = buildCertificate(fields, *key);
    QVERIFY(!der);
    QCOMPARE(der.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(der.error().field, field);
}

void CertificateTest::switchesToGeneralizedTimeIn2050()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = rootFields(*key, QStringLiteral("CN=Root"));
    fields.notAfter = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
    const auto der = buildCertificate(fields, *key);
    // RFC 5280 §4.1.2.5: UTCTime until 2049, the end without an end as GeneralizedTime.
    QVERIFY(der->contains(QByteArray("\x17\x0d") + "200101000000Z"));
    QVERIFY(der->contains(QByteArray("\x18\x0f") + "99991231235959Z"));
    QCOMPARE(Certificate::fromDer(*der)->notAfter(), fields.notAfter);
}

void CertificateTest::refusesDamagedDer_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<int>("code");
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray good = *buildCertificate(rootFields(*key, QStringLiteral("CN=Root")), *key);
    const auto row = [](const char *name, const QByteArray &der, ErrorCode code) {
        QTest::newRow(name) << der << static_cast<int>(code);
    };
    row("one byte short", good.chopped(1), ErrorCode::DerTruncated);
    row("half", good.first(good.size() / 2), ErrorCode::DerTruncated);
    row("five bytes", good.first(5), ErrorCode::DerTruncated);
    row("nothing", QByteArray(), ErrorCode::DerTruncated);
    row("a byte after the end", good + 'x', ErrorCode::DerTrailing);
    row("claims 2 GiB", QByteArray::fromHex("308480000000"), ErrorCode::DerTruncated);
    row("length past 2^56", QByteArray::fromHex("3088ffffffffffffffff00"), ErrorCode::DerInvalid);
    row("100,000 nested indefinite SEQUENCEs",
        QByteArray(100000, '\x30').replace("\x30", QByteArray("\x30\x80")), ErrorCode::DerTooDeep);
    row("not a SEQUENCE", QByteArray::fromHex("0400"), ErrorCode::DerInvalid);
    QByteArray february = good;
    february.replace("200101000000Z", "200230000000Z");
    row("30 February", february, ErrorCode::CertificateInvalid);
    QByteArray mixed = good; // the algorithm inside says SHA-384, the one outside SHA-256
    const QByteArray ecdsa256 = QByteArray::fromHex("2a8648ce3d040302");
    mixed[mixed.indexOf(ecdsa256) + 7] = 3;
    row("two signature algorithms", mixed, ErrorCode::CertificateInvalid);
}

void CertificateTest::refusesDamagedDer()
{
    QFETCH(QByteArray, der);
    QFETCH(int, code);
    const auto read = Certificate::fromDer(der);
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(static_cast<ErrorCode>(code)));
    if (read.error().code == ErrorCode::DerTruncated)
        QCOMPARE(read.error().args.value(0), QString::number(der.size()));
}

void CertificateTest::refusesTwoSubjectAltNames()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    CertificateFields fields = leafFields(*key, *key, nameOf(QStringLiteral("CN=Root")));
    QByteArray der = *buildCertificate(fields, *key);
    // The extended key usage becomes a second SAN; the signature is not looked at here.
    const QByteArray ekuOid = QByteArray::fromHex("0603551d25");
    QVERIFY(der.contains(ekuOid));
    der.replace(ekuOid, QByteArray::fromHex("0603551d11"));
    const auto read = Certificate::fromDer(der);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::CertificateInvalid);
}

void CertificateTest::showsADamagedName()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    QByteArray der = *buildCertificate(rootFields(*key, QStringLiteral("CN=good.evil")), *key);
    QByteArray invalidUtf8 = der;
    invalidUtf8.replace("good.evil", "good\xff"
                                     "evil");
    const auto damaged = Certificate::fromDer(invalidUtf8);
    QVERIFY(damaged);
    QCOMPARE(damaged->subject().commonName(), QStringLiteral("good\uFFFDevil"));
    QByteArray withNul = der;
    withNul.replace("good.evil", QByteArray("good\0evil", 9));
    QCOMPARE(Certificate::fromDer(withNul)->subject().commonName(), QStringLiteral("good\\00evil"));
}

void CertificateTest::refusesAForeignSignature()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::Sm2);
    const auto read =
        Certificate::fromDer(*buildCertificate(rootFields(*key, QStringLiteral("CN=Root")), *key));
    QVERIFY(read->verifySignature(key->publicKey()));
    const auto other = PrivateKey::generate(KeyAlgorithm::Sm2);
    const auto verified = read->verifySignature(other->publicKey());
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::Crypto);
}

void CertificateTest::makesSerialsOfSixteenBytes()
{
    for (int i = 0; i < 2000; ++i) {
        const QByteArray serial = newSerial();
        QCOMPARE(serial.size(), 16);
        QVERIFY(serial[0] > 0); // top bit clear, first byte not zero
    }
    QVERIFY(newSerial() != newSerial());
}

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
