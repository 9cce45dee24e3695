// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of revoked certificates, above all delta CRLs (RFC 5280 §5.2.4), judged by OpenSSL.
#include "core/crypto/certificate_request.h"
#include "core/crypto/chain.h"
#include "core/crypto/containers.h"
#include "tests/unit/crypto/samples.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class CrlTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void opensslReadsADeltaCrl();
    void opensslAppliesADeltaToItsBase();
    void tellsADeltaFromACompleteList();
    void neverTakesADeltaForACompleteList();
    void takesACertificateOffAgain();
    void keepsEveryReason_data();
    void keepsEveryReason();
    void refusesFieldsThatMakeNoList();
    void handsOnTheErrorOfItsSource();
    void refusesDamagedLists_data();
    void refusesDamagedLists();

private:
    [[nodiscard]] QByteArray listOf(const QList<RevokedEntry> &entries, qint64 number,
                                    std::optional<qint64> base = std::nullopt) const;
    [[nodiscard]] bool opensslAccepts(const QList<QByteArray> &lists, const QString &flags) const;

    PrivateKey m_key;
    CertificateFields m_ca;
    CertificateFields m_leaf;
    QByteArray m_rootDer;
    QByteArray m_leafDer;
};

namespace {

RevokedEntry revoked(const QByteArray &serial,
                     RevocationReason reason = RevocationReason::KeyCompromise)
{
    return {serial, utc(2023, 6, 1), reason};
}

} // namespace

void CrlTest::initTestCase()
{
    m_key = *PrivateKey::generate(KeyAlgorithm::EcP256);
    const auto leafKey = PrivateKey::generate(KeyAlgorithm::EcP256);
    m_ca = rootFields(m_key, QStringLiteral("CN=Root"));
    m_leaf = leafFields(*leafKey, m_key, m_ca.subject);
    m_rootDer = *buildCertificate(m_ca, m_key);
    // By OpenSSL, because it looks for deltas only where the certificate says that there are some.
    const Scratch scratch;
    const auto request = buildCertificateRequest(m_leaf.subject, {}, *leafKey);
    const QString out = scratch.path(QStringLiteral("leaf"));
    const QString line =
        QStringLiteral("x509 -req -inform DER -in %1 -CA %2 -CAkey %3 -set_serial 0x%4 "
                       "-days 30 -extfile %5 -outform DER -out %6")
            .arg(scratch.write(QStringLiteral("r"), *request),
                 scratch.write(QStringLiteral("root"), toPem(m_rootDer, "CERTIFICATE")),
                 scratch.write(QStringLiteral("k"), toPem(*m_key.toPkcs8(), "PRIVATE KEY").view()),
                 QString::fromLatin1(m_leaf.serial.toHex()),
                 scratch.write(QStringLiteral("e"), "freshestCRL=URI:http://x.example/d.crl\n"
                                                    "subjectKeyIdentifier=hash\n"
                                                    "authorityKeyIdentifier=keyid\n"),
                 out);
    const ToolRun run = runTool(QStringLiteral("openssl"), line.split(u' '));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    m_leafDer = scratch.read(QStringLiteral("leaf"));
    QCOMPARE(Certificate::fromDer(m_leafDer)->serial(), m_leaf.serial);
}

QByteArray CrlTest::listOf(const QList<RevokedEntry> &entries, qint64 number,
                           std::optional<qint64> base) const
{
    CrlFields fields;
    fields.issuer = m_ca.subject;
    fields.authorityKeyIdentifier = m_key.publicKey().keyIdentifier();
    fields.thisUpdate = QDateTime::currentDateTimeUtc().addDays(-1);
    fields.nextUpdate = QDateTime::currentDateTimeUtc().addDays(7);
    fields.number = number;
    fields.deltaBaseNumber = base;
    auto entry = entries.begin();
    const auto list = buildCrl(
        fields,
        [&]() -> Result<std::optional<RevokedEntry>> {
            if (entry == entries.end())
                return std::optional<RevokedEntry>();
            return std::optional(*entry++);
        },
        m_key);
    return list ? *list : QByteArray();
}

bool CrlTest::opensslAccepts(const QList<QByteArray> &lists, const QString &flags) const
{
    const Scratch scratch;
    QByteArray pem;
    for (const QByteArray &list : lists)
        pem += toPem(list, "X509 CRL");
    const QString line =
        QStringLiteral("verify %1 -CAfile %2 -CRLfile %3 %4")
            .arg(flags, scratch.write(QStringLiteral("root"), toPem(m_rootDer, "CERTIFICATE")),
                 scratch.write(QStringLiteral("crl"), pem),
                 scratch.write(QStringLiteral("leaf"), toPem(m_leafDer, "CERTIFICATE")));
    const ToolRun run = runTool(QStringLiteral("openssl"), line.split(u' ', Qt::SkipEmptyParts));
    const bool isRevoked = run.output.contains(QLatin1String("certificate revoked"));
    if (run.exitCode != 0 && !isRevoked)
        qWarning("%s", qPrintable(run.output));
    return run.exitCode == 0;
}

void CrlTest::opensslReadsADeltaCrl()
{
    const QByteArray delta = listOf({revoked(m_leaf.serial)}, 8, 7);
    const Scratch scratch;
    const QString line =
        QStringLiteral("crl -inform DER -noout -text -in %1 -CAfile %2")
            .arg(scratch.write(QStringLiteral("d"), delta),
                 scratch.write(QStringLiteral("root"), toPem(m_rootDer, "CERTIFICATE")));
    const ToolRun run = runTool(QStringLiteral("openssl"), line.split(u' '));
    QVERIFY2(run.output.contains(QLatin1String("verify OK")), qPrintable(run.output));
    const QString text = run.output.simplified();
    QVERIFY2(text.contains(QLatin1String("X509v3 Delta CRL Indicator: critical 7")),
             qPrintable(run.output));
    QVERIFY2(text.contains(QLatin1String("X509v3 CRL Number: 8")), qPrintable(run.output));
}

void CrlTest::opensslAppliesADeltaToItsBase()
{
    const QByteArray base = listOf({revoked(newSerial())}, 7);
    const QByteArray delta = listOf({revoked(m_leaf.serial)}, 8, 7);
    const QByteArray other = listOf({revoked(newSerial())}, 8, 7);
    const QString with = QStringLiteral("-crl_check -extended_crl -use_deltas");
    QVERIFY(opensslAccepts({base}, QStringLiteral("-crl_check")));
    QVERIFY(opensslAccepts({base, other}, with));
    QVERIFY(!opensslAccepts({base, delta}, with));
    // A delta over a later list than the one at hand says nothing about what is missing between.
    const QByteArray later = listOf({revoked(m_leaf.serial)}, 10, 9);
    QVERIFY(opensslAccepts({base, later}, with));
}

void CrlTest::tellsADeltaFromACompleteList()
{
    const auto complete = Crl::fromDer(listOf({}, 7));
    QVERIFY(complete);
    QVERIFY(!complete->deltaBaseNumber());
    QCOMPARE(complete->number(), 7);
    const auto delta = Crl::fromDer(listOf({revoked(m_leaf.serial)}, 300, 299));
    QVERIFY(delta);
    QVERIFY(delta->deltaBaseNumber());
    QCOMPARE(*delta->deltaBaseNumber(), 299);
    QCOMPARE(delta->number(), 300);
    QCOMPARE(delta->entryCount(), 1);
    QVERIFY(delta->find(m_leaf.serial));
    QVERIFY(delta->verifySignature(m_key.publicKey()));
}

void CrlTest::neverTakesADeltaForACompleteList()
{
    ChainCheck check;
    check.trustAnchors = {m_rootDer};
    check.crls = {listOf({}, 8, 7)};
    const auto report = checkChain(m_leafDer, check);
    QVERIFY(report);
    QVERIFY(!report->ok());
    QCOMPARE(report->findings.first().problem, ChainProblem::CrlMissing);
    check.crls << listOf({}, 7);
    QVERIFY(checkChain(m_leafDer, check)->ok());
}

void CrlTest::takesACertificateOffAgain()
{
    const QByteArray base = listOf({revoked(m_leaf.serial, RevocationReason::CertificateHold)}, 7);
    const QByteArray released =
        listOf({revoked(m_leaf.serial, RevocationReason::RemoveFromCrl)}, 8, 7);
    const QString with = QStringLiteral("-crl_check -extended_crl -use_deltas");
    QVERIFY(!opensslAccepts({base}, with));
    QVERIFY(opensslAccepts({base, released}, with)); // RFC 5280 §5.3.1
}

void CrlTest::keepsEveryReason_data()
{
    QTest::addColumn<int>("reason"); // RFC 5280 §5.3.1
    QTest::addColumn<QString>("openssl"); // its words in `openssl crl -text`
    const auto row = [](int reason, const char *words) {
        QTest::addRow("%d", reason) << reason << QString::fromLatin1(words);
    };
    row(1, "Key Compromise");
    row(2, "CA Compromise");
    row(3, "Affiliation Changed");
    row(4, "Superseded");
    row(5, "Cessation Of Operation");
    row(6, "Certificate Hold");
    row(8, "Remove From CRL");
    row(9, "Privilege Withdrawn");
    row(10, "AA Compromise");
}

void CrlTest::keepsEveryReason()
{
    QFETCH(int, reason);
    QFETCH(QString, openssl);
    const auto value = static_cast<RevocationReason>(reason);
    const QByteArray list = listOf({revoked(m_leaf.serial, value)}, 3);
    const Scratch scratch;
    const ToolRun run =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("crl"), QStringLiteral("-inform"), QStringLiteral("DER"),
                 QStringLiteral("-noout"), QStringLiteral("-text"), QStringLiteral("-in"),
                 scratch.write(QStringLiteral("l"), list)});
    QVERIFY2(run.output.contains(openssl), qPrintable(run.output));
    const auto entry = Crl::fromDer(list)->find(m_leaf.serial);
    QVERIFY(entry);
    QCOMPARE(entry->reason, value);
    QVERIFY(*parseRevocationReason(revocationReasonId(value).toUpper()) == value);
}

void CrlTest::refusesFieldsThatMakeNoList()
{
    QVERIFY(listOf({}, 0).isEmpty());
    QVERIFY(listOf({}, 2, 0).isEmpty());
    QVERIFY(listOf({revoked({})}, 2).isEmpty());
    QVERIFY(!listOf({}, 1).isEmpty());
    const auto unknown = parseRevocationReason(QStringLiteral("boredom"));
    QCOMPARE(unknown.error().code, ErrorCode::InputInvalid);
    QCOMPARE(unknown.error().field, QStringLiteral("reason"));
}

void CrlTest::handsOnTheErrorOfItsSource()
{
    CrlFields fields;
    fields.issuer = m_ca.subject;
    fields.thisUpdate = QDateTime::currentDateTimeUtc().addDays(-1);
    fields.nextUpdate = QDateTime::currentDateTimeUtc().addDays(7);
    int asked = 0;
    const auto list = buildCrl(
        fields,
        [&]() -> Result<std::optional<RevokedEntry>> {
            if (++asked == 3)
                return fail(ErrorCode::StoreBusy);
            return std::optional(revoked(newSerial()));
        },
        m_key);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::StoreBusy);
    QCOMPARE(asked, 3);
}

void CrlTest::refusesDamagedLists_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<int>("code");
    const QByteArray good = listOf({revoked(m_leaf.serial)}, 8, 7);
    const auto row = [](const char *name, const QByteArray &der, ErrorCode code) {
        QTest::newRow(name) << der << static_cast<int>(code);
    };
    row("nothing", {}, ErrorCode::DerTruncated);
    row("a byte short", good.chopped(1), ErrorCode::DerTruncated);
    row("a byte after the end", good + 'x', ErrorCode::DerTrailing);
    row("a certificate", m_leafDer, ErrorCode::DerInvalid);
    QByteArray noNumber = good; // the indicator's INTEGER becomes an OCTET STRING
    const QByteArray indicator = QByteArray::fromHex("0603551d1b0101ff0403020107");
    QVERIFY(noNumber.contains(indicator));
    noNumber.replace(indicator, QByteArray::fromHex("0603551d1b0101ff0403040107"));
    row("an indicator without a number", noNumber, ErrorCode::DerInvalid);
}

void CrlTest::refusesDamagedLists()
{
    QFETCH(QByteArray, der);
    QFETCH(int, code);
    const auto list = Crl::fromDer(der);
    QVERIFY(!list);
    QCOMPARE(errorName(list.error().code), errorName(static_cast<ErrorCode>(code)));
}

QTEST_GUILESS_MAIN(CrlTest)
#include "tst_crl.moc"
