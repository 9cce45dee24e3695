// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo.h"

namespace cas {

namespace {

/// The clock of the store while it is filled, so that some certificates have expired by now.
class DemoClock final : public Clock
{
public:
    QDateTime at = QDateTime::currentDateTimeUtc();
    [[nodiscard]] QDateTime now() const override { return at; }
};

crypto::DistinguishedName demoSubject(const QString &commonName)
{
    // Constant and checked: create() cannot refuse it.
    return *crypto::DistinguishedName::create({{QStringLiteral("C"), QStringLiteral("CN")},
                                               {QStringLiteral("O"), QStringLiteral("Example Ltd")},
                                               {QStringLiteral("CN"), commonName}});
}

struct DemoLeaf
{
    const char *name;
    const char *tag;
    int daysAgo; // when it was issued
    int days; // how long it lives
    bool client;
    bool revoked;
};

constexpr DemoLeaf kLeaves[] = {
    {"www.example.com", "prod", 120, 365, false, false},
    {"shop.example.com", "prod", 345, 365, false, false},
    {"api.example.com", "prod", 20, 180, false, false},
    {"portal.example.org", "finance", 200, 365, false, false},
    {"mail.example.com", "mail", 80, 400, false, false},
    {"old.example.com", "", 390, 365, false, false},
    {"vpn.example.net", "network", 150, 365, false, true},
    {"git.example.com", "dev", 10, 90, false, false},
    {"build.example.com", "dev", 65, 90, false, false},
    {"registry.example.com", "dev", 12, 365, false, false},
    {"db-01.internal.example.com", "data", 30, 365, false, false},
    {"db-02.internal.example.com", "data", 30, 365, false, false},
    {"db-03.internal.example.com", "data", 29, 365, false, false},
    {"cache-01.internal.example.com", "data", 28, 200, false, false},
    {"ldap.internal.example.com", "network", 300, 365, false, false},
    {"printer-7.internal.example.com", "", 240, 365, false, true},
    {"wiki.example.com", "", 220, 365, false, false},
    {"status.example.com", "prod", 330, 365, false, false},
    {"Li Wei", "staff", 40, 730, true, false},
    {"Wang Min", "staff", 41, 730, true, false},
    {"Zhang Hua", "staff", 42, 730, true, true},
    {"deploy-agent", "dev", 5, 365, true, false},
};

Result<> fillDemo(Console &console, DemoClock &clock, const QDateTime &now)
{
    clock.at = now.addDays(-400);
    privateca::CreateRootCommand root;
    root.subject = demoSubject(QStringLiteral("Example Root R1"));
    root.algorithm = crypto::KeyAlgorithm::EcP384;
    root.publication.crlUrl = QStringLiteral("http://pki.example.com/r1.crl");
    CAS_TRY(const auto r1, console.cas().createRoot(root, nullptr));

    privateca::CreateSubCommand sub;
    sub.parent = r1.id;
    sub.subject = demoSubject(QStringLiteral("Example Servers S1"));
    sub.publication.crlUrl = QStringLiteral("http://pki.example.com/s1.crl");
    sub.publication.issuerUrl = QStringLiteral("http://pki.example.com/s1.cer");
    CAS_TRY(const auto servers, console.cas().createSub(sub, nullptr));
    sub.subject = demoSubject(QStringLiteral("Example Staff S2"));
    sub.publication.crlUrl = QStringLiteral("http://pki.example.com/s2.crl");
    CAS_TRY(const auto staff, console.cas().createSub(sub, nullptr));

    privateca::CreateRootCommand sm2;
    sm2.subject = demoSubject(QStringLiteral("Example SM2 Root"));
    sm2.algorithm = crypto::KeyAlgorithm::Sm2;
    CAS_TRY_VOID(console.cas().createRoot(sm2, nullptr));

    for (const DemoLeaf &leaf : kLeaves) {
        clock.at = now.addDays(-leaf.daysAgo);
        privateca::IssueCommand command;
        command.ca = leaf.client ? staff.id : servers.id;
        command.type = leaf.client ? privateca::LeafType::Client : privateca::LeafType::Server;
        command.commonName = QString::fromLatin1(leaf.name);
        command.validity.amount = leaf.days;
        CAS_TRY(const auto issued, console.issuing().issue(command, nullptr));
        if (*leaf.tag) {
            CAS_TRY(const auto tag, tags::Tag::create(QString::fromLatin1(leaf.tag), {}));
            CAS_TRY_VOID(console.certificates().setTags(issued.id, {tag}));
        }
        if (leaf.revoked) {
            clock.at = now.addDays(-3);
            CAS_TRY_VOID(console.crls().revoke(issued.id, crypto::RevocationReason::Superseded));
        }
    }
    clock.at = now;
    CAS_TRY(const auto all, console.cas().all());
    for (const auto &ca : all)
        CAS_TRY_VOID(console.crls().publish(ca.id));
    CAS_TRY_VOID(console.cas().assignQuota(r1.id, servers.id, 796));
    CAS_TRY_VOID(console.cas().disable(staff.id));
    return {};
}

} // namespace

Result<std::unique_ptr<Console>> makeDemo(const QString &folder, Executors &executors,
                                          const Clock &clock)
{
    const QString path = folder + QStringLiteral("/demo.cas");
    const auto passphrase = [] {
        return SecretBytes::copyOf(QByteArrayView("plausible demo data"));
    };
    {
        DemoClock past;
        NewStore options;
        options.url = path;
        options.passphrase = passphrase();
        options.accountAlias = QStringLiteral("Example Ltd");
        CAS_TRY(auto created,
                Console::create(std::move(options), executors, past, access::Actor::current()));
        CAS_TRY_VOID(fillDemo(*created.console, past, clock.now()));
    }
    CAS_TRY(auto console, Console::open(path, store::OpenMode::ReadWrite, executors, clock,
                                        access::Actor::current()));
    CAS_TRY_VOID(console->vault().unlock(passphrase()));
    return console;
}

} // namespace cas
