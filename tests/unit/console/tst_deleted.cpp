// SPDX-License-Identifier: GPL-3.0-or-later
// "Recently deleted" and its end: what can be erased is gone from every table, what others build
// upon stays and says why.
#include "core/certificates/bulk.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "tests/ui/certificates/filled_store.h"

#include <sqlite3.h>

using namespace cas;
using certificates::certificate_store::NewCertificate;

namespace {

/// A store with a root and a subordinate CA, and certificates from elsewhere in it.
struct DeletedStore : FilledStore
{
    std::shared_ptr<crypto::PrivateKey> key;

    Result<> fill()
    {
        CAS_TRY_VOID(createWithCas());
        CAS_TRY(auto made, crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP256));
        key = std::make_shared<crypto::PrivateKey>(std::move(made));
        return {};
    }

    /// A self-signed certificate of `key`, as somebody would upload it.
    Result<CertificateId> upload(const QString &name, CertificateId issuer = {})
    {
        crypto::CertificateFields fields;
        fields.serial = crypto::newSerial();
        CAS_TRY(fields.subject, crypto::DistinguishedName::create({{QStringLiteral("CN"), name}}));
        fields.issuer = fields.subject;
        fields.publicKey = key->publicKey();
        fields.notBefore = clock.now();
        fields.notAfter = clock.now().addDays(100);
        CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, *key));
        CAS_TRY(auto certificate, crypto::Certificate::fromDer(der));
        CAS_TRY(const auto newKey, certificates::key_store::prepare(*key));
        audit::OperationRunner runner(console->store(), console->vault(), console->access());
        return runner.run<CertificateId>(
            {QStringLiteral("UploadUserCertificate"), QStringLiteral("certificate"), {}, {}},
            [&](audit::OperationScope &scope) -> Result<CertificateId> {
                CAS_TRY_VOID(certificates::key_store::insert(scope, newKey));
                return certificates::certificate_store::insert(
                    scope, {certificate, QStringLiteral("UPLOAD"), QStringLiteral("server"),
                            QStringLiteral("Elsewhere"), name, issuer});
            });
    }

    /// How many rows of a query there are, asked as another program would.
    [[nodiscard]] int rows(const char *sql) const
    {
        sqlite3 *db = nullptr;
        sqlite3_stmt *statement = nullptr;
        int count = -1;
        if (sqlite3_open(path().toUtf8().constData(), &db) == SQLITE_OK
            && sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK
            && sqlite3_step(statement) == SQLITE_ROW)
            count = sqlite3_column_int(statement, 0);
        sqlite3_finalize(statement);
        sqlite3_close(db);
        return count;
    }
};

} // namespace

class DeletedTest : public QObject
{
    Q_OBJECT
private slots:
    void listsWhatWasDeletedNewestFirst();
    void erasesEveryTrace();
    void keepsAKeyThatAnotherCertificateUses();
    void erasesNothingThatWasNotDeleted();
    void keepsWhatACaOfThisStoreIssued();
    void keepsAnIssuerOfOthers();
    void erasesNothingThatWasChangedOutside();
    void erasesManyAndTellsOfThoseThatStay();
};

void DeletedTest::listsWhatWasDeletedNewestFirst()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    auto &service = store.console->certificates();
    const auto first = store.upload(QStringLiteral("first"));
    const auto second = store.upload(QStringLiteral("second"));
    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    const QDateTime start = store.clock.now();
    VERIFY_RESULT(service.remove({*second}));
    store.clock.set(start.addDays(1));
    VERIFY_RESULT(service.remove({*first}));

    certificates::CertificateFilter filter;
    filter.deleted = true;
    filter.sort = certificates::CertificateSort::Deleted;
    auto page = service.page(filter, {}, {1, {}, 0});
    VERIFY_RESULT(page);
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->items.first().id, *first);
    QCOMPARE(page->items.first().deletedAt, start.addDays(1));
    page = service.page(filter, {}, {1, page->next, 0});
    VERIFY_RESULT(page);
    QCOMPARE(page->items.first().id, *second);
    QVERIFY(page->next.isEmpty());

    VERIFY_RESULT(service.restore({*first}));
    QCOMPARE(*service.count(filter, {}), 1);
    QVERIFY(!service.row(*first)->deletedAt.isValid());
}

void DeletedTest::erasesEveryTrace()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const int certificates = store.rows("SELECT count(*) FROM certificate");
    const int keys = store.rows("SELECT count(*) FROM key_pair");
    const auto id = store.upload(QStringLiteral("zyxwvuts.example"));
    VERIFY_RESULT(id);
    const auto tag = tags::Tag::create(QStringLiteral("team"), QStringLiteral("web"));
    VERIFY_RESULT(tag);
    auto &service = store.console->certificates();
    VERIFY_RESULT(service.setTags(*id, {*tag}));
    QCOMPARE(store.rows("SELECT count(*) FROM key_pair"), keys + 1);

    VERIFY_RESULT(service.remove({*id}));
    VERIFY_RESULT(service.erase(*id));
    QCOMPARE(service.row(*id).error().code, ErrorCode::NotFound);
    QCOMPARE(store.rows("SELECT count(*) FROM certificate"), certificates);
    QCOMPARE(store.rows("SELECT count(*) FROM certificate_der"), certificates);
    QCOMPARE(store.rows("SELECT count(*) FROM key_pair"), keys);
    QCOMPARE(store.rows("SELECT count(*) FROM tag"), 0);
    QCOMPARE(store.rows("SELECT count(*) FROM certificate_search WHERE certificate_search MATCH "
                        "'zyxwvuts'"),
             0);
    const auto findings = store.console->check();
    VERIFY_RESULT(findings);
    QVERIFY2(findings->isEmpty(), findings->isEmpty() ? "" : qPrintable(findings->first().what));

    audit::AuditFilter filter;
    filter.eventName = QStringLiteral("EraseUserCertificate");
    const auto log = store.console->audit().page(filter, {10, {}, 0});
    VERIFY_RESULT(log);
    QCOMPARE(log->items.size(), 1);
    QCOMPARE(log->items.first().parameters.value(QStringLiteral("name")).toString(),
             QStringLiteral("zyxwvuts.example"));
    QCOMPARE(log->items.first().parameters.value(QStringLiteral("private_key")).toString(),
             QStringLiteral("erased"));
}

void DeletedTest::keepsAKeyThatAnotherCertificateUses()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const int keys = store.rows("SELECT count(*) FROM key_pair");
    const auto old = store.upload(QStringLiteral("old"));
    const auto renewed = store.upload(QStringLiteral("renewed")); // with the same key
    VERIFY_RESULT(old);
    VERIFY_RESULT(renewed);
    auto &service = store.console->certificates();
    VERIFY_RESULT(service.remove({*old}));
    VERIFY_RESULT(service.erase(*old));
    QCOMPARE(store.rows("SELECT count(*) FROM key_pair"), keys + 1);
    QVERIFY(service.row(*renewed)->hasKey);
    VERIFY_RESULT(service.remove({*renewed}));
    VERIFY_RESULT(service.erase(*renewed));
    QCOMPARE(store.rows("SELECT count(*) FROM key_pair"), keys);
}

void DeletedTest::erasesNothingThatWasNotDeleted()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const auto id = store.upload(QStringLiteral("living"));
    VERIFY_RESULT(id);
    QCOMPARE(store.console->certificates().erase(*id).error().code, ErrorCode::WrongState);
    VERIFY_RESULT(store.console->certificates().row(*id));
}

void DeletedTest::keepsWhatACaOfThisStoreIssued()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const auto id = store.issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(id);
    VERIFY_RESULT(store.console->crls().revoke(*id, crypto::RevocationReason::Superseded));
    auto &service = store.console->certificates();
    VERIFY_RESULT(service.remove({*id}));
    const auto erased = service.erase(*id);
    QCOMPARE(erased.error().code, ErrorCode::CertificateOnRecord);
    QCOMPARE(erased.error().args, QStringList{QStringLiteral("www.example.com")});
    QVERIFY(service.row(*id)->deletedAt.isValid());
    QVERIFY(store.console->check()->isEmpty());
}

void DeletedTest::keepsAnIssuerOfOthers()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const auto issuer = store.upload(QStringLiteral("issuer"));
    VERIFY_RESULT(issuer);
    const auto leaf = store.upload(QStringLiteral("leaf"), *issuer);
    VERIFY_RESULT(leaf);
    auto &service = store.console->certificates();
    VERIFY_RESULT(service.remove({*issuer, *leaf}));
    QCOMPARE(service.erase(*issuer).error().code, ErrorCode::CertificateInUse);
    VERIFY_RESULT(service.erase(*leaf));
    VERIFY_RESULT(service.erase(*issuer));
}

void DeletedTest::erasesNothingThatWasChangedOutside()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const auto id = store.issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(id);
    VERIFY_RESULT(store.console->crls().revoke(*id, crypto::RevocationReason::Superseded));
    VERIFY_RESULT(store.console->certificates().remove({*id}));
    // As if it had come from elsewhere.
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(store.path().toUtf8().constData(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, "UPDATE certificate SET source = 'UPLOAD' WHERE source = 'ISSUED'",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(db);
    QCOMPARE(store.console->certificates().erase(*id).error().code, ErrorCode::SealBroken);
    QCOMPARE(store.rows("SELECT count(*) FROM issuance"), 2); // and that of the subordinate CA
}

void DeletedTest::erasesManyAndTellsOfThoseThatStay()
{
    DeletedStore store;
    VERIFY_RESULT(store.fill());
    const auto issued = store.issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(issued);
    VERIFY_RESULT(store.console->crls().revoke(*issued, crypto::RevocationReason::Superseded));
    auto &service = store.console->certificates();
    VERIFY_RESULT(service.remove({*issued}));
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
        const auto id = store.upload(name);
        VERIFY_RESULT(id);
        VERIFY_RESULT(service.remove({*id}));
    }
    certificates::CertificateSelection selection;
    selection.all = true;
    selection.filter.deleted = true;
    auto job = certificates::bulkEraseJob(service, store.executors->io, selection, {});
    const auto outcome = job.wait();
    const auto *done = std::get_if<Done<certificates::BulkReport>>(&outcome);
    QVERIFY(done);
    QCOMPARE(done->value.done.size(), 3);
    QCOMPARE(done->value.failed.size(), 1);
    QCOMPARE(done->value.failed.first().id, *issued);
    QCOMPARE(*service.count(selection.filter, {}), 1);
}

QTEST_GUILESS_MAIN(DeletedTest)
#include "tst_deleted.moc"
