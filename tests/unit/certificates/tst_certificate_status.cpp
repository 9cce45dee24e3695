// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/certificate_row.h"

#include <QTest>

using namespace cas;
using namespace cas::certificates;

class CertificateStatusTest : public QObject
{
    Q_OBJECT
private slots:
    void warnsThirtyDaysAheadOrAThirdOfAShortLife_data();
    void warnsThirtyDaysAheadOrAThirdOfAShortLife();
    void readsItsDisplayNamesBack_data();
    void readsItsDisplayNamesBack();
    void refusesAnUnknownStatus();
};

// operations.md §3.3: 30 days; for a lifetime under 60 days one third of it.
void CertificateStatusTest::warnsThirtyDaysAheadOrAThirdOfAShortLife_data()
{
    QTest::addColumn<int>("life");
    QTest::addColumn<int>("ahead");
    QTest::newRow("a year") << 365 << 30;
    QTest::newRow("sixty days") << 60 << 30;
    QTest::newRow("thirty days") << 30 << 10;
    QTest::newRow("three days") << 3 << 1;
}

void CertificateStatusTest::warnsThirtyDaysAheadOrAThirdOfAShortLife()
{
    QFETCH(int, life);
    QFETCH(int, ahead);
    const QDateTime start(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const QDateTime end = start.addDays(life);
    QCOMPARE(warnAt(start, end), end.addDays(-ahead));
}

void CertificateStatusTest::readsItsDisplayNamesBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<CertificateStatus>("status");
    QTest::newRow("as shown") << "About To Expire" << CertificateStatus::AboutToExpire;
    QTest::newRow("hyphens") << "about-to-expire" << CertificateStatus::AboutToExpire;
    QTest::newRow("case") << "REVOKED" << CertificateStatus::Revoked;
    QTest::newRow("issued") << "issued" << CertificateStatus::Issued;
    QTest::newRow("expired") << " Expired " << CertificateStatus::Expired;
}

void CertificateStatusTest::readsItsDisplayNamesBack()
{
    QFETCH(QString, typed);
    const auto status = parseStatus(typed);
    QVERIFY(status);
    QTEST(*status, "status");
}

void CertificateStatusTest::refusesAnUnknownStatus()
{
    const auto status = parseStatus(QStringLiteral("lost"));
    QVERIFY(!status);
    QCOMPARE(status.error().field, QStringLiteral("status"));
}

QTEST_GUILESS_MAIN(CertificateStatusTest)
#include "tst_certificate_status.moc"
