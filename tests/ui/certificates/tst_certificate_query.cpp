// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_actions.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/certificates/certificate_query.h"
#include "ui/certificates/tags_panel.h"

#include <QTest>

using namespace cas;
using namespace cas::ui;
using certificates::CertificateRow;
using certificates::CertificateSort;
using certificates::CertificateStatus;

class CertificateQueryTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatOtherPagesAskFor();
    void takesAPlainStringAsTheCertificateToOpen();
    void leavesFiltersAloneWhenNoneIsNamed();
    void turnsFiltersIntoTheQuery();
    void refusesWeeksThatAreNone_data();
    void refusesWeeksThatAreNone();
    void sortsNewestFirstWithoutASortedColumn();
    void countsFurtherNames_data();
    void countsFurtherNames();
    void measuresWhatIsLeft();
    void offersWhatTheStateAllows_data();
    void offersWhatTheStateAllows();
    void greysWhatAReadOnlyStoreForbids();
    void checksTags_data();
    void checksTags();
};

void CertificateQueryTest::readsWhatOtherPagesAskFor()
{
    const auto wanted = CertificatePageArgument::parse(
        QVariantMap{{QStringLiteral("status"), QStringLiteral("About To Expire")},
                    {QStringLiteral("search"), QStringLiteral("shop")}});
    QVERIFY(wanted.hasFilters);
    QCOMPARE(wanted.filters.value(QStringLiteral("status")), QStringLiteral("About To Expire"));
    QCOMPARE(wanted.search, QStringLiteral("shop"));
    QVERIFY(wanted.open.isNull());
}

void CertificateQueryTest::takesAPlainStringAsTheCertificateToOpen()
{
    const CertificateId id(123456789);
    const auto wanted = CertificatePageArgument::parse(id.toString());
    QCOMPARE(wanted.open, id);
    QVERIFY(!wanted.hasFilters);
}

void CertificateQueryTest::leavesFiltersAloneWhenNoneIsNamed()
{
    QVERIFY(!CertificatePageArgument::parse({}).hasFilters);
    const CertificateId id(99);
    QVERIFY(!CertificatePageArgument::parse(QVariantMap{{QStringLiteral("open"), id.toString()}})
                 .hasFilters);
}

void CertificateQueryTest::turnsFiltersIntoTheQuery()
{
    const auto filter =
        certificateFilter(QStringLiteral("www"),
                          {{QStringLiteral("status"), QStringLiteral("Expired")},
                           {QStringLiteral("type"), QStringLiteral("server")},
                           {QStringLiteral("brand"), QStringLiteral("Example Servers S1")},
                           {QStringLiteral("tag"), QStringLiteral("env:prod")},
                           {QStringLiteral("ends"), QStringLiteral("2026-12-07/2026-12-14")}},
                          QStringLiteral("valid_to"), Qt::AscendingOrder);
    QCOMPARE(filter.search, QStringLiteral("www"));
    QCOMPARE(filter.status, std::optional(CertificateStatus::Expired));
    QVERIFY(!filter.inForce);
    const auto living =
        certificateFilter({}, {{QStringLiteral("status"), kInForce}}, {}, Qt::AscendingOrder);
    QVERIFY(living.inForce);
    QVERIFY(!living.status);
    QCOMPARE(filter.type, QStringLiteral("server"));
    QCOMPARE(filter.brand, QStringLiteral("Example Servers S1"));
    QCOMPARE(filter.tag, QStringLiteral("env:prod"));
    QCOMPARE(filter.endsFrom->toLocalTime().date(), QDate(2026, 12, 7));
    QCOMPARE(filter.endsBefore->toLocalTime().date(), QDate(2026, 12, 14));
    QVERIFY(filter.sort == CertificateSort::NotAfter);
    QCOMPARE(filter.order, Qt::AscendingOrder);
}

void CertificateQueryTest::refusesWeeksThatAreNone_data()
{
    QTest::addColumn<QString>("ends");
    QTest::newRow("empty") << QString();
    QTest::newRow("one date") << QStringLiteral("2026-12-07");
    QTest::newRow("backwards") << QStringLiteral("2026-12-14/2026-12-07");
    QTest::newRow("no date") << QStringLiteral("soon/later");
    QTest::newRow("three dates") << QStringLiteral("2026-12-07/2026-12-14/2026-12-21");
}

void CertificateQueryTest::refusesWeeksThatAreNone()
{
    QFETCH(QString, ends);
    QVERIFY(!parseEnds(ends));
}

void CertificateQueryTest::sortsNewestFirstWithoutASortedColumn()
{
    const auto filter = certificateFilter({}, {}, {}, Qt::AscendingOrder);
    QVERIFY(filter.sort == CertificateSort::Created);
    QCOMPARE(filter.order, Qt::DescendingOrder);
}

void CertificateQueryTest::countsFurtherNames_data()
{
    QTest::addColumn<QString>("sans");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("more");
    QTest::newRow("none: the common name") << QString() << QStringLiteral("Zhang San") << 0;
    QTest::newRow("one") << QStringLiteral("a.example") << QStringLiteral("a.example") << 0;
    QTest::newRow("four") << QStringLiteral("a.example, b.example, c.example, 192.0.2.1")
                          << QStringLiteral("a.example") << 3;
}

void CertificateQueryTest::countsFurtherNames()
{
    QFETCH(QString, sans);
    QFETCH(QString, first);
    QFETCH(int, more);
    CertificateRow row;
    row.commonName = QStringLiteral("Zhang San");
    row.sans = sans;
    QCOMPARE(boundDomains(row).first, first);
    QCOMPARE(int(boundDomains(row).more), more);
}

void CertificateQueryTest::measuresWhatIsLeft()
{
    CertificateRow row;
    row.notBefore = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    row.notAfter = row.notBefore.addDays(100);
    QCOMPARE(remainingFraction(row, row.notBefore.addDays(25)), 0.75);
    QCOMPARE(remainingFraction(row, row.notAfter.addDays(1)), 0.0);
    QCOMPARE(remainingFraction(row, row.notBefore.addDays(-1)), 1.0);
    row.notAfter = row.notBefore;
    QCOMPARE(remainingFraction(row, row.notBefore), 0.0);
}

void CertificateQueryTest::offersWhatTheStateAllows_data()
{
    // operations.md 2.4: Issued and About To Expire can be revoked, Revoked and Expired deleted.
    QTest::addColumn<QString>("source");
    QTest::addColumn<CertificateStatus>("status");
    QTest::addColumn<QString>("actions");
    const auto always = QStringLiteral("download details tags rename");
    QTest::newRow("issued") << QStringLiteral("ISSUED") << CertificateStatus::Issued
                            << always + QStringLiteral(" revoke");
    QTest::newRow("about to expire") << QStringLiteral("ISSUED") << CertificateStatus::AboutToExpire
                                     << always + QStringLiteral(" revoke");
    QTest::newRow("expired") << QStringLiteral("ISSUED") << CertificateStatus::Expired
                             << always + QStringLiteral(" delete");
    QTest::newRow("revoked") << QStringLiteral("ISSUED") << CertificateStatus::Revoked
                             << always + QStringLiteral(" delete");
    QTest::newRow("uploaded") << QStringLiteral("UPLOAD") << CertificateStatus::Issued
                              << always + QStringLiteral(" delete");
    QTest::newRow("a CA's own") << QStringLiteral("CA") << CertificateStatus::Issued << always;
    QTest::newRow("an expired CA's own")
        << QStringLiteral("CA") << CertificateStatus::Expired << always;
}

void CertificateQueryTest::offersWhatTheStateAllows()
{
    QFETCH(QString, source);
    QFETCH(CertificateStatus, status);
    QFETCH(QString, actions);
    CertificateRow row;
    row.source = source;
    row.status = status;
    const access::Access access({QStringLiteral("li.wei"), QStringLiteral("host")});
    QStringList ids;
    for (const RowAction &action : certificateActions(row, false, access)) {
        QVERIFY(action.enabled);
        ids.append(action.id);
    }
    QCOMPARE(ids.join(u' '), actions);
}

void CertificateQueryTest::greysWhatAReadOnlyStoreForbids()
{
    CertificateRow row;
    row.source = QStringLiteral("ISSUED");
    const access::Access access({QStringLiteral("li.wei"), QStringLiteral("host")});
    for (const RowAction &action : certificateActions(row, true, access)) {
        const bool looks =
            action.id == certificate_action::details || action.id == certificate_action::download;
        QCOMPARE(action.enabled, looks);
        QCOMPARE(action.disabledReason.isEmpty(), looks);
    }
}

void CertificateQueryTest::checksTags_data()
{
    // operations.md 3.1: key 1-64, value 0-128, neither begins with "aliyun" or "acs:".
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<bool>("good");
    QTest::newRow("key and value") << QStringList{QStringLiteral("env:prod")} << true;
    QTest::newRow("key alone") << QStringList{QStringLiteral("web")} << true;
    QTest::newRow("reserved key") << QStringList{QStringLiteral("aliyun:x")} << false;
    QTest::newRow("same key twice")
        << QStringList{QStringLiteral("env:a"), QStringLiteral("env:b")} << false;
    QTest::newRow("65 characters") << QStringList{QString(65, u'k')} << false;
    QStringList many;
    for (int i = 0; i < 21; ++i)
        many.append(QStringLiteral("t%1").arg(i));
    QTest::newRow("21 tags") << many << false;
    QTest::newRow("20 tags") << many.mid(1) << true;
}

void CertificateQueryTest::checksTags()
{
    QFETCH(QStringList, typed);
    QFETCH(bool, good);
    QCOMPARE(TagsPanel::problem(typed).isEmpty(), good);
}

QTEST_MAIN(CertificateQueryTest)
#include "tst_certificate_query.moc"
