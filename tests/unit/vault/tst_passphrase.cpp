// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/recovery_key.h"
#include "core/vault/vault.h"

#include <QTest>

using namespace cas;
using namespace cas::vault;

class PassphraseTest : public QObject
{
    Q_OBJECT
private slots:
    void scores_data();
    void scores();
    void growsWithLength();
    void writesRecoveryKeysInCrockfordBase32();
    void readsRecoveryKeysAsTyped_data();
    void readsRecoveryKeysAsTyped();
    void refusesOtherThings_data();
    void refusesOtherThings();
};

void PassphraseTest::scores_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const char *text, int least, int most, const char *hint) {
        QTest::newRow(name) << QString::fromUtf8(text) << least << most
                            << QString::fromLatin1(hint);
    };
    row("empty", "", 0, 0, "short");
    row("seven bytes", "xK9#pQ2", 0, 0, "short");
    row("listed", "password", 0, 0, "common");
    row("listed, capitals", "PassWord", 0, 0, "common");
    row("listed, digits for letters", "P4ssw0rd", 0, 0, "common");
    row("listed, tail", "Sunshine123!", 0, 0, "common");
    row("listed, digits and tail", "p@ssw0rd99", 0, 0, "common");
    row("keyboard", "qwertyuiop", 0, 0, "common");
    row("digits in order", "1234567890", 0, 0, "common");
    row("one letter", "aaaaaaaaaaaa", 0, 0, "repeats");
    row("alphabet", "abcdefghijklmnop", 0, 0, "repeats");
    row("backwards", "ponmlkjihgfe", 0, 0, "repeats");
    row("over again", "xyqxyqxyqxyq", 0, 0, "repeats");
    row("eight letters", "gherkins", 1, 1, "single-class");
    row("eight digits", "40716295", 1, 1, "single-class");
    row("word and digits", "gherkin4071", 2, 2, "short");
    row("ten mixed", "k7#Qz9!mP2", 2, 3, "short");
    row("sentence", "the quiet lamp hums at noon", 4, 4, "");
    row("long random", "uH4!vq8&Zr2*Lx6%", 4, 4, "");
    row("Chinese sentence", "安静的灯在正午嗡嗡作响", 3, 4, "");
}

void PassphraseTest::scores()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, most);
    QFETCH(QString, hint);
    const PassphraseStrength strength = passphraseStrength(SecretBytes::copyOf(text.toUtf8()));
    QVERIFY2(strength.score >= least && strength.score <= most,
             qPrintable(QString::number(strength.score)));
    if (strength.score < 3)
        QCOMPARE(strength.hintCode, hint);
    else
        QCOMPARE(strength.hintCode, QString());
}

void PassphraseTest::growsWithLength()
{
    const QByteArray text = "vT4 qz!8 Lm2# wp9K rd7% hs3& yb6*";
    int before = 0;
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const int score = passphraseStrength(SecretBytes::copyOf(text.first(size))).score;
        QVERIFY(score >= before);
        before = score;
    }
    QCOMPARE(before, 4);
}

void PassphraseTest::writesRecoveryKeysInCrockfordBase32()
{
    // By Python: a table of '0123456789ABCDEFGHJKMNPQRSTVWXYZ' over bin(int.from_bytes(bytes(i*10
    // ...))).
    QByteArray bytes;
    for (int i = 0; i < 25; ++i)
        bytes.append(static_cast<char>(i * 10));
    const SecretBytes text = formatRecoveryKey(SecretBytes::copyOf(bytes));
    QCOMPARE(text.view().toByteArray(),
             QByteArray("00518-7H868-Y4CM2-TCHQ7-H0MCJ-TGAND-5YS39-DSSQG"));
    QVERIFY(parseRecoveryKey(text)->equals(SecretBytes::copyOf(bytes)));
    for (int i = 0; i < 100; ++i) {
        const SecretBytes secret = newRecoverySecret();
        QCOMPARE(secret.size(), size_t(25));
        QVERIFY(parseRecoveryKey(formatRecoveryKey(secret))->equals(secret));
    }
}

void PassphraseTest::readsRecoveryKeysAsTyped_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("as shown") << QByteArray("00112-10000-00000-00000-00000-00000-00000-0000Z");
    QTest::newRow("lower case") << QByteArray("00112-10000-00000-00000-00000-00000-00000-0000z");
    QTest::newRow("no dashes") << "0011210000" + QByteArray(29, '0') + 'Z';
    QTest::newRow("letters for digits")
        << QByteArray("oOiL2-IOooo-OOOOO-00000-00000-00000-00000-0000Z");
    QTest::newRow("spaces") << QByteArray(
        "  00112 10000\t00000 00000\n00000 00000 00000 0000Z\r\n");
    QTest::newRow("en dashes") << QByteArray("00112–10000–00000–00000–00000–00000–00000–0000Z");
}

void PassphraseTest::readsRecoveryKeysAsTyped()
{
    QFETCH(QByteArray, typed);
    const auto expected =
        parseRecoveryKey(SecretBytes::copyOf("00112-10000-00000-00000-00000-00000-00000-0000Z"));
    QVERIFY(expected);
    const auto read = parseRecoveryKey(SecretBytes::copyOf(typed));
    QVERIFY(read);
    QVERIFY(read->equals(*expected));
}

void PassphraseTest::refusesOtherThings_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too short") << QByteArray("00112-10000-00000-00000-00000-00000-00000-0000");
    QTest::newRow("too long") << QByteArray("00112-10000-00000-00000-00000-00000-00000-0000Z0");
    QTest::newRow("U") << QByteArray("0011U-10000-00000-00000-00000-00000-00000-0000Z");
    QTest::newRow("mark") << QByteArray("0011!-10000-00000-00000-00000-00000-00000-0000Z");
    QTest::newRow("NUL") << QByteArray("0011\0-10000-00000-00000-00000-00000-00000-0000Z", 47);
}

void PassphraseTest::refusesOtherThings()
{
    QFETCH(QByteArray, typed);
    const auto read = parseRecoveryKey(SecretBytes::copyOf(typed));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::WrongPassphrase);
    QCOMPARE(read.error().field, QStringLiteral("recoveryKey"));
}

QTEST_GUILESS_MAIN(PassphraseTest)
#include "tst_passphrase.moc"
