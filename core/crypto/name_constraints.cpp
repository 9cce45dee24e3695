// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/chain.h"
#include "core/crypto/internal/ip_address.h"

#include <QUrl>

namespace cas::crypto {

namespace {

bool isHostOrBelow(const QString &host, const QString &base)
{
    return host.compare(base, Qt::CaseInsensitive) == 0
           || host.endsWith(u'.' + base, Qt::CaseInsensitive);
}

/// RFC 5280 §4.2.1.10; a leading dot means "below only", as common practice has it for DNS.
bool hostMatches(const QString &host, const QString &constraint)
{
    if (constraint.isEmpty())
        return true;
    if (constraint.startsWith(u'.'))
        return host.endsWith(constraint, Qt::CaseInsensitive);
    return isHostOrBelow(host, constraint);
}

bool dnsMatches(const QString &name, const QString &constraint)
{
    // A wildcard covers names below its base; it must fit as a whole.
    return hostMatches(name.startsWith(u'*') ? name.sliced(2) : name,
                       name.startsWith(u'*') && constraint.startsWith(u'.') ? constraint.sliced(1)
                                                                            : constraint);
}

bool emailMatches(const QString &address, const QString &constraint)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (constraint.contains(u'@'))
        return address.left(at) == constraint.left(constraint.lastIndexOf(u'@'))
               && address.sliced(at + 1).compare(
                      constraint.sliced(constraint.lastIndexOf(u'@') + 1), Qt::CaseInsensitive)
                      == 0;
    const QString host = address.sliced(at + 1);
    if (constraint.startsWith(u'.'))
        return host.endsWith(constraint, Qt::CaseInsensitive);
    return host.compare(constraint, Qt::CaseInsensitive) == 0;
}

bool uriMatches(const QString &uri, const QString &constraint)
{
    const QString host = QUrl(uri).host();
    if (constraint.startsWith(u'.'))
        return host.endsWith(constraint, Qt::CaseInsensitive);
    return !host.isEmpty() && host.compare(constraint, Qt::CaseInsensitive) == 0;
}

bool nameMatches(const SubjectAltName &name, const QString &constraint)
{
    switch (name.type()) {
    case SanType::Dns:
        return dnsMatches(name.value(), constraint);
    case SanType::Ip:
        return ipInRange(ipAddressFromText(name.value()), ipRangeFromText(constraint));
    case SanType::Email:
        return emailMatches(name.value(), constraint);
    case SanType::Uri:
        return uriMatches(name.value(), constraint);
    }
    return false;
}

/// Whether a wildcard could stand for a name inside an excluded subtree.
bool excludes(const SubjectAltName &name, const QString &constraint)
{
    if (nameMatches(name, constraint))
        return true;
    if (name.type() != SanType::Dns || !name.value().startsWith(u'*'))
        return false;
    const QString bare = constraint.startsWith(u'.') ? constraint.sliced(1) : constraint;
    return isHostOrBelow(bare, name.value().sliced(2));
}

Error violated(const QString &name, const QString &constraint)
{
    return fail(ErrorCode::NameConstraintViolated, QStringLiteral("san"), {name, constraint});
}

} // namespace

Result<> checkNameConstraints(const NameConstraints &constraints, const DistinguishedName &subject,
                              const QList<SubjectAltName> &names)
{
    QList<SubjectAltName> all = names;
    // RFC 5280 §4.2.1.10: addresses in the subject are bound by the e-mail constraints too.
    for (const NameAttribute &attribute : subject.attributes()) {
        if (attribute.type != u"emailAddress")
            continue;
        auto email = SubjectAltName::create(SanType::Email, attribute.value);
        if (email)
            all << *email;
        else if (!constraints.permittedEmail.isEmpty() || !constraints.excludedEmail.isEmpty())
            return violated(attribute.value, {});
    }
    for (const SubjectAltName &name : all) {
        const bool dns = name.type() == SanType::Dns;
        const bool ip = name.type() == SanType::Ip;
        const bool email = name.type() == SanType::Email;
        const QStringList &permitted = dns     ? constraints.permittedDns
                                       : ip    ? constraints.permittedIp
                                       : email ? constraints.permittedEmail
                                               : constraints.permittedUri;
        const QStringList &excluded = dns     ? constraints.excludedDns
                                      : ip    ? constraints.excludedIp
                                      : email ? constraints.excludedEmail
                                              : constraints.excludedUri;
        for (const QString &constraint : excluded) {
            if (excludes(name, constraint))
                return violated(name.value(), constraint);
        }
        bool fits = permitted.isEmpty();
        for (const QString &constraint : permitted)
            fits = fits || nameMatches(name, constraint);
        if (!fits)
            return violated(name.value(), permitted.join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace cas::crypto
