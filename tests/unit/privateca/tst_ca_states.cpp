// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/ca_rules.h"

#include <QTest>

using namespace cas;
using namespace cas::privateca;

class CaStatesTest : public QObject
{
    Q_OBJECT
private slots:
    void followsTheTableOfStates_data();
    void followsTheTableOfStates();
    void signsOnlyWhileEnabledAndPaidFor_data();
    void signsOnlyWhileEnabledAndPaidFor();
    void keepsSm2AmongItself_data();
    void keepsSm2AmongItself();
    void takesOnlyHttpAddresses();
};

// operations.md §2.3; -1: the transition does not exist.
void CaStatesTest::followsTheTableOfStates_data()
{
    QTest::addColumn<CaState>("from");
    QTest::addColumn<CaEvent>("event");
    QTest::addColumn<int>("next");
    const auto row = [](const char *name, CaState from, CaEvent event, int next) {
        QTest::newRow(name) << from << event << next;
    };
    row("pending, enable", CaState::PendingEnable, CaEvent::Enable, int(CaState::Enabled));
    row("pending, disable", CaState::PendingEnable, CaEvent::Disable, -1);
    row("pending, revoke", CaState::PendingEnable, CaEvent::Revoke, -1);
    row("enabled, enable", CaState::Enabled, CaEvent::Enable, -1);
    row("enabled, disable", CaState::Enabled, CaEvent::Disable, int(CaState::Disabled));
    row("enabled, revoke", CaState::Enabled, CaEvent::Revoke, int(CaState::Revoked));
    row("disabled, enable", CaState::Disabled, CaEvent::Enable, int(CaState::Enabled));
    row("disabled, disable", CaState::Disabled, CaEvent::Disable, -1);
    row("disabled, revoke", CaState::Disabled, CaEvent::Revoke, int(CaState::Revoked));
    row("revoked, enable", CaState::Revoked, CaEvent::Enable, -1);
    row("revoked, disable", CaState::Revoked, CaEvent::Disable, -1);
    row("revoked, revoke", CaState::Revoked, CaEvent::Revoke, -1);
}

void CaStatesTest::followsTheTableOfStates()
{
    QFETCH(CaState, from);
    QFETCH(CaEvent, event);
    QFETCH(int, next);
    const auto got = nextCaState(from, event);
    QCOMPARE(got ? static_cast<int>(*got) : -1, next);
    if (!got)
        QCOMPARE(got.error().code, ErrorCode::WrongState);
}

void CaStatesTest::signsOnlyWhileEnabledAndPaidFor_data()
{
    QTest::addColumn<CaStatus>("status");
    QTest::addColumn<int>("serviceDays"); // from now; 0: not limited
    QTest::addColumn<QString>("code");
    QTest::newRow("enabled") << CaStatus::Enabled << 0 << "";
    QTest::newRow("service runs") << CaStatus::Enabled << 10 << "";
    QTest::newRow("service over") << CaStatus::Enabled << -1 << "state.ca.expired";
    QTest::newRow("disabled") << CaStatus::Disabled << 0 << "state.ca.disabled";
    QTest::newRow("revoked") << CaStatus::Revoked << 0 << "state.ca.revoked";
    QTest::newRow("expired") << CaStatus::Expired << 0 << "state.ca.expired";
    QTest::newRow("pending") << CaStatus::PendingEnable << 0 << "state";
}

void CaStatesTest::signsOnlyWhileEnabledAndPaidFor()
{
    QFETCH(CaStatus, status);
    QFETCH(int, serviceDays);
    QFETCH(QString, code);
    const QDateTime now(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC);
    Ca ca;
    ca.status = status;
    if (serviceDays != 0)
        ca.serviceEnd = now.addDays(serviceDays);
    const auto may = rules::checkMaySign(ca, now);
    QCOMPARE(may ? QString() : errorName(may.error().code), code);
}

void CaStatesTest::keepsSm2AmongItself_data()
{
    using crypto::KeyAlgorithm;
    QTest::addColumn<KeyAlgorithm>("issuer");
    QTest::addColumn<KeyAlgorithm>("subject");
    QTest::addColumn<bool>("fits");
    QTest::newRow("SM2 under SM2") << KeyAlgorithm::Sm2 << KeyAlgorithm::Sm2 << true;
    QTest::newRow("P-256 under SM2") << KeyAlgorithm::Sm2 << KeyAlgorithm::EcP256 << false;
    QTest::newRow("SM2 under P-256") << KeyAlgorithm::EcP256 << KeyAlgorithm::Sm2 << false;
    QTest::newRow("RSA under Ed25519") << KeyAlgorithm::Ed25519 << KeyAlgorithm::Rsa2048 << true;
}

void CaStatesTest::keepsSm2AmongItself()
{
    QFETCH(crypto::KeyAlgorithm, issuer);
    QFETCH(crypto::KeyAlgorithm, subject);
    QFETCH(bool, fits);
    QCOMPARE(rules::checkFamily(issuer, subject).has_value(), fits);
}

void CaStatesTest::takesOnlyHttpAddresses()
{
    Publication publication;
    publication.crlUrl = QStringLiteral(" http://pki.example.com/r1.crl ");
    const auto good = rules::checkedPublication(publication);
    QVERIFY(good);
    QCOMPARE(good->crlUrl, QStringLiteral("http://pki.example.com/r1.crl"));
    for (const auto &bad :
         {QStringLiteral("https://pki.example.com/x"), QStringLiteral("ldap://pki.example.com/x"),
          QStringLiteral("pki.example.com"), QStringLiteral("http://")}) {
        publication.crlUrl = bad;
        const auto refused = rules::checkedPublication(publication);
        QVERIFY2(!refused, qPrintable(bad));
        QCOMPARE(refused.error().field, QStringLiteral("crl_url"));
    }
}

QTEST_GUILESS_MAIN(CaStatesTest)
#include "tst_ca_states.moc"
