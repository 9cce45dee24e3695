// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/output_file.h"
#include "core/certificates/packer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace cas;
using certificates::PackedFile;

class FileNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void makesUntrustedTextSafe_data();
    void makesUntrustedTextSafe();
    void writesSecretsForTheOwnerOnly();
    void replacesNothingUnasked();
    void replacesNoReservedFileUnderAnyName();
    void keepsTheOldFileWhenTheDiskTakesNoMore_data();
    void keepsTheOldFileWhenTheDiskTakesNoMore();
};

void FileNamesTest::makesUntrustedTextSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("host") << "www.example.com"
                          << "www.example.com";
    QTest::newRow("wildcard") << "*.example.com"
                              << "_wildcard.example.com";
    QTest::newRow("path") << "../../etc/passwd"
                          << "_.__.._etc_passwd";
    QTest::newRow("hidden file") << ".ssh"
                                 << "_ssh";
    QTest::newRow("option") << "-rf"
                            << "_rf";
    QTest::newRow("line end") << "a\nb"
                              << "a_b";
    QTest::newRow("markup") << "<b>x</b>"
                            << "_b_x__b_";
    QTest::newRow("bidi override") << QStringLiteral("a\u202Eb") << "a_b";
    QTest::newRow("Chinese") << QStringLiteral("李伟") << QStringLiteral("李伟");
    QTest::newRow("Windows device") << "con"
                                    << "certificate_con";
    QTest::newRow("Windows port") << "LPT1.txt"
                                  << "certificate_LPT1.txt";
    QTest::newRow("dot at the end") << "name."
                                    << "name";
    QTest::newRow("nothing") << ""
                             << "certificate_";
    QTest::newRow("long") << QString(500, u'a') << QString(80, u'a');
}

void FileNamesTest::makesUntrustedTextSafe()
{
    QFETCH(QString, text);
    const QString name = certificates::safeFileName(text);
    QVERIFY(!name.contains(u'/') && !name.contains(u'\\'));
    if (qstrcmp(QTest::currentDataTag(), "path") == 0) {
        QVERIFY(!name.startsWith(u'.'));
        QCOMPARE(QDir(QStringLiteral("/tmp/x")).filePath(name).count(u'/'), 3);
        return;
    }
    QTEST(name, "name");
}

void FileNamesTest::writesSecretsForTheOwnerOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.key"));
    const auto written = certificates::writeFile(
        {{}, SecretBytes::copyOf(QByteArrayView("secret")), true}, path, false);
    QVERIFY(written);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
}

void FileNamesTest::replacesNothingUnasked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pem"));
    const auto content = [](const char *text) {
        return PackedFile{{}, SecretBytes::copyOf(QByteArrayView(text)), false};
    };
    QVERIFY(certificates::writeFile(content("first"), path, false));
    const auto again = certificates::writeFile(content("second"), path, false);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::FileExists);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("first"));
}

void FileNamesTest::replacesNoReservedFileUnderAnyName()
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("a.cas"));
    certificates::reserveStore(store); // there is no file of that name yet
    const QString link = folder.filePath(QStringLiteral("link.pem"));
    QVERIFY(QFile::link(store, link));
    const PackedFile content{{}, SecretBytes::copyOf(QByteArrayView("x")), false};
    for (const QString &path :
         {store, store + QStringLiteral("-wal"), store + QStringLiteral("-shm"), link,
          folder.filePath(QStringLiteral("./a.cas"))}) {
        const auto written = certificates::writeFile(content, path, true);
        QVERIFY2(!written, qPrintable(path));
        QCOMPARE(written.error().code, ErrorCode::InputInvalid);
        QCOMPARE(written.error().field, QStringLiteral("out"));
    }
    QVERIFY(!QFile::exists(store));
    QVERIFY(certificates::writeFile(content, folder.filePath(QStringLiteral("b.cas")), false));
}

void FileNamesTest::keepsTheOldFileWhenTheDiskTakesNoMore_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("less than a buffer") << 700;
    QTest::newRow("more than a buffer") << 300'000;
}

void FileNamesTest::keepsTheOldFileWhenTheDiskTakesNoMore()
{
#ifdef Q_OS_UNIX
    // Files of this process may not grow beyond 100 bytes: write(2) gives EFBIG, setrlimit(2).
    QFETCH(int, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.key"));
    QVERIFY(certificates::writeFile({{}, SecretBytes::copyOf(QByteArrayView("old")), true}, path,
                                    false));
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    rlimit small = old;
    small.rlim_cur = 100;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const QByteArray content(bytes, 'x');
    const auto written =
        certificates::writeFile({{}, SecretBytes::copyOf(content), true}, path, true);
    const auto fresh = certificates::writeFile({{}, SecretBytes::copyOf(content), true},
                                               folder.filePath(QStringLiteral("new")), false);
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);

    QVERIFY(!written && !fresh);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("a.key")});
#else
    QSKIP("needs setrlimit");
#endif
}

QTEST_GUILESS_MAIN(FileNamesTest)
#include "tst_file_names.moc"
