// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace cas::crypto {

/// One attribute of a name: `type` is a short name (CN, O, OU, L, ST, C, emailAddress, UID,
/// serialNumber, DC, STREET, postalCode, organizationIdentifier, SN, GN, title ...) or a dotted
/// OID.
struct NameAttribute
{
    QString type;
    QString value;
    bool operator==(const NameAttribute &) const = default;
};

/// Whether a name with this character would be read as another one: controls and line ends, which
/// break every listing, what cannot be seen (bidirectional overrides, zero width characters), and
/// the sign that stands for bytes which were no text (U+FFFD).
/// The joiners of Persian and Indic words are none of these.
bool misleadsInName(char32_t code);

/// An X.501 name. Either made from checked attributes, or read from a certificate and then kept
/// byte for byte (issuer comparison is a byte comparison).
class DistinguishedName
{
public:
    DistinguishedName() = default;

    /// Written C, ST, L, O, OU, CN ... in the order given; PrintableString for C, IA5String for
    /// emailAddress and DC, UTF8String otherwise. Empty values are left out.
    /// @errors SubjectInvalid(arg attribute): misleading character or unknown attribute type;
    ///         CountryInvalid: C is not two letters; CommonNameInvalid: CN empty or > 64
    ///         characters; InputTooLong(field = type, arg limit): past the X.520 upper bound
    static Result<DistinguishedName> create(const QList<NameAttribute> &attributes);
    /// RFC 4514 text as people type it: `CN=Example Root, O=Example, C=CN`, also `/C=CN/O=..`;
    /// `\,` and quotes understood. The order is kept as typed. An RDN of several attributes
    /// (`CN=a+O=b`) and a value in BER (`#0402..`) are refused, not taken for text.
    /// @errors SubjectInvalid: what does not parse; and those of create()
    static Result<DistinguishedName> parse(const QString &text);
    /// From a DER Name; never fails on odd strings: damaged text becomes U+FFFD, NUL shows as \00.
    static DistinguishedName fromDer(const QByteArray &nameDer);

    [[nodiscard]] bool isEmpty() const noexcept { return m_attributes.isEmpty(); }
    [[nodiscard]] const QByteArray &der() const noexcept { return m_der; }
    [[nodiscard]] const QList<NameAttribute> &attributes() const noexcept { return m_attributes; }
    /// First value of an attribute type, empty when absent.
    [[nodiscard]] QString value(QStringView type) const;
    [[nodiscard]] QString commonName() const { return value(u"CN"); }
    /// `CN=Example Root, O=Example, C=CN`: escaped as RFC 4514, most specific first is *not*
    /// forced: the order of the certificate is kept.
    [[nodiscard]] QString toString() const;
    bool operator==(const DistinguishedName &other) const { return m_der == other.m_der; }

private:
    QList<NameAttribute> m_attributes;
    QByteArray m_der;
};

} // namespace cas::crypto
