// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/console/console_fixture.h"

#include <QSignalSpy>

using namespace cas;
using namespace cas::test;

class ConsoleTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_here.reset(); }

    void leavesNothingBehindWhenTheAccountCannotBeMade();
    void refusesAWeakPassphraseBeforeAFileIsMade();
    void changesNothingWhileLocked();
    void staysLockedAfterAWrongPassphrase();
    void finishesAJobThatBeganBeforeTheLock();
    void readsButDoesNotChangeAStoreOpenedToRead();
    void seesWithinASecondWhatAnotherOpenConsoleDid();
    void findsNothingWrongInWhatItWrote();
    void carriesEverythingIntoABackup();

private:
    std::unique_ptr<ConsoleFixture> m_here;
};

void ConsoleTest::init()
{
    m_here = std::make_unique<ConsoleFixture>();
    REQUIRE_OK(m_here->create());
}

void ConsoleTest::leavesNothingBehindWhenTheAccountCannotBeMade()
{
    const QString path = m_here->folder.filePath(QStringLiteral("second.castore"));
    const auto created = Console::create({path, passphrase(), {}, {}, {}}, m_here->executors,
                                         m_here->clock, {{}, {}}); // nobody may do anything
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::NotPermitted);
    QCOMPARE(QDir(m_here->folder.path()).entryList({QStringLiteral("second*")}), QStringList());
}

void ConsoleTest::refusesAWeakPassphraseBeforeAFileIsMade()
{
    const QString path = m_here->folder.filePath(QStringLiteral("second.castore"));
    const auto created =
        Console::create({path, SecretBytes::copyOf("short"), {}, {}, {}}, m_here->executors,
                        m_here->clock, {QStringLiteral("lin"), QStringLiteral("desk")});
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::PassphraseTooWeak);
    QCOMPARE(created.error().field, QStringLiteral("passphrase"));
    QVERIFY(!QFile::exists(path));
}

void ConsoleTest::changesNothingWhileLocked()
{
    const auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    m_here->console->vault().lock();

    const auto refused = m_here->console->issuing().issue(
        server(cas->sub, QStringLiteral("locked.example.com")), nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Locked);
    const auto disabled = m_here->console->cas().disable(cas->sub.id);
    QVERIFY(!disabled);
    QCOMPARE(disabled.error().code, ErrorCode::Locked);

    const auto read = m_here->console->cas().byId(cas->sub.id); // reading needs no key
    REQUIRE_OK(read);
    QCOMPARE(read->issuedCount, 0);
    QCOMPARE(read->status, privateca::CaStatus::Enabled);
}

void ConsoleTest::staysLockedAfterAWrongPassphrase()
{
    Console &console = *m_here->console;
    console.vault().lock();
    const auto refused = console.vault().unlock(SecretBytes::copyOf("wrong horse, right stable"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongPassphrase);
    QVERIFY(!console.vault().unlocked());
    REQUIRE_OK(console.vault().unlock(passphrase()));
    QVERIFY(console.vault().unlocked());
}

void ConsoleTest::finishesAJobThatBeganBeforeTheLock()
{
    Console &console = *m_here->console;
    const auto cas = makeCas(console);
    REQUIRE_OK(cas);
    // An RSA key takes long enough that the lock comes in the middle.
    privateca::IssueCommand command = server(cas->sub, QStringLiteral("slow.example.com"));
    command.algorithm = crypto::KeyAlgorithm::Rsa3072;
    auto job = console.issuing().issueJob(command);
    console.vault().lock();
    const auto outcome = job.wait();
    // Either it held its key before the lock and is done, or it was refused as a whole.
    const bool issued = outcome.index() == 0;
    const auto ca = console.cas().byId(cas->sub.id);
    REQUIRE_OK(ca);
    QCOMPARE(ca->issuedCount, issued ? 1 : 0);
    QCOMPARE(console.certificates().count({}, {}).value_or(-1), issued ? 3 : 2);
}

void ConsoleTest::readsButDoesNotChangeAStoreOpenedToRead()
{
    const auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    m_here->console.reset();
    auto reader = Console::open(m_here->path(), store::OpenMode::ReadOnly, m_here->executors,
                                m_here->clock, {QStringLiteral("lin"), QStringLiteral("desk")});
    REQUIRE_OK(reader);
    Console &console = **reader;
    REQUIRE_OK(console.vault().unlock(passphrase()));
    QVERIFY(console.store().info().readOnly);
    const auto list = console.cas().all();
    REQUIRE_OK(list);
    QCOMPARE(list->size(), 2);
    const auto refused = console.cas().disable(cas->sub.id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    REQUIRE_OK(console.check());
}

void ConsoleTest::seesWithinASecondWhatAnotherOpenConsoleDid()
{
    const auto cas = makeCas(*m_here->console);
    REQUIRE_OK(cas);
    auto other = m_here->another();
    REQUIRE_OK(other);
    QSignalSpy told(&(*other)->store(), &store::Store::changed);
    QElapsedTimer elapsed;
    elapsed.start();
    REQUIRE_OK(m_here->console->cas().disable(cas->sub.id));
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 5'000);
    qInfo("told after %lld ms", elapsed.elapsed());
    const auto seen = (*other)->cas().byId(cas->sub.id);
    REQUIRE_OK(seen);
    QCOMPARE(seen->status, privateca::CaStatus::Disabled);
    // And the other way round: what it may do follows the state it now sees.
    const auto refused =
        (*other)->issuing().issue(server(cas->sub, QStringLiteral("late.example.com")), nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CaDisabled);
}

void ConsoleTest::findsNothingWrongInWhatItWrote()
{
    Console &console = *m_here->console;
    const auto cas = makeCas(console);
    REQUIRE_OK(cas);
    const auto issued =
        console.issuing().issue(server(cas->sub, QStringLiteral("a.example.com")), nullptr);
    REQUIRE_OK(issued);
    REQUIRE_OK(console.crls().revoke(issued->id, crypto::RevocationReason::Superseded));
    REQUIRE_OK(console.cas().buyQuota(cas->root.id, 50));
    REQUIRE_OK(console.cas().assignQuota(cas->root.id, cas->sub.id, 20));
    REQUIRE_OK(console.settings().set(settings::keys::crlDays, QStringLiteral("7")));
    const auto findings = console.check();
    REQUIRE_OK(findings);
    QVERIFY2(findings->isEmpty(),
             qPrintable(findings->isEmpty() ? QString() : findings->constFirst().what));
}

void ConsoleTest::carriesEverythingIntoABackup()
{
    Console &console = *m_here->console;
    const auto cas = makeCas(console);
    REQUIRE_OK(cas);
    const QString copy = m_here->folder.filePath(QStringLiteral("copy.castore"));
    REQUIRE_OK(console.store().backup(copy));
    REQUIRE_OK(
        console.issuing().issue(server(cas->sub, QStringLiteral("after.example.com")), nullptr));

    auto restored = Console::open(copy, store::OpenMode::ReadWrite, m_here->executors,
                                  m_here->clock, {QStringLiteral("lin"), QStringLiteral("desk")});
    REQUIRE_OK(restored);
    REQUIRE_OK((*restored)->vault().unlock(passphrase()));
    const auto findings = (*restored)->check();
    REQUIRE_OK(findings);
    QVERIFY(findings->isEmpty());
    // The keys came along: the copy can issue.
    REQUIRE_OK((*restored)->issuing().issue(server(cas->sub, QStringLiteral("copy.example.com")),
                                            nullptr));
}

QTEST_GUILESS_MAIN(ConsoleTest)
#include "tst_console.moc"
