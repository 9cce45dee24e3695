// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"
#include "core/crypto/certificate_request.h"
#include "core/crypto/crl.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

#include <utility>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

/// Bouncy Castle's SM2 is written independently of OpenSSL's: each judges what the other signed.
class BouncyCastleTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void acceptsOurSm2Signatures();
    void refusesAnotherId();
    void refusesFlippedBytes();
    void signsRequestsThatWeAccept();

private:
    QStringList judge(const QString &id, const QStringList &objects) const;

    Scratch m_scratch;
    QString m_classPath;
    QList<std::pair<QString, QByteArray>> m_objects; // kind, DER
};

namespace {

const QString kStandardId = QStringLiteral("1234567812345678"); // GM/T 0009 clause 10

QByteArray flippedAt(QByteArray der, qsizetype at)
{
    der[at] = static_cast<char>(der[at] ^ 1);
    return der;
}

} // namespace

void BouncyCastleTest::initTestCase()
{
    QStringList jars;
    for (const char *name : {"bcprov", "bcpkix", "bcutil"})
        jars << QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name));
    for (const QString &jar : std::as_const(jars))
        QVERIFY2(QFile::exists(jar), "libbcprov-java and libbcpkix-java are not installed");
    const ToolRun compiled =
        runTool(QStringLiteral("javac"),
                {QStringLiteral("-cp"), jars.join(u':'), QStringLiteral("-d"),
                 m_scratch.path(QStringLiteral("classes")), QStringLiteral(SM2_JUDGE_SOURCE)});
    QVERIFY2(compiled.exitCode == 0, qPrintable(compiled.output));
    m_classPath = jars.join(u':') + u':' + m_scratch.path(QStringLiteral("classes"));

    const auto key = PrivateKey::generate(KeyAlgorithm::Sm2);
    m_scratch.write(QStringLiteral("spki"), key->publicKey().spkiDer());
    const CertificateFields fields = rootFields(*key, QStringLiteral("CN=\u6839, C=CN"));
    m_objects << std::pair(QStringLiteral("cert"), *buildCertificate(fields, *key));
    m_objects << std::pair(
        QStringLiteral("csr"),
        *buildCertificateRequest(fields.subject, *parseSubjectAltNames(QStringLiteral("a.example")),
                                 *key));
    CrlFields crl;
    crl.issuer = fields.subject;
    crl.authorityKeyIdentifier = key->publicKey().keyIdentifier();
    crl.thisUpdate = utc(2024, 1, 1);
    crl.nextUpdate = utc(2024, 12, 1);
    bool given = false;
    const auto next = [&]() -> Result<std::optional<RevokedEntry>> {
        if (std::exchange(given, true))
            return std::optional<RevokedEntry>();
        return std::optional(
            RevokedEntry{newSerial(), utc(2023, 6, 1), RevocationReason::KeyCompromise});
    };
    m_objects << std::pair(QStringLiteral("crl"), *buildCrl(crl, next, *key));
}

QStringList BouncyCastleTest::judge(const QString &id, const QStringList &objects) const
{
    const ToolRun run =
        runTool(QStringLiteral("java"),
                QStringList{QStringLiteral("-cp"), m_classPath, QStringLiteral("Sm2Judge"),
                            QStringLiteral("judge"), m_scratch.path(QStringLiteral("spki")), id}
                    + objects);
    return run.exitCode == 0 ? run.output.trimmed().split(u'\n') : QStringList{run.output};
}

void BouncyCastleTest::acceptsOurSm2Signatures()
{
    QStringList objects;
    for (const auto &[kind, der] : std::as_const(m_objects))
        objects << kind + u':' + m_scratch.write(kind, der);
    QCOMPARE(judge(kStandardId, objects), QStringList(3, QStringLiteral("valid")));
}

void BouncyCastleTest::refusesAnotherId()
{
    QStringList objects;
    for (const auto &[kind, der] : std::as_const(m_objects))
        objects << kind + u':' + m_scratch.write(kind, der);
    QCOMPARE(judge(QStringLiteral("8765432187654321"), objects),
             QStringList(3, QStringLiteral("invalid")));
}

void BouncyCastleTest::refusesFlippedBytes()
{
    QStringList objects;
    for (const auto &[kind, der] : std::as_const(m_objects)) {
        // In the signature's s, and in the name, which all three hold as UTF-8.
        const qsizetype name = der.indexOf(QStringLiteral("\u6839").toUtf8());
        QVERIFY(name > 0);
        objects << kind + u':'
                       + m_scratch.write(kind + QStringLiteral(".s"),
                                         flippedAt(der, der.size() - 1));
        objects << kind + u':'
                       + m_scratch.write(kind + QStringLiteral(".name"), flippedAt(der, name + 2));
    }
    const QStringList answers = judge(kStandardId, objects);
    QCOMPARE(answers, QStringList(6, QStringLiteral("invalid")));
}

void BouncyCastleTest::signsRequestsThatWeAccept()
{
    const ToolRun run =
        runTool(QStringLiteral("java"),
                {QStringLiteral("-cp"), m_classPath, QStringLiteral("Sm2Judge"),
                 QStringLiteral("request"), m_scratch.path(QStringLiteral("theirs"))});
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    const QByteArray der = m_scratch.read(QStringLiteral("theirs"));
    const auto request = CertificateRequest::read(der);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().detail));
    QVERIFY(request->publicKey().algorithm() == KeyAlgorithm::Sm2);
    QCOMPARE(request->subject().commonName(), QStringLiteral("Bouncy Castle"));
    const auto damaged = CertificateRequest::read(flippedAt(der, der.size() - 1));
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::CsrSignatureInvalid);
}

QTEST_GUILESS_MAIN(BouncyCastleTest)
#include "tst_bouncy_castle.moc"
