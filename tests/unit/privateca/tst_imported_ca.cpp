// SPDX-License-Identifier: GPL-3.0-or-later
// CAs made elsewhere, after they were taken in (operation 30). The command line's test
// (tst_casctl_import_ca) has what openssl makes; here is what the command line cannot do.
#include "core/privateca/ca_rules.h"
#include "tests/ui/certificates/filled_store.h"

using namespace cas;
using namespace cas::privateca;

namespace {

/// A root and a subordinate CA as another program would make them.
struct Elsewhere
{
    QByteArray rootDer, subDer;
    crypto::PrivateKey rootKey, subKey;

    /// @param rootUsage key usage of the root
    Result<> make(const QDateTime &now, crypto::KeyUsages rootUsage)
    {
        CAS_TRY(rootKey, crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP256));
        CAS_TRY(subKey, crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP256));
        CreateRootCommand root;
        CAS_TRY(root.subject,
                crypto::DistinguishedName::create({{QStringLiteral("CN"), QStringLiteral("Top")}}));
        auto rootFields = rules::rootFields(root, rootKey.publicKey(), now);
        rootFields.keyUsage = rootUsage;
        CAS_TRY(rootDer, crypto::buildCertificate(rootFields, rootKey));
        CreateSubCommand sub;
        CAS_TRY(sub.subject,
                crypto::DistinguishedName::create({{QStringLiteral("CN"), QStringLiteral("Low")}}));
        CAS_TRY(const auto above, crypto::Certificate::fromDer(rootDer));
        CAS_TRY(const auto subFields, rules::subFields(sub, {}, above, subKey.publicKey(), now));
        CAS_TRY(subDer, crypto::buildCertificate(subFields, rootKey));
        return {};
    }
};

Result<Ca> import(FilledStore &store, const QByteArray &certificate, const crypto::PrivateKey &key)
{
    ImportCaCommand command;
    command.certificateFile = certificate;
    CAS_TRY(const SecretBytes bytes, key.toPkcs8());
    command.keyFile = bytes.view().toByteArray();
    return store.console->cas().import(command);
}

const crypto::KeyUsages kBoth = crypto::KeyUsage::KeyCertSign | crypto::KeyUsage::CrlSign;

} // namespace

class ImportedCaTest : public QObject
{
    Q_OBJECT
private slots:
    void standsOnTheListOfARootThatComesLater();
    void getsNoListThatItMayNotSign();
};

void ImportedCaTest::standsOnTheListOfARootThatComesLater()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    Elsewhere made;
    VERIFY_RESULT(made.make(store.clock.now(), kBoth));
    const auto low = import(store, made.subDer, made.subKey);
    VERIFY_RESULT(low);
    VERIFY_RESULT(store.console->cas().revoke(low->id, crypto::RevocationReason::Superseded));
    const auto top = import(store, made.rootDer, made.rootKey);
    VERIFY_RESULT(top);
    QCOMPARE(store.console->cas().byId(low->id)->parent, top->id);
    const auto list = store.console->crls().current(top->id);
    VERIFY_RESULT(list);
    const auto crl = crypto::Crl::fromDer(*list);
    VERIFY_RESULT(crl);
    QVERIFY(crl->find(crypto::Certificate::fromDer(made.subDer)->serial()));
    VERIFY_RESULT(store.console->check());
    QVERIFY(store.console->check()->isEmpty());
}

void ImportedCaTest::getsNoListThatItMayNotSign()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    Elsewhere made;
    VERIFY_RESULT(made.make(store.clock.now(), crypto::KeyUsage::KeyCertSign));
    const auto top = import(store, made.rootDer, made.rootKey);
    VERIFY_RESULT(top);
    QVERIFY(!top->crlEnabled);
    Publication publication;
    publication.issuerUrl = QStringLiteral("http://pki.example.com/top.cer");
    const auto on = store.console->cas().setPublication(top->id, publication);
    QVERIFY(!on);
    QCOMPARE(errorName(on.error().code), errorName(ErrorCode::CrlNotAllowed));
    QCOMPARE(on.error().field, QStringLiteral("crl_enabled"));
    publication.crlEnabled = false; // the other addresses may be changed
    VERIFY_RESULT(store.console->cas().setPublication(top->id, publication));
    QCOMPARE(store.console->cas().byId(top->id)->issuerUrl, publication.issuerUrl);
}

QTEST_GUILESS_MAIN(ImportedCaTest)
#include "tst_imported_ca.moc"
