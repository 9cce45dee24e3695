// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/constraint_match.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/ip_address.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace cas::crypto {

namespace {

/// `example.com` or `.example.com`.
bool isHostConstraint(QStringView text)
{
    if (text.startsWith(u'.'))
        text = text.sliced(1);
    const auto labels = text.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        // Underscores are no host names, but constraints with them do match in other programs.
        return !label.isEmpty() && label.size() <= 63
               && std::all_of(label.begin(), label.end(), [](QChar c) {
                      return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                             || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
                  });
    });
}

bool isHostOrBelow(const QString &host, const QString &base)
{
    return host.compare(base, Qt::CaseInsensitive) == 0
           || host.endsWith(u'.' + base, Qt::CaseInsensitive);
}

/// Below the domain of a constraint with a leading dot, else the host itself.
bool isHostOrInDomain(const QString &host, const QString &constraint)
{
    return constraint.startsWith(u'.') ? host.endsWith(constraint, Qt::CaseInsensitive)
                                       : host.compare(constraint, Qt::CaseInsensitive) == 0;
}

bool dnsCovers(Subtree kind, const QString &name, const QString &constraint)
{
    if (constraint.isEmpty())
        return true;
    const bool domain = constraint.startsWith(u'.');
    const QString base = domain ? constraint.sliced(1) : constraint;
    if (!name.startsWith(QLatin1String("*.")))
        return domain ? name.endsWith(constraint, Qt::CaseInsensitive) : isHostOrBelow(name, base);
    // A wildcard is permitted when all it can stand for is, excluded when something of it is.
    const QString above = name.sliced(2);
    return isHostOrBelow(above, base) || (kind == Subtree::Excluded && isHostOrBelow(base, above));
}

bool emailCovers(Subtree kind, const QString &address, const QString &constraint)
{
    // An empty constraint is not defined: some read it as everything, some as nothing.
    if (constraint.isEmpty())
        return kind == Subtree::Excluded;
    const qsizetype at = address.lastIndexOf(u'@');
    const qsizetype constraintAt = constraint.lastIndexOf(u'@');
    const QString host = address.sliced(at + 1);
    if (constraintAt < 0)
        return isHostOrInDomain(host, constraint);
    // Local parts differ by case in the standard, but seldom in mail systems.
    const auto sensitivity = kind == Subtree::Permitted ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return address.left(at).compare(constraint.left(constraintAt), sensitivity) == 0
           && host.compare(constraint.sliced(constraintAt + 1), Qt::CaseInsensitive) == 0;
}

bool uriCovers(Subtree kind, const QString &uri, const QString &constraint)
{
    if (constraint.isEmpty())
        return kind == Subtree::Excluded;
    return isHostOrInDomain(constrainedHost(uri), constraint);
}

/// Each RDN as its sorted `type=value` texts. @return nothing when it cannot be read
std::optional<QList<QStringList>> comparableRdns(const QByteArray &nameDer)
{
    QList<QStringList> rdns;
    if (nameDer.isEmpty())
        return rdns; // a name that was never set
    DerStatus status;
    DerReader outer(nameDer, status);
    DerItem item;
    if (!outer.expect(der::kSequence, item) || !outer.expectEnd())
        return std::nullopt;
    DerReader rdnReader = outer.enter(item);
    while (!rdnReader.atEnd()) {
        if (!rdnReader.expect(der::kSet, item) || item.content.isEmpty())
            return std::nullopt;
        QStringList pairs;
        DerReader pairReader = rdnReader.enter(item);
        while (!pairReader.atEnd()) {
            DerItem type;
            DerItem value;
            if (!pairReader.expect(der::kSequence, item))
                return std::nullopt;
            DerReader fields = pairReader.enter(item);
            if (!fields.expect(der::kOid, type) || !fields.next(value) || !fields.expectEnd())
                return std::nullopt;
            const QString text = decodeText(value)
                                     .normalized(QString::NormalizationForm_KC)
                                     .toCaseFolded()
                                     .simplified();
            pairs << QString::fromLatin1(type.content.toByteArray().toHex()) + u'=' + text;
        }
        pairs.sort();
        rdns << pairs;
    }
    if (status.failed)
        return std::nullopt;
    return rdns;
}

} // namespace

bool isConstraintText(SanType type, const QString &text)
{
    if (type == SanType::Ip)
        return !ipRangeFromText(text).isEmpty();
    const qsizetype at = type == SanType::Email ? text.lastIndexOf(u'@') : -1;
    if (at >= 0) {
        return at > 0 && isHostConstraint(text.sliced(at + 1)) && text[at + 1] != u'.'
               && std::all_of(text.begin(), text.begin() + at,
                              [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
    }
    return text.isEmpty() || isHostConstraint(text);
}

bool subtreeCovers(Subtree kind, SanType type, const QString &name, const QString &constraint)
{
    switch (type) {
    case SanType::Dns:
        return dnsCovers(kind, name, constraint);
    case SanType::Ip:
        return ipInRange(ipAddressFromText(name), ipRangeFromText(constraint));
    case SanType::Email:
        return emailCovers(kind, name, constraint);
    case SanType::Uri:
        return uriCovers(kind, name, constraint);
    }
    return kind == Subtree::Excluded;
}

bool directoryCovers(const QByteArray &baseDer, const QByteArray &nameDer)
{
    const auto base = comparableRdns(baseDer);
    const auto name = comparableRdns(nameDer);
    return base && name && base->size() <= name->size()
           && std::equal(base->begin(), base->end(), name->begin());
}

bool isReadableName(const QByteArray &nameDer)
{
    return comparableRdns(nameDer).has_value();
}

QString constrainedHost(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    QString host = url.host(QUrl::FullyEncoded);
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host.startsWith(u'[') || !ipAddressFromText(host).isEmpty())
        return {};
    return host;
}

} // namespace cas::crypto
