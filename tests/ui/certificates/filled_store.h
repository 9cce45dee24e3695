// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QTemporaryDir>
#include <QTest>

#include <mutex>

/// A clock that stands until a test moves it.
class StandingClock final : public cas::Clock
{
public:
    explicit StandingClock(QDateTime at)
        : m_now(std::move(at))
    { }
    [[nodiscard]] QDateTime now() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }
    void set(const QDateTime &at)
    {
        const std::scoped_lock lock(m_mutex);
        m_now = at;
    }

private:
    mutable std::mutex m_mutex;
    QDateTime m_now;
};

/// A real store in a temporary folder, filled through the services as a person would.
/// Needs CAS_TEST_FAST_SCRYPT=1 in the environment, or every store costs a second.
struct FilledStore
{
    static inline const QString kPassphrase = QStringLiteral("copper-Lantern-83-meadow");

    QTemporaryDir folder;
    StandingClock clock{QDateTime(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<cas::Executors> executors = std::make_unique<cas::Executors>();
    std::unique_ptr<cas::Console> console;
    cas::privateca::Ca root;
    cas::privateca::Ca sub;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.cas")); }

    cas::Result<> create()
    {
        cas::NewStore options;
        options.url = path();
        options.passphrase = cas::SecretBytes::copyOf(kPassphrase.toUtf8());
        CAS_TRY(auto created,
                cas::Console::create(std::move(options), *executors, clock,
                                     {QStringLiteral("li.wei"), QStringLiteral("station-1")}));
        console = std::move(created.console);
        return {};
    }

    cas::Result<> createRoot()
    {
        cas::privateca::CreateRootCommand command;
        command.name = QStringLiteral("Example Root");
        CAS_TRY(command.subject, cas::crypto::DistinguishedName::create(
                                     {{QStringLiteral("C"), QStringLiteral("CN")},
                                      {QStringLiteral("O"), QStringLiteral("Example Ltd")},
                                      {QStringLiteral("CN"), QStringLiteral("Example Root")}}));
        CAS_TRY(root, console->cas().createRoot(command, nullptr));
        return {};
    }

    cas::Result<> createSub()
    {
        cas::privateca::CreateSubCommand command;
        command.parent = root.id;
        command.name = QStringLiteral("Example Servers S1");
        CAS_TRY(command.subject,
                cas::crypto::DistinguishedName::create(
                    {{QStringLiteral("C"), QStringLiteral("CN")},
                     {QStringLiteral("O"), QStringLiteral("Example Ltd")},
                     {QStringLiteral("CN"), QStringLiteral("Example Servers S1")}}));
        CAS_TRY(sub, console->cas().createSub(command, nullptr));
        return {};
    }

    /// @param names the first one is the common name
    cas::Result<cas::CertificateId> issue(const QStringList &names, int days = 365)
    {
        cas::privateca::IssueCommand command;
        command.ca = sub.id;
        command.commonName = names.constFirst();
        command.validity = {days, cas::privateca::Validity::Unit::Days};
        for (const QString &name : names) {
            CAS_TRY(const auto san, cas::crypto::SubjectAltName::parse(name));
            command.subjectAltNames.append(san);
        }
        CAS_TRY(const auto issued, console->issuing().issue(command, nullptr));
        return issued.id;
    }

    /// Store, root, subordinate CA.
    cas::Result<> createWithCas()
    {
        CAS_TRY_VOID(create());
        CAS_TRY_VOID(createRoot());
        return createSub();
    }

    ~FilledStore()
    {
        executors.reset(); // waits for what still reads the store
        console.reset();
    }
};

/// Fails the test with the error's own words.
#define VERIFY_RESULT(expression)                                                                  \
    do {                                                                                           \
        const auto casOutcome = (expression);                                                      \
        QVERIFY2(casOutcome, casOutcome ? "" : qPrintable(casErrorText(casOutcome.error())));      \
    } while (false)

inline QString casErrorText(const cas::Error &error)
{
    return QStringLiteral("%1 field=%2 args=%3 %4")
        .arg(cas::errorName(error.code), error.field, error.args.join(QStringLiteral(", ")),
             error.detail);
}
