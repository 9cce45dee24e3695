// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/distinguished_name.h"
#include "core/crypto/subject_alt_name.h"
#include "tests/unit/crypto/tool.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;
using namespace cas::test;

class NamesTest : public QObject
{
    Q_OBJECT
private slots:
    void refusesAttributes_data();
    void refusesAttributes();
    void acceptsAttributesAtTheirLimit();
    void writesTheStringTypesOfTheStandards();
    void readsNamesAsTyped_data();
    void readsNamesAsTyped();
    void refusesNamesThatDoNotParse_data();
    void refusesNamesThatDoNotParse();
    void normalisesAlternativeNames_data();
    void normalisesAlternativeNames();
    void refusesAlternativeNames_data();
    void refusesAlternativeNames();
    void tellsAWrongAddressAsOne();
    void guessesTypesOfAList();
};

void NamesTest::refusesAttributes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *type, const QString &value, ErrorCode code,
                        const char *field) {
        QTest::newRow(name) << QString::fromLatin1(type) << value << static_cast<int>(code)
                            << QString::fromLatin1(field);
    };
    const auto times = [](int count) { return QString(count, u'x'); };
    row("CN empty", "CN", QStringLiteral("  "), ErrorCode::CommonNameInvalid, "CN");
    row("CN of 65", "CN", times(65), ErrorCode::CommonNameInvalid, "CN");
    row("O of 65", "O", times(65), ErrorCode::InputTooLong, "O");
    row("OU of 65", "OU", times(65), ErrorCode::InputTooLong, "OU");
    row("L of 129", "L", times(129), ErrorCode::InputTooLong, "L");
    row("ST of 129", "ST", times(129), ErrorCode::InputTooLong, "ST");
    row("serialNumber of 65", "serialNumber", times(65), ErrorCode::InputTooLong, "serialNumber");
    row("emailAddress of 256", "emailAddress", times(256), ErrorCode::InputTooLong, "emailAddress");
    row("C of three", "C", QStringLiteral("CHN"), ErrorCode::CountryInvalid, "C");
    row("C of one", "C", QStringLiteral("C"), ErrorCode::CountryInvalid, "C");
    row("C with a digit", "C", QStringLiteral("C1"), ErrorCode::CountryInvalid, "C");
    row("C in Chinese", "C", QStringLiteral("\u4e2d\u56fd"), ErrorCode::CountryInvalid, "C");
    row("C in full-width letters", "C", QStringLiteral("\uff23\uff2e"), ErrorCode::CountryInvalid,
        "C");
    row("NUL", "CN", QStringLiteral("good") + QChar(0) + QStringLiteral(".evil"),
        ErrorCode::SubjectInvalid, "subject");
    row("line end", "O", QStringLiteral("a\nb"), ErrorCode::SubjectInvalid, "subject");
    row("DEL", "O", QStringLiteral("a\u007fb"), ErrorCode::SubjectInvalid, "subject");
    row("line separator", "O", QStringLiteral("a\u2028b"), ErrorCode::SubjectInvalid, "subject");
    row("right-to-left override", "CN", QStringLiteral("a\u202egnp.exe"), ErrorCode::SubjectInvalid,
        "subject");
    row("left-to-right isolate", "CN", QStringLiteral("a\u2066b"), ErrorCode::SubjectInvalid,
        "subject");
    row("zero width space", "O", QStringLiteral("exam\u200bple"), ErrorCode::SubjectInvalid,
        "subject");
    row("byte order mark", "O", QStringLiteral("\ufeffexample"), ErrorCode::SubjectInvalid,
        "subject");
    row("replacement character", "CN", QStringLiteral("a\ufffdb"), ErrorCode::SubjectInvalid,
        "subject");
    row("soft hyphen", "CN", QStringLiteral("pay\u00adpal"), ErrorCode::SubjectInvalid, "subject");
    row("half a surrogate pair", "CN", QStringLiteral("a") + QChar(0xd800) + u'b',
        ErrorCode::SubjectInvalid, "subject");
    row("unknown type", "FOO", QStringLiteral("x"), ErrorCode::SubjectInvalid, "subject");
    row("impossible OID", "1.99.1", QStringLiteral("x"), ErrorCode::SubjectInvalid, "subject");
    row("e-mail not in ASCII", "emailAddress", QStringLiteral("\u00fc@example.com"),
        ErrorCode::SubjectInvalid, "subject");
    row("serialNumber no PrintableString", "serialNumber", QStringLiteral("a*b"),
        ErrorCode::SubjectInvalid, "subject");
}

void NamesTest::refusesAttributes()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QString, field);
    const auto name = DistinguishedName::create({{type, value}});
    QVERIFY(!name);
    QCOMPARE(errorName(name.error().code), errorName(static_cast<ErrorCode>(code)));
    QCOMPARE(name.error().field, field);
    if (name.error().code == ErrorCode::InputTooLong)
        QCOMPARE(name.error().args.value(0).toInt(), value.size() - 1);
}

void NamesTest::acceptsAttributesAtTheirLimit()
{
    // X.520 counts characters: 64 of four UTF-8 octets each are 64.
    const QString smileys = QStringLiteral("\U0001F600").repeated(64);
    const auto name = DistinguishedName::create({{QStringLiteral("cn"), smileys},
                                                 {QStringLiteral("O"), QString(64, u'x')},
                                                 {QStringLiteral("L"), QString(128, u'x')},
                                                 {QStringLiteral("OU"), QString()},
                                                 {QStringLiteral("C"), QStringLiteral("cn")}});
    QVERIFY2(name, qPrintable(name ? QString() : errorName(name.error().code)));
    QCOMPARE(name->commonName(), smileys);
    QCOMPARE(name->value(u"C"), QStringLiteral("CN"));
    QCOMPARE(name->attributes().size(), 4); // the empty one is left out
    QVERIFY(DistinguishedName::fromDer(name->der()) == *name);
    QCOMPARE(DistinguishedName::fromDer(name->der()).attributes(), name->attributes());
}

void NamesTest::writesTheStringTypesOfTheStandards()
{
    const auto name = DistinguishedName::parse(
        QStringLiteral("C=CN, O=\u4f8b\u5b50, DC=example, emailAddress=a@example.com, "
                       "serialNumber=A1, CN=x, 1.2.3.4=y"));
    QVERIFY(name);
    const Scratch scratch;
    const ToolRun run =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("asn1parse"), QStringLiteral("-inform"), QStringLiteral("DER"),
                 QStringLiteral("-in"), scratch.write(QStringLiteral("n"), name->der())});
    QStringList strings;
    for (const QString &line : run.output.split(u'\n')) {
        if (line.contains(QLatin1String("STRING")))
            strings << line.section(u':', 2).trimmed().section(u' ', 0, 0).section(u':', 0, 0);
    }
    QCOMPARE(strings, (QStringList{QStringLiteral("PRINTABLESTRING"), QStringLiteral("UTF8STRING"),
                                   QStringLiteral("IA5STRING"), QStringLiteral("IA5STRING"),
                                   QStringLiteral("PRINTABLESTRING"), QStringLiteral("UTF8STRING"),
                                   QStringLiteral("UTF8STRING")}));
}

void NamesTest::readsNamesAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("values"); // type, value, type, value ...
    const auto row = [](const char *name, const char *text, const QStringList &values) {
        QTest::newRow(name) << QString::fromUtf8(text) << values;
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    row("RFC 4514 section 4, escaped quotes and comma",
        "CN=James \\\"Jim\\\" Smith\\, III,DC=example,DC=net",
        {s("CN"), s("James \"Jim\" Smith, III"), s("DC"), s("example"), s("DC"), s("net")});
    row("RFC 4514 section 4, UTF-8 in hex", "CN=Lu\\C4\\8Di\\C4\\87", {s("CN"), s("Lučić")});
    row("quoted value", "O=\"Example, Inc.\", C=CN", {s("O"), s("Example, Inc."), s("C"), s("CN")});
    row("semicolons", "CN=a;O=b", {s("CN"), s("a"), s("O"), s("b")});
    row("slashes", "/C=CN/O=Example, Inc./CN=x",
        {s("C"), s("CN"), s("O"), s("Example, Inc."), s("CN"), s("x")});
    row("a plus that begins no attribute", "O=C++ Builders, CN=1+1=2",
        {s("O"), s("C++ Builders"), s("CN"), s("1+1=2")});
    row("an escaped plus", "CN=a\\+O=b", {s("CN"), s("a+O=b")});
    row("a number sign", "CN=#1 Root, OU=\\#0402", {s("CN"), s("#1 Root"), s("OU"), s("#0402")});
    row("joiners of Persian words", "O=\u0646\u0627\u0645\u0647\u200c\u0627\u06cc",
        {s("O"), s("\u0646\u0627\u0645\u0647\u200c\u0627\u06cc")});
    row("an equals sign in a value", "CN=a=b", {s("CN"), s("a=b")});
    row("long names and blanks", " commonName = a , organizationName= b ",
        {s("CN"), s("a"), s("O"), s("b")});
    row("a known OID", "2.5.4.3=a", {s("CN"), s("a")});
}

void NamesTest::readsNamesAsTyped()
{
    QFETCH(QString, text);
    QFETCH(QStringList, values);
    const auto name = DistinguishedName::parse(text);
    QVERIFY2(name, qPrintable(name ? QString() : errorName(name.error().code)));
    QStringList read;
    for (const NameAttribute &attribute : name->attributes())
        read << attribute.type << attribute.value;
    QCOMPARE(read, values);
    // What it prints, it reads.
    const auto again = DistinguishedName::parse(name->toString());
    QVERIFY(again);
    QVERIFY(*again == *name);
}

void NamesTest::refusesNamesThatDoNotParse_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"CN", "=x", "CN=\"open", "CN=x\\", "CN=\"a\"b", "CN=a, O",
                             "CN=Before\\0dAfter" /* RFC 4514 section 4: a control character */,
                             "CN=a\\00b", "CN=a+O=b" /* an RDN of two */, "CN=a + 2.5.4.10=b",
                             "O=#04024869" /* BER */, "O=\\FF" /* no UTF-8 */, "O=a\\C4"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void NamesTest::refusesNamesThatDoNotParse()
{
    QFETCH(QString, text);
    const auto name = DistinguishedName::parse(text);
    QVERIFY(!name);
    QCOMPARE(name.error().code, ErrorCode::SubjectInvalid);
}

void NamesTest::normalisesAlternativeNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("normal");
    const auto row = [](const QString &typed, const QString &normal) {
        QTest::addRow("%s", qPrintable(typed.left(60))) << typed << normal;
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    row(s("DNS:WWW.Example.COM."), s("DNS:www.example.com"));
    row(s("dns:*.Example.com"), s("DNS:*.example.com"));
    row(s("DNS:localhost"), s("DNS:localhost"));
    row(s("DNS:bücher.example"), s("DNS:xn--bcher-kva.example")); // RFC 3492 §7.1 style, IDNA
    row(s("DNS:*.bücher.example"), s("DNS:*.xn--bcher-kva.example"));
    row(s("DNS:xn--bcher-kva.example"), s("DNS:xn--bcher-kva.example"));
    row(s("DNS:例え.テスト"), s("DNS:xn--r8jz45g.xn--zckzah")); // IANA's IDN test domain
    const QString label63(63, u'a');
    row(s("DNS:") + label63 + s(".example"), s("DNS:") + label63 + s(".example"));
    const QString name253 =
        QStringList{label63, label63, label63, QString(61, u'b')}.join(u'.'); // 3*64 + 61
    row(s("DNS:") + name253, s("DNS:") + name253);
    row(s("IP:192.0.2.1"), s("IP:192.0.2.1"));
    // RFC 5952 §4.1, §4.2.1-3, §4.3
    row(s("IP:2001:0DB8::0001"), s("IP:2001:db8::1"));
    row(s("IP:2001:db8:0:0:0:0:2:1"), s("IP:2001:db8::2:1"));
    row(s("IP:2001:db8:0:1:1:1:1:1"), s("IP:2001:db8:0:1:1:1:1:1"));
    row(s("IP:2001:0:0:1:0:0:0:1"), s("IP:2001:0:0:1::1"));
    row(s("IP:2001:db8:0:0:1:0:0:1"), s("IP:2001:db8::1:0:0:1"));
    row(s("IP:0:0:0:0:0:0:0:0"), s("IP:::"));
    row(s("IP:::13.1.68.3"), s("IP:::d01:4403")); // RFC 4291 §2.2 item 3
    row(s("EMAIL:A.b+c@Example.COM"), s("EMAIL:A.b+c@example.com"));
    row(s("EMAIL:a@bücher.example"), s("EMAIL:a@xn--bcher-kva.example"));
    row(s("URI:https://Example.com/A?b#c"), s("URI:https://Example.com/A?b#c"));
    row(s("URI:urn:isbn:0451450523"), s("URI:urn:isbn:0451450523"));
    row(s("URI:spiffe://trust.example/service"), s("URI:spiffe://trust.example/service"));
}

void NamesTest::normalisesAlternativeNames()
{
    QFETCH(QString, typed);
    QFETCH(QString, normal);
    const auto name = SubjectAltName::parse(typed);
    QVERIFY2(name, qPrintable(typed));
    QCOMPARE(name->toString(), normal);
    QVERIFY(*SubjectAltName::parse(normal) == *name);
}

void NamesTest::refusesAlternativeNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code");
    const auto row = [](const QString &typed, ErrorCode code) {
        QTest::addRow("%s", qPrintable(typed.left(60))) << typed << static_cast<int>(code);
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    const QString label63(63, u'a');
    for (const QString &name :
         {s(""),
          s("*"),
          s("*."),
          s("*.com"),
          s("a.*.example"),
          s("w*.example.com"),
          s("*.*.example.com"),
          s("a_b.example"),
          s("_acme.example"),
          s("-a.example"),
          s("a-.example"),
          s("a..b"),
          s(".example.com"),
          s("192.0.2.1"),
          s("example.1"),
          s("exa mple.com"),
          s("xn--a.example"), // decodes to nothing
          s("xn--example-.example"), // what it says needs no A-label (RFC 5891 §4.2.1)
          s("a/b.example"),
          label63 + s("a.example"),
          QStringList{label63, label63, label63, QString(62, u'b')}.join(u'.'),
          QStringList{s("*"), label63, label63, label63, QString(60, u'b')}.join(u'.'),
          s("good.example") + QChar(0) + s(".evil.example")})
        row(s("DNS:") + name, ErrorCode::SanDnsInvalid);
    for (const char *address :
         {"", "192.0.2", "192.0.2.01", "192.0.2.256", "192.0.2.1.5", "1.2.3.-4", "2001:db8::1%eth0",
          ":::", "2001:db8::1::2", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "12345::", "g::1",
          "192.0.2.0/24", "::192.0.2"})
        row(s("IP:") + s(address), ErrorCode::SanIpInvalid);
    for (const char *address :
         {"", "a", "@example.com", "a@", "a@localhost", "a..b@example.com", ".a@example.com",
          "a.@example.com", "\"x y\"@example.com", "ü@example.com", "a b@example.com",
          "a@*.example.com", "a@b@example.com", "a@192.0.2.1"})
        row(s("EMAIL:") + s(address), ErrorCode::SanEmailInvalid);
    row(s("EMAIL:") + QString(65, u'a') + s("@example.com"), ErrorCode::SanEmailInvalid);
    for (const char *uri : {"", "example.com/a", "/a", "https://", "https:///a", "urn:", "1a:b",
                            "http://ex ample.com/", "http://bücher.example/", "javascript:alert(1)",
                            "DATA:text/html,x", "https://a:b@example.com/"})
        row(s("URI:") + s(uri), ErrorCode::SanUriInvalid);
    row(s("URI:https://example.com/") + QString(2048, u'a'), ErrorCode::SanUriInvalid);
}

void NamesTest::refusesAlternativeNames()
{
    QFETCH(QString, typed);
    QFETCH(int, code);
    const auto name = SubjectAltName::parse(typed);
    QVERIFY2(!name, qPrintable(name ? name->toString() : QString()));
    QCOMPARE(errorName(name.error().code), errorName(static_cast<ErrorCode>(code)));
    QCOMPARE(name.error().field, QStringLiteral("san"));
    QCOMPARE(name.error().args.value(0), typed.section(u':', 1));
}

void NamesTest::tellsAWrongAddressAsOne()
{
    for (const char *typed : {"192.0.2.300", "10.1", "2001:db8::12345", "fe80:"}) {
        const auto name = SubjectAltName::parse(QString::fromLatin1(typed));
        QVERIFY(!name);
        QCOMPARE(errorName(name.error().code), errorName(ErrorCode::SanIpInvalid));
    }
}

void NamesTest::guessesTypesOfAList()
{
    const auto names = parseSubjectAltNames(
        QStringLiteral("www.example.com;192.0.2.1,2001:db8::1\n a@example.com https://x.example/"));
    QVERIFY(names);
    QStringList texts;
    for (const SubjectAltName &name : *names)
        texts << name.toString();
    QCOMPARE(texts.join(u' '),
             QStringLiteral("DNS:www.example.com IP:192.0.2.1 IP:2001:db8::1 EMAIL:a@example.com "
                            "URI:https://x.example/"));
    const auto refused = parseSubjectAltNames(QStringLiteral("www.example.com, a_b.example"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::SanDnsInvalid);
    QCOMPARE(refused.error().args, QStringList{QStringLiteral("a_b.example")});
}

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
