// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class ContainersTest : public QObject
{
    Q_OBJECT
private slots:
    void opensslOpensOurPkcs8_data();
    void opensslOpensOurPkcs8();
    void opensslAndKeytoolOpenOurPkcs12_data();
    void opensslAndKeytoolOpenOurPkcs12();
    void readsRc2FilesOfOldWindows();
    void refusesTheWrongPassphrase();
    void readsPemAsItIsFound();
    void refusesBrokenPem();
    void readsPkcs7AndConcatenatedDer();
};

void ContainersTest::opensslOpensOurPkcs8_data()
{
    QTest::addColumn<int>("algorithm");
    for (const KeyAlgorithm algorithm :
         {KeyAlgorithm::Rsa2048, KeyAlgorithm::EcP256, KeyAlgorithm::EcP521, KeyAlgorithm::Ed25519,
          KeyAlgorithm::Sm2})
        QTest::newRow(qPrintable(keyAlgorithmId(algorithm))) << static_cast<int>(algorithm);
}

void ContainersTest::opensslOpensOurPkcs8()
{
    QFETCH(int, algorithm);
    const auto key = PrivateKey::generate(static_cast<KeyAlgorithm>(algorithm));
    const auto plain = key->toPkcs8();
    const SecretBytes passphrase = SecretBytes::copyOf("correct horse");
    const auto sealed = encryptPkcs8(*plain, passphrase);
    QVERIFY2(sealed, qPrintable(sealed ? QString() : sealed.error().detail));
    const Scratch scratch;
    const ToolRun run =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("pkey"), QStringLiteral("-inform"), QStringLiteral("DER"),
                 QStringLiteral("-in"), scratch.write(QStringLiteral("k"), *sealed),
                 QStringLiteral("-passin"), QStringLiteral("pass:correct horse"),
                 QStringLiteral("-pubout"), QStringLiteral("-outform"), QStringLiteral("DER"),
                 QStringLiteral("-out"), scratch.path(QStringLiteral("p"))});
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    QCOMPARE(scratch.read(QStringLiteral("p")), key->publicKey().spkiDer());
    const auto back = readPrivateKey(*sealed, passphrase);
    QVERIFY(back);
    QCOMPARE(back->publicKey().spkiDer(), key->publicKey().spkiDer());
    const auto missing = readPrivateKey(toPem(*sealed, "ENCRYPTED PRIVATE KEY"), {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::PassphraseMissing);
}

void ContainersTest::opensslAndKeytoolOpenOurPkcs12_data()
{
    QTest::addColumn<int>("strength");
    QTest::newRow("current") << static_cast<int>(ContainerStrength::Current);
    QTest::newRow("compatible") << static_cast<int>(ContainerStrength::Compatible);
}

void ContainersTest::opensslAndKeytoolOpenOurPkcs12()
{
    QFETCH(int, strength);
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray certificate =
        *buildCertificate(rootFields(*key, QStringLiteral("CN=Root")), *key);
    const SecretBytes passphrase = SecretBytes::copyOf("changeit");
    const auto file = buildPkcs12(*key, {certificate}, QStringLiteral("web"), passphrase,
                                  static_cast<ContainerStrength>(strength));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
    const Scratch scratch;
    const QString path = scratch.write(QStringLiteral("f.p12"), *file);
    const ToolRun openssl = runTool(QStringLiteral("openssl"),
                                    {QStringLiteral("pkcs12"), QStringLiteral("-in"), path,
                                     QStringLiteral("-passin"), QStringLiteral("pass:changeit"),
                                     QStringLiteral("-nodes"), QStringLiteral("-info")});
    QVERIFY2(openssl.exitCode == 0 && openssl.output.contains(QLatin1String("friendlyName: web")),
             qPrintable(openssl.output));
    const ToolRun keytool = runTool(QStringLiteral("keytool"),
                                    {QStringLiteral("-list"), QStringLiteral("-keystore"), path,
                                     QStringLiteral("-storepass"), QStringLiteral("changeit"),
                                     QStringLiteral("-storetype"), QStringLiteral("PKCS12")});
    QVERIFY2(keytool.exitCode == 0 && keytool.output.contains(QLatin1String("PrivateKeyEntry")),
             qPrintable(keytool.output));
    const auto back = readPkcs12(*file, passphrase);
    QVERIFY(back);
    QCOMPARE(back->keys.size(), 1);
    QCOMPARE(back->certificates, QList<QByteArray>{certificate});
    QCOMPARE(back->friendlyName, QStringLiteral("web"));
}

void ContainersTest::readsRc2FilesOfOldWindows()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::Rsa2048);
    const QByteArray certificate =
        *buildCertificate(rootFields(*key, QStringLiteral("CN=Root")), *key);
    const Scratch scratch;
    const QString keyFile =
        scratch.write(QStringLiteral("k.pem"), toPem(*key->toPkcs8(), "PRIVATE KEY").view());
    const QString certificateFile =
        scratch.write(QStringLiteral("c.pem"), toPem(certificate, "CERTIFICATE"));
    const ToolRun run =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-legacy"),
                 QStringLiteral("-inkey"), keyFile, QStringLiteral("-in"), certificateFile,
                 QStringLiteral("-passout"), QStringLiteral("pass:old"), QStringLiteral("-out"),
                 scratch.path(QStringLiteral("rc2.p12"))});
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const auto read =
        readPkcs12(scratch.read(QStringLiteral("rc2.p12")), SecretBytes::copyOf("old"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->certificates, QList<QByteArray>{certificate});
    QCOMPARE(read->keys.value(0).publicKey().spkiDer(), key->publicKey().spkiDer());
}

void ContainersTest::refusesTheWrongPassphrase()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray certificate =
        *buildCertificate(rootFields(*key, QStringLiteral("CN=Root")), *key);
    const SecretBytes right = SecretBytes::copyOf("right");
    const SecretBytes wrong = SecretBytes::copyOf("wrong");
    const auto file =
        buildPkcs12(*key, {certificate}, QString(), right, ContainerStrength::Compatible);
    const auto opened = readPkcs12(*file, wrong);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::WrongExportPassphrase);
    const auto plain = decryptPkcs8(*encryptPkcs8(*key->toPkcs8(), right), wrong);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, ErrorCode::WrongExportPassphrase);
    const auto other = PrivateKey::generate(KeyAlgorithm::EcP256);
    const auto mismatch =
        buildPkcs12(*other, {certificate}, QString(), right, ContainerStrength::Current);
    QVERIFY(!mismatch);
    QCOMPARE(mismatch.error().code, ErrorCode::KeyMismatch);
}

void ContainersTest::readsPemAsItIsFound()
{
    const QByteArray der(100, 'd');
    const QByteArray pem = toPem(der, "CERTIFICATE");
    QList<QByteArray> forms{pem, "\xef\xbb\xbf" + pem, "junk\n\n" + pem + "more", pem.trimmed()};
    forms << QByteArray(pem).replace("\n", "\r\n") << "   " + QByteArray(pem).replace("\n", "\n  ");
    const QString text = QString::fromLatin1(pem);
    forms << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (const QByteArray &form : forms) {
        const auto blocks = splitPem(form);
        QVERIFY2(blocks, form.constData());
        QCOMPARE(blocks->size(), 1);
        QCOMPARE(blocks->first().der, der);
    }
    QCOMPARE(splitPem("junk\n\n" + pem)->first().line, 3);
}

void ContainersTest::refusesBrokenPem()
{
    const QByteArray pem = toPem(QByteArray(100, 'd'), "CERTIFICATE");
    QByteArray withNul = pem;
    withNul[40] = '\0';
    QByteArray badCharacter = pem;
    badCharacter[40] = '*';
    const QByteArray noEnd = pem.first(pem.indexOf("-----END"));
    for (const QByteArray &form : {withNul, badCharacter, noEnd}) {
        const auto blocks = splitPem(form);
        QVERIFY(!blocks);
        QCOMPARE(blocks.error().code, ErrorCode::PemInvalid);
    }
    const auto large = splitPem(QByteArray((64 << 20) + 1, ' '));
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::FileTooLarge);
}

void ContainersTest::readsPkcs7AndConcatenatedDer()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::Sm2);
    const QByteArray a = *buildCertificate(rootFields(*key, QStringLiteral("CN=A")), *key);
    const QByteArray b = *buildCertificate(rootFields(*key, QStringLiteral("CN=B")), *key);
    const auto file = buildPkcs7({a, b});
    QVERIFY(file);
    const Scratch scratch;
    const ToolRun run = runTool(QStringLiteral("openssl"),
                                {QStringLiteral("pkcs7"), QStringLiteral("-inform"),
                                 QStringLiteral("DER"), QStringLiteral("-print_certs"),
                                 QStringLiteral("-in"), scratch.write(QStringLiteral("p"), *file)});
    QVERIFY2(run.exitCode == 0 && run.output.count(QLatin1String("BEGIN CERTIFICATE")) == 2,
             qPrintable(run.output));
    const QList<QByteArray> both{a, b};
    QCOMPARE(*readPkcs7(*file), both);
    QCOMPARE(*readCertificates(*file), both);
    QCOMPARE(*readCertificates(a + b), both);
    QCOMPARE(*readCertificates(toPem(a, "CERTIFICATE") + toPem(b, "CERTIFICATE")), both);
    const auto unknown = readCertificates("hello");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::FormatUnknown);
}

QTEST_GUILESS_MAIN(ContainersTest)
#include "tst_containers.moc"
