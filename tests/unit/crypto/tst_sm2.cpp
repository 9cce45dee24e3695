// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of GM/T 0003.5-2012 (= GB/T 32918.5-2017) for the recommended curve, in the formats
// of GM/T 0009-2012 (= GB/T 35276). The standards fix the random number k; we cannot, so signatures
// and ciphertexts of the standards are checked, and ours by OpenSSL's command line.
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

namespace {

// Annex A.1 and C.2 use one key pair.
constexpr const char *kPrivateHex =
    "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
constexpr const char *kPublicHex =
    "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

// Annex A.2: message, ID 1234567812345678, signature (r, s).
const QByteArray kMessage = "message digest";
constexpr const char *kRHex = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
constexpr const char *kSHex = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

// Annex C.2: plaintext and C1 = (x, y), C3, C2.
const QByteArray kPlaintext = "encryption standard";
constexpr const char *kXHex = "04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73";
constexpr const char *kYHex = "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0";
constexpr const char *kHashHex = "59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766";
constexpr const char *kCipherHex = "21886ca989ca9c7d58087307ca93092d651efa";

// GM/T 0009 clause 7.3: SEQUENCE { r, s }; both have the top bit set and so a zero before them.
QByteArray standardSignature()
{
    return QByteArray::fromHex(QByteArray("3046022100") + kRHex + "022100" + kSHex);
}

// GM/T 0009 clause 7.2: SEQUENCE { x INTEGER, y INTEGER, OCTET STRING hash, OCTET STRING cipher }.
QByteArray standardCiphertext()
{
    return QByteArray::fromHex(QByteArray("307c0220") + kXHex + "022100" + kYHex + "0420" + kHashHex
                               + "0413" + kCipherHex);
}

// ECPrivateKey (RFC 5915) with the curve and without the public half, as many products write it.
Result<PrivateKey> standardKey()
{
    return PrivateKey::fromDer(SecretBytes::copyOf(QByteArray::fromHex(
        QByteArray("3031020101") + "0420" + kPrivateHex + "a00a06082a811ccf5501822d")));
}

QByteArray sm2Algorithm()
{
    return QByteArray::fromHex("300a06082a811ccf55018375");
}

} // namespace

class Sm2Test : public QObject
{
    Q_OBJECT
private slots:
    void findsThePublicHalf();
    void verifiesTheSignatureOfTheStandard();
    void signsWithTheIdOfTheStandard();
    void opensslDecryptsTheStandardWithTheKeyWeWrite();
};

void Sm2Test::findsThePublicHalf()
{
    const auto key = standardKey();
    QVERIFY2(key, qPrintable(key ? QString() : key.error().detail));
    QVERIFY(key->publicKey().algorithm() == KeyAlgorithm::Sm2);
    // GM/T 0009 clause 7.1: SubjectPublicKeyInfo with id-ecPublicKey and the curve.
    QCOMPARE(key->publicKey().spkiDer().toHex(),
             QByteArray("3059301306072a8648ce3d020106082a811ccf5501822d03420004") + kPublicHex);
    QCOMPARE(key->signatureAlgorithm(), sm2Algorithm());
}

void Sm2Test::verifiesTheSignatureOfTheStandard()
{
    const PublicKey key = standardKey()->publicKey();
    QVERIFY(key.verify(kMessage, sm2Algorithm(), standardSignature()));
    QVERIFY(!verifiesWithEmptySm2Id(key, kMessage, standardSignature()));
    // NULL as parameters is accepted on reading (crypto-notes §1.2).
    QVERIFY(key.verify(kMessage, QByteArray::fromHex("300c06082a811ccf550183750500"),
                       standardSignature()));

    QVERIFY(!key.verify("Message digest", sm2Algorithm(), standardSignature()));
    QByteArray otherR = standardSignature();
    otherR[20] = static_cast<char>(otherR[20] ^ 1);
    QVERIFY(!key.verify(kMessage, sm2Algorithm(), otherR));
    const QByteArray swapped =
        QByteArray::fromHex(QByteArray("3046022100") + kSHex + "022100" + kRHex);
    QVERIFY(!key.verify(kMessage, sm2Algorithm(), swapped));
    // Plain ECDSA over the same curve is something else.
    QVERIFY(!key.verify(kMessage, QByteArray::fromHex("300a06082a8648ce3d040302"),
                        standardSignature()));
}

void Sm2Test::signsWithTheIdOfTheStandard()
{
    const auto key = standardKey();
    const auto signature = key->sign(kMessage);
    QVERIFY(signature);
    QVERIFY(*signature != standardSignature()); // k is random
    QVERIFY(key->publicKey().verify(kMessage, sm2Algorithm(), *signature));

    const Scratch scratch;
    const QString message = scratch.write(QStringLiteral("m"), kMessage);
    const QString spki = scratch.write(QStringLiteral("k"), key->publicKey().spkiDer());
    const auto judged = [&](const QByteArray &bytes, const char *id) {
        const QString line =
            QStringLiteral("pkeyutl -verify -rawin -digest sm3 -pubin -keyform DER -inkey %1 "
                           "-in %2 -sigfile %3 -pkeyopt distid:%4")
                .arg(spki, message, scratch.write(QStringLiteral("s"), bytes), QLatin1String(id));
        return runTool(QStringLiteral("openssl"), line.split(u' ')).exitCode == 0;
    };
    QVERIFY(judged(standardSignature(), "1234567812345678"));
    QVERIFY(judged(*signature, "1234567812345678"));
    QVERIFY(!judged(*signature, "1234567812345679"));
}

void Sm2Test::opensslDecryptsTheStandardWithTheKeyWeWrite()
{
    const auto key = standardKey();
    const auto pkcs8 = key->toPkcs8();
    QVERIFY(pkcs8);
    const Scratch scratch;
    const QString keyFile = scratch.write(QStringLiteral("k"), toPem(*pkcs8, "PRIVATE KEY").view());
    const auto decrypted = [&](const QByteArray &ciphertext) {
        return runTool(QStringLiteral("openssl"),
                       {QStringLiteral("pkeyutl"), QStringLiteral("-decrypt"),
                        QStringLiteral("-inkey"), keyFile, QStringLiteral("-in"),
                        scratch.write(QStringLiteral("c"), ciphertext)});
    };
    const ToolRun run = decrypted(standardCiphertext());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output.toUtf8(), kPlaintext);
    QByteArray damaged = standardCiphertext();
    damaged[damaged.size() - 1] = static_cast<char>(damaged.back() ^ 1);
    QVERIFY(decrypted(damaged).exitCode != 0);
}

QTEST_GUILESS_MAIN(Sm2Test)
#include "tst_sm2.moc"
