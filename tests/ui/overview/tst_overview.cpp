// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/kit/expiry_chart.h"
#include "ui/kit/status_ring.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/stat_tile.h"

#include <QSignalSpy>

using namespace cas;
using namespace cas::ui;

class OverviewTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsTheNextStepsOfANewStore();
    void ticksStepsOffAsTheyAreDone();
    void leadsFromEachStepToItsPlace();
    void countsByStatus();
    void opensTheListBehindATile();
    void opensTheWeekBehindABar();
    void namesWhatNeedsAPerson();
    void asksForAPersonWhenABackupFailed();
    void tellsWhatHappenedLast();
    void asksForACrlWhenItsTimeIsNearlyOver_data();
    void asksForACrlWhenItsTimeIsNearlyOver();
    void putsCardsBelowEachOtherWhenNarrow();

private:
    void open();
    [[nodiscard]] QWidget *steps() const
    {
        return m_page->findChild<QWidget *>(QStringLiteral("overview.steps"));
    }
    [[nodiscard]] QPushButton *step(int number) const
    {
        return m_page->findChild<QPushButton *>(QStringLiteral("overview.step.%1").arg(number));
    }
    [[nodiscard]] StatTile *tile(const char *name) const
    {
        return m_page->findChild<StatTile *>(QStringLiteral("tile.") + QLatin1StringView(name));
    }

    std::unique_ptr<FilledStore> m_store;
    std::unique_ptr<PageWindow> m_window;
    OverviewPage *m_page = nullptr;
};

void OverviewTest::init()
{
    m_store = std::make_unique<FilledStore>();
    VERIFY_RESULT(m_store->create());
}

void OverviewTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

void OverviewTest::open()
{
    m_page = new OverviewPage(*m_store->console);
    m_window = std::make_unique<PageWindow>(m_page);
    QSignalSpy loaded(m_page, &OverviewPage::loaded);
    m_window->open();
    QVERIFY(loaded.wait());
}

void OverviewTest::showsTheNextStepsOfANewStore()
{
    open();
    QVERIFY(steps()->isVisible());
    for (int number = 1; number <= 3; ++number)
        QVERIFY(step(number)->isVisible());
    QVERIFY(!m_page->findChild<ExpiryChart *>()->isVisible()); // no pictures of nothing
    QVERIFY(!m_page->findChild<StatusRing *>()->isVisible());
    QCOMPARE(tile("issued")->number(), qint64(0));
}

void OverviewTest::ticksStepsOffAsTheyAreDone()
{
    open();
    VERIFY_RESULT(m_store->createRoot());
    QTRY_VERIFY(!step(1)->isVisible());
    QVERIFY(step(2)->isVisible());
    VERIFY_RESULT(m_store->createSub());
    QTRY_VERIFY(!step(2)->isVisible());
    QVERIFY(step(3)->isVisible());
    VERIFY_RESULT(m_store->issue({QStringLiteral("www.example.com")}));
    QTRY_VERIFY(!steps()->isVisible());
    QVERIFY(m_page->findChild<ExpiryChart *>()->isVisible());
}

void OverviewTest::leadsFromEachStepToItsPlace()
{
    open();
    QTest::mouseClick(step(1), Qt::LeftButton);
    QCOMPARE(m_window->pages.constLast(), QStringLiteral("private-ca"));
    QCOMPARE(m_window->arguments.constLast().toString(), QStringLiteral("create"));
    VERIFY_RESULT(m_store->createRoot());
    QTRY_VERIFY(!step(1)->isVisible());
    QTest::mouseClick(step(2), Qt::LeftButton);
    QCOMPARE(m_window->arguments.constLast().toString(), QStringLiteral("create-sub"));
    VERIFY_RESULT(m_store->createSub());
    QTRY_VERIFY(!step(2)->isVisible());
    step(3)->setFocus();
    QTest::keyClick(step(3), Qt::Key_Space);
    QCOMPARE(m_window->arguments.constLast().toString(), QStringLiteral("request"));
}

void OverviewTest::countsByStatus()
{
    VERIFY_RESULT(m_store->createRoot());
    VERIFY_RESULT(m_store->createSub());
    VERIFY_RESULT(m_store->issue({QStringLiteral("old.example.com")}, 10));
    VERIFY_RESULT(m_store->issue({QStringLiteral("soon.example.com")}, 80));
    VERIFY_RESULT(m_store->issue({QStringLiteral("www.example.com")}, 365));
    const auto gone = m_store->issue({QStringLiteral("gone.example.com")}, 365);
    VERIFY_RESULT(gone);
    VERIFY_RESULT(m_store->console->crls().revoke(*gone, crypto::RevocationReason::Superseded));
    m_store->clock.set(m_store->clock.now().addDays(60));
    open();
    QCOMPARE(tile("issued")->number(), qint64(3)); // www and the two CAs' own
    QCOMPARE(tile("aboutToExpire")->number(), qint64(1)); // 20 of 80 days left
    QCOMPARE(tile("expired")->number(), qint64(1));
    QCOMPARE(tile("revoked")->number(), qint64(1));
    QCOMPARE(tile("cas")->number(), qint64(2));
    // 60 days on: 2026-07-31, a Friday; soon.example.com ends 2026-08-20, in the fourth week.
    const auto bars = m_page->findChild<ExpiryChart *>()->bars();
    QCOMPARE(bars.size(), qsizetype(26));
    QCOMPARE(bars.at(3).value, qint64(1));
    qint64 others = 0;
    for (const auto &bar : bars)
        others += bar.value;
    QCOMPARE(others, qint64(1)); // the year ends in June: later than six months
}

void OverviewTest::opensTheListBehindATile()
{
    open();
    const QList<std::pair<const char *, QString>> tiles{
        {"issued", QStringLiteral("Issued")},
        {"aboutToExpire", QStringLiteral("About To Expire")},
        {"expired", QStringLiteral("Expired")},
        {"revoked", QStringLiteral("Revoked")}};
    for (const auto &[name, status] : tiles) {
        QTest::mouseClick(tile(name), Qt::LeftButton);
        QCOMPARE(m_window->pages.constLast(), QStringLiteral("certificates"));
        QCOMPARE(m_window->arguments.constLast().toMap().value(QStringLiteral("status")).toString(),
                 status);
    }
    tile("cas")->setFocus();
    QTest::keyClick(tile("cas"), Qt::Key_Return);
    QCOMPARE(m_window->pages.constLast(), QStringLiteral("private-ca"));
}

void OverviewTest::opensTheWeekBehindABar()
{
    VERIFY_RESULT(m_store->createRoot());
    VERIFY_RESULT(m_store->createSub());
    VERIFY_RESULT(m_store->issue({QStringLiteral("www.example.com")}, 30));
    open();
    auto *chart = m_page->findChild<ExpiryChart *>();
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Return);
    // 2026-06-01 is a Monday.
    QCOMPARE(m_window->arguments.constLast().toMap().value(QStringLiteral("ends")).toString(),
             QStringLiteral("2026-06-01/2026-06-08"));
}

void OverviewTest::namesWhatNeedsAPerson()
{
    VERIFY_RESULT(m_store->createRoot());
    VERIFY_RESULT(m_store->createSub());
    const auto soon = m_store->issue({QStringLiteral("soon.example.com")}, 80);
    VERIFY_RESULT(soon);
    m_store->clock.set(m_store->clock.now().addDays(60));
    open();
    // The time of both CAs' first CRLs was over after 30 days: they stand before the certificate.
    QVERIFY(labelSays(m_page, QStringLiteral("The CRL of Example Root is out of date")));
    QVERIFY(labelSays(m_page, QStringLiteral("The CRL of Example Servers S1 is out of date")));
    QVERIFY(labelSays(m_page, QStringLiteral("soon.example.com expires")));
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("need.0.open")),
                      Qt::LeftButton);
    QCOMPARE(m_window->pages.constLast(), QStringLiteral("private-ca"));
    QCOMPARE(m_window->arguments.constLast().toString(), m_store->root.id.toString());
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("need.2.open")),
                      Qt::LeftButton);
    QCOMPARE(m_window->pages.constLast(), QStringLiteral("certificates"));
    QCOMPARE(m_window->arguments.constLast().toString(), soon->toString());
}

void OverviewTest::asksForAPersonWhenABackupFailed()
{
    VERIFY_RESULT(m_store->createRoot());
    auto &settings = m_store->console->settings();
    VERIFY_RESULT(settings.set(settings::keys::backupFolder,
                               m_store->folder.filePath(QStringLiteral("unplugged"))));
    VERIFY_RESULT(settings.set(settings::keys::backupEvery, QStringLiteral("daily")));
    QVERIFY(!m_store->console->backups().backUpIfDue());
    m_store->clock.set(m_store->clock.now().addDays(60)); // the root's CRL is out of date, too
    open();
    const auto *title = m_page->findChild<QLabel *>(QStringLiteral("need.0.title"));
    QVERIFY(title);
    QCOMPARE(title->text(), QStringLiteral("The last backup failed"));
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("need.0.open")),
                      Qt::LeftButton);
    QCOMPARE(m_window->pages.constLast(), QStringLiteral("settings"));
}

void OverviewTest::tellsWhatHappenedLast()
{
    VERIFY_RESULT(m_store->createRoot());
    VERIFY_RESULT(m_store->createSub());
    const auto id = m_store->issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(id);
    VERIFY_RESULT(m_store->console->certificates().setTags(*id, {}));
    open();
    const auto recent = [this](int line) {
        return m_page->findChild<QLabel *>(QStringLiteral("recent.%1").arg(line))->text();
    };
    QCOMPARE(recent(0), QStringLiteral("li.wei changed the tags of www.example.com"));
    QCOMPARE(recent(1), QStringLiteral("li.wei issued www.example.com"));
    QCOMPARE(recent(2), QStringLiteral("li.wei published a CRL of Example Servers S1"));
    QCOMPARE(recent(3), QStringLiteral("li.wei created the subordinate CA Example Servers S1"));
    QCOMPARE(recent(6), QStringLiteral("li.wei created the store"));
}

void OverviewTest::asksForACrlWhenItsTimeIsNearlyOver_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<int>("day");
    QTest::addColumn<qint64>("issued");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("due");
    const auto url = QStringLiteral("http://crl.example.com/s1.crl");
    QTest::newRow("fresh") << qint64(1) << 1 << qint64(5) << url << false;
    QTest::newRow("79 %") << qint64(1) << 23 << qint64(5) << url << false;
    QTest::newRow("80 %") << qint64(1) << 24 << qint64(5) << url << true;
    QTest::newRow("over") << qint64(1) << 31 << qint64(5) << QString() << true;
    QTest::newRow("none, named in certificates") << qint64(0) << 0 << qint64(5) << url << true;
    QTest::newRow("none, nothing issued") << qint64(0) << 0 << qint64(0) << url << false;
    QTest::newRow("none, no place for it") << qint64(0) << 0 << qint64(5) << QString() << false;
}

void OverviewTest::asksForACrlWhenItsTimeIsNearlyOver()
{
    QFETCH(qint64, number);
    QFETCH(int, day);
    QFETCH(qint64, issued);
    QFETCH(QString, url);
    QFETCH(bool, due);
    privateca::Ca ca;
    ca.issuedCount = issued;
    ca.crlUrl = url;
    privateca::CrlInfo crl;
    crl.number = number;
    crl.thisUpdate = m_store->clock.now();
    crl.nextUpdate = crl.thisUpdate.addDays(30);
    QCOMPARE(crlDue(ca, crl, crl.thisUpdate.addDays(day)), due);
}

void OverviewTest::putsCardsBelowEachOtherWhenNarrow()
{
    VERIFY_RESULT(m_store->createRoot());
    VERIFY_RESULT(m_store->createSub());
    VERIFY_RESULT(m_store->issue({QStringLiteral("www.example.com")}));
    open();
    auto *chart = m_page->findChild<ExpiryChart *>();
    auto *needs = m_page->findChild<QWidget *>(QStringLiteral("overview.needs"));
    const auto top = [&](QWidget *widget) { return widget->mapTo(m_page, QPoint()).y(); };
    QVERIFY(needs->mapTo(m_page, QPoint()).x() > chart->mapTo(m_page, QPoint()).x());
    m_window->resize(600, 700);
    QTRY_VERIFY(top(needs) < top(chart));
    QVERIFY(needs->mapTo(m_page, QPoint(needs->width(), 0)).x() <= 600);
}

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"
