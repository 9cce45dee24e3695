// SPDX-License-Identifier: GPL-3.0-or-later
// After lock() no key and no passphrase stands anywhere in the memory of this process. The needles
// are kept masked, so that the search does not find itself.
#include "core/base/clock.h"
#include "core/crypto/primitives.h"
#include "core/vault/slot_key.h"
#include "core/vault/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace cas;
using namespace cas::vault;

namespace {

constexpr unsigned char kMask = 0xa5;
constexpr size_t kWindow = 1 << 20;

using Masked = std::vector<unsigned char>;

Masked masked(QByteArrayView bytes)
{
    Masked out(static_cast<size_t>(bytes.size()));
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<unsigned char>(bytes[static_cast<qsizetype>(i)]) ^ kMask;
    return out;
}

SecretBytes unmasked(const Masked &bytes)
{
    SecretBytes out(bytes.size());
    for (size_t i = 0; i < bytes.size(); ++i)
        out.data()[i] = bytes[i] ^ kMask;
    return out;
}

/// "memory-scan lamp 7391 kettle", masked by hand so that it is no literal.
Masked passphraseNeedle()
{
    static const unsigned char bytes[] = {
        0xc8, 0xc0, 0xc8, 0xca, 0xd7, 0xdc, 0x88, 0xd6, 0xc6, 0xc4, 0xcb, 0x85, 0xc9, 0xc4,
        0xc8, 0xd5, 0x85, 0x92, 0x96, 0x9c, 0x94, 0x85, 0xce, 0xc0, 0xd1, 0xd1, 0xc9, 0xc0,
    };
    return {std::begin(bytes), std::end(bytes)};
}

int countIn(const unsigned char *data, size_t size, const Masked &needle)
{
    int found = 0;
    const unsigned char *const end = data + size;
    const auto plain = [&needle](size_t i) {
        return static_cast<unsigned char>(needle[i] ^ kMask);
    };
    while (static_cast<size_t>(end - data) >= needle.size()) {
        const auto *at = static_cast<const unsigned char *>(
            std::memchr(data, plain(0), static_cast<size_t>(end - data) - needle.size() + 1));
        if (!at)
            break;
        size_t i = 1;
        while (i < needle.size() && at[i] == plain(i))
            ++i;
        found += i == needle.size();
        data = at + 1;
    }
    return found;
}

/// How often the needle stands in the writable memory of this process.
class MemorySearch
{
public:
    MemorySearch()
        : m_memory(::open("/proc/self/mem", O_RDONLY))
        , m_window(static_cast<unsigned char *>(
              mmap(nullptr, kWindow, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
    { }
    ~MemorySearch()
    {
        ::close(m_memory);
        munmap(m_window, kWindow);
    }
    MemorySearch(const MemorySearch &) = delete;
    MemorySearch &operator=(const MemorySearch &) = delete;

    int count(const Masked &needle)
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 5 || !fields.at(1).startsWith("rw"))
                continue;
            const QList<QByteArray> range = fields.at(0).split('-');
            found += countRange(range.at(0).toULongLong(nullptr, 16),
                                range.at(1).toULongLong(nullptr, 16), needle);
        }
        return found;
    }

private:
    int countRange(quint64 from, quint64 to, const Masked &needle)
    {
        const auto own = reinterpret_cast<quint64>(m_window);
        int found = 0;
        for (quint64 at = from; at < to;) {
            if (at < own + kWindow && own < at + kWindow) { // the window is not searched in itself
                at = std::max(at + 1, std::min(to, own + kWindow));
                continue;
            }
            const size_t wanted = std::min<quint64>(kWindow, to - at);
            const ssize_t got = pread(m_memory, m_window, wanted, static_cast<off_t>(at));
            if (got <= 0)
                break;
            found += countIn(m_window, static_cast<size_t>(got), needle);
            secureWipe(m_window, static_cast<size_t>(got));
            // The windows overlap, so that a needle across the border is seen once.
            const auto step = static_cast<quint64>(got);
            at += at + step >= to ? step : step - needle.size() + 1;
        }
        return found;
    }

    const int m_memory;
    unsigned char *const m_window;
};

} // namespace

class VaultMemoryTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void findsWhatIsThere();
    void holdsNoKeyAfterTheLock();
    void holdsThePassphraseNoLongerThanTheCaller();
    void holdsNoKeyAfterTheLastLease();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Vault> m_vault;
    std::vector<Masked> m_keys; // data key, seal key, field key
};

void VaultMemoryTest::initTestCase()
{
    qputenv("CAS_TEST_FAST_SCRYPT", "1");
    m_dir = std::make_unique<QTemporaryDir>();
    m_store =
        std::move(*store::Store::create({m_dir->filePath(QStringLiteral("m.store"))}, m_clock));
    {
        auto created = Vault::create(*m_store, {unmasked(passphraseNeedle()), {}});
        QVERIFY(created);
        m_vault = std::move(created->vault);
    }
    const auto dataKey =
        openSlot(*readHeader(*m_store), SlotKind::Passphrase, unmasked(passphraseNeedle()));
    QVERIFY(dataKey);
    m_keys.push_back(masked(dataKey->view()));
    for (const char *info : {"cas row seal key 1", "cas field key 1"})
        m_keys.push_back(masked(crypto::hkdfSha256(*dataKey, {}, info, 32)->view()));
}

void VaultMemoryTest::findsWhatIsThere()
{
    MemorySearch search;
    QCOMPARE(passphraseNeedle(), masked(unmasked(passphraseNeedle()).view()));
    QCOMPARE(search.count(passphraseNeedle()), 0);
    const SecretBytes held = unmasked(passphraseNeedle());
    QVERIFY(held.view().startsWith("memory-scan"));
    QCOMPARE(search.count(passphraseNeedle()), 1);
}

void VaultMemoryTest::holdsNoKeyAfterTheLock()
{
    MemorySearch search;
    QVERIFY(m_vault->unlock(unmasked(passphraseNeedle())));
    const RowContext row{"key_pair", 1, 1, "private_key"};
    const auto blob = m_vault->wrap(row, SecretBytes(100));
    QVERIFY(m_vault->unwrap(row, *blob));
    QVERIFY(m_vault->verify(row, {1}, *m_vault->seal(row, {1})));
    for (const Masked &key : m_keys)
        QVERIFY(search.count(key) >= 1); // unlocked: they must be somewhere
    m_vault->lock();
    for (const Masked &key : m_keys)
        QCOMPARE(search.count(key), 0);
}

void VaultMemoryTest::holdsThePassphraseNoLongerThanTheCaller()
{
    MemorySearch search;
    {
        const SecretBytes passphrase = unmasked(passphraseNeedle());
        QVERIFY(m_vault->unlock(passphrase));
        QVERIFY(m_vault->changePassphrase(passphrase, passphrase));
        QVERIFY(passphraseStrength(passphrase).score > 0);
        QCOMPARE(search.count(passphraseNeedle()), 1);
    }
    QCOMPARE(search.count(passphraseNeedle()), 0);
    m_vault->lock();
    QCOMPARE(search.count(passphraseNeedle()), 0);
}

void VaultMemoryTest::holdsNoKeyAfterTheLastLease()
{
    MemorySearch search;
    QVERIFY(m_vault->unlock(unmasked(passphraseNeedle())));
    auto lease = *m_vault->lease();
    auto second = lease;
    m_vault->lock();
    QCOMPARE(search.count(m_keys.at(0)),
             0); // a lease seals and wraps, it does not have the data key
    QCOMPARE(search.count(m_keys.at(1)), 1);
    lease.reset();
    QCOMPARE(search.count(m_keys.at(1)), 1);
    second.reset();
    for (const Masked &key : m_keys)
        QCOMPARE(search.count(key), 0);
}

QTEST_GUILESS_MAIN(VaultMemoryTest)
#include "tst_vault_memory.moc"
