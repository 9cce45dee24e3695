// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real keyring: the test starts itself again on a message bus and with a gnome-keyring of
// its own, so that nobody's keyring is touched.
#include "core/base/clock.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace cas;
using namespace cas::vault;

namespace {

const char kUuid[] = "11111111-2222-4333-8444-555555555555";

/// Waits for one answer.
template <class T>
class Answer
{
public:
    std::function<void(Result<T>)> take()
    {
        return [this](Result<T> result) { m_result.emplace(std::move(result)); };
    }
    const Result<T> &wait()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_result.has_value(), 20000); }();
        if (!m_result)
            m_result.emplace(fail(ErrorCode::Internal, {}, {}, QStringLiteral("no answer")));
        return *m_result;
    }

private:
    std::optional<Result<T>> m_result;
};

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

class KeychainTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void isUsable();
    void keepsASecret();
    void standsInTheKeyringUnderOurName();
    void replacesASecret();
    void saysThatASecretIsMissing();
    void removesASecretOnceOrTwice();
    void opensAVault();
    void callsNobodyBackAfterItsEnd();

private:
    Keychain m_keychain;
};

void KeychainTest::initTestCase()
{
    qputenv("CAS_TEST_FAST_SCRYPT", "1");
}

void KeychainTest::isUsable()
{
    Answer<Unit> answer;
    m_keychain.probe(answer.take());
    const auto &usable = answer.wait();
    QVERIFY2(usable, qPrintable(usable ? QString() : usable.error().detail));
    // Nothing of the probe stays.
    QVERIFY(!outputOf(QStringLiteral("secret-tool"),
                      {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"),
                       QStringLiteral("cas-console")})
                 .contains("probe"));
}

void KeychainTest::keepsASecret()
{
    const QByteArray bytes("\0\1\xff secret", 10);
    Answer<Unit> written;
    m_keychain.write(QString::fromLatin1(kUuid), SecretBytes::copyOf(bytes), written.take());
    QVERIFY(written.wait());
    Keychain other;
    Answer<SecretBytes> read;
    other.read(QString::fromLatin1(kUuid), read.take());
    QVERIFY(read.wait());
    QVERIFY(read.wait()->equals(SecretBytes::copyOf(bytes)));
}

void KeychainTest::standsInTheKeyringUnderOurName()
{
    const QByteArray base64 =
        outputOf(QStringLiteral("secret-tool"),
                 {QStringLiteral("lookup"), QStringLiteral("user"), QString::fromLatin1(kUuid),
                  QStringLiteral("server"), QStringLiteral("cas-console")});
    QCOMPARE(QByteArray::fromBase64(base64), QByteArray("\0\1\xff secret", 10));
}

void KeychainTest::replacesASecret()
{
    Answer<Unit> written;
    m_keychain.write(QString::fromLatin1(kUuid), SecretBytes::copyOf("second"), written.take());
    QVERIFY(written.wait());
    Answer<SecretBytes> read;
    m_keychain.read(QString::fromLatin1(kUuid), read.take());
    QVERIFY(read.wait()->equals(SecretBytes::copyOf("second")));
}

void KeychainTest::saysThatASecretIsMissing()
{
    Answer<SecretBytes> read;
    m_keychain.read(QStringLiteral("nobody"), read.take());
    QVERIFY(!read.wait());
    QCOMPARE(read.wait().error().code, ErrorCode::NotFound);
    QCOMPARE(read.wait().error().native.domain, NativeDomain::Keychain);
}

void KeychainTest::removesASecretOnceOrTwice()
{
    for (int i = 0; i < 2; ++i) {
        Answer<Unit> removed;
        m_keychain.remove(QString::fromLatin1(kUuid), removed.take());
        QVERIFY(removed.wait());
    }
    Answer<SecretBytes> read;
    m_keychain.read(QString::fromLatin1(kUuid), read.take());
    QCOMPARE(read.wait().error().code, ErrorCode::NotFound);
}

void KeychainTest::opensAVault()
{
    const QTemporaryDir dir;
    const SystemClock clock;
    auto store = store::Store::create({dir.filePath(QStringLiteral("k.store"))}, clock);
    const QString uuid = (*store)->info().storeUuid;
    auto created = Vault::create(**store, {SecretBytes::copyOf("amber kettle 41 drifts"), {}});
    QVERIFY(created);
    Answer<Unit> written;
    m_keychain.write(uuid, std::move(*created->vault->enableKeychainSlot()), written.take());
    QVERIFY(written.wait());
    created->vault->lock();
    Answer<SecretBytes> read;
    m_keychain.read(uuid, read.take());
    QVERIFY(read.wait());
    QVERIFY(created->vault->unlockWithKeychainSecret(*read.wait()));
}

void KeychainTest::callsNobodyBackAfterItsEnd()
{
    bool called = false;
    auto keychain = std::make_unique<Keychain>();
    keychain->read(QString::fromLatin1(kUuid), [&called](Result<SecretBytes>) { called = true; });
    keychain.reset();
    Answer<SecretBytes> later; // asked after it, answered after it
    m_keychain.read(QString::fromLatin1(kUuid), later.take());
    (void)later.wait();
    QVERIFY(!called);
}

namespace {

/// Without a bus there is no keychain, and that is said at once.
class NoKeychainTest : public QObject
{
    Q_OBJECT
private slots:
    void saysThatThereIsNone()
    {
        Keychain keychain;
        Answer<Unit> answer;
        keychain.probe(answer.take());
        QVERIFY(!answer.wait());
        QCOMPARE(answer.wait().error().code, ErrorCode::KeychainUnavailable);
        Answer<SecretBytes> read;
        keychain.read(QString::fromLatin1(kUuid), read.take());
        QVERIFY(!read.wait());
    }
};

/// Runs this program again with a session of its own.
int runInOwnSession(const QStringList &arguments)
{
    QTemporaryDir dir;
    const QString home = dir.filePath(QStringLiteral("home"));
    const QString runtime = dir.filePath(QStringLiteral("run"));
    QDir().mkpath(home);
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.remove(QStringLiteral("XDG_DATA_HOME"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("CAS_TEST_OWN_SESSION"), QStringLiteral("1"));
    // No line end after the keyring's password: it would be part of it.
    const QString script = QStringLiteral(
        "printf %s test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
        " && exec \"$0\" \"$@\"");
    QProcess session;
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::ForwardedChannels);
    session.start(QStringLiteral("dbus-run-session"),
                  QStringList{QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                              script, QCoreApplication::applicationFilePath()}
                      + arguments);
    if (!session.waitForFinished(100000))
        return 1;
    return session.exitStatus() == QProcess::NormalExit ? session.exitCode() : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const bool ownSession = qEnvironmentVariableIsSet("CAS_TEST_OWN_SESSION");
    if (!ownSession) {
        // An address nobody listens at, so that no desktop's keyring is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }
    QCoreApplication app(argc, argv);
    if (ownSession) {
        KeychainTest test;
        return QTest::qExec(&test, argc, argv);
    }
    NoKeychainTest without;
    const int failed = QTest::qExec(&without, QStringList{app.arguments().first()});
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const int inSession = runInOwnSession(app.arguments().mid(1));
    return failed + inSession;
}
#include "tst_keychain.moc"
