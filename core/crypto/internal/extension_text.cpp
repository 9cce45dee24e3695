// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/extension_text.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/oids.h"

namespace cas::crypto {

namespace {

constexpr qsizetype kLinesShown = 1000;

QString hexText(QByteArrayView value)
{
    return QString::fromLatin1(value.toByteArray().toHex(':').toUpper());
}

QString namedOid(const QString &dotted)
{
    const QString name = oid::standardName(dotted);
    return name.isEmpty() ? dotted : name;
}

bool keyUsageLines(QByteArrayView value, QStringList &lines)
{
    static constexpr const char *names[] = {
        "Digital Signature", "Non Repudiation", "Key Encipherment",
        "Data Encipherment", "Key Agreement",   "Certificate Sign",
        "CRL Sign",          "Encipher Only",   "Decipher Only"};
    KeyUsages usage;
    if (!readKeyUsage(value, usage))
        return false;
    for (int bit = 0; bit < 9; ++bit) {
        if (usage.toInt() >> bit & 1)
            lines << QString::fromLatin1(names[bit]);
    }
    return true;
}

bool generalNameLines(QByteArrayView value, QStringList &lines)
{
    DerStatus status;
    DerReader outer(value, status);
    DerItem item;
    if (!outer.expect(der::kSequence, item) || !outer.expectEnd())
        return false;
    DerReader names = outer.enter(item);
    qsizetype count = 0;
    while (names.next(item)) {
        if (++count <= kLinesShown)
            lines << generalNameText(item);
    }
    if (count > kLinesShown)
        lines << QStringLiteral("(%1 more)").arg(count - kLinesShown);
    return !status.failed;
}

bool constraintLines(QByteArrayView value, QStringList &lines)
{
    NameConstraints all;
    if (!readNameConstraints(value, all))
        return false;
    const auto add = [&lines](const char *prefix, const QStringList &texts) {
        for (const QString &text : texts)
            lines << QLatin1String(prefix) + text;
    };
    add("Permitted DNS:", all.permittedDns);
    add("Permitted IP:", all.permittedIp);
    add("Permitted EMAIL:", all.permittedEmail);
    add("Permitted URI:", all.permittedUri);
    const auto addNames = [&lines](const char *prefix, const QList<DistinguishedName> &names) {
        for (const DistinguishedName &name : names)
            lines << QLatin1String(prefix) + name.toString();
    };
    addNames("Permitted DIR:", all.permittedDirectory);
    add("Permitted ", all.permittedOther);
    add("Excluded DNS:", all.excludedDns);
    add("Excluded IP:", all.excludedIp);
    add("Excluded EMAIL:", all.excludedEmail);
    add("Excluded URI:", all.excludedUri);
    addNames("Excluded DIR:", all.excludedDirectory);
    add("Excluded ", all.excludedOther);
    return true;
}

bool policyLines(QByteArrayView value, QStringList &lines)
{
    DerStatus status;
    DerReader outer(value, status);
    DerItem item;
    if (!outer.expect(der::kSequence, item))
        return false;
    DerReader policies = outer.enter(item);
    while (policies.expect(der::kSequence, item)) {
        DerReader fields = policies.enter(item);
        if (!fields.expect(der::kOid, item))
            return false;
        lines << namedOid(oidToText(item.content));
        if (policies.atEnd())
            break;
    }
    return !status.failed;
}

bool linesOf(QByteArrayView type, QByteArrayView value, QStringList &lines)
{
    QByteArray octets;
    if (type == oid::kKeyUsage)
        return keyUsageLines(value, lines);
    if (type == oid::kSubjectAltName || type == oid::kIssuerAltName)
        return generalNameLines(value, lines);
    if (type == oid::kNameConstraints)
        return constraintLines(value, lines);
    if (type == oid::kPolicies)
        return policyLines(value, lines);
    if (type == oid::kCrlPoints || type == oid::kFreshestCrl)
        return readCrlUrls(value, lines);
    if (type == oid::kBasicConstraints) {
        bool isCa = false;
        std::optional<int> pathLength;
        if (!readBasicConstraints(value, isCa, pathLength))
            return false;
        lines << (isCa ? QStringLiteral("CA: yes") : QStringLiteral("CA: no"));
        if (pathLength)
            lines << QStringLiteral("Path length: %1").arg(*pathLength);
        return true;
    }
    if (type == oid::kExtendedKeyUsage) {
        QStringList oids;
        if (!readExtendedKeyUsage(value, oids))
            return false;
        for (const QString &dotted : oids)
            lines << namedOid(dotted);
        return true;
    }
    if (type == oid::kSubjectKeyId || type == oid::kAuthorityKeyId) {
        const bool subject = type == oid::kSubjectKeyId;
        if (!(subject ? readSubjectKeyId(value, octets) : readAuthorityKeyId(value, octets)))
            return false;
        lines << hexText(octets);
        return true;
    }
    if (type == oid::kAuthorityInfo) {
        QStringList ocsp;
        QStringList issuers;
        if (!readAuthorityInfo(value, ocsp, issuers))
            return false;
        for (const QString &url : ocsp)
            lines << QStringLiteral("OCSP: ") + url;
        for (const QString &url : issuers)
            lines << QStringLiteral("CA Issuers: ") + url;
        return true;
    }
    lines << hexText(value);
    return true;
}

} // namespace

QString extensionText(QByteArrayView type, QByteArrayView value)
{
    QStringList lines;
    if (!linesOf(type, value, lines))
        return QStringLiteral("malformed: ") + hexText(value);
    return lines.join(u'\n');
}

} // namespace cas::crypto
