// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sqlite3.h>

namespace cas::test {

/// Read by every thread, moved by the test.
class MovableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_now.load(), Qt::UTC);
    }
    void advanceDays(qint64 days) { m_now += days * 86'400'000; }

private:
    std::atomic<qint64> m_now =
        QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();
};

inline SecretBytes passphrase()
{
    return SecretBytes::copyOf("right horse, wrong stable");
}

/// A fresh store in a folder of its own and what it takes to open it a second time.
struct ConsoleFixture
{
    MovableClock clock;
    Executors executors;
    QTemporaryDir folder;
    std::unique_ptr<Console> console;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("here.castore")); }

    Result<> create(accounts::Metering metering = accounts::Metering::Unmetered)
    {
        CAS_TRY(auto created,
                Console::create({path(), passphrase(), {}, metering, {}}, executors, clock,
                                {QStringLiteral("lin"), QStringLiteral("desk")}));
        console = std::move(created.console);
        return {};
    }
    /// Another process in all but name: its own connections, writer and keys.
    Result<std::unique_ptr<Console>> another(const QString &operatorName = QStringLiteral("wang"))
    {
        CAS_TRY(auto other, Console::open(path(), store::OpenMode::ReadWrite, executors, clock,
                                          {operatorName, QStringLiteral("laptop")}));
        CAS_TRY_VOID(other->vault().unlock(passphrase()));
        return other;
    }
    /// Changes the file as an outsider does: plain SQL, no seal. @return rows changed, -1: error
    int tamper(const char *sql) const
    {
        sqlite3 *db = nullptr;
        int changed = -1;
        if (sqlite3_open(path().toUtf8().constData(), &db) == SQLITE_OK
            && sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
            changed = sqlite3_changes(db);
        sqlite3_close(db);
        return changed;
    }
};

inline Result<crypto::DistinguishedName> subjectOf(const QString &commonName)
{
    return crypto::DistinguishedName::create({{QStringLiteral("C"), QStringLiteral("CN")},
                                              {QStringLiteral("O"), QStringLiteral("Example Ltd")},
                                              {QStringLiteral("CN"), commonName}});
}

/// A root CA and one CA below it, both enabled.
struct TwoCas
{
    privateca::Ca root;
    privateca::Ca sub;
};
inline Result<TwoCas> makeCas(Console &console)
{
    privateca::CreateRootCommand root;
    CAS_TRY(root.subject, subjectOf(QStringLiteral("Example Root")));
    CAS_TRY(const privateca::Ca rootCa, console.cas().createRoot(root, nullptr));
    privateca::CreateSubCommand sub;
    sub.parent = rootCa.id;
    CAS_TRY(sub.subject, subjectOf(QStringLiteral("Example Issuing CA")));
    CAS_TRY(const privateca::Ca subCa, console.cas().createSub(sub, nullptr));
    return TwoCas{rootCa, subCa};
}

inline privateca::IssueCommand server(const privateca::Ca &ca, const QString &name)
{
    privateca::IssueCommand command;
    command.ca = ca.id;
    command.commonName = name;
    command.validity = {20, privateca::Validity::Unit::Days};
    return command;
}

} // namespace cas::test

/// For test functions: fails with the error's name instead of a bare "false".
#define REQUIRE_OK(result)                                                                         \
    do {                                                                                           \
        const auto &checked = (result);                                                            \
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(errorName(checked.error().code))); \
    } while (false)
