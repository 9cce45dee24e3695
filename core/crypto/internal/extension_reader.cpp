// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/constraint_match.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/ip_address.h"
#include "core/crypto/internal/oids.h"

#include <algorithm>
#include <climits>

namespace cas::crypto {

namespace {

QString nameText(QByteArrayView content)
{
    return decodeText({der::kIa5String, content, content});
}

/// Runs `visit` over the items of one SEQUENCE. @return false when it is none or broken
template <class Visit>
bool eachOf(QByteArrayView value, const Visit &visit)
{
    DerStatus status;
    DerReader outer(value, status);
    DerItem sequence;
    DerItem item;
    if (!outer.expect(der::kSequence, sequence) || !outer.expectEnd())
        return false;
    DerReader inner = outer.enter(sequence);
    while (inner.next(item)) {
        if (!visit(inner, item))
            return false;
    }
    return !status.failed;
}

struct ConstraintTargets
{
    QStringList &email;
    QStringList &dns;
    QStringList &uri;
    QStringList &ip;
    QList<DistinguishedName> &directory;
    QStringList &other;
};

/// @return false for what would lose its meaning as text: NUL, blanks, other than ASCII
bool appendConstraintText(QByteArrayView content, QStringList &out)
{
    if (!std::all_of(content.begin(), content.end(), [](char c) { return c > 0x20 && c < 0x7f; }))
        return false;
    out << QString::fromLatin1(content.data(), content.size());
    return true;
}

bool appendConstraint(const DerItem &name, const ConstraintTargets &out)
{
    if (name.tag == der::context(1))
        return appendConstraintText(name.content, out.email);
    if (name.tag == der::context(2))
        return appendConstraintText(name.content, out.dns);
    if (name.tag == der::context(6))
        return appendConstraintText(name.content, out.uri);
    if (name.tag == der::context(7)) {
        const QString range = ipRangeText(name.content);
        out.ip << range;
        // CIDR as RFC 5280 has it: the right size, no holes in the mask.
        return isConstraintText(SanType::Ip, range);
    }
    if (name.tag == der::contextConstructed(4)) {
        const QByteArray nameDer = name.content.toByteArray();
        out.directory << DistinguishedName::fromDer(nameDer);
        return !nameDer.isEmpty() && isReadableName(nameDer);
    }
    out.other << generalNameText(name);
    return true;
}

/// GeneralSubtrees. @return false when malformed
bool readSubtrees(DerReader trees, const ConstraintTargets &out)
{
    if (trees.atEnd())
        return false; // SIZE (1..MAX)
    DerItem tree;
    DerItem name;
    while (!trees.atEnd()) {
        if (!trees.expect(der::kSequence, tree))
            return false;
        DerReader fields = trees.enter(tree);
        if (!fields.next(name))
            return false;
        DerItem bound;
        bool bounded = false;
        if (fields.optional(der::context(0), bound))
            bounded = decodeInteger(bound.content) != 0; // the default, though DER leaves it out
        bounded = fields.optional(der::context(1), bound) || bounded;
        if (!fields.expectEnd())
            return false;
        if (bounded)
            out.other << generalNameText(name) + QStringLiteral(" (minimum or maximum)");
        else if (!appendConstraint(name, out))
            return false;
    }
    return true;
}

} // namespace

bool nextExtension(DerReader &extensions, ExtensionItem &out)
{
    DerItem extension;
    if (!extensions.expect(der::kSequence, extension))
        return false;
    DerReader fields = extensions.enter(extension);
    DerItem item;
    if (!fields.expect(der::kOid, item))
        return false;
    out.oid = item.content;
    out.critical =
        fields.optional(der::kBoolean, item) && item.content.size() == 1 && item.content[0] != 0;
    if (!fields.expect(der::kOctetString, item) || !fields.expectEnd())
        return false;
    out.value = item.content;
    return true;
}

bool readSubjectAltNames(QByteArrayView value, QList<SubjectAltName> &out, qsizetype limit)
{
    return eachOf(value, [&](DerReader &, const DerItem &name) {
        std::optional<SanType> type;
        QString text;
        if (name.tag == der::context(1))
            type = SanType::Email;
        else if (name.tag == der::context(2))
            type = SanType::Dns;
        else if (name.tag == der::context(6))
            type = SanType::Uri;
        else if (name.tag == der::context(7))
            type = SanType::Ip;
        if (!type || out.size() >= limit)
            return true;
        text = *type == SanType::Ip ? ipAddressText(name.content) : nameText(name.content);
        if (auto checked = SubjectAltName::create(*type, text))
            out << std::move(*checked);
        return true;
    });
}

bool readKeyUsage(QByteArrayView value, KeyUsages &out)
{
    DerItem item;
    DerStatus status;
    QByteArrayView bits;
    if (!readWhole(value, der::kBitString, item, status) || !decodeBits(item.content, bits))
        return false;
    int flags = 0;
    for (int bit = 0; bit < 9 && bit < bits.size() * 8; ++bit) {
        if (bits[bit / 8] & (0x80 >> (bit % 8)))
            flags |= 1 << bit;
    }
    out = KeyUsages::fromInt(flags);
    return true;
}

bool readBasicConstraints(QByteArrayView value, bool &isCa, std::optional<int> &pathLength)
{
    DerStatus status;
    DerItem item;
    DerReader outer(value, status);
    if (!outer.expect(der::kSequence, item) || !outer.expectEnd())
        return false;
    DerReader fields = outer.enter(item);
    isCa = fields.optional(der::kBoolean, item) && item.content.size() == 1 && item.content[0];
    if (fields.optional(der::kInteger, item)) {
        const auto length = decodeInteger(item.content);
        if (!length || *length < 0)
            return false;
        pathLength = static_cast<int>(std::min<qint64>(*length, INT_MAX));
    }
    return fields.expectEnd();
}

bool readExtendedKeyUsage(QByteArrayView value, QStringList &out)
{
    return eachOf(value, [&](DerReader &, const DerItem &item) {
        out << oidToText(item.content);
        return item.tag == der::kOid;
    });
}

bool readNameConstraints(QByteArrayView value, NameConstraints &out)
{
    DerStatus status;
    DerItem item;
    DerReader outer(value, status);
    if (!outer.expect(der::kSequence, item) || !outer.expectEnd())
        return false;
    DerReader lists = outer.enter(item);
    if (lists.optional(der::contextConstructed(0), item)
        && !readSubtrees(lists.enter(item),
                         {out.permittedEmail, out.permittedDns, out.permittedUri, out.permittedIp,
                          out.permittedDirectory, out.permittedOther}))
        return false;
    if (lists.optional(der::contextConstructed(1), item)
        && !readSubtrees(lists.enter(item),
                         {out.excludedEmail, out.excludedDns, out.excludedUri, out.excludedIp,
                          out.excludedDirectory, out.excludedOther}))
        return false;
    return lists.expectEnd() && !status.failed;
}

bool readCrlUrls(QByteArrayView value, QStringList &out)
{
    return eachOf(value, [&](DerReader &reader, const DerItem &point) {
        DerReader fields = reader.enter(point);
        DerItem item;
        if (!fields.optional(der::contextConstructed(0), item))
            return true;
        DerReader pointName = fields.enter(item);
        if (!pointName.optional(der::contextConstructed(0), item))
            return true;
        DerReader names = pointName.enter(item);
        while (names.next(item)) {
            if (item.tag == der::context(6)) {
                out << nameText(item.content);
                break;
            }
        }
        return true;
    });
}

bool readAuthorityInfo(QByteArrayView value, QStringList &ocsp, QStringList &issuers)
{
    return eachOf(value, [&](DerReader &reader, const DerItem &description) {
        DerReader fields = reader.enter(description);
        DerItem method;
        DerItem location;
        if (!fields.expect(der::kOid, method) || !fields.next(location))
            return false;
        if (location.tag == der::context(6) && method.content == oid::kOcsp)
            ocsp << nameText(location.content);
        else if (location.tag == der::context(6) && method.content == oid::kCaIssuers)
            issuers << nameText(location.content);
        return true;
    });
}

bool readSubjectKeyId(QByteArrayView value, QByteArray &out)
{
    DerStatus status;
    DerItem item;
    if (!readWhole(value, der::kOctetString, item, status))
        return false;
    out = item.content.toByteArray();
    return true;
}

bool readAuthorityKeyId(QByteArrayView value, QByteArray &out)
{
    return eachOf(value, [&](DerReader &, const DerItem &item) {
        if (item.tag == der::context(0))
            out = item.content.toByteArray();
        return true;
    });
}

QString generalNameText(const DerItem &name)
{
    if (name.tag == der::context(1))
        return QStringLiteral("EMAIL:") + nameText(name.content);
    if (name.tag == der::context(2))
        return QStringLiteral("DNS:") + nameText(name.content);
    if (name.tag == der::context(6))
        return QStringLiteral("URI:") + nameText(name.content);
    if (name.tag == der::context(7))
        return QStringLiteral("IP:") + ipAddressText(name.content);
    if (name.tag == der::context(8))
        return QStringLiteral("RID:") + oidToText(name.content);
    if (name.tag == der::contextConstructed(4))
        return QStringLiteral("DIR:")
               + DistinguishedName::fromDer(name.content.toByteArray()).toString();
    return QStringLiteral("other:") + QString::fromLatin1(name.content.toByteArray().toHex());
}

} // namespace cas::crypto
