// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the name constraints of subordinate CAs.
#include "core/crypto/chain.h"
#include "core/privateca/ca_rules.h"

namespace cas::privateca::rules {

namespace {

using crypto::NameConstraints;
using crypto::SanType;
using crypto::SubjectAltName;

Result<QStringList> checkedDns(const QStringList &typed, const QString &field)
{
    QStringList checked;
    for (const QString &text : typed) {
        const QString name = text.trimmed();
        const bool below = name.startsWith(u'.'); // names below it only
        const auto normal = crypto::normalizedDnsName(below ? name.mid(1) : name);
        // A constraint names a domain; a wildcard belongs into certificates (RFC 5280 §4.2.1.10).
        if (!normal || name.contains(u'*'))
            return fail(ErrorCode::SanDnsInvalid, field, {name.left(200)});
        checked.append(below ? u'.' + *normal : *normal);
    }
    return checked;
}

Result<QStringList> checkedNetworks(const QStringList &typed, const QString &field)
{
    QStringList checked;
    for (const QString &text : typed) {
        const QString network = text.trimmed();
        const auto address = SubjectAltName::create(SanType::Ip, network.section(u'/', 0, 0));
        bool number = true;
        const int most = network.contains(u':') ? 128 : 32;
        const int bits = network.contains(u'/') ? network.section(u'/', 1).toInt(&number) : most;
        if (!address || !number || bits < 0 || bits > most)
            return fail(ErrorCode::SanIpInvalid, field, {network.left(200)});
        checked.append(QStringLiteral("%1/%2").arg(address->value()).arg(bits));
    }
    return checked;
}

int prefixBits(const QString &network)
{
    return network.section(u'/', 1).toInt();
}

/// A name that stands for a whole subtree: where it is allowed, the subtree is.
Result<SubjectAltName> standIn(SanType type, const QString &subtree)
{
    const QString host = subtree.startsWith(u'.') ? QStringLiteral("x") + subtree : subtree;
    switch (type) {
    case SanType::Ip:
        return SubjectAltName::create(type, subtree.section(u'/', 0, 0));
    case SanType::Email:
        return SubjectAltName::create(type,
                                      host.contains(u'@') ? host : QStringLiteral("x@") + host);
    case SanType::Uri:
        return SubjectAltName::create(type, QStringLiteral("http://%1/").arg(host));
    case SanType::Dns:
        break;
    }
    return SubjectAltName::create(type, host);
}

Error outside(Error error, const QString &field, const QString &subtree)
{
    error.field = field;
    error.args = {subtree, error.args.value(1)};
    return error;
}

Result<> checkSubtrees(const NameConstraints &own, const NameConstraints &above)
{
    const struct
    {
        SanType type;
        const QStringList &subtrees;
        QString field;
    } kinds[] = {{SanType::Dns, own.permittedDns, QStringLiteral("permit_dns")},
                 {SanType::Ip, own.permittedIp, QStringLiteral("permit_ip")},
                 {SanType::Email, own.permittedEmail, QStringLiteral("permit_email")},
                 {SanType::Uri, own.permittedUri, QStringLiteral("permit_uri")}};
    for (const auto &kind : kinds) {
        for (const QString &subtree : kind.subtrees) {
            NameConstraints wide = above;
            if (kind.type == SanType::Ip) {
                // A network is inside another one when its beginning is and it is no larger.
                wide.permittedIp.removeIf([&](const QString &network) {
                    return prefixBits(network) > prefixBits(subtree);
                });
                if (wide.permittedIp.isEmpty() && !above.permittedIp.isEmpty())
                    return fail(ErrorCode::NameConstraintViolated, kind.field,
                                {subtree, above.permittedIp.join(QStringLiteral(", "))});
            }
            CAS_TRY(const SubjectAltName name, standIn(kind.type, subtree));
            const auto inside = crypto::checkNameConstraints(wide, {}, {name});
            if (!inside)
                return outside(inside.error(), kind.field, subtree);
        }
    }
    for (const auto &base : own.permittedDirectory) {
        const auto inside = crypto::checkNameConstraints(above, base, {});
        if (!inside)
            return outside(inside.error(), QStringLiteral("permit_directory"), base.toString());
    }
    return {};
}

} // namespace

Result<NameConstraints> checkedConstraints(const NameConstraints &typed)
{
    NameConstraints checked = typed;
    CAS_TRY(checked.permittedDns, checkedDns(typed.permittedDns, QStringLiteral("permit_dns")));
    CAS_TRY(checked.excludedDns, checkedDns(typed.excludedDns, QStringLiteral("exclude_dns")));
    CAS_TRY(checked.permittedIp, checkedNetworks(typed.permittedIp, QStringLiteral("permit_ip")));
    CAS_TRY(checked.excludedIp, checkedNetworks(typed.excludedIp, QStringLiteral("exclude_ip")));
    return checked;
}

Result<> checkInsideIssuers(const crypto::DistinguishedName &subject,
                            const std::optional<NameConstraints> &own,
                            const QList<crypto::Certificate> &issuers)
{
    for (const crypto::Certificate &issuer : issuers) {
        const auto &above = issuer.nameConstraints();
        if (!above)
            continue;
        NameConstraints onSubject = *above;
        onSubject.permittedDns.clear(); // a CA's common name is no host
        onSubject.excludedDns.clear();
        const auto inside = crypto::checkNameConstraints(onSubject, subject, {});
        if (!inside)
            return outside(inside.error(), QStringLiteral("subject"), subject.toString());
        if (own)
            CAS_TRY_VOID(checkSubtrees(*own, *above));
    }
    return {};
}

} // namespace cas::privateca::rules
