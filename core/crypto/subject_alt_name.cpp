// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/subject_alt_name.h"
#include "core/crypto/internal/ip_address.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace cas::crypto {

namespace {

struct SanTypeRow
{
    SanType type;
    const char *prefix;
    ErrorCode error;
};

constexpr SanTypeRow kSanTypes[] = {
    {SanType::Dns, "DNS", ErrorCode::SanDnsInvalid},
    {SanType::Ip, "IP", ErrorCode::SanIpInvalid},
    {SanType::Email, "EMAIL", ErrorCode::SanEmailInvalid},
    {SanType::Uri, "URI", ErrorCode::SanUriInvalid},
};

const SanTypeRow &sanTypeRow(SanType type)
{
    return kSanTypes[static_cast<size_t>(type)];
}

Error sanFailure(SanType type, const QString &text)
{
    return fail(sanTypeRow(type).error, QStringLiteral("san"), {text});
}

/// Whether an A-label is what its own U-label is written as (RFC 5891 §5.4): "xn--a" shows as
/// nothing, and a browser would not look for it.
bool isALabel(QStringView label)
{
    const QString text = label.toString();
    const QString unicode = QUrl::fromAce(text.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return unicode != text && QUrl::toAce(unicode, QUrl::IgnoreIDNWhitelist) == text.toLatin1();
}

bool isHostLabel(QStringView label)
{
    if (label.startsWith(u"xn--") && !isALabel(label))
        return false;
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-')
           && !label.endsWith(u'-') && std::all_of(label.begin(), label.end(), [](QChar c) {
                  return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
              });
}

bool isAsciiWithoutSpaces(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
}

/// RFC 5321 §4.1.2 Dot-string; quoted local parts are not accepted, nobody can mail them.
bool isLocalPart(QStringView text)
{
    if (text.isEmpty() || text.size() > 64 || text.startsWith(u'.') || text.endsWith(u'.')
        || text.contains(u".."))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || QStringView(u".!#$%&'*+-/=?^_`{|}~").contains(c);
    });
}

Result<QString> normalizedEmail(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0 || !isLocalPart(QStringView(text).first(at)))
        return sanFailure(SanType::Email, text);
    const auto host = normalizedDnsName(text.sliced(at + 1));
    if (!host || host->startsWith(u'*') || !host->contains(u'.'))
        return sanFailure(SanType::Email, text);
    return text.first(at + 1) + *host;
}

Result<QString> normalizedUri(const QString &text)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    if (text.size() > 2048 || !text.contains(scheme) || !isAsciiWithoutSpaces(text))
        return sanFailure(SanType::Uri, text);
    const QUrl url(text, QUrl::StrictMode);
    // A password would stand in every copy of the certificate; a script is no name of anybody.
    static const QStringList scripts{QStringLiteral("javascript"), QStringLiteral("vbscript"),
                                     QStringLiteral("data")};
    if (!url.password().isEmpty() || scripts.contains(url.scheme()))
        return sanFailure(SanType::Uri, text);
    const bool hierarchical = text.contains(QLatin1String("://"));
    const bool file = url.scheme() == u"file";
    if (!url.isValid() || (hierarchical && url.host().isEmpty() && !file)
        || (!hierarchical && url.path().isEmpty()))
        return sanFailure(SanType::Uri, text);
    return text;
}

} // namespace

Result<QString> normalizedDnsName(const QString &text)
{
    const auto invalid = [&text] { return sanFailure(SanType::Dns, text); };
    QString name = text.trimmed();
    if (name.endsWith(u'.'))
        name.chop(1);
    const bool wildcard = name.startsWith(QLatin1String("*."));
    QString host = wildcard ? name.sliced(2) : name;
    const bool ascii =
        std::all_of(host.begin(), host.end(), [](QChar c) { return c < QChar(0x80); });
    // QUrl::toAce() gives nothing back for what UTS 46 forbids.
    host = ascii ? host.toLower() : QString::fromLatin1(QUrl::toAce(host));
    if (host.isEmpty() || host.size() + (wildcard ? 2 : 0) > 253)
        return invalid();
    QStringView last = host;
    qsizetype labels = 1;
    for (qsizetype dot = last.indexOf(u'.'); dot >= 0; dot = last.indexOf(u'.')) {
        if (!isHostLabel(last.first(dot)))
            return invalid();
        last = last.sliced(dot + 1);
        ++labels;
    }
    if (!isHostLabel(last))
        return invalid();
    // An all-numeric last label would be an address in disguise (RFC 3696 §2).
    if (std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return invalid();
    if (wildcard && labels < 2)
        return invalid();
    return wildcard ? QStringLiteral("*.") + host : host;
}

Result<SubjectAltName> SubjectAltName::create(SanType type, const QString &text)
{
    SubjectAltName name;
    name.m_type = type;
    const QString trimmed = text.trimmed();
    switch (type) {
    case SanType::Dns: {
        CAS_TRY(name.m_value, normalizedDnsName(trimmed));
        return name;
    }
    case SanType::Ip: {
        const QByteArray octets = ipAddressFromText(trimmed);
        if (octets.isEmpty())
            return sanFailure(type, trimmed);
        name.m_value = ipAddressText(octets);
        return name;
    }
    case SanType::Email: {
        CAS_TRY(name.m_value, normalizedEmail(trimmed));
        return name;
    }
    case SanType::Uri: {
        CAS_TRY(name.m_value, normalizedUri(trimmed));
        return name;
    }
    }
    return sanFailure(type, trimmed);
}

Result<SubjectAltName> SubjectAltName::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    for (const SanTypeRow &row : kSanTypes) {
        const QString prefix = QLatin1String(row.prefix) + QLatin1Char(':');
        if (trimmed.startsWith(prefix, Qt::CaseInsensitive))
            return create(row.type, trimmed.sliced(prefix.size()));
    }
    // What can only be meant as an address is told as one that is wrong, not as a bad domain.
    static const QRegularExpression address(
        QStringLiteral("^([0-9.]*[.][0-9]+|[0-9a-f.]*:[0-9a-f:.]*)$"),
        QRegularExpression::CaseInsensitiveOption);
    if (!ipAddressFromText(trimmed).isEmpty() || address.match(trimmed).hasMatch())
        return create(SanType::Ip, trimmed);
    if (trimmed.contains(QLatin1String("://")))
        return create(SanType::Uri, trimmed);
    return create(trimmed.contains(u'@') ? SanType::Email : SanType::Dns, trimmed);
}

QString SubjectAltName::toString() const
{
    return QLatin1String(sanTypeRow(m_type).prefix) + QLatin1Char(':') + m_value;
}

Result<QList<SubjectAltName>> parseSubjectAltNames(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QList<SubjectAltName> names;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        CAS_TRY(auto name, SubjectAltName::parse(part));
        names << std::move(name);
    }
    return names;
}

} // namespace cas::crypto
