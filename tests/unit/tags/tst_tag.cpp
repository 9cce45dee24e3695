// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tags/tag.h"

#include <QTest>

using namespace cas;
using tags::Tag;

class TagTest : public QObject
{
    Q_OBJECT
private slots:
    void acceptsWhatTheLimitsAllow_data();
    void acceptsWhatTheLimitsAllow();
    void refusesWhatTheLimitsForbid_data();
    void refusesWhatTheLimitsForbid();
};

// The limits are those of operations.md §3.1.
void TagTest::acceptsWhatTheLimitsAllow_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("key alone") << "prod"
                               << "prod"
                               << "";
    QTest::newRow("key and value") << "team:web"
                                   << "team"
                                   << "web";
    QTest::newRow("blanks around") << "  team : web "
                                   << "team"
                                   << "web";
    QTest::newRow("a colon in the value") << "path:a:b"
                                          << "path"
                                          << "a:b";
    QTest::newRow("Chinese") << QStringLiteral("部门:财务") << QStringLiteral("部门")
                             << QStringLiteral("财务");
    QTest::newRow("64 characters") << QString(64, u'k') << QString(64, u'k') << "";
    QTest::newRow("128 characters of value")
        << QStringLiteral("k:") + QString(128, u'v') << "k" << QString(128, u'v');
}

void TagTest::acceptsWhatTheLimitsAllow()
{
    QFETCH(QString, typed);
    const auto tag = Tag::parse(typed);
    QVERIFY2(tag, qPrintable(tag ? QString() : errorName(tag.error().code)));
    QTEST(tag->key(), "key");
    QTEST(tag->value(), "value");
}

void TagTest::refusesWhatTheLimitsForbid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << "" << ErrorCode::InputMissing;
    QTest::newRow("value alone") << ":web" << ErrorCode::InputMissing;
    QTest::newRow("65 characters") << QString(65, u'k') << ErrorCode::InputTooLong;
    QTest::newRow("129 characters of value")
        << QStringLiteral("k:") + QString(129, u'v') << ErrorCode::InputTooLong;
    QTest::newRow("reserved for the cloud") << "aliyun-x" << ErrorCode::InputInvalid;
    QTest::newRow("reserved, other case") << "AliYun" << ErrorCode::InputInvalid;
    QTest::newRow("an address") << "see:https://example.com" << ErrorCode::InputInvalid;
    QTest::newRow("a line end") << "a\nb" << ErrorCode::InputInvalid;
}

void TagTest::refusesWhatTheLimitsForbid()
{
    QFETCH(QString, typed);
    const auto tag = Tag::parse(typed);
    QVERIFY(!tag);
    QTEST(tag.error().code, "code");
}

QTEST_GUILESS_MAIN(TagTest)
#include "tst_tag.moc"
