// SPDX-License-Identifier: GPL-3.0-or-later
// RSASSA-PSS (RFC 4055) as OpenSSL's command line writes it; the console itself signs with
// PKCS #1 v1.5 and only has to read this.
#include "core/crypto/certificate_request.h"
#include "core/crypto/chain.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class RsaPssTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void verifiesCertificatesAndRequests_data();
    void verifiesCertificatesAndRequests();
    void checksAChainOfThem();
    void callsSha1Weak();
    void keepsThePromiseOfARestrictedKey();
    void refusesParametersThatNobodyCanCheck_data();
    void refusesParametersThatNobodyCanCheck();
    void refusesToSignWithARestrictedKey();

private:
    [[nodiscard]] QByteArray made(const QString &line, const QString &out) const;

    Scratch m_scratch;
};

namespace {

const QString kSubject = QStringLiteral("-subj /CN=www.example.com/O=Example");

ToolRun opensslPss(const QString &line)
{
    return runTool(QStringLiteral("openssl"), line.split(u' ', Qt::SkipEmptyParts));
}

// RSASSA-PSS-params, RFC 4055 §3.1: SHA-256, MGF1 with SHA-256.
const QByteArray kSha256Fields = "a00f300d06096086480165030402010500"
                                 "a11c301a06092a864886f70d010108300d06096086480165030402010500";

QByteArray sequence(const QByteArray &content)
{
    return QByteArray(1, '\x30') + static_cast<char>(content.size()) + content;
}

QByteArray pssAlgorithm(const QByteArray &parameters)
{
    return sequence(QByteArray::fromHex("06092a864886f70d01010a") + parameters);
}

} // namespace

QByteArray RsaPssTest::made(const QString &line, const QString &out) const
{
    const ToolRun run =
        opensslPss(line + QStringLiteral(" -outform DER -out ") + m_scratch.path(out));
    if (run.exitCode != 0)
        qWarning("%s", qPrintable(run.output));
    return run.exitCode == 0 ? m_scratch.read(out) : QByteArray();
}

void RsaPssTest::initTestCase()
{
    const auto key = [this](const char *name, const char *options) {
        return opensslPss(QStringLiteral("genpkey %1 -out %2")
                              .arg(QLatin1String(options), m_scratch.path(QLatin1String(name))))
                   .exitCode
               == 0;
    };
    QVERIFY(key("plain", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048"));
    QVERIFY(key("pss", "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048"));
    QVERIFY(key("strict",
                "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 "
                "-pkeyopt rsa_pss_keygen_md:sha384 -pkeyopt rsa_pss_keygen_mgf1_md:sha384 "
                "-pkeyopt rsa_pss_keygen_saltlen:48"));
}

void RsaPssTest::verifiesCertificatesAndRequests_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *key, const char *options) {
        QTest::addRow("%s: %s", key, options)
            << QString::fromLatin1(key) << QString::fromLatin1(options)
            << (qstrcmp(key, "plain") == 0 ? QStringLiteral("RSA 2048")
                                           : QStringLiteral("RSA-PSS 2048"));
    };
    for (const char *key : {"plain", "pss"}) {
        row(key, "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32");
        row(key, "-sha224 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:28");
        row(key, "-sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:20");
        row(key, "-sha512 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:64");
        row(key, "-sha512 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:0");
        row(key, "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:max");
        row(key, "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_mgf1_md:sha1");
        // All three parameters have their defaults: an empty SEQUENCE.
        row(key, "-sha1 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:20");
    }
    row("strict", "-sha384");
}

void RsaPssTest::verifiesCertificatesAndRequests()
{
    QFETCH(QString, key);
    QFETCH(QString, options);
    QFETCH(QString, label);
    const QString common =
        QStringLiteral("req -new -key %1 %2 %3 ").arg(m_scratch.path(key), kSubject, options);

    const QByteArray der = made(common + QStringLiteral("-x509"), QStringLiteral("c"));
    QVERIFY(!der.isEmpty());
    const auto certificate = Certificate::fromDer(der);
    QVERIFY(certificate);
    QCOMPARE(certificate->signatureAlgorithmLabel(), QStringLiteral("RSASSA-PSS"));
    const auto publicKey = certificate->publicKey();
    QVERIFY(publicKey);
    QCOMPARE(publicKey->label(), label);
    QVERIFY(publicKey->strongEnough());
    const auto verified = certificate->verifySignature(*publicKey);
    QVERIFY2(verified, qPrintable(verified ? QString() : verified.error().detail));
    QByteArray forged = der;
    forged.replace("www.example.com", "xww.example.com");
    QVERIFY(forged != der);
    const auto changed = Certificate::fromDer(forged);
    QVERIFY(changed);
    QCOMPARE(changed->verifySignature(*publicKey).error().code, ErrorCode::Crypto);

    const QByteArray asked = made(common, QStringLiteral("r"));
    const auto request = CertificateRequest::read(asked);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().detail));
    QCOMPARE(request->publicKey().spkiDer(), publicKey->spkiDer());
    forged = asked;
    forged.replace("www.example.com", "xww.example.com");
    QCOMPARE(errorName(CertificateRequest::read(forged).error().code),
             errorName(ErrorCode::CsrSignatureInvalid));
}

void RsaPssTest::checksAChainOfThem()
{
    const QString pss =
        QStringLiteral("-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32");
    const QByteArray root = made(QStringLiteral("req -new -x509 -key %1 -subj /CN=Root -days 30 %2 "
                                                "-addext keyUsage=critical,keyCertSign,cRLSign")
                                     .arg(m_scratch.path(QStringLiteral("pss")), pss),
                                 QStringLiteral("root"));
    const QString leafKey = m_scratch.path(QStringLiteral("plain"));
    QVERIFY(!made(QStringLiteral("req -new -key %1 %2").arg(leafKey, kSubject), QStringLiteral("r"))
                 .isEmpty());
    const QString extensions = m_scratch.write(
        QStringLiteral("ext"), "basicConstraints=CA:FALSE\nsubjectAltName=DNS:www.example.com\n"
                               "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");
    const QByteArray leaf =
        made(QStringLiteral("x509 -req -inform DER -in %1 -CAform DER -CA %2 -CAkey %3 -days 20 "
                            "-set_serial 77777 -extfile %4 %5")
                 .arg(m_scratch.path(QStringLiteral("r")), m_scratch.path(QStringLiteral("root")),
                      m_scratch.path(QStringLiteral("pss")), extensions, pss),
             QStringLiteral("leaf"));
    QVERIFY(!root.isEmpty() && !leaf.isEmpty());
    ChainCheck check;
    check.trustAnchors = {root};
    check.purpose = eku::serverAuth;
    auto report = checkChain(leaf, check);
    QVERIFY(report);
    QVERIFY2(report->ok(), qPrintable(report->ok() ? QString() : report->findings.first().detail));
    QCOMPARE(report->chain, (QList<QByteArray>{leaf, root}));
    QByteArray damaged = leaf;
    damaged[damaged.size() - 1] = static_cast<char>(damaged.back() ^ 1);
    report = checkChain(damaged, check);
    QCOMPARE(report->findings.first().problem, ChainProblem::SignatureInvalid);
}

void RsaPssTest::callsSha1Weak()
{
    const QString key = m_scratch.path(QStringLiteral("plain"));
    const QByteArray root = made(QStringLiteral("req -new -x509 -key %1 -subj /CN=Root -days 30 "
                                                "-sha256 -sigopt rsa_padding_mode:pss")
                                     .arg(key),
                                 QStringLiteral("root1"));
    QVERIFY(!made(QStringLiteral("req -new -key %1 %2").arg(key, kSubject), QStringLiteral("r1"))
                 .isEmpty());
    const QByteArray leaf =
        made(QStringLiteral("x509 -req -inform DER -in %1 -CAform DER -CA %2 -CAkey %3 -days 20 "
                            "-set_serial 77778 -sha1 -sigopt rsa_padding_mode:pss")
                 .arg(m_scratch.path(QStringLiteral("r1")), m_scratch.path(QStringLiteral("root1")),
                      key),
             QStringLiteral("leaf1"));
    QVERIFY(!root.isEmpty() && !leaf.isEmpty());
    ChainCheck check;
    check.trustAnchors = {root};
    const auto report = checkChain(leaf, check);
    QVERIFY(report);
    const bool weak = std::any_of(
        report->findings.begin(), report->findings.end(),
        [](const ChainFinding &finding) { return finding.problem == ChainProblem::WeakDigest; });
    QVERIFY(weak);
}

void RsaPssTest::keepsThePromiseOfARestrictedKey()
{
    // The key says SHA-384; a signature with SHA-256 must not verify under it (RFC 4055 §3.3).
    const QByteArray der = made(QStringLiteral("req -new -x509 -key %1 %2 -sha384")
                                    .arg(m_scratch.path(QStringLiteral("strict")), kSubject),
                                QStringLiteral("s"));
    const auto certificate = Certificate::fromDer(der);
    QVERIFY(certificate);
    const auto key = certificate->publicKey();
    QVERIFY(certificate->verifySignature(*key));
    const QByteArray sha384 = QByteArray::fromHex("0609608648016503040202");
    const QByteArray sha256 = QByteArray::fromHex("0609608648016503040201");
    QByteArray other = der;
    QVERIFY(other.count(sha384) >= 6); // key, inner and outer algorithm: digest and mask each
    const qsizetype spki = other.indexOf(key->spkiDer());
    for (qsizetype at = other.indexOf(sha384); at >= 0; at = other.indexOf(sha384, at + 1)) {
        if (at < spki || at > spki + key->spkiDer().size())
            other.replace(at, sha384.size(), sha256);
    }
    const auto changed = Certificate::fromDer(other);
    QVERIFY(changed);
    QCOMPARE(changed->verifySignature(*key).error().code, ErrorCode::Crypto);
}

void RsaPssTest::refusesParametersThatNobodyCanCheck_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    const auto row = [](const char *name, const QByteArray &fieldsHex) {
        QTest::newRow(name) << pssAlgorithm(sequence(QByteArray::fromHex(fieldsHex)));
    };
    QTest::newRow("no parameters") << pssAlgorithm({});
    QTest::newRow("NULL") << pssAlgorithm(QByteArray::fromHex("0500"));
    row("salt below zero", kSha256Fields + "a2030201ff");
    row("salt of two numbers", kSha256Fields + "a206020120020120");
    row("salt too large", kSha256Fields + "a205020300ffff");
    row("trailer 2", kSha256Fields + "a203020120a303020102");
    row("bytes after the fields", kSha256Fields + "a2030201200500");
    row("wrong order", "a203020120" + kSha256Fields);
    row("an unknown digest",
        QByteArray(kSha256Fields).replace("0402010500", "0402990500") + "a203020120");
    row("an unknown mask function",
        QByteArray(kSha256Fields).replace("f70d010108", "f70d010107") + "a203020120");
    row("a mask without a digest",
        "a00f300d06096086480165030402010500a10d300b06092a864886f70d010108a203020120");
}

void RsaPssTest::refusesParametersThatNobodyCanCheck()
{
    QFETCH(QByteArray, algorithm);
    const QByteArray good =
        pssAlgorithm(sequence(QByteArray::fromHex(kSha256Fields + "a203020120")));
    const QString message = m_scratch.write(QStringLiteral("message"), "message");
    const QString out = m_scratch.path(QStringLiteral("signature"));
    const ToolRun run =
        opensslPss(QStringLiteral("dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt "
                                  "rsa_pss_saltlen:32 -sign %1 -out %2 %3")
                       .arg(m_scratch.path(QStringLiteral("plain")), out, message));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const auto key = readPrivateKey(m_scratch.read(QStringLiteral("plain")), {});
    QVERIFY(key);
    const QByteArray signature = m_scratch.read(QStringLiteral("signature"));
    QVERIFY(key->publicKey().verify("message", good, signature));
    QVERIFY(!key->publicKey().verify("massage", good, signature));
    const auto refused = key->publicKey().verify("message", algorithm, signature);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Crypto);
    QCOMPARE(refused.error().args, QStringList{QStringLiteral("RSASSA-PSS")});
}

void RsaPssTest::refusesToSignWithARestrictedKey()
{
    const auto key = readPrivateKey(m_scratch.read(QStringLiteral("pss")), {});
    QVERIFY(key);
    QCOMPARE(key->publicKey().label(), QStringLiteral("RSA-PSS 2048"));
    const auto signature = key->sign("message");
    QVERIFY(!signature);
    QCOMPARE(signature.error().code, ErrorCode::Unsupported);
    // Halves of two keys are found out as with plain RSA: the CRT coefficient is the last number.
    QByteArray der = key->toPkcs8()->view().toByteArray();
    der[der.size() - 1] = static_cast<char>(der.back() ^ 1);
    const auto damaged = PrivateKey::fromDer(SecretBytes::copyOf(der));
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::KeyInvalid);
}

QTEST_GUILESS_MAIN(RsaPssTest)
#include "tst_rsa_pss.moc"
