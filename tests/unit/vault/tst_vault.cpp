// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/vault/vault.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <thread>

using namespace cas;
using namespace cas::vault;

namespace {

SecretBytes secret(const char *text)
{
    return SecretBytes::copyOf(text);
}

const char kPassphrase[] = "amber kettle 41 drifts";
const RowContext kRow{"key_pair", 42, 1, "private_key"};

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void opensOnlyWithThePassphrase();
    void needsAVaultInTheStore();
    void refusesASecondVault();
    void refusesAWeakPassphrase();
    void refusesEverythingWhileLocked();
    void readsAfterThePassphraseChanged();
    void opensWithTheRecoveryKeyHoweverTyped();
    void replacesTheRecoveryKey();
    void opensWithTheKeychainSecretUntilDisabled();
    void tellsWhenItOpensAndCloses();
    void keepsALeaseAfterTheLock();
    void keepsTheOfflineFlag();
    void detectsEveryChangedColumn_data();
    void detectsEveryChangedColumn();
    void refusesAHeaderOfAnotherStore();
    void refusesParametersThatWouldTakeAllMemory_data();
    void refusesParametersThatWouldTakeAllMemory();
    void usesTheFullCostUnlessATestAsksForLess();
    void obeysTheCostInTheHeader();
    void seesAChangeMadeByAnotherProcess();
    void refusesAnEnablingThatWasOvertaken();
    void isUsedFromManyThreadsWhileItLocks();

private:
    void change(const QByteArray &sql);
    QVariant column(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Vault> m_vault;
    SecretBytes m_recovery;
};

void VaultTest::initTestCase()
{
    qputenv("CAS_TEST_FAST_SCRYPT", "1");
}

void VaultTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store =
        std::move(*store::Store::create({m_dir->filePath(QStringLiteral("v.store"))}, m_clock));
    auto created = Vault::create(*m_store, {secret(kPassphrase), {}});
    QVERIFY2(created, qPrintable(created ? QString() : created.error().detail));
    m_vault = std::move(created->vault);
    m_recovery = std::move(created->recoveryKey);
}

void VaultTest::cleanup()
{
    m_vault.reset();
    m_store.reset();
    m_dir.reset();
}

/// Changes the file behind the vault's back.
void VaultTest::change(const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(m_store->info().path.toUtf8().constData(), &handle), SQLITE_OK);
    char *message = nullptr;
    sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &message);
    const QString problem = QString::fromUtf8(message);
    const int changed = sqlite3_changes(handle);
    sqlite3_free(message);
    sqlite3_close(handle);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(changed > 0);
}

QVariant VaultTest::column(const QString &sql)
{
    return *m_store->read<QVariant>([&](store::Reader &reader) -> Result<QVariant> {
        CAS_TRY(store::Query rows, reader.query(sql));
        rows.next();
        return rows.value(0);
    });
}

void VaultTest::opensOnlyWithThePassphrase()
{
    const QByteArray blob = *m_vault->wrap(kRow, secret("plain"));
    QVERIFY(m_vault->unlocked());
    m_vault->lock();
    QVERIFY(!m_vault->unlocked());
    QCOMPARE(m_vault->unlock(secret("amber kettle 41 drift")).error().code,
             ErrorCode::WrongPassphrase);
    QCOMPARE(m_vault->unlock(SecretBytes()).error().code, ErrorCode::WrongPassphrase);
    QVERIFY(!m_vault->unlocked());
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
    QVERIFY(m_vault->unwrap(kRow, blob)->equals(secret("plain")));

    auto second = Vault::open(*m_store); // as another process would
    QVERIFY(second);
    QVERIFY(!(*second)->unlocked());
    QVERIFY((*second)->unlock(secret(kPassphrase)));
    QVERIFY((*second)->unwrap(kRow, blob)->equals(secret("plain")));
}

void VaultTest::needsAVaultInTheStore()
{
    auto store = store::Store::create({m_dir->filePath(QStringLiteral("empty.store"))}, m_clock);
    QCOMPARE(Vault::open(**store).error().code, ErrorCode::NotAStore);
}

void VaultTest::refusesASecondVault()
{
    QCOMPARE(Vault::create(*m_store, {secret(kPassphrase), {}}).error().code,
             ErrorCode::WrongState);
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
}

void VaultTest::refusesAWeakPassphrase()
{
    auto store = store::Store::create({m_dir->filePath(QStringLiteral("empty.store"))}, m_clock);
    for (const char *weak : {"", "short7!", "password", "Passw0rd!", "aaaaaaaaaaaa"}) {
        const auto refused = Vault::create(**store, {secret(weak), {}});
        QVERIFY2(!refused, weak);
        QCOMPARE(refused.error().code, ErrorCode::PassphraseTooWeak);
    }
    QCOMPARE(Vault::open(**store).error().code, ErrorCode::NotAStore); // nothing was written
    QCOMPARE(m_vault->changePassphrase(secret(kPassphrase), secret("password")).error().code,
             ErrorCode::PassphraseTooWeak);
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
}

void VaultTest::refusesEverythingWhileLocked()
{
    const QByteArray blob = *m_vault->wrap(kRow, secret("plain"));
    const QByteArray mac = *m_vault->seal(kRow, {1});
    m_vault->lock();
    QCOMPARE(m_vault->seal(kRow, {1}).error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->verify(kRow, {1}, mac).error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->wrap(kRow, secret("plain")).error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->unwrap(kRow, blob).error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->lease().error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->enableKeychainSlot().error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->disableKeychainSlot().error().code, ErrorCode::Locked);
    QCOMPARE(m_vault->newRecoveryKey(secret("not the one!")).error().code,
             ErrorCode::WrongPassphrase);
}

void VaultTest::readsAfterThePassphraseChanged()
{
    const QByteArray blob = *m_vault->wrap(kRow, secret("plain"));
    const QByteArray mac = *m_vault->seal(kRow, {QStringLiteral("x")});
    m_vault->lock();
    const SecretBytes next = secret("eleven lamps, 7 doors");
    QCOMPARE(m_vault->changePassphrase(secret("wrong wrong 1"), next).error().code,
             ErrorCode::WrongPassphrase);
    QVERIFY(m_vault->changePassphrase(secret(kPassphrase), next));
    QVERIFY(!m_vault->unlocked()); // it was locked, it stays so
    QCOMPARE(m_vault->unlock(secret(kPassphrase)).error().code, ErrorCode::WrongPassphrase);
    QVERIFY(m_vault->unlock(next));
    QVERIFY(m_vault->unwrap(kRow, blob)->equals(secret("plain")));
    QVERIFY(m_vault->verify(kRow, {QStringLiteral("x")}, mac));
    m_vault->lock();
    QVERIFY(m_vault->unlockWithRecoveryKey(m_recovery)); // still the same one
}

void VaultTest::opensWithTheRecoveryKeyHoweverTyped()
{
    m_vault->lock();
    const QByteArray shown = m_recovery.view().toByteArray();
    static const QRegularExpression form(
        QStringLiteral("^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$"));
    QVERIFY(form.match(QString::fromLatin1(shown)).hasMatch());
    QByteArray typed = shown.toLower();
    typed.replace('-', "  ").replace('0', 'o').replace('1', 'l');
    QVERIFY(m_vault->unlockWithRecoveryKey(secret(typed)));
    m_vault->lock();
    QByteArray wrong = shown;
    wrong[0] = wrong.at(0) == 'A' ? 'B' : 'A';
    QCOMPARE(m_vault->unlockWithRecoveryKey(secret(wrong)).error().code,
             ErrorCode::WrongPassphrase);
    QCOMPARE(m_vault->unlockWithRecoveryKey(secret(shown.chopped(1))).error().code,
             ErrorCode::WrongPassphrase);
    QCOMPARE(m_vault->unlockWithRecoveryKey(secret(kPassphrase)).error().code,
             ErrorCode::WrongPassphrase);
    QVERIFY(!m_vault->unlocked());
}

void VaultTest::replacesTheRecoveryKey()
{
    const auto next = m_vault->newRecoveryKey(secret(kPassphrase));
    QVERIFY(next);
    m_vault->lock();
    QCOMPARE(m_vault->unlockWithRecoveryKey(m_recovery).error().code, ErrorCode::WrongPassphrase);
    QVERIFY(m_vault->unlockWithRecoveryKey(*next));
}

void VaultTest::opensWithTheKeychainSecretUntilDisabled()
{
    QVERIFY(!m_vault->hasKeychainSlot());
    const auto key = m_vault->enableKeychainSlot();
    QVERIFY(key);
    QCOMPARE(key->size(), size_t(32));
    QVERIFY(m_vault->hasKeychainSlot());
    m_vault->lock();
    QCOMPARE(
        m_vault->unlockWithKeychainSecret(secret("0123456789abcdef0123456789abcdef")).error().code,
        ErrorCode::WrongPassphrase);
    QVERIFY(m_vault->unlockWithKeychainSecret(*key));
    QVERIFY(m_vault->disableKeychainSlot());
    QVERIFY(m_vault->disableKeychainSlot()); // already gone is fine
    QVERIFY(!m_vault->hasKeychainSlot());
    m_vault->lock();
    QVERIFY(!m_vault->unlockWithKeychainSecret(*key));
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
}

void VaultTest::tellsWhenItOpensAndCloses()
{
    QCoreApplication::processEvents(); // the announcement of the creation
    QSignalSpy spy(m_vault.get(), &Vault::unlockedChanged);
    QVERIFY(spy.isValid());
    std::thread([this] { m_vault->lock(); }).join();
    QVERIFY(spy.wait());
    QCOMPARE(spy.takeFirst().at(0).toBool(), false);
    m_vault->lock(); // nothing changes
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
    QVERIFY(spy.wait());
    QCoreApplication::processEvents();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).toBool(), true);
}

void VaultTest::keepsALeaseAfterTheLock()
{
    const auto lease = m_vault->lease();
    QVERIFY(lease);
    m_vault->lock();
    const auto blob = (*lease)->wrap(kRow, secret("made while locked"));
    QVERIFY(blob);
    QVERIFY((*lease)->verify(kRow, {1, 2}, *(*lease)->seal(kRow, {1, 2})));
    QCOMPARE(m_vault->unwrap(kRow, *blob).error().code, ErrorCode::Locked);
    QVERIFY(m_vault->unlock(secret(kPassphrase)));
    QVERIFY(m_vault->unwrap(kRow, *blob)->equals(secret("made while locked")));
}

void VaultTest::keepsTheOfflineFlag()
{
    auto store = store::Store::create({m_dir->filePath(QStringLiteral("station.store"))}, m_clock);
    {
        auto created = Vault::create(**store, {secret(kPassphrase), {.offline = true}});
        QVERIFY(created->vault->flags().offline);
    }
    auto vault = Vault::open(**store);
    QVERIFY((*vault)->flags().offline);
    QVERIFY((*vault)->unlock(secret(kPassphrase)));
    QVERIFY((*vault)->flags().offline);
    QVERIFY(!m_vault->flags().offline);
}

void VaultTest::detectsEveryChangedColumn_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *name, const QByteArray &sql) { QTest::newRow(name) << sql; };
    row("offline bit", "UPDATE vault_header SET flags = 1 - flags");
    row("another flag", "UPDATE vault_header SET flags = flags | 64");
    row("version", "UPDATE vault_header SET version = 2");
    row("uuid", "UPDATE vault_header SET uuid = CASE substr(uuid, 1, 1) WHEN '7' THEN '8' ELSE '7' "
                "END || substr(uuid, 2)");
    row("created_at", "UPDATE vault_header SET created_at = created_at + 1");
    row("store uuid", "UPDATE store_meta SET uuid = 'x' || uuid");
    row("slot removed", "DELETE FROM vault_slot WHERE kind = 'recovery'");
    row("slot added",
        "INSERT INTO vault_slot SELECT 'keychain', kdf, n, r, p, salt, verifier, nonce,"
        " wrapped, created_at FROM vault_slot WHERE kind = 'recovery'");
    row("seal", "UPDATE vault_header SET seal = zeroblob(32)");
    row("seal cut", "UPDATE vault_header SET seal = substr(seal, 1, 31)");
    for (const QByteArray kind : {"passphrase", "recovery"}) {
        const QByteArray where = " WHERE kind = '" + kind + "'";
        for (const QByteArray column : {"salt", "verifier", "nonce", "wrapped"}) {
            // The first byte becomes another one.
            row(kind + ' ' + column + " byte",
                "UPDATE vault_slot SET " + column + " = CAST((CASE hex(substr(" + column
                    + ",1,1)) WHEN '00' THEN x'01' ELSE x'00' END) || substr(" + column
                    + ",2) AS BLOB)" + where);
            row(kind + ' ' + column + " cut",
                "UPDATE vault_slot SET " + column + " = substr(" + column + ", 2)" + where);
        }
        row(kind + " kdf",
            "UPDATE vault_slot SET kdf = CASE kdf WHEN 'hkdf' THEN 'scrypt' ELSE 'hkdf'"
            " END"
                + where);
        row(kind + " n", "UPDATE vault_slot SET n = CASE n WHEN 0 THEN 2 ELSE n * 2 END" + where);
        row(kind + " r", "UPDATE vault_slot SET r = r + 1" + where);
        row(kind + " p", "UPDATE vault_slot SET p = p + 1" + where);
        row(kind + " created_at", "UPDATE vault_slot SET created_at = created_at + 1" + where);
    }
}

void VaultTest::detectsEveryChangedColumn()
{
    QFETCH(QByteArray, sql);
    m_vault.reset();
    const QString path = m_store->info().path;
    change(sql);
    m_store.reset(); // the store's uuid is read when it opens
    m_store = std::move(*store::Store::open({path}, store::OpenMode::ReadWrite, m_clock));
    auto vault = Vault::open(*m_store);
    QVERIFY(vault);
    QVERIFY(!(*vault)->unlock(secret(kPassphrase)));
    QVERIFY(!(*vault)->unlockWithRecoveryKey(m_recovery));
    QVERIFY(!(*vault)->unlocked());
}

void VaultTest::refusesAHeaderOfAnotherStore()
{
    auto other = store::Store::create({m_dir->filePath(QStringLiteral("other.store"))}, m_clock);
    auto created = Vault::create(**other, {secret(kPassphrase), {.offline = true}});
    QVERIFY(created);
    created->vault.reset();
    const QByteArray path = (*other)->info().path.toUtf8();
    change("ATTACH '" + path
           + "' AS o; DELETE FROM vault_header; DELETE FROM vault_slot;"
             "INSERT INTO vault_slot SELECT * FROM o.vault_slot;"
             "INSERT INTO vault_header SELECT * FROM o.vault_header");
    m_vault->lock();
    QCOMPARE(m_vault->unlock(secret(kPassphrase)).error().code, ErrorCode::SealBroken);
}

void VaultTest::refusesParametersThatWouldTakeAllMemory_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::newRow("n") << QByteArray("n = 1 << 40");
    QTest::newRow("n just over") << QByteArray("n = 1 << 21");
    QTest::newRow("n no power") << QByteArray("n = 5000");
    QTest::newRow("n zero") << QByteArray("n = 0");
    QTest::newRow("n negative") << QByteArray("n = -4096");
    QTest::newRow("r") << QByteArray("r = 1 << 40");
    QTest::newRow("r zero") << QByteArray("r = 0");
    QTest::newRow("n and r") << QByteArray("n = 1 << 20, r = 9");
    QTest::newRow("p") << QByteArray("p = 17");
    QTest::newRow("p negative") << QByteArray("p = -1");
}

void VaultTest::refusesParametersThatWouldTakeAllMemory()
{
    QFETCH(QByteArray, set);
    m_vault->lock();
    change("UPDATE vault_slot SET " + set + " WHERE kind = 'passphrase'");
    // SealBroken, not WrongPassphrase: the derivation was not even tried.
    QCOMPARE(m_vault->unlock(secret(kPassphrase)).error().code, ErrorCode::SealBroken);
}

void VaultTest::usesTheFullCostUnlessATestAsksForLess()
{
    const QString n = QStringLiteral("SELECT n FROM vault_slot WHERE kind = 'passphrase'");
    QCOMPARE(column(n).toLongLong(), 1 << 12);
    qunsetenv("CAS_TEST_FAST_SCRYPT");
    const bool changed(
        m_vault->changePassphrase(secret(kPassphrase), secret("eleven lamps, 7 doors")));
    qputenv("CAS_TEST_FAST_SCRYPT", "1");
    QVERIFY(changed);
    QCOMPARE(column(n).toLongLong(), 1 << 17);
    QCOMPARE(
        column(QStringLiteral("SELECT r || ',' || p FROM vault_slot WHERE kind = 'passphrase'"))
            .toString(),
        QStringLiteral("8,1"));
}

void VaultTest::obeysTheCostInTheHeader()
{
    m_vault->lock();
    qunsetenv("CAS_TEST_FAST_SCRYPT"); // a store that a test made opens without the variable
    const auto outcome = m_vault->unlock(secret(kPassphrase));
    qputenv("CAS_TEST_FAST_SCRYPT", "1");
    QVERIFY(outcome);
}

void VaultTest::seesAChangeMadeByAnotherProcess()
{
    auto other = store::Store::open({m_store->info().path}, store::OpenMode::ReadWrite, m_clock);
    auto vault = Vault::open(**other);
    const SecretBytes next = secret("eleven lamps, 7 doors");
    QVERIFY((*vault)->changePassphrase(secret(kPassphrase), next));
    m_vault->lock();
    QCOMPARE(m_vault->unlock(secret(kPassphrase)).error().code, ErrorCode::WrongPassphrase);
    QVERIFY(m_vault->unlock(next));
}

void VaultTest::refusesAnEnablingThatWasOvertaken()
{
    // An unlocked vault whose header was replaced outside must not seal the stranger's slots.
    change("UPDATE vault_slot SET created_at = 1 WHERE kind = 'recovery'");
    QCOMPARE(m_vault->enableKeychainSlot().error().code, ErrorCode::SealBroken);
}

void VaultTest::isUsedFromManyThreadsWhileItLocks()
{
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            while (!stop) {
                const auto blob = m_vault->wrap(kRow, secret("plain"));
                if (!blob && blob.error().code != ErrorCode::Locked)
                    ++wrong;
                if (!blob)
                    continue;
                const auto plain = m_vault->unwrap(kRow, *blob);
                if (plain ? !plain->equals(secret("plain"))
                          : plain.error().code != ErrorCode::Locked)
                    ++wrong;
            }
        });
    for (int i = 0; i < 20; ++i) {
        m_vault->lock();
        if (!m_vault->unlock(secret(kPassphrase)))
            ++wrong;
    }
    stop = true;
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
