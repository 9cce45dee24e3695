// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/containers.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/oids.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <openssl/evp.h>
#include <openssl/pkcs12.h>

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

/// Containers as other programs write them, and damaged ones.
class ForeignContainersTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsKeysWithDekInfo_data();
    void readsKeysWithDekInfo();
    void readsEncryptedKeysOfOpenssl_data();
    void readsEncryptedKeysOfOpenssl();
    void readsKeysOfGmssl();
    void refusesTooManyIterationsOfAKey_data();
    void refusesTooManyIterationsOfAKey();
    void refusesTooManyIterationsOfAFile();
    void namesCiphersItDoesNotKnow();
    void readsPkcs12Files_data();
    void readsPkcs12Files();
    void refusesBrokenPkcs12_data();
    void refusesBrokenPkcs12();
    void refusesToBuildNonsense();
    void saysWhereAPemIsBroken_data();
    void saysWhereAPemIsBroken();
    void refusesFilesWithoutCertificates();

private:
    Scratch m_scratch;
    PrivateKey m_key;
    QByteArray m_certificate;
    QString m_keyFile;
    QString m_certificateFile;
};

namespace {

const QByteArray kSalt("saltsalt");
const QByteArray kIv("0123456789abcdef");
const QByteArrayView kSm4Cbc = oid::octets("\x2a\x81\x1c\xcf\x55\x01\x68\x02");
const QByteArrayView kNobodysCipher = oid::octets("\x2a\x03\x04\x05");

/// EncryptedPrivateKeyInfo with PBES2 and PBKDF2-HMAC-SM3, RFC 8018 appendix A.
QByteArray pbes2(qint64 iterations, QByteArrayView cipher, const QByteArray &data)
{
    DerWriter out;
    out.begin(der::kSequence);
    out.begin(der::kSequence);
    out.oid(oid::kPbes2);
    out.begin(der::kSequence);
    out.begin(der::kSequence);
    out.oid(oid::kPbkdf2);
    out.begin(der::kSequence);
    out.primitive(der::kOctetString, kSalt);
    out.integer(iterations);
    out.begin(der::kSequence);
    out.oid(oid::kHmacSm3);
    out.end();
    out.end();
    out.end();
    out.begin(der::kSequence);
    out.oid(cipher);
    out.primitive(der::kOctetString, kIv);
    out.end();
    out.end();
    out.end();
    out.primitive(der::kOctetString, data);
    out.end();
    return out.take();
}

QByteArray sm4Encrypted(const SecretBytes &plain, const QByteArray &passphrase, int iterations)
{
    unsigned char key[16];
    PKCS5_PBKDF2_HMAC(passphrase.constData(), static_cast<int>(passphrase.size()),
                      reinterpret_cast<const unsigned char *>(kSalt.constData()),
                      static_cast<int>(kSalt.size()), iterations, EVP_sm3(), 16, key);
    QByteArray out(static_cast<qsizetype>(plain.size()) + 16, '\0');
    auto *octets = reinterpret_cast<unsigned char *>(out.data());
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int written = 0;
    int last = 0;
    EVP_EncryptInit_ex2(ctx, EVP_sm4_cbc(), key,
                        reinterpret_cast<const unsigned char *>(kIv.constData()), nullptr);
    EVP_EncryptUpdate(ctx, octets, &written, plain.data(), static_cast<int>(plain.size()));
    EVP_EncryptFinal_ex(ctx, octets + written, &last);
    EVP_CIPHER_CTX_free(ctx);
    out.truncate(written + last);
    return out;
}

QByteArray withMacIterations(const QByteArray &der, int64_t iterations)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    PKCS12 *file = d2i_PKCS12(nullptr, &cursor, static_cast<long>(der.size()));
    const ASN1_INTEGER *count = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &count, file);
    ASN1_INTEGER_set_int64(const_cast<ASN1_INTEGER *>(count), iterations);
    QByteArray out(i2d_PKCS12(file, nullptr), '\0');
    auto *end = reinterpret_cast<unsigned char *>(out.data());
    i2d_PKCS12(file, &end);
    PKCS12_free(file);
    return out;
}

ToolRun opensslWords(const QString &line)
{
    return runTool(QStringLiteral("openssl"), line.split(u' '));
}

} // namespace

void ForeignContainersTest::initTestCase()
{
    m_key = *PrivateKey::generate(KeyAlgorithm::EcP256);
    m_certificate = *buildCertificate(rootFields(m_key, QStringLiteral("CN=Root")), m_key);
    m_keyFile =
        m_scratch.write(QStringLiteral("k.pem"), toPem(*m_key.toPkcs8(), "PRIVATE KEY").view());
    m_certificateFile =
        m_scratch.write(QStringLiteral("c.pem"), toPem(m_certificate, "CERTIFICATE"));
}

void ForeignContainersTest::readsKeysWithDekInfo_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("RSA, AES-128") << QStringLiteral("genrsa -traditional -aes128 -passout pass:old "
                                                    "-out %1 2048")
                                  << QByteArray("DEK-Info: AES-128-CBC");
    QTest::newRow("EC, 3DES") << QStringLiteral("ec -in %2 -des3 -passout pass:old -out %1")
                              << QByteArray("DEK-Info: DES-EDE3-CBC");
}

void ForeignContainersTest::readsKeysWithDekInfo()
{
    QFETCH(QString, make);
    QFETCH(QByteArray, header);
    const QString file = m_scratch.path(QStringLiteral("dek"));
    const ToolRun run = opensslWords(make.contains(QLatin1String("%2")) ? make.arg(file, m_keyFile)
                                                                        : make.arg(file));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const QByteArray pem = m_scratch.read(QStringLiteral("dek"));
    QVERIFY(pem.contains(header));
    QCOMPARE(
        opensslWords(QStringLiteral("pkey -in %1 -passin pass:old -pubout -outform DER -out %2")
                         .arg(file, m_scratch.path(QStringLiteral("spki"))))
            .exitCode,
        0);

    const auto key = readPrivateKey(pem, SecretBytes::copyOf("old"));
    QVERIFY2(key, qPrintable(key ? QString() : key.error().detail));
    QCOMPARE(key->publicKey().spkiDer(), m_scratch.read(QStringLiteral("spki")));
    QCOMPARE(readPrivateKey(pem, {}).error().code, ErrorCode::PassphraseMissing);
    QCOMPARE(readPrivateKey(pem, SecretBytes::copyOf("new")).error().code,
             ErrorCode::WrongExportPassphrase);
    QByteArray unknown = pem;
    unknown.replace(header, "DEK-Info: FOO-128-CBC");
    const auto refused = readPrivateKey(unknown, SecretBytes::copyOf("old"));
    QVERIFY(!refused);
    QCOMPARE(errorName(refused.error().code), errorName(ErrorCode::CipherUnsupported));
    QCOMPARE(refused.error().args, QStringList{QStringLiteral("FOO-128-CBC")});
}

void ForeignContainersTest::readsEncryptedKeysOfOpenssl_data()
{
    QTest::addColumn<QString>("options");
    for (const char *options : {"-v2 aes-256-cbc", "-v2 aes-128-cbc -v2prf hmacWithSHA1",
                                "-v2 des3", "-scrypt -scrypt_N 1024", "-v2 sm4-cbc",
                                "-v1 PBE-SHA1-3DES", "-v1 PBE-MD5-DES", "-v1 PBE-SHA1-RC2-40"})
        QTest::newRow(options) << QString::fromLatin1(options);
}

void ForeignContainersTest::readsEncryptedKeysOfOpenssl()
{
    QFETCH(QString, options);
    const ToolRun run =
        opensslWords(QStringLiteral("pkcs8 -topk8 -provider default -provider legacy -in %1 "
                                    "-passout pass:old -outform DER -out %2 %3")
                         .arg(m_keyFile, m_scratch.path(QStringLiteral("p8")), options));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const QByteArray der = m_scratch.read(QStringLiteral("p8"));
    const auto key = readPrivateKey(der, SecretBytes::copyOf("old"));
    QVERIFY2(key, qPrintable(key ? QString() : key.error().detail));
    QCOMPARE(key->publicKey().spkiDer(), m_key.publicKey().spkiDer());
    QCOMPARE(errorName(readPrivateKey(der, SecretBytes::copyOf("new")).error().code),
             errorName(ErrorCode::WrongExportPassphrase));
}

void ForeignContainersTest::readsKeysOfGmssl()
{
    const auto key = PrivateKey::generate(KeyAlgorithm::Sm2);
    const QByteArray file = pbes2(65536, kSm4Cbc, sm4Encrypted(*key->toPkcs8(), "1234", 65536));
    const auto read =
        readPrivateKey(toPem(file, "ENCRYPTED PRIVATE KEY"), SecretBytes::copyOf("1234"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->publicKey().spkiDer(), key->publicKey().spkiDer());
    QCOMPARE(readPrivateKey(file, SecretBytes::copyOf("4321")).error().code,
             ErrorCode::WrongExportPassphrase);
}

void ForeignContainersTest::refusesTooManyIterationsOfAKey_data()
{
    QTest::addColumn<qint64>("iterations");
    QTest::newRow("one over the limit") << qint64(10'000'001);
    QTest::newRow("2^62") << (qint64(1) << 62);
    QTest::newRow("negative") << qint64(-5);
}

void ForeignContainersTest::refusesTooManyIterationsOfAKey()
{
    QFETCH(qint64, iterations);
    const auto read =
        decryptPkcs8(pbes2(iterations, kSm4Cbc, QByteArray(64, 'x')), SecretBytes::copyOf("1234"));
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(ErrorCode::IterationsTooMany));
    QCOMPARE(read.error().args,
             (QStringList{QString::number(iterations), QStringLiteral("10000000")}));
}

void ForeignContainersTest::refusesTooManyIterationsOfAFile()
{
    const SecretBytes passphrase = SecretBytes::copyOf("old");
    const QByteArray file =
        *buildPkcs12(m_key, {m_certificate}, {}, passphrase, ContainerStrength::Compatible);
    QVERIFY(readPkcs12(withMacIterations(file, 2048), passphrase));
    const auto read = readPkcs12(withMacIterations(file, 10'000'001), passphrase);
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(ErrorCode::IterationsTooMany));
    QCOMPARE(read.error().args,
             (QStringList{QStringLiteral("10000001"), QStringLiteral("10000000")}));
}

void ForeignContainersTest::namesCiphersItDoesNotKnow()
{
    const auto read =
        decryptPkcs8(pbes2(1000, kNobodysCipher, QByteArray(64, 'x')), SecretBytes::copyOf("1234"));
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(ErrorCode::CipherUnsupported));
    QCOMPARE(read.error().args.size(), 1);
    QCOMPARE(read.error().args[0], QStringLiteral("1.2.3.4.5"));
}

void ForeignContainersTest::readsPkcs12Files_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("passphrase");
    const auto row = [](const char *options, const char *passphrase = "old") {
        QTest::addRow("%s, '%s'", options, passphrase)
            << QString::fromLatin1(options) << QByteArray(passphrase);
    };
    row("-macalg sha256");
    row("-macalg sha512");
    row("-nomac");
    row("-legacy");
    row("-legacy -keypbe PBE-SHA1-RC2-40 -certpbe PBE-SHA1-RC2-40");
    row("-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-128");
    row("-nomac -legacy");
    row("-keypbe NONE -certpbe NONE");
    row("-nomac -keypbe NONE -certpbe NONE");
    row("-macalg sha1", "");
}

void ForeignContainersTest::readsPkcs12Files()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, passphrase);
    const ToolRun run = opensslWords(
        QStringLiteral("pkcs12 -export -inkey %1 -in %2 -name web -passout pass:%3 -out %4 %5")
            .arg(m_keyFile, m_certificateFile, QString::fromLatin1(passphrase),
                 m_scratch.path(QStringLiteral("p12")), options));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const auto read =
        readPkcs12(m_scratch.read(QStringLiteral("p12")), SecretBytes::copyOf(passphrase));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->certificates, QList<QByteArray>{m_certificate});
    QCOMPARE(read->keys.size(), 1);
    QCOMPARE(read->keys[0].publicKey().spkiDer(), m_key.publicKey().spkiDer());
    QCOMPARE(read->friendlyName, QStringLiteral("web"));
    const bool unprotected = options.contains(QLatin1String("-nomac"));
    QCOMPARE(read->mac, unprotected ? Pkcs12Mac::Absent : Pkcs12Mac::Verified);
    if (options.contains(QLatin1String("NONE")))
        return; // only the MAC knows the passphrase; the row below has it
    const auto wrong =
        readPkcs12(m_scratch.read(QStringLiteral("p12")), SecretBytes::copyOf("new"));
    QVERIFY(!wrong);
    QCOMPARE(errorName(wrong.error().code), errorName(ErrorCode::WrongExportPassphrase));
}

void ForeignContainersTest::refusesBrokenPkcs12_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("code");
    const SecretBytes passphrase = SecretBytes::copyOf("old");
    const QByteArray good =
        *buildPkcs12(m_key, {m_certificate}, {}, passphrase, ContainerStrength::Compatible);
    QTest::newRow("nothing") << QByteArray() << static_cast<int>(ErrorCode::DerInvalid);
    QTest::newRow("text") << QByteArray("hello") << static_cast<int>(ErrorCode::DerInvalid);
    QTest::newRow("half") << good.first(good.size() / 2) << static_cast<int>(ErrorCode::DerInvalid);
    QTest::newRow("a certificate") << m_certificate << static_cast<int>(ErrorCode::DerInvalid);
    QTest::newRow("a byte after the end") << good + 'x' << static_cast<int>(ErrorCode::DerTrailing);
    QByteArray flipped = good;
    flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
    QTest::newRow("a flipped bit in the middle")
        << flipped << static_cast<int>(ErrorCode::WrongExportPassphrase);
}

void ForeignContainersTest::refusesBrokenPkcs12()
{
    QFETCH(QByteArray, file);
    QFETCH(int, code);
    const auto read = readPkcs12(file, SecretBytes::copyOf("old"));
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(static_cast<ErrorCode>(code)));
}

void ForeignContainersTest::refusesToBuildNonsense()
{
    const SecretBytes passphrase = SecretBytes::copyOf("old");
    const auto built = [&](const PrivateKey &key, const QList<QByteArray> &chain,
                           const SecretBytes &secret) {
        const auto file = buildPkcs12(key, chain, {}, secret, ContainerStrength::Compatible);
        return file ? QString() : errorName(file.error().code);
    };
    QCOMPARE(built(m_key, {}, passphrase), errorName(ErrorCode::InvalidArgument));
    QCOMPARE(built({}, {m_certificate}, passphrase), errorName(ErrorCode::InvalidArgument));
    QCOMPARE(built(m_key, {m_certificate}, {}), errorName(ErrorCode::PassphraseMissing));
    QCOMPARE(built(m_key, {"x"}, passphrase), errorName(ErrorCode::CertificateInvalid));
    QCOMPARE(built(m_key, {m_certificate, "x"}, passphrase),
             errorName(ErrorCode::CertificateInvalid));
    QCOMPARE(encryptPkcs8(*m_key.toPkcs8(), {}).error().code, ErrorCode::PassphraseMissing);
    QCOMPARE(encryptPkcs8(SecretBytes(4), passphrase).error().code, ErrorCode::KeyInvalid);
    QVERIFY(!decryptPkcs8("hello", passphrase));
    QVERIFY(!buildPkcs7({"x"}));
}

void ForeignContainersTest::saysWhereAPemIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    const QByteArray begin = "note\n-----BEGIN A-----\n";
    QTest::newRow("NUL") << begin + QByteArray("QU\0E\n", 5) + "-----END A-----\n"
                         << QStringLiteral("3");
    QTest::newRow("a character that is none of base64") << begin + "QUJD\nQ*JD\n-----END A-----\n"
                                                        << QStringLiteral("4");
    QTest::newRow("padding inside") << begin + "QQ==QUJD\n-----END A-----\n" << QStringLiteral("2");
    QTest::newRow("no END") << begin + "QUJD\n" << QStringLiteral("2");
    QTest::newRow("another END") << begin + "QUJD\n-----END B-----\n" << QStringLiteral("4");
    QTest::newRow("over 16 MiB") << begin + QByteArray(30 << 20, 'A') + "\n-----END A-----\n"
                                 << QStringLiteral("2");
}

void ForeignContainersTest::saysWhereAPemIsBroken()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    const auto blocks = splitPem(text);
    QVERIFY(!blocks);
    QCOMPARE(blocks.error().code, ErrorCode::PemInvalid);
    QCOMPARE(blocks.error().args.value(0), line);
    QVERIFY(!blocks.error().args.value(1).isEmpty());
}

void ForeignContainersTest::refusesFilesWithoutCertificates()
{
    const auto pkcs7 = readPkcs7(toPem(m_certificate, "CERTIFICATE"));
    QCOMPARE(pkcs7.error().code, ErrorCode::FormatUnknown);
    const auto damaged = readPkcs7(buildPkcs7({m_certificate})->chopped(1));
    QVERIFY(!damaged);
    const auto request = readCertificates(toPem("x", "CERTIFICATE REQUEST"));
    QCOMPARE(request.error().code, ErrorCode::FormatUnknown);
    QCOMPARE(request.error().args, QStringList{QStringLiteral("CERTIFICATE REQUEST")});
    const auto large = readCertificates(QByteArray((64 << 20) + 1, ' '));
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::FileTooLarge);
}

QTEST_GUILESS_MAIN(ForeignContainersTest)
#include "tst_foreign_containers.moc"
