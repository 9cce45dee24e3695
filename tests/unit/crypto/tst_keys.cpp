// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_request.h"
#include "core/crypto/containers.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/key_pair.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class KeysTest : public QObject
{
    Q_OBJECT
private slots:
    void judgesRsaNumbers_data();
    void judgesRsaNumbers();
    void namesKeysLikeTheStandards_data();
    void namesKeysLikeTheStandards();
    void takesExplicitParametersOfNamedCurvesOnly();
    void refusesDamagedPublicKeys_data();
    void refusesDamagedPublicKeys();
    void readsThePrivateKeyOfRfc8410();
    void aKeyPairForBulkWorkIsLikeAnyOther();
    void refusesHalvesThatDoNotBelongTogether();
    void refusesWhatIsNoPrivateKey();
    void stopsRsaGenerationWhenAsked();
    void refusesToWorkWithoutAKey();
    void refusesSignatureAlgorithmsThatDoNotFit();
    void refusesUnknownKeyAlgorithms();
    void refusesRequestsWithWeakKeys_data();
    void refusesRequestsWithWeakKeys();
    void tellsAnSm2RequestWithTheEmptyId();
    void refusesBrokenRequests_data();
    void refusesBrokenRequests();
    void seesThatARequestWantsACa();
};

namespace {

QByteArray rsaSpki(const QByteArray &modulus, const QByteArray &exponent)
{
    DerWriter numbers;
    numbers.begin(der::kSequence);
    numbers.unsignedInteger(modulus);
    numbers.unsignedInteger(exponent);
    numbers.end();
    DerWriter out;
    out.begin(der::kSequence);
    out.begin(der::kSequence);
    out.oid(oid::kRsa);
    out.null();
    out.end();
    out.bitString(numbers.take());
    out.end();
    return out.take();
}

QByteArray modulusOf(int bits)
{
    QByteArray modulus(bits / 8, '\x5b');
    modulus[0] = static_cast<char>(0x80);
    return modulus;
}

ToolRun opensslRun(const QStringList &arguments)
{
    return runTool(QStringLiteral("openssl"), arguments);
}

/// Splits at blanks; no argument of these tests holds one.
ToolRun opensslLine(const QString &line)
{
    return opensslRun(line.split(u' '));
}

} // namespace

void KeysTest::judgesRsaNumbers_data()
{
    QTest::addColumn<QByteArray>("modulus");
    QTest::addColumn<QByteArray>("exponentHex");
    QTest::addColumn<QString>("label"); // empty: refused
    QTest::addColumn<bool>("strong");
    const auto row = [](const char *name, int bits, const char *exponent, const char *label,
                        bool strong) {
        QTest::newRow(name) << modulusOf(bits) << QByteArray(exponent) << QString::fromLatin1(label)
                            << strong;
    };
    row("e = 65537", 2048, "010001", "RSA 2048", true);
    row("e = 3", 2048, "03", "RSA 2048", true);
    row("e = 2^64 - 1", 2048, "ffffffffffffffff", "RSA 2048", true);
    row("e = 2^64 + 1", 2048, "010000000000000001", "", false);
    row("e = 65536", 2048, "010000", "", false);
    row("e = 2", 2048, "02", "", false);
    row("e = 1", 2048, "01", "", false);
    row("512 bits", 512, "010001", "RSA 512", false);
    row("1024 bits", 1024, "010001", "RSA 1024", false);
    row("2040 bits", 2040, "010001", "RSA 2040", false);
    row("3072 bits", 3072, "010001", "RSA 3072", true);
    row("16384 bits", 16384, "010001", "RSA 16384", true);
    row("16392 bits", 16392, "010001", "", false);
}

void KeysTest::judgesRsaNumbers()
{
    QFETCH(QByteArray, modulus);
    QFETCH(QByteArray, exponentHex);
    QFETCH(QString, label);
    QFETCH(bool, strong);
    const auto key = PublicKey::fromSpki(rsaSpki(modulus, QByteArray::fromHex(exponentHex)));
    QCOMPARE(key.has_value(), !label.isEmpty());
    if (!key) {
        QCOMPARE(key.error().code, ErrorCode::KeyInvalid);
        return;
    }
    QCOMPARE(key->label(), label);
    QCOMPARE(key->bits(), static_cast<int>(modulus.size() * 8));
    QCOMPARE(key->strongEnough(), strong);
    QCOMPARE(key->algorithm().has_value(), label == u"RSA 2048" || label == u"RSA 3072");
}

void KeysTest::namesKeysLikeTheStandards_data()
{
    QTest::addColumn<QByteArray>("spkiBase64");
    QTest::addColumn<QByteArray>("identifierHex"); // sha1sum over the key bits
    QTest::newRow("Ed25519, RFC 8410 section 10.1")
        << QByteArray("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
        << QByteArray("a28cc1f86e5960d3e03ae75c962c97a8d448293c");
}

void KeysTest::namesKeysLikeTheStandards()
{
    QFETCH(QByteArray, spkiBase64);
    QFETCH(QByteArray, identifierHex);
    const auto key = PublicKey::fromSpki(QByteArray::fromBase64(spkiBase64));
    QVERIFY(key);
    QCOMPARE(key->keyIdentifier().toHex(), identifierHex);
    QCOMPARE(key->spkiDer(), QByteArray::fromBase64(spkiBase64));
}

void KeysTest::takesExplicitParametersOfNamedCurvesOnly()
{
    const Scratch scratch;
    const QString key = scratch.path(QStringLiteral("k"));
    const QString spki = scratch.path(QStringLiteral("spki"));
    const auto make = [&](const char *curve) {
        return opensslLine(QStringLiteral("ecparam -name %1 -genkey -noout -param_enc explicit "
                                          "-out %2")
                               .arg(QLatin1String(curve), key))
                       .exitCode
                   == 0
               && opensslLine(QStringLiteral("ec -in %1 -pubout -param_enc explicit -outform DER "
                                             "-out %2")
                                  .arg(key, spki))
                          .exitCode
                      == 0;
    };
    QVERIFY(make("prime256v1"));
    const QByteArray explicitSpki = scratch.read(QStringLiteral("spki"));
    QVERIFY(explicitSpki.size() > 200);
    const auto read = PublicKey::fromSpki(explicitSpki);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(opensslLine(QStringLiteral("ec -in %1 -pubout -param_enc named_curve -outform DER "
                                        "-out %2")
                             .arg(key, spki))
                 .exitCode,
             0);
    QCOMPARE(read->spkiDer(), scratch.read(QStringLiteral("spki")));
    QCOMPARE(read->label(), QStringLiteral("ECC P-256"));

    QVERIFY(make("brainpoolP256r1"));
    const auto foreign = PublicKey::fromSpki(scratch.read(QStringLiteral("spki")));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::KeyInvalid);

    QByteArray otherPrime = explicitSpki; // no named curve any more
    const QByteArray prime = QByteArray::fromHex("ffffffff00000001000000000000000000000000ffffff");
    QVERIFY(otherPrime.contains(prime));
    otherPrime[otherPrime.indexOf(prime) + 9] = 1;
    const auto refused = PublicKey::fromSpki(otherPrime);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::KeyInvalid);
}

void KeysTest::refusesDamagedPublicKeys_data()
{
    QTest::addColumn<QByteArray>("spki");
    for (const KeyAlgorithm algorithm : {KeyAlgorithm::EcP256, KeyAlgorithm::Sm2}) {
        const QByteArray good = PrivateKey::generate(algorithm)->publicKey().spkiDer();
        const QByteArray name = keyAlgorithmId(algorithm).toLatin1();
        QByteArray off = good;
        off[off.size() - 1] = static_cast<char>(off.back() ^ 1);
        QTest::newRow(name + ", point off the curve") << off;
        QTest::newRow(name + ", bytes after the end") << good + "xx";
        QTest::newRow(name + ", a byte short") << good.chopped(1);
        QByteArray infinity = good.first(good.size() - 68); // up to the BIT STRING
        infinity += QByteArray::fromHex("03020000");
        infinity[1] = static_cast<char>(infinity.size() - 2);
        QTest::newRow(name + ", the point at infinity") << infinity;
    }
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a key type nobody knows")
        << QByteArray::fromHex("300d3005060329030403040000010203");
}

void KeysTest::refusesDamagedPublicKeys()
{
    QFETCH(QByteArray, spki);
    const auto key = PublicKey::fromSpki(spki);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::KeyInvalid);
}

void KeysTest::readsThePrivateKeyOfRfc8410()
{
    const SecretBytes der = SecretBytes::copyOf(QByteArray::fromBase64(
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC")); // section 10.3
    const auto key = PrivateKey::fromDer(der);
    QVERIFY(key);
    QCOMPARE(key->publicKey().spkiDer().toBase64(),
             QByteArray("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="));
    QVERIFY(key->toPkcs8()->equals(der));
}

void KeysTest::aKeyPairForBulkWorkIsLikeAnyOther()
{
    for (const KeyAlgorithm algorithm :
         {KeyAlgorithm::EcP256, KeyAlgorithm::EcP384, KeyAlgorithm::EcP521, KeyAlgorithm::Sm2,
          KeyAlgorithm::Ed25519, KeyAlgorithm::Rsa2048}) {
        const auto pair = generateKeyPair(algorithm);
        QVERIFY(pair);
        const auto read = PrivateKey::fromDer(pair->pkcs8); // checks that the halves fit
        QVERIFY2(read, qPrintable(keyAlgorithmId(algorithm)));
        QCOMPARE(read->publicKey().spkiDer(), pair->publicKey.spkiDer());
        QVERIFY(read->toPkcs8()->equals(pair->pkcs8));
        QCOMPARE(pair->publicKey.algorithm(), read->publicKey().algorithm());
        QCOMPARE(pair->publicKey.bits(), read->publicKey().bits());
        QCOMPARE(pair->publicKey.label(), read->publicKey().label());
        const auto signature = read->sign("text");
        QVERIFY(signature);
        QVERIFY(pair->publicKey.verify("text", read->signatureAlgorithm(), *signature));
        QVERIFY(generateKeyPair(algorithm)->publicKey.spkiDer() != pair->publicKey.spkiDer());
    }
}

void KeysTest::refusesHalvesThatDoNotBelongTogether()
{
    for (const KeyAlgorithm algorithm : {KeyAlgorithm::EcP256, KeyAlgorithm::Sm2}) {
        const auto a = PrivateKey::generate(algorithm);
        const auto b = PrivateKey::generate(algorithm);
        QByteArray der = a->toPkcs8()->view().toByteArray();
        const QByteArray pointA = a->publicKey().spkiDer().last(65);
        QVERIFY(der.contains(pointA));
        QVERIFY(PrivateKey::fromDer(SecretBytes::copyOf(der)));
        der.replace(pointA, b->publicKey().spkiDer().last(65));
        const auto mixed = PrivateKey::fromDer(SecretBytes::copyOf(der));
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().code, ErrorCode::KeyInvalid);
    }
    QByteArray rsa = PrivateKey::generate(KeyAlgorithm::Rsa2048)->toPkcs8()->view().toByteArray();
    rsa[rsa.size() - 1] = static_cast<char>(rsa.back() ^ 1); // the CRT coefficient
    const auto damaged = PrivateKey::fromDer(SecretBytes::copyOf(rsa));
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::KeyInvalid);
}

void KeysTest::refusesWhatIsNoPrivateKey()
{
    const QByteArray spki = PrivateKey::generate(KeyAlgorithm::EcP256)->publicKey().spkiDer();
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello"), spki}) {
        const auto key = PrivateKey::fromDer(SecretBytes::copyOf(bytes));
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::KeyInvalid);
    }
    const auto absent = readPrivateKey(toPem(spki, "PUBLIC KEY"), {});
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::KeyInvalid);
}

void KeysTest::stopsRsaGenerationWhenAsked()
{
    std::atomic<bool> cancel = true;
    const auto key = PrivateKey::generate(KeyAlgorithm::Rsa4096, &cancel);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Internal);
    QCOMPARE(key.error().detail, QStringLiteral("cancelled"));
    cancel = false;
    QVERIFY(PrivateKey::generate(KeyAlgorithm::Rsa2048, &cancel));
}

void KeysTest::refusesToWorkWithoutAKey()
{
    const PrivateKey none;
    QVERIFY(none.isNull());
    QCOMPARE(none.sign("x").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(none.toPkcs8().error().code, ErrorCode::InvalidArgument);
    QCOMPARE(PublicKey().verify("x", {}, {}).error().code, ErrorCode::InvalidArgument);
}

void KeysTest::refusesSignatureAlgorithmsThatDoNotFit()
{
    const auto ec = PrivateKey::generate(KeyAlgorithm::EcP256);
    const auto sm2 = PrivateKey::generate(KeyAlgorithm::Sm2);
    const QByteArray signature = *ec->sign("message");
    QVERIFY(ec->publicKey().verify("message", ec->signatureAlgorithm(), signature));
    QCOMPARE(ec->publicKey().verify("Message", ec->signatureAlgorithm(), signature).error().code,
             ErrorCode::Crypto);
    QCOMPARE(ec->publicKey().verify("message", sm2->signatureAlgorithm(), signature).error().code,
             ErrorCode::Crypto);
    QCOMPARE(sm2->publicKey().verify("message", ec->signatureAlgorithm(), signature).error().code,
             ErrorCode::Crypto);
    const QByteArray unknown = QByteArray::fromHex("300506032a0304");
    QCOMPARE(ec->publicKey().verify("message", unknown, signature).error().code, ErrorCode::Crypto);
}

void KeysTest::refusesUnknownKeyAlgorithms()
{
    for (const KeyAlgorithm algorithm : allKeyAlgorithms())
        QVERIFY(*parseKeyAlgorithm(keyAlgorithmId(algorithm).toUpper()) == algorithm);
    const auto unknown = parseKeyAlgorithm(QStringLiteral("rsa-1024"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InputInvalid);
    QCOMPARE(unknown.error().field, QStringLiteral("key"));
}

void KeysTest::refusesRequestsWithWeakKeys_data()
{
    QTest::addColumn<QString>("genpkey");
    QTest::addColumn<QString>("label");
    QTest::newRow("RSA 512") << QStringLiteral("genrsa -out %1 512") << QStringLiteral("RSA 512");
    QTest::newRow("RSA 1024") << QStringLiteral("genrsa -out %1 1024")
                              << QStringLiteral("RSA 1024");
    QTest::newRow("P-192") << QStringLiteral("ecparam -name prime192v1 -genkey -noout -out %1")
                           << QStringLiteral("ECC P-192");
}

void KeysTest::refusesRequestsWithWeakKeys()
{
    QFETCH(QString, genpkey);
    QFETCH(QString, label);
    const Scratch scratch;
    const QString key = scratch.path(QStringLiteral("k"));
    QCOMPARE(opensslLine(genpkey.arg(key)).exitCode, 0);
    const ToolRun run = opensslLine(QStringLiteral("req -new -key %1 -subj /CN=a -out %2")
                                        .arg(key, scratch.path(QStringLiteral("r"))));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const auto request = CertificateRequest::read(scratch.read(QStringLiteral("r")));
    QVERIFY(!request);
    QCOMPARE(errorName(request.error().code), errorName(ErrorCode::KeyTooWeak));
    QCOMPARE(request.error().args, QStringList{label});
}

void KeysTest::tellsAnSm2RequestWithTheEmptyId()
{
    const Scratch scratch;
    const QString key = scratch.path(QStringLiteral("k"));
    const QString out = scratch.path(QStringLiteral("r"));
    QCOMPARE(
        opensslLine(
            QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out %1").arg(key))
            .exitCode,
        0);
    const QString line = QStringLiteral("req -new -sm3 -key %1 -subj /CN=a -out %2").arg(key, out);
    QCOMPARE(opensslLine(line).exitCode, 0);
    const auto refused = CertificateRequest::read(scratch.read(QStringLiteral("r")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CsrSignatureInvalid);
    QCOMPARE(refused.error().detail, QStringLiteral("sm2-empty-id"));
    QCOMPARE(opensslLine(line + QStringLiteral(" -sigopt distid:1234567812345678")).exitCode, 0);
    const auto read = CertificateRequest::read(scratch.read(QStringLiteral("r")));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QVERIFY(read->publicKey().algorithm() == KeyAlgorithm::Sm2);
}

void KeysTest::refusesBrokenRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("reason"); // beginning
    const auto row = [](const char *name, const QByteArray &request, const char *reason) {
        QTest::newRow(name) << request << QString::fromLatin1(reason);
    };
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QByteArray good =
        *buildCertificateRequest(nameOf(QStringLiteral("CN=good.evil")),
                                 *parseSubjectAltNames(QStringLiteral("san1.evil")), *key);
    QByteArray nulInSubject = good;
    nulInSubject.replace("good.evil", QByteArray("good\0evil", 9));
    QByteArray nulInName = good;
    nulInName.replace("san1.evil", QByteArray("san1\0evil", 9));
    QByteArray offCurve = good;
    const QByteArray point = key->publicKey().spkiDer().last(65);
    offCurve[offCurve.indexOf(point) + 64] = static_cast<char>(point.back() ^ 1);
    row("NUL in the subject", nulInSubject, "NUL in a name");
    row("NUL in a DNS name", nulInName, "NUL in a name");
    row("point off the curve", offCurve, "public key");
    row("truncated", good.chopped(1), "truncated");
    row("a byte after the end", good + 'x', "");
    row("nothing", {}, "not a certificate request");
    row("text", "hello", "not a certificate request");
    row("broken PEM", toPem(good, "CERTIFICATE REQUEST").chopped(40), "");
    row("a certificate",
        toPem(*buildCertificate(rootFields(*key, QStringLiteral("CN=R")), *key), "CERTIFICATE"),
        "the file holds a CERTIFICATE");

    const Scratch scratch;
    const QString keyFile =
        scratch.write(QStringLiteral("k"), toPem(*key->toPkcs8(), "PRIVATE KEY").view());
    opensslLine(QStringLiteral("req -new -key %1 -subj /CN=a -addext subjectAltName=DNS:a.example "
                               "-addext extendedKeyUsage=serverAuth -outform DER -out %2")
                    .arg(keyFile, scratch.path(QStringLiteral("r"))));
    QByteArray twice = scratch.read(QStringLiteral("r"));
    twice.replace(QByteArray::fromHex("0603551d25"), QByteArray::fromHex("0603551d11"));
    row("two SAN extensions", twice, "two subject alternative name extensions");
}

void KeysTest::refusesBrokenRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, reason);
    const auto read = CertificateRequest::read(request);
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(ErrorCode::CsrInvalid));
    QCOMPARE(read.error().field, QStringLiteral("csr"));
    QVERIFY2(read.error().args.value(0).startsWith(reason),
             qPrintable(read.error().args.join(u'|')));
}

void KeysTest::seesThatARequestWantsACa()
{
    const Scratch scratch;
    const auto key = PrivateKey::generate(KeyAlgorithm::EcP256);
    const QString keyFile =
        scratch.write(QStringLiteral("k"), toPem(*key->toPkcs8(), "PRIVATE KEY").view());
    const ToolRun run = opensslLine(QStringLiteral("req -new -key %1 -subj /CN=a -addext "
                                                   "basicConstraints=critical,CA:TRUE -out %2")
                                        .arg(keyFile, scratch.path(QStringLiteral("r"))));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const auto read = CertificateRequest::read(scratch.read(QStringLiteral("r")));
    QVERIFY(read);
    QVERIFY(read->asksForCa());
}

QTEST_GUILESS_MAIN(KeysTest)
#include "tst_keys.moc"
