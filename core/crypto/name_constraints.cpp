// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/chain.h"
#include "core/crypto/internal/constraint_match.h"

#include <algorithm>

namespace cas::crypto {

namespace {

/// A name as constraints see it; unlike a SubjectAltName it may come from the subject.
struct BoundName
{
    SanType type;
    QString value;
};

struct ConstraintsOfType
{
    SanType type;
    const QStringList *permitted;
    const QStringList *excluded;
};

QList<ConstraintsOfType> constraintsByType(const NameConstraints &all)
{
    return {{SanType::Dns, &all.permittedDns, &all.excludedDns},
            {SanType::Ip, &all.permittedIp, &all.excludedIp},
            {SanType::Email, &all.permittedEmail, &all.excludedEmail},
            {SanType::Uri, &all.permittedUri, &all.excludedUri}};
}

Error constraintViolated(const QString &name, const QString &constraint)
{
    return fail(ErrorCode::NameConstraintViolated, QStringLiteral("san"), {name, constraint});
}

QString joinedConstraints(const QStringList &texts)
{
    return texts.join(QStringLiteral(", "));
}

/// Refuses what cannot be enforced: a constraint must not get lost by being odd.
Result<> checkEnforceable(const NameConstraints &constraints, const QString &name)
{
    for (const QStringList &others : {constraints.permittedOther, constraints.excludedOther}) {
        if (!others.isEmpty())
            return constraintViolated(name, joinedConstraints(others));
    }
    for (const ConstraintsOfType &list : constraintsByType(constraints)) {
        for (const QStringList *texts : {list.permitted, list.excluded}) {
            for (const QString &text : *texts) {
                if (!isConstraintText(list.type, text))
                    return constraintViolated(name, text);
            }
        }
    }
    for (const auto *names : {&constraints.permittedDirectory, &constraints.excludedDirectory}) {
        for (const DistinguishedName &base : *names) {
            if (!isReadableName(base.der()))
                return constraintViolated(name, base.toString());
        }
    }
    return {};
}

bool looksLikeHost(const QString &commonName)
{
    return commonName.contains(u'.')
           && std::all_of(commonName.begin(), commonName.end(), [](QChar c) {
                  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                         || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.'
                         || c == u'*';
              });
}

QList<BoundName> boundNames(const DistinguishedName &subject, const QList<SubjectAltName> &names)
{
    QList<BoundName> all;
    bool hasDns = false;
    for (const SubjectAltName &name : names) {
        hasDns = hasDns || name.type() == SanType::Dns;
        all << BoundName{name.type(), name.value()};
    }
    for (const NameAttribute &attribute : subject.attributes()) {
        // RFC 5280 §4.2.1.10: addresses in the subject are bound by the e-mail constraints too.
        if (attribute.type == u"emailAddress")
            all << BoundName{SanType::Email, attribute.value};
        // Old programs take the common name for the host where no DNS name is given, so OpenSSL
        // holds it against the DNS constraints; so do we.
        else if (attribute.type == u"CN" && !hasDns && looksLikeHost(attribute.value))
            all << BoundName{SanType::Dns, attribute.value.endsWith(u'.')
                                               ? attribute.value.chopped(1)
                                               : attribute.value};
    }
    return all;
}

Result<> checkOne(const BoundName &name, const ConstraintsOfType &list)
{
    if (list.permitted->isEmpty() && list.excluded->isEmpty())
        return {};
    const bool noAddress = name.type == SanType::Email && !name.value.contains(u'@');
    const bool noHost = name.type == SanType::Uri && constrainedHost(name.value).isEmpty();
    if (noAddress || noHost)
        return constraintViolated(name.value, joinedConstraints(*list.permitted + *list.excluded));
    for (const QString &constraint : *list.excluded) {
        if (subtreeCovers(Subtree::Excluded, name.type, name.value, constraint))
            return constraintViolated(name.value, constraint);
    }
    if (list.permitted->isEmpty()
        || std::any_of(
            list.permitted->begin(), list.permitted->end(), [&](const QString &constraint) {
                return subtreeCovers(Subtree::Permitted, name.type, name.value, constraint);
            }))
        return {};
    return constraintViolated(name.value, joinedConstraints(*list.permitted));
}

Result<> checkDirectory(const NameConstraints &constraints, const DistinguishedName &subject)
{
    if (subject.isEmpty())
        return {};
    for (const DistinguishedName &base : constraints.excludedDirectory) {
        if (directoryCovers(base.der(), subject.der()))
            return constraintViolated(subject.toString(), base.toString());
    }
    QStringList permitted;
    for (const DistinguishedName &base : constraints.permittedDirectory) {
        if (directoryCovers(base.der(), subject.der()))
            return {};
        permitted << base.toString();
    }
    if (permitted.isEmpty())
        return {};
    return constraintViolated(subject.toString(), permitted.join(QStringLiteral("; ")));
}

} // namespace

Result<> checkNameConstraints(const NameConstraints &constraints, const DistinguishedName &subject,
                              const QList<SubjectAltName> &names)
{
    CAS_TRY_VOID(
        checkEnforceable(constraints, names.isEmpty() ? subject.toString() : names[0].value()));
    CAS_TRY_VOID(checkDirectory(constraints, subject));
    const auto lists = constraintsByType(constraints);
    for (const BoundName &name : boundNames(subject, names)) {
        for (const ConstraintsOfType &list : lists) {
            if (list.type == name.type)
                CAS_TRY_VOID(checkOne(name, list));
        }
    }
    return {};
}

} // namespace cas::crypto
