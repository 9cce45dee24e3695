// SPDX-License-Identifier: GPL-3.0-or-later
// The Private CA page's rules that need no display: tree order, actions by state, list of names.
#include "ui/privateca/ca_actions.h"
#include "ui/privateca/form_parts.h"
#include "ui/privateca/san_list.h"

#include <QTest>

using namespace cas;
using namespace cas::ui;
using cas::privateca::Ca;
using cas::privateca::CaStatus;
using cas::privateca::CaType;

namespace {

const QDateTime kNoon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

Ca makeCa(qint64 id, const char *name, qint64 parent = 0, CaStatus status = CaStatus::Enabled)
{
    Ca ca;
    ca.id = CaId(id);
    ca.parent = CaId(parent);
    ca.name = QString::fromLatin1(name);
    ca.type = parent ? CaType::Subordinate : CaType::Root;
    ca.status = status;
    ca.certificate = CertificateId(id + 1000);
    return ca;
}

QStringList names(const CaTree &tree)
{
    QStringList list;
    for (const CaRow &row : tree.rows())
        list.append(QString(row.depth, u'>') + row.ca.name);
    return list;
}

QStringList ids(const CaRow &row, const QDateTime &now = kNoon)
{
    QStringList list;
    for (const CaAction action : caActions(row, now))
        list.append(caActionId(action));
    return list;
}

CaRow rowOf(Ca ca)
{
    CaRow row;
    row.root = ca.parent ? ca.parent : ca.id;
    row.ca = std::move(ca);
    return row;
}

} // namespace

class CaModelsTest : public QObject
{
    Q_OBJECT
private slots:
    void showsEachRootFollowedByItsSubordinates();
    void hidesWhatIsBelowAClosedCa();
    void opensEverythingAboveARevealedCa();
    void keepsACaWhoseIssuerIsNotHereAtTheTop();
    void endsOnACircle();

    void offersTheGuidesActionsOfAnEnabledRoot();
    void offersEnableInsteadOfIssuingWhenDisabled();
    void offersNothingThatChangesARevokedOrExpiredCa();
    void refusesIssuingAfterTheServiceEnded();
    void assignsFromARootOnlyWithAnEnabledSubordinate();

    void takesSeveralNamesAtOnce();
    void refusesTheEleventhName();
    void refusesANameTwice();
    void refusesBadNames_data();
    void refusesBadNames();
    void keepsNothingOfAListWithOneBadName();
    void countsTheCommonNameOfAServer();
    void leavesTheCommonNameOutWhereThereIsNoRoom();

    void offersSm2OnlyUnderAnSm2Ca();
};

void CaModelsTest::showsEachRootFollowedByItsSubordinates()
{
    CaTree tree;
    tree.setCas({makeCa(3, "Sub Z", 1), makeCa(2, "Root B"), makeCa(4, "Sub A", 1),
                 makeCa(1, "Root A"), makeCa(5, "Deep", 3)});
    QCOMPARE(names(tree), QStringList({QStringLiteral("Root A"), QStringLiteral(">Sub A"),
                                       QStringLiteral(">Sub Z"), QStringLiteral(">>Deep"),
                                       QStringLiteral("Root B")}));
    QCOMPARE(tree.rows().at(0).hasChildren, true);
    QCOMPARE(tree.rows().at(4).hasChildren, false);
    QCOMPARE(tree.rows().at(3).root, CaId(1));
    QCOMPARE(tree.below(CaId(1)).size(), 3);
}

void CaModelsTest::hidesWhatIsBelowAClosedCa()
{
    CaTree tree;
    tree.setCas({makeCa(1, "Root"), makeCa(2, "Sub", 1), makeCa(3, "Deep", 2)});
    tree.toggle(CaId(1));
    QCOMPARE(names(tree), QStringList({QStringLiteral("Root")}));
    QVERIFY(!tree.rows().at(0).open);
    tree.toggle(CaId(1));
    QCOMPARE(tree.rows().size(), 3);
}

void CaModelsTest::opensEverythingAboveARevealedCa()
{
    CaTree tree;
    tree.setCas({makeCa(1, "Root"), makeCa(2, "Sub", 1), makeCa(3, "Deep", 2)});
    tree.toggle(CaId(2));
    tree.toggle(CaId(1));
    tree.reveal(CaId(3));
    QCOMPARE(tree.rows().size(), 3);
}

void CaModelsTest::keepsACaWhoseIssuerIsNotHereAtTheTop()
{
    CaTree tree;
    tree.setCas({makeCa(2, "Imported", 99)});
    QCOMPARE(names(tree), QStringList({QStringLiteral("Imported")}));
    QCOMPARE(tree.rows().at(0).root, CaId(2));
}

void CaModelsTest::endsOnACircle()
{
    CaTree tree;
    tree.setCas({makeCa(1, "A", 2), makeCa(2, "B", 1), makeCa(3, "Root")});
    QCOMPARE(names(tree), QStringList({QStringLiteral("Root")}));
    QVERIFY(tree.below(CaId(1)).size() <= 4);
}

void CaModelsTest::offersTheGuidesActionsOfAnEnabledRoot()
{
    // Links first: Buy and Details for a root, Request Certificate and Certificate List for a
    // subordinate CA (the guide, Manage Private Certificates, steps 2, 6, 8).
    QCOMPARE(
        ids(rowOf(makeCa(1, "Root"))),
        QStringList({QStringLiteral("buy"), QStringLiteral("details"), QStringLiteral("create-sub"),
                     QStringLiteral("list"), QStringLiteral("download"), QStringLiteral("crl"),
                     QStringLiteral("tags"), QStringLiteral("disable"), QStringLiteral("revoke")}));
    QCOMPARE(ids(rowOf(makeCa(2, "Sub", 1))),
             QStringList({QStringLiteral("request"), QStringLiteral("list"),
                          QStringLiteral("bulk-request"), QStringLiteral("details"),
                          QStringLiteral("download"), QStringLiteral("crl"), QStringLiteral("tags"),
                          QStringLiteral("disable"), QStringLiteral("revoke")}));
}

void CaModelsTest::offersEnableInsteadOfIssuingWhenDisabled()
{
    const QStringList sub = ids(rowOf(makeCa(2, "Sub", 1, CaStatus::Disabled)));
    QCOMPARE(sub.first(), QStringLiteral("enable"));
    QVERIFY(!sub.contains(QStringLiteral("request")));
    QVERIFY(!sub.contains(QStringLiteral("disable")));
    QVERIFY(sub.contains(QStringLiteral("crl"))); // the revocation list goes on
    QVERIFY(!ids(rowOf(makeCa(1, "Root", 0, CaStatus::Disabled))).contains(QStringLiteral("buy")));
}

void CaModelsTest::offersNothingThatChangesARevokedOrExpiredCa()
{
    for (const CaStatus status : {CaStatus::Revoked, CaStatus::Expired}) {
        for (const qint64 parent : {0, 1}) {
            for (const QString &id : ids(rowOf(makeCa(7, "Gone", parent, status))))
                QVERIFY2(QStringList({QStringLiteral("details"), QStringLiteral("list"),
                                      QStringLiteral("download"), QStringLiteral("crl"),
                                      QStringLiteral("tags")}) // labels stay useful
                             .contains(id),
                         qPrintable(id));
        }
    }
}

void CaModelsTest::refusesIssuingAfterTheServiceEnded()
{
    Ca ca = makeCa(2, "Sub", 1);
    ca.serviceEnd = kNoon;
    QVERIFY(!ids(rowOf(ca)).contains(QStringLiteral("request")));
    QVERIFY(ids(rowOf(ca), kNoon.addSecs(-1)).contains(QStringLiteral("request")));
}

void CaModelsTest::assignsFromARootOnlyWithAnEnabledSubordinate()
{
    CaTree tree;
    tree.setCas({makeCa(1, "Root"), makeCa(2, "Sub", 1, CaStatus::Disabled)});
    QVERIFY(!caCanAssign(tree.rows().at(0)));
    QVERIFY(!caCanAssign(tree.rows().at(1)));
    tree.setCas({makeCa(1, "Root"), makeCa(2, "Sub", 1)});
    QVERIFY(caCanAssign(tree.rows().at(0)));
    QVERIFY(caCanAssign(tree.rows().at(1)));
    tree.setCas({makeCa(2, "Imported", 99)});
    QVERIFY(!caCanAssign(tree.rows().at(0))); // no root here that could give
}

void CaModelsTest::takesSeveralNamesAtOnce()
{
    SanList list;
    QVERIFY(
        list.add(QStringLiteral("www.example.com, 192.0.2.1; a@example.com\nhttps://x.example/")));
    QCOMPARE(list.names().size(), 4);
    QCOMPARE(list.names().at(1).type(), crypto::SanType::Ip);
    QCOMPARE(list.names().at(2).type(), crypto::SanType::Email);
    QCOMPARE(list.names().at(3).type(), crypto::SanType::Uri);
}

void CaModelsTest::refusesTheEleventhName()
{
    SanList list;
    for (int i = 0; i < 10; ++i)
        QVERIFY(list.add(QStringLiteral("n%1.example.com").arg(i)));
    const auto eleventh = list.add(QStringLiteral("n10.example.com"));
    QVERIFY(!eleventh);
    QCOMPARE(eleventh.error().code, ErrorCode::TooManySans);
    QCOMPARE(eleventh.error().args, QStringList({QStringLiteral("10")}));
    QCOMPARE(list.names().size(), 10);
}

void CaModelsTest::refusesANameTwice()
{
    SanList list;
    QVERIFY(list.add(QStringLiteral("www.example.com")));
    const auto again = list.add(QStringLiteral("WWW.Example.com."));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::InputDuplicate);
}

void CaModelsTest::refusesBadNames_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("DNS with underscore at the end of a label")
        << int(crypto::SanType::Dns) << QStringLiteral("-a.example.com")
        << int(ErrorCode::SanDnsInvalid);
    QTest::newRow("IP out of range")
        << int(crypto::SanType::Ip) << QStringLiteral("300.1.1.1") << int(ErrorCode::SanIpInvalid);
    QTest::newRow("e-mail without a domain")
        << int(crypto::SanType::Email) << QStringLiteral("someone@")
        << int(ErrorCode::SanEmailInvalid);
    QTest::newRow("relative URI") << int(crypto::SanType::Uri) << QStringLiteral("path/only")
                                  << int(ErrorCode::SanUriInvalid);
}

void CaModelsTest::refusesBadNames()
{
    QFETCH(int, type);
    QFETCH(QString, text);
    QFETCH(int, code);
    SanList list;
    const auto added = list.add(text, crypto::SanType(type));
    QVERIFY(!added);
    QCOMPARE(int(added.error().code), code);
    QCOMPARE(added.error().field, QStringLiteral("san"));
}

void CaModelsTest::keepsNothingOfAListWithOneBadName()
{
    SanList list;
    QVERIFY(!list.add(QStringLiteral("www.example.com, 300.1.1.1.")));
    QCOMPARE(list.names().size(), 0);
}

void CaModelsTest::countsTheCommonNameOfAServer()
{
    SanList list;
    list.setCommonName(QStringLiteral("www.example.com"));
    QVERIFY(list.own());
    QCOMPARE(list.own()->value(), QStringLiteral("www.example.com"));
    QCOMPARE(list.count(), 1);
    QVERIFY(list.add(QStringLiteral("www.example.com")));
    QVERIFY(!list.own()); // it stands in the list already
    QCOMPARE(list.count(), 1);
    list.setCommonName(QStringLiteral("192.0.2.7"));
    QCOMPARE(list.own()->type(), crypto::SanType::Ip);
    list.setCommonName(QStringLiteral("Jane Doe"));
    QVERIFY(!list.own());
}

void CaModelsTest::leavesTheCommonNameOutWhereThereIsNoRoom()
{
    SanList list;
    list.setCommonName(QStringLiteral("www.example.com"));
    for (int i = 0; i < 10; ++i)
        QVERIFY(list.add(QStringLiteral("n%1.example.com").arg(i)));
    QVERIFY(!list.own());
    QCOMPARE(list.count(), 10);
    list.removeAt(3);
    QVERIFY(list.own());
}

void CaModelsTest::offersSm2OnlyUnderAnSm2Ca()
{
    QCOMPARE(algorithmsUnder(QStringLiteral("sm2")),
             QList<crypto::KeyAlgorithm>({crypto::KeyAlgorithm::Sm2}));
    const auto others = algorithmsUnder(QStringLiteral("rsa-2048"));
    QVERIFY(!others.contains(crypto::KeyAlgorithm::Sm2));
    QCOMPARE(others.size(), crypto::allKeyAlgorithms().size() - 1);
}

QTEST_GUILESS_MAIN(CaModelsTest)
#include "tst_ca_models.moc"
