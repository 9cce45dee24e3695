// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_bytes.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace cas;

class TestSecretBytes : public QObject
{
    Q_OBJECT
private slots:
    void aNewOneIsZeroedAtEverySize()
    {
        for (size_t round = 0; round < 2; ++round) { // the second takes what the first gave back
            for (size_t size = 1; size < 1300; ++size) {
                SecretBytes secret(size);
                QCOMPARE(secret.size(), size);
                QVERIFY(std::all_of(secret.data(), secret.data() + size,
                                    [](unsigned char octet) { return octet == 0; }));
                std::fill_n(secret.data(), size, static_cast<unsigned char>(0xa5));
            }
        }
    }

    void manyAtOnceDoNotOverlap()
    {
        std::vector<SecretBytes> held;
        for (size_t i = 0; i < 3000; ++i) {
            held.emplace_back(1 + i % 600);
            std::fill_n(held.back().data(), held.back().size(), static_cast<unsigned char>(i));
        }
        for (size_t i = 0; i < held.size(); ++i)
            QVERIFY(std::all_of(held[i].data(), held[i].data() + held[i].size(),
                                [i](unsigned char octet) { return octet == (i & 0xff); }));
    }

    void whatOneThreadTakesAnotherMayGiveBack()
    {
        std::vector<SecretBytes> made(2000);
        std::vector<std::thread> threads;
        for (size_t part = 0; part < 2; ++part)
            threads.emplace_back([&made, part] {
                for (size_t i = part; i < made.size(); i += 2)
                    made[i] = SecretBytes::copyOf(QByteArray(static_cast<int>(i % 500), 's'));
            });
        for (std::thread &thread : threads)
            thread.join();
        std::thread([taken = std::move(made)]() mutable {
            for (size_t i = 0; i < taken.size(); ++i)
                QCOMPARE(taken[i].view(),
                         QByteArrayView(QByteArray(static_cast<int>(i % 500), 's')));
            taken.clear();
        }).join();
    }

    void whatTruncateCutsOffIsWiped()
    {
        SecretBytes secret = SecretBytes::copyOf("abcdef");
        secret.truncate(2);
        QCOMPARE(secret.view(), QByteArrayView("ab"));
        QCOMPARE(int(secret.data()[2]), 0); // still within what was taken
    }
};

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secret_bytes.moc"
