// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenSSL gives back is overwritten. The freed memory is looked at through the process's own
// memory file, as a core dump would show it.
#include "core/crypto/wiping_memory.h"

#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <unistd.h>

namespace {

constexpr char kSecret = '\x5c';
constexpr size_t kSize = 700; // small enough that the C library keeps the block for later

/// Bytes of the secret at a place that may have been freed. Takes no memory itself: it would get
/// the very block.
qsizetype secretsAt(quintptr place, size_t size)
{
    static const int memory = ::open("/proc/self/mem", O_RDONLY);
    static char seen[kSize];
    if (::pread(memory, seen, size, static_cast<off_t>(place)) != static_cast<ssize_t>(size))
        return -1;
    return std::count(seen, seen + size, kSecret);
}

} // namespace

class WipingMemoryTest : public QObject
{
    Q_OBJECT
private slots:
    void seesWhatTheCLibraryLeaves();
    void overwritesWhatIsFreed();
    void overwritesWhatMovesWhenItGrows();
    void keepsTheContentWhenItShrinksAndGrows();
};

void WipingMemoryTest::seesWhatTheCLibraryLeaves()
{
    auto *data = static_cast<char *>(std::malloc(kSize));
    const auto place = reinterpret_cast<quintptr>(data);
    // volatile: the compiler may not leave out what is written before the block is freed.
    for (size_t i = 0; i < kSize; ++i)
        static_cast<volatile char *>(data)[i] = kSecret;
    std::free(data);
    QVERIFY(secretsAt(place, kSize) > 100);
}

void WipingMemoryTest::overwritesWhatIsFreed()
{
    void *data = OPENSSL_malloc(kSize);
    const auto place = reinterpret_cast<quintptr>(data);
    memset(data, kSecret, kSize);
    QCOMPARE(secretsAt(place, kSize), qsizetype(kSize));
    OPENSSL_free(data);
    QCOMPARE(secretsAt(place, kSize), 0);
}

void WipingMemoryTest::overwritesWhatMovesWhenItGrows()
{
    void *data = OPENSSL_malloc(kSize);
    const auto place = reinterpret_cast<quintptr>(data);
    memset(data, kSecret, kSize);
    void *moved = OPENSSL_realloc(data, 64 * kSize);
    QVERIFY(reinterpret_cast<quintptr>(moved) != place);
    QCOMPARE(secretsAt(place, kSize), 0);
    QCOMPARE(secretsAt(reinterpret_cast<quintptr>(moved), kSize), qsizetype(kSize));
    OPENSSL_free(moved);
}

void WipingMemoryTest::keepsTheContentWhenItShrinksAndGrows()
{
    auto *data = static_cast<char *>(OPENSSL_malloc(4));
    memcpy(data, "abcd", 4);
    data = static_cast<char *>(OPENSSL_realloc(data, 2));
    data = static_cast<char *>(OPENSSL_realloc(data, 1000));
    QCOMPARE(QByteArray(data, 2), QByteArray("ab"));
    OPENSSL_free(data);
    QVERIFY(!OPENSSL_malloc(0));
    OPENSSL_free(nullptr);
}

int main(int argc, char **argv)
{
    if (!cas::crypto::wipeFreedMemory())
        return 1;
    QCoreApplication app(argc, argv);
    WipingMemoryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_wiping_memory.moc"
