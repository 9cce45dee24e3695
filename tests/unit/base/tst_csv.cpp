// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "core/base/text_encoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace cas;

class CsvTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatRfc4180Writes_data();
    void readsWhatRfc4180Writes();
    void tellsTheLineOfEachRecord();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();
    void readsUtf16AsSpreadsheetsSaveIt();
    void writesWhatItReads();
    void writesNoFormula();
};

namespace {

QStringList fields(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

Result<QList<QStringList>> readAll(const QByteArray &text)
{
    CsvReader reader(text);
    QList<QStringList> records;
    CsvRecord record;
    while (true) {
        CAS_TRY(const bool more, reader.next(record));
        if (!more)
            return records;
        records.append(record.fields);
    }
}

} // namespace

void CsvTest::writesWhatItReads()
{
    const QStringList record{QStringLiteral("a,1"), QStringLiteral("b \"x\""), QString(),
                             QStringLiteral("line\r\nend"), QStringLiteral("证书")};
    const QByteArray line = csvLine(record);
    QCOMPARE(line, QByteArray("\"a,1\",\"b \"\"x\"\"\",\"\",\"line\r\nend\",\"证书\"\r\n"));
    const auto read = readAll(line + line);
    QVERIFY(read);
    QCOMPARE(*read, (QList<QStringList>{record, record}));
    // A tab and a comma on different lines of one quoted field.
    const QStringList tricky{QStringLiteral("k\tx\n, y"), QStringLiteral("z")};
    QCOMPARE(readAll(csvLine(tricky))->first(), tricky);
}

void CsvTest::writesNoFormula()
{
    for (const char16_t first : {u'=', u'+', u'-', u'@', u'\t', u'\r'}) {
        const QString cell = QString(QChar(first)) + QStringLiteral("1");
        QCOMPARE(csvLine({cell}), QByteArray("\"'" + cell.toUtf8() + "\"\r\n"));
    }
    QCOMPARE(csvLine({QStringLiteral("1=1")}), QByteArray("\"1=1\"\r\n"));
}

void CsvTest::readsWhatRfc4180Writes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("records");
    const QList<QStringList> two{fields({"a", "b"}), fields({"c", "d"})};
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << two;
    QTest::newRow("LF no last line end") << QByteArray("a,b\nc,d") << two;
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << two;
    QTest::newRow("blank lines") << QByteArray("a,b\n\n\nc,d\n\n") << two;
    QTest::newRow("tabs") << QByteArray("a\tb\nc\td\n") << two;
    QTest::newRow("quotes") << QByteArray("\"a,1\",\"b \"\"x\"\"\"\n\"line\r\nend\",\n")
                            << QList<QStringList>{fields({"a,1", "b \"x\""}),
                                                  fields({"line\r\nend", ""})};
    QTest::newRow("nothing") << QByteArray() << QList<QStringList>();
}

void CsvTest::readsWhatRfc4180Writes()
{
    QFETCH(const QByteArray, text);
    const auto records = readAll(text);
    QVERIFY(records);
    QTEST(*records, "records");
}

void CsvTest::tellsTheLineOfEachRecord()
{
    CsvReader reader("a\n\"1\n2\n3\"\n\nb\n");
    CsvRecord record;
    QList<qint64> lines;
    while (*reader.next(record))
        lines.append(record.line);
    QCOMPARE(lines, (QList<qint64>{1, 2, 6}));
}

void CsvTest::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("open quote") << QByteArray("a\n\"b\n") << QStringLiteral("2");
    QTest::newRow("after a quote") << QByteArray("a\n\"b\"c\n") << QStringLiteral("2");
    QTest::newRow("NUL") << QByteArray("a\nb\nc\0d\n", 8) << QStringLiteral("3");
    QTest::newRow("Latin-1") << QByteArray("M\xfcnchen\n") << QStringLiteral("1");
    QTest::newRow("a field over 1 MiB") << QByteArray(2 << 20, 'x') << QStringLiteral("1");
}

void CsvTest::refusesWhatIsDamaged()
{
    QFETCH(const QByteArray, text);
    const auto records = readAll(text);
    QVERIFY(!records);
    QCOMPARE(records.error().code, ErrorCode::CsvInvalid);
    QTEST(records.error().args.constFirst(), "line");
}

void CsvTest::readsUtf16AsSpreadsheetsSaveIt()
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray wide = encoder.encode(QStringLiteral("cn\tsan\n证书\tb\n"));
    const QByteArray text = utf8Text(wide);
    const auto records = readAll(text);
    QVERIFY(records);
    QCOMPARE(*records, (QList<QStringList>{fields({"cn", "san"}), fields({"证书", "b"})}));
}

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
