// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/primitives.h"

#include <QTest>

using namespace cas;
using namespace cas::crypto;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace

class PrimitivesTest : public QObject
{
    Q_OBJECT
private slots:
    void hashesLikeFips180_data();
    void hashesLikeFips180();
    void authenticatesLikeRfc4231_data();
    void authenticatesLikeRfc4231();
    void expandsLikeRfc5869_data();
    void expandsLikeRfc5869();
    void refusesImpossibleHkdfLengths();
    void stretchesLikeRfc7914_data();
    void stretchesLikeRfc7914();
    void refusesBadScryptParameters_data();
    void refusesBadScryptParameters();
    void encryptsLikeTheGcmSpecification_data();
    void encryptsLikeTheGcmSpecification();
    void refusesWhatDoesNotBelongTogether();
    void refusesWrongSizes();
};

void PrimitivesTest::hashesLikeFips180_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("sha256Hex");
    QTest::addColumn<QByteArray>("sha1Hex");
    QTest::newRow("abc, FIPS 180-2 B.1 and A.1")
        << QByteArray("abc")
        << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
    QTest::newRow("two blocks, FIPS 180-2 B.2 and A.2")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        << QByteArray("84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    QTest::newRow("empty, sha256sum and sha1sum")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        << QByteArray("da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

void PrimitivesTest::hashesLikeFips180()
{
    QFETCH(QByteArray, message);
    QTEST(sha256(message).toHex(), "sha256Hex");
    QTEST(sha1(message).toHex(), "sha1Hex");
}

void PrimitivesTest::authenticatesLikeRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("macHex");
    QTest::newRow("RFC 4231 case 1")
        << QByteArray(20, '\x0b') << QByteArray("Hi There")
        << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("RFC 4231 case 2")
        << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
        << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("RFC 4231 case 6, key longer than a block")
        << QByteArray(131, '\xaa')
        << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    QTest::newRow("empty key and data, Python hmac")
        << QByteArray() << QByteArray()
        << QByteArray("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

void PrimitivesTest::authenticatesLikeRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, data);
    QTEST(hmacSha256(SecretBytes::copyOf(key), data).toHex(), "macHex");
}

void PrimitivesTest::expandsLikeRfc5869_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("outHex");
    QTest::newRow("RFC 5869 A.1") << QByteArray(22, '\x0b') << hex("000102030405060708090a0b0c")
                                  << hex("f0f1f2f3f4f5f6f7f8f9")
                                  << QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5d"
                                                "b02d56ecc4c5bf34007208d5b887185865");
    QTest::newRow("RFC 5869 A.3, no salt and no info")
        << QByteArray(22, '\x0b') << QByteArray() << QByteArray()
        << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4"
                      "b61a96c8");
}

void PrimitivesTest::expandsLikeRfc5869()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, outHex);
    const auto out =
        hkdfSha256(SecretBytes::copyOf(secret), salt, info, static_cast<size_t>(outHex.size() / 2));
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QCOMPARE(out->view().toByteArray().toHex(), outHex);
}

void PrimitivesTest::refusesImpossibleHkdfLengths()
{
    const SecretBytes secret(32);
    QVERIFY(hkdfSha256(secret, {}, {}, 255 * 32));
    const auto tooLong = hkdfSha256(secret, {}, {}, 255 * 32 + 1);
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!hkdfSha256(secret, {}, {}, 0));
}

void PrimitivesTest::stretchesLikeRfc7914_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint64>("r");
    QTest::addColumn<quint64>("p");
    QTest::addColumn<QByteArray>("outHex");
    QTest::newRow("RFC 7914 section 12, first")
        << QByteArray() << QByteArray() << quint64(16) << quint64(1) << quint64(1)
        << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded09"
                      "48f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    QTest::newRow("RFC 7914 section 12, second")
        << QByteArray("password") << QByteArray("NaCl") << quint64(1024) << quint64(8)
        << quint64(16)
        << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22"
                      "a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    QTest::newRow("RFC 7914 section 12, third")
        << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << quint64(16384)
        << quint64(8) << quint64(1)
        << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f"
                      "0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
    // Python: hashlib.scrypt(b'p', salt=b's', n=65536, r=8, p=1, maxmem=2**27, dklen=16)
    QTest::newRow("64 MiB, over OpenSSL's default limit, Python hashlib")
        << QByteArray("p") << QByteArray("s") << quint64(65536) << quint64(8) << quint64(1)
        << QByteArray("3da84e55ab2fc16fafe4787243eebb01");
}

void PrimitivesTest::stretchesLikeRfc7914()
{
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, salt);
    QFETCH(quint64, n);
    QFETCH(quint64, r);
    QFETCH(quint64, p);
    QFETCH(QByteArray, outHex);
    const auto out = scrypt(SecretBytes::copyOf(passphrase), salt, n, r, p,
                            static_cast<size_t>(outHex.size() / 2));
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QCOMPARE(out->view().toByteArray().toHex(), outHex);
}

void PrimitivesTest::refusesBadScryptParameters_data()
{
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint64>("r");
    QTest::addColumn<quint64>("p");
    QTest::newRow("n is not a power of two") << quint64(1000) << quint64(8) << quint64(1);
    QTest::newRow("n is one") << quint64(1) << quint64(8) << quint64(1);
    QTest::newRow("r is zero") << quint64(1024) << quint64(0) << quint64(1);
    QTest::newRow("p is zero") << quint64(1024) << quint64(8) << quint64(0);
    QTest::newRow("more memory than 4 GiB") << (quint64(1) << 26) << quint64(8) << quint64(1);
    QTest::newRow("a product past 64 bits") << (quint64(1) << 63) << quint64(8) << quint64(1);
}

void PrimitivesTest::refusesBadScryptParameters()
{
    QFETCH(quint64, n);
    QFETCH(quint64, r);
    QFETCH(quint64, p);
    const auto out = scrypt(SecretBytes(4), QByteArrayView("salt"), n, r, p, 32);
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::InvalidArgument);
}

void PrimitivesTest::encryptsLikeTheGcmSpecification_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("associated");
    QTest::addColumn<QByteArray>("cipherAndTagHex");
    QTest::newRow("McGrew, Viega: test case 13")
        << QByteArray(32, '\0') << QByteArray(12, '\0') << QByteArray() << QByteArray()
        << QByteArray("530f8afbc74536b9a963b4f1c4cb738b");
    QTest::newRow("McGrew, Viega: test case 14")
        << QByteArray(32, '\0') << QByteArray(12, '\0') << QByteArray(16, '\0') << QByteArray()
        << QByteArray("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    QTest::newRow("McGrew, Viega: test case 16")
        << hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        << hex("cafebabefacedbaddecaf888")
        << hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fc"
               "f"
               "0e2449a6b525b16aedf5aa0de657ba637b39")
        << hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590d"
                      "bb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                      "76fc6ece0f4e1768cddf8853bb2d551b");
}

void PrimitivesTest::encryptsLikeTheGcmSpecification()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, associated);
    QFETCH(QByteArray, cipherAndTagHex);
    const SecretBytes secret = SecretBytes::copyOf(key);
    const auto sealed = aesGcmEncrypt(secret, nonce, plain, associated);
    QVERIFY(sealed);
    QCOMPARE(sealed->toHex(), cipherAndTagHex);
    const auto opened = aesGcmDecrypt(secret, nonce, *sealed, associated);
    QVERIFY(opened);
    QCOMPARE(opened->view().toByteArray(), plain);
}

void PrimitivesTest::refusesWhatDoesNotBelongTogether()
{
    const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'k'));
    const QByteArray nonce(12, 'n');
    const auto sealed = aesGcmEncrypt(key, nonce, QByteArrayView("secret"), QByteArrayView("row"));
    QVERIFY(sealed);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        QByteArray damaged = *sealed;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        const auto opened = aesGcmDecrypt(key, nonce, damaged, QByteArrayView("row"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::SealBroken);
    }
    const SecretBytes otherKey = SecretBytes::copyOf(QByteArray(32, 'K'));
    QVERIFY(!aesGcmDecrypt(otherKey, nonce, *sealed, QByteArrayView("row")));
    QVERIFY(!aesGcmDecrypt(key, QByteArray(12, 'N'), *sealed, QByteArrayView("row")));
    QVERIFY(!aesGcmDecrypt(key, nonce, *sealed, QByteArrayView("other row")));
    QVERIFY(aesGcmDecrypt(key, nonce, *sealed, QByteArrayView("row")));
}

void PrimitivesTest::refusesWrongSizes()
{
    const SecretBytes key(32);
    const QByteArray nonce(12, 'n');
    QVERIFY(!aesGcmEncrypt(SecretBytes(16), nonce, QByteArrayView("x"), {}));
    QVERIFY(!aesGcmEncrypt(key, QByteArray(11, 'n'), QByteArrayView("x"), {}));
    const auto tooShort = aesGcmDecrypt(key, nonce, QByteArray(15, 't'), {});
    QVERIFY(!tooShort);
    QCOMPARE(tooShort.error().code, ErrorCode::SealBroken);
}

QTEST_GUILESS_MAIN(PrimitivesTest)
#include "tst_primitives.moc"
