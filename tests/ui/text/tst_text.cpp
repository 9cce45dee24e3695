// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QTest>
#include <QTimeZone>

using namespace cas;
using namespace cas::ui;

class TextTest : public QObject
{
    Q_OBJECT
private slots:
    void everyCodeHasAWholeSentence_data();
    void everyCodeHasAWholeSentence();
    void fillsTheSentenceFromTheArguments();
    void leavesAPlaceholderOfAValueAlone();
    void cutsAndShowsHiddenCharactersOfValues();
    void showsControlAndBidiCharacters_data();
    void showsControlAndBidiCharacters();
    void cutsLongTextAfterWholeCharacters();
    void keepsTooltipsFromBeingReadAsMarkup();
    void saysHowFarADateIs_data();
    void saysHowFarADateIs();
    void groupsHexAndTakesTheGroupingOut();
    void detailsNameCodeAndNativeNumber();
};

void TextTest::everyCodeHasAWholeSentence_data()
{
    QTest::addColumn<int>("code");
#define ROW(name, text, status) QTest::newRow(text) << int(ErrorCode::name);
    CAS_ERROR_CODES(ROW)
#undef ROW
}

void TextTest::everyCodeHasAWholeSentence()
{
    QFETCH(int, code);
    Error error;
    error.code = ErrorCode(code);
    for (const QStringList &args :
         {QStringList(), QStringList{QStringLiteral("first")},
          QStringList{QStringLiteral("first"), QStringLiteral("second")}}) {
        error.args = args;
        const QString sentence = errorSentence(error);
        QVERIFY2(sentence.size() > 12, qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(sentence.front().isUpper() || !args.isEmpty(), qPrintable(sentence));
        // What happened, and what to do: two parts.
        QVERIFY2(sentence.count(u'.') + sentence.count(u';') + sentence.count(u',') >= 2,
                 qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
    }
}

void TextTest::fillsTheSentenceFromTheArguments()
{
    const Error taken{
        ErrorCode::NameTaken, QStringLiteral("name"), {QStringLiteral("root")}, {}, {}};
    QVERIFY(errorSentence(taken).contains(QStringLiteral("root")));
    const Error range{
        ErrorCode::InputOutOfRange, {}, {QStringLiteral("1"), QStringLiteral("30")}, {}, {}};
    QVERIFY(errorSentence(range).contains(QStringLiteral("from 1 to 30")));
}

void TextTest::leavesAPlaceholderOfAValueAlone()
{
    const Error remote{
        ErrorCode::RemoteFailed, {}, {QStringLiteral("%2"), QStringLiteral("no")}, {}, {}};
    QVERIFY(errorSentence(remote).startsWith(QStringLiteral("%2 refused")));
}

void TextTest::cutsAndShowsHiddenCharactersOfValues()
{
    const QString evil = QString(QChar(0x202E)) + QString(500, u'x');
    const Error error{ErrorCode::SanDnsInvalid, {}, {evil}, {}, {}};
    const QString sentence = errorSentence(error);
    QVERIFY(!sentence.contains(QChar(0x202E)));
    QVERIFY(sentence.contains(QStringLiteral("‹U+202E›")));
    QVERIFY(sentence.count(u'x') < 205);
}

void TextTest::showsControlAndBidiCharacters_data()
{
    QTest::addColumn<uint>("character");
    QTest::newRow("null") << 0x0000U;
    QTest::newRow("escape") << 0x001BU;
    QTest::newRow("delete") << 0x007FU;
    QTest::newRow("soft hyphen") << 0x00ADU;
    QTest::newRow("zero width space") << 0x200BU;
    QTest::newRow("right-to-left mark") << 0x200FU;
    QTest::newRow("line separator") << 0x2028U;
    QTest::newRow("override, UAX 9") << 0x202EU;
    QTest::newRow("isolate, UAX 9") << 0x2066U;
    QTest::newRow("byte order mark") << 0xFEFFU;
    QTest::newRow("private use") << 0xE000U;
    QTest::newRow("tag, beyond the BMP") << 0xE0041U;
}

void TextTest::showsControlAndBidiCharacters()
{
    QFETCH(uint, character);
    // Not fromUcs4 alone: it swallows a byte order mark.
    const char32_t wide = character;
    const QString raw =
        character < 0x10000 ? QString(QChar(char16_t(character))) : QString::fromUcs4(&wide, 1);
    const QString shown = visibleText(QStringLiteral("a") + raw + QStringLiteral("b"));
    QVERIFY(!shown.contains(raw));
    QCOMPARE(shown,
             QStringLiteral("a‹U+%1›b").arg(QString::number(character, 16).toUpper(), 4, u'0'));
}

void TextTest::cutsLongTextAfterWholeCharacters()
{
    const QString emoji = QString::fromUtf8("\xF0\x9F\x94\x91");
    const QString shown = visibleText(emoji.repeated(5), 3);
    QCOMPARE(shown, emoji.repeated(3) + QStringLiteral("…"));
    QCOMPARE(visibleText(QStringLiteral("例测.中国")), QStringLiteral("例测.中国"));
}

void TextTest::keepsTooltipsFromBeingReadAsMarkup()
{
    const QString tip = plainToolTip(QStringLiteral("<img src=x>"));
    QVERIFY(!tip.contains(QStringLiteral("<img")));
    QVERIFY(plainToolTip({}).isEmpty());
}

void TextTest::saysHowFarADateIs_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    const qint64 day = 86400;
    // Untranslated: the source text carries "(s)" until a catalogue is loaded.
    QTest::newRow("now") << qint64(20) << "now";
    QTest::newRow("minutes") << qint64(300) << "in 5 minute(s)";
    QTest::newRow("hours ago") << qint64(-7200) << "2 hour(s) ago";
    QTest::newRow("tomorrow") << day << "tomorrow";
    QTest::newRow("days") << 16 * day << "in 16 day(s)";
    QTest::newRow("past") << -21 * day << "21 day(s) ago";
}

void TextTest::saysHowFarADateIs()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::LocalTime);
    QCOMPARE(relativeTime(now.addSecs(seconds), now), words);
}

void TextTest::groupsHexAndTakesTheGroupingOut()
{
    QCOMPARE(groupedHex(QStringLiteral("04A1B2C3D4")), QStringLiteral("04A1 B2C3 D4"));
    QCOMPARE(ungroupedHex(QStringLiteral("04A1 B2C3 D4")), QStringLiteral("04A1B2C3D4"));
    QCOMPARE(ungroupedHex(colonHex(QByteArray::fromHex("04a1b2"))), QStringLiteral("04A1B2"));
}

void TextTest::detailsNameCodeAndNativeNumber()
{
    Error error{ErrorCode::Crypto,
                QStringLiteral("key"),
                {},
                QStringLiteral("EVP failed"),
                {NativeDomain::OpenSsl, 0x1234}};
    const QString details = errorDetails(error);
    QVERIFY(details.contains(QStringLiteral("crypto")));
    QVERIFY(details.contains(QStringLiteral("0x1234")));
    QVERIFY(details.contains(QStringLiteral("EVP failed")));
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
