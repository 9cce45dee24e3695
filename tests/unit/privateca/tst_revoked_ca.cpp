// SPDX-License-Identifier: GPL-3.0-or-later
// A CA whose certificate is revoked signs nothing, however its own row or the ones below it read
// (operations.md §2.3).
#include "core/certificates/certificate_store.h"
#include "tests/ui/certificates/filled_store.h"

using namespace cas;
using namespace cas::privateca;

namespace {

/// What stores have in them that were written before revoking a certificate revoked its CA.
Result<> revokeCertificateOnly(FilledStore &store, const Ca &ca)
{
    CAS_TRY(const auto sealer, store.console->vault().lease());
    return store.console->store().write<Unit>([&](store::Transaction &tx) -> Result<> {
        audit::OperationScope scope{tx, *sealer, {}, QStringLiteral("li.wei")};
        return certificates::certificate_store::setRevoked(scope, ca.certificate, tx.now());
    });
}

Result<Ca> createBelow(FilledStore &store, CaId parent)
{
    CreateSubCommand command;
    command.parent = parent;
    CAS_TRY(command.subject, crypto::DistinguishedName::create(
                                 {{QStringLiteral("CN"), QStringLiteral("Another S2")}}));
    return store.console->cas().createSub(command, nullptr);
}

} // namespace

class RevokedCaTest : public QObject
{
    Q_OBJECT
private slots:
    void signsNothingThoughItsRowSaysEnabled();
    void stopsWhatIsBelowIt();
    void isRevokedByItsCertificateInOneStep();
};

void RevokedCaTest::signsNothingThoughItsRowSaysEnabled()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(revokeCertificateOnly(store, store.sub));
    const auto ca = store.console->cas().byId(store.sub.id);
    VERIFY_RESULT(ca);
    QCOMPARE(ca->state, CaState::Enabled);
    QCOMPARE(ca->status, CaStatus::Revoked);
    const auto issued = store.issue({QStringLiteral("www.example.com")});
    QVERIFY(!issued);
    QCOMPARE(issued.error().code, ErrorCode::CaRevoked);
    VERIFY_RESULT(store.console->cas().disable(store.sub.id));
    const auto enabled = store.console->cas().enable(store.sub.id);
    QVERIFY(!enabled);
    QCOMPARE(enabled.error().code, ErrorCode::CaRevoked);
}

void RevokedCaTest::stopsWhatIsBelowIt()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    VERIFY_RESULT(revokeCertificateOnly(store, store.root));
    QCOMPARE(store.console->cas().byId(store.sub.id)->status, CaStatus::Enabled);
    const auto issued = store.issue({QStringLiteral("www.example.com")});
    QVERIFY(!issued);
    QCOMPARE(issued.error().code, ErrorCode::CaRevoked);
    const auto below = createBelow(store, store.root.id);
    QVERIFY(!below);
    QCOMPARE(below.error().code, ErrorCode::CaRevoked);
}

void RevokedCaTest::isRevokedByItsCertificateInOneStep()
{
    FilledStore store;
    VERIFY_RESULT(store.createWithCas());
    const auto root = store.console->cas().details(store.root.id);
    VERIFY_RESULT(root);
    VERIFY_RESULT(store.console->crls().revoke(store.sub.certificate,
                                               crypto::RevocationReason::KeyCompromise));
    QCOMPARE(store.console->cas().byId(store.sub.id)->state, CaState::Revoked);
    const auto after = store.console->cas().details(store.root.id);
    VERIFY_RESULT(after);
    QCOMPARE(after->crl.number, root->crl.number + 1); // one step, one list
    QCOMPARE(after->crl.entries, 1);
    VERIFY_RESULT(store.console->check());
    QVERIFY(store.console->check()->isEmpty());
}

QTEST_GUILESS_MAIN(RevokedCaTest)
#include "tst_revoked_ca.moc"
