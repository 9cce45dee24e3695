// SPDX-License-Identifier: GPL-3.0-or-later
// A subordinate CA stays inside the name constraints of those above it (RFC 5280 §4.2.1.10), and
// what it shall be bound to is checked where it is typed.
#include "core/privateca/ca_rules.h"
#include "tests/ui/certificates/filled_store.h"

using namespace cas;
using namespace cas::privateca;

namespace {

crypto::DistinguishedName dn(const QString &text)
{
    return *crypto::DistinguishedName::parse(text);
}

/// A constrained CA below the root that may sign one more level.
Result<Ca> constrained(FilledStore &store, const crypto::NameConstraints &constraints,
                       CaId parent = {}, int pathLength = 3)
{
    static int number = 0;
    CreateSubCommand command;
    command.parent = parent ? parent : store.root.id;
    command.subject = dn(QStringLiteral("C=CN, O=Example Ltd, CN=Level %1").arg(++number));
    command.pathLength = pathLength;
    if (!constraints.isEmpty())
        command.nameConstraints = constraints;
    return store.console->cas().createSub(command, nullptr);
}

} // namespace

class SubConstraintsTest : public QObject
{
    Q_OBJECT
private slots:
    void refusesWhatIsNoConstraint_data();
    void refusesWhatIsNoConstraint();
    void staysInsideTheParentsSubtrees_data();
    void staysInsideTheParentsSubtrees();
    void holdsTheSubjectAgainstDirectoryNames();
    void countsEveryLevelAbove();
};

void SubConstraintsTest::refusesWhatIsNoConstraint_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: good
    QTest::newRow("domain") << "permit_dns"
                            << "Example.COM"
                            << "";
    QTest::newRow("names below") << "permit_dns"
                                 << ".example.com"
                                 << "";
    QTest::newRow("wildcard") << "permit_dns"
                              << "*.example.com"
                              << "input.san.dns";
    QTest::newRow("blank inside") << "exclude_dns"
                                  << "exa mple.com"
                                  << "input.san.dns";
    QTest::newRow("dot alone") << "permit_dns"
                               << "."
                               << "input.san.dns";
    QTest::newRow("network") << "permit_ip"
                             << "192.0.2.0/24"
                             << "";
    QTest::newRow("one address") << "permit_ip"
                                 << "192.0.2.7"
                                 << "";
    QTest::newRow("IPv6 network") << "exclude_ip"
                                  << "2001:db8::/32"
                                  << "";
    QTest::newRow("too many bits") << "permit_ip"
                                   << "192.0.2.0/33"
                                   << "input.san.ip";
    QTest::newRow("no bits") << "exclude_ip"
                             << "192.0.2.0/x"
                             << "input.san.ip";
    QTest::newRow("no address") << "permit_ip"
                                << "example.com/8"
                                << "input.san.ip";
}

void SubConstraintsTest::refusesWhatIsNoConstraint()
{
    QFETCH(QString, kind);
    QFETCH(QString, text);
    QFETCH(QString, code);
    crypto::NameConstraints typed;
    (kind == u"permit_dns"    ? typed.permittedDns
     : kind == u"exclude_dns" ? typed.excludedDns
     : kind == u"permit_ip"   ? typed.permittedIp
                              : typed.excludedIp) = {text};
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.createRoot());
    const auto made = constrained(store, typed);
    QCOMPARE(made ? QString() : errorName(made.error().code), code);
    if (!made)
        QCOMPARE(made.error().field, kind);
}

void SubConstraintsTest::staysInsideTheParentsSubtrees_data()
{
    using crypto::NameConstraints;
    QTest::addColumn<NameConstraints>("above");
    QTest::addColumn<NameConstraints>("own");
    QTest::addColumn<QString>("field"); // empty: good
    NameConstraints above;
    above.permittedDns = {QStringLiteral("example.com"), QStringLiteral("example.org")};
    above.excludedDns = {QStringLiteral("secret.example.com")};
    above.permittedIp = {QStringLiteral("192.0.2.0/24")};
    const auto dns = [](const QString &name) {
        NameConstraints own;
        own.permittedDns = {name};
        return own;
    };
    const auto ip = [](const QString &network) {
        NameConstraints own;
        own.permittedIp = {network};
        return own;
    };
    QTest::newRow("none of its own") << above << NameConstraints() << "";
    QTest::newRow("the same") << above << dns(QStringLiteral("example.com")) << "";
    QTest::newRow("below") << above << dns(QStringLiteral("shop.example.org")) << "";
    QTest::newRow("names below") << above << dns(QStringLiteral(".example.org")) << "";
    QTest::newRow("beside") << above << dns(QStringLiteral("example.net")) << "permit_dns";
    QTest::newRow("above") << above << dns(QStringLiteral("com")) << "permit_dns";
    QTest::newRow("looks alike") << above << dns(QStringLiteral("myexample.com")) << "permit_dns";
    QTest::newRow("excluded") << above << dns(QStringLiteral("a.secret.example.com"))
                              << "permit_dns";
    QTest::newRow("network inside") << above << ip(QStringLiteral("192.0.2.128/25")) << "";
    QTest::newRow("larger network") << above << ip(QStringLiteral("192.0.0.0/16")) << "permit_ip";
    QTest::newRow("wider, same start")
        << above << ip(QStringLiteral("192.0.2.0/23")) << "permit_ip";
    QTest::newRow("other network") << above << ip(QStringLiteral("198.51.100.0/24")) << "permit_ip";
    NameConstraints mail;
    mail.permittedEmail = {QStringLiteral("example.com")};
    NameConstraints otherMail;
    otherMail.permittedEmail = {QStringLiteral("example.net")};
    QTest::newRow("mail inside") << mail << mail << "";
    QTest::newRow("mail outside") << mail << otherMail << "permit_email";
}

void SubConstraintsTest::staysInsideTheParentsSubtrees()
{
    QFETCH(crypto::NameConstraints, above);
    QFETCH(crypto::NameConstraints, own);
    QFETCH(QString, field);
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.createRoot());
    const auto parent = constrained(store, above);
    VERIFY_RESULT(parent);
    const auto made = constrained(store, own, parent->id, 0);
    QCOMPARE(made ? QString() : made.error().field, field);
    if (!made)
        QCOMPARE(made.error().code, ErrorCode::NameConstraintViolated);
}

void SubConstraintsTest::holdsTheSubjectAgainstDirectoryNames()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.createRoot());
    crypto::NameConstraints above;
    above.permittedDirectory = {dn(QStringLiteral("C=CN, O=Example Ltd"))};
    const auto parent = constrained(store, above);
    VERIFY_RESULT(parent);
    CreateSubCommand command;
    command.parent = parent->id;
    command.subject = dn(QStringLiteral("C=CN, O=Somebody Else, CN=Sub"));
    const auto refused = store.console->cas().createSub(command, nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NameConstraintViolated);
    QCOMPARE(refused.error().field, QStringLiteral("subject"));
    command.subject = dn(QStringLiteral("C=CN, O=Example Ltd, CN=issuing.example.net"));
    VERIFY_RESULT(store.console->cas().createSub(command, nullptr));
}

void SubConstraintsTest::countsEveryLevelAbove()
{
    FilledStore store;
    VERIFY_RESULT(store.create());
    VERIFY_RESULT(store.createRoot());
    crypto::NameConstraints above;
    above.permittedDns = {QStringLiteral("example.com")};
    const auto first = constrained(store, above, {}, 3);
    VERIFY_RESULT(first);
    const auto second = constrained(store, {}, first->id, 2); // none of its own
    VERIFY_RESULT(second);
    crypto::NameConstraints outside;
    outside.permittedDns = {QStringLiteral("example.net")};
    const auto third = constrained(store, outside, second->id, 0);
    QVERIFY(!third);
    QCOMPARE(third.error().field, QStringLiteral("permit_dns"));
    QCOMPARE(third.error().args.value(0), QStringLiteral("example.net"));
}

QTEST_GUILESS_MAIN(SubConstraintsTest)
#include "tst_sub_constraints.moc"
