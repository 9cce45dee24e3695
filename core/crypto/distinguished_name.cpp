// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/distinguished_name.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/internal/name_types.h"

#include <QStringDecoder>

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr int kUsualAttributes = 6; // room made at once
constexpr int kUnknownTypeBound = 1024; // characters, for types given as a dotted OID

bool isPrintableString(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || QStringView(u" '()+,-./:=?").contains(c);
    });
}

bool isAsciiText(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x80); });
}

bool isCountry(QStringView text)
{
    return text.size() == 2
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

QString escapedValue(const QString &value)
{
    QString out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        const bool edge = i == 0 || i == value.size() - 1;
        if (QStringView(u",+\"\\<>;=").contains(c) || (c == u'#' && i == 0) || (c == u' ' && edge))
            out += u'\\';
        if (!c.isSurrogate() && misleadsInName(c.unicode())) {
            for (const char octet : QString(c).toUtf8())
                out +=
                    QStringLiteral("\\%1").arg(static_cast<quint8>(octet), 2, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

/// Reads one value of RFC 4514 §2.4 up to an unescaped separator.
class NameTextReader
{
public:
    NameTextReader(QStringView text, bool slashes)
        : m_text(text)
        , m_slashes(slashes)
    { }

    Result<QList<NameAttribute>> read()
    {
        QList<NameAttribute> attributes;
        while (m_at < m_text.size()) {
            const qsizetype equals = m_text.indexOf(u'=', m_at);
            if (equals < 0)
                return invalid();
            const QString type = m_text.sliced(m_at, equals - m_at).trimmed().toString();
            m_at = equals + 1;
            QString value;
            if (type.isEmpty() || !readValue(value))
                return invalid();
            attributes << NameAttribute{type, value};
        }
        return attributes;
    }

private:
    Error invalid() const
    {
        return fail(ErrorCode::SubjectInvalid, QStringLiteral("subject"), {m_text.toString()});
    }

    bool isSeparator(QChar c) const { return m_slashes ? c == u'/' : c == u',' || c == u';'; }

    bool readValue(QString &value)
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        bool quoted = m_at < m_text.size() && m_text[m_at] == u'"';
        if (quoted)
            ++m_at;
        const bool wasQuoted = quoted;
        if (!wasQuoted && isBerValue(m_at))
            return false;
        qsizetype kept = 0; // end of what trailing blanks may not be cut from
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (!quoted && isSeparator(c))
                break;
            if (!quoted && c == u'+' && startsAttribute(m_at + 1))
                return false;
            ++m_at;
            if (quoted && c == u'"') {
                quoted = false;
                kept = value.size();
            } else if (c == u'\\') {
                if (!readEscape(value))
                    return false;
                kept = value.size();
            } else if (wasQuoted && !quoted) {
                if (!c.isSpace())
                    return false;
            } else {
                value += c;
            }
        }
        if (quoted)
            return false;
        if (m_at < m_text.size())
            ++m_at; // the separator
        while (value.size() > kept && value.back().isSpace())
            value.chop(1);
        return true;
    }

    bool readEscape(QString &value)
    {
        QByteArray octets;
        if (m_at >= m_text.size())
            return false;
        do {
            bool hex = false;
            const QStringView pair = m_text.mid(m_at, 2);
            const uint octet =
                pair.size() == 2 && pair[0] != u'+' && pair[0] != u'-' ? pair.toUInt(&hex, 16) : 0;
            if (!hex)
                break;
            octets.append(static_cast<char>(octet));
            m_at += 2;
        } while (m_at + 2 < m_text.size() && m_text[m_at] == u'\\'
                 && m_text.mid(m_at + 1, 1) != u"\\" && isHexPair(m_at + 1) && ++m_at);
        if (octets.isEmpty()) {
            value += m_text[m_at++];
            return true;
        }
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        value += utf8.decode(octets);
        return !utf8.hasError();
    }

    /// "#04024869": the value in BER. What it holds would be another type than we write.
    bool isBerValue(qsizetype at) const
    {
        if (at >= m_text.size() || m_text[at] != u'#')
            return false;
        qsizetype digits = 0;
        for (++at; at < m_text.size() && !isSeparator(m_text[at]); ++at, ++digits) {
            const QChar c = m_text[at].toLower();
            if (!(c >= u'0' && c <= u'9') && !(c >= u'a' && c <= u'f'))
                return false;
        }
        return digits > 0 && digits % 2 == 0;
    }

    /// "CN=a+O=b" is one RDN of two attributes, which we do not write. A plus that begins nothing
    /// is only a plus: "C++ Builders".
    bool startsAttribute(qsizetype at) const
    {
        const qsizetype equals = m_text.indexOf(u'=', at);
        if (equals < 0)
            return false;
        const QString type = m_text.sliced(at, equals - at).trimmed().toString();
        return nameTypeByShortName(type) || !oidFromText(type).isEmpty();
    }

    bool isHexPair(qsizetype at) const
    {
        bool hex = false;
        const QStringView pair = m_text.mid(at, 2);
        if (pair.size() == 2 && pair[0] != u'+' && pair[0] != u'-')
            (void)pair.toUInt(&hex, 16);
        return hex;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_slashes;
};

} // namespace

bool misleadsInName(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return code != 0x200c && code != 0x200d; // ZWNJ, ZWJ
    default:
        return code == 0xfffd; // what was typed was no text
    }
}

Result<DistinguishedName> DistinguishedName::create(const QList<NameAttribute> &attributes)
{
    DistinguishedName name;
    DerWriter out(256);
    out.begin(der::kSequence);
    for (const NameAttribute &attribute : attributes) {
        const NameType *known = nameTypeByShortName(attribute.type);
        QByteArray typeOid = known ? known->oid.toByteArray() : oidFromText(attribute.type);
        if (typeOid.isEmpty())
            return fail(ErrorCode::SubjectInvalid, QStringLiteral("subject"), {attribute.type});
        if (!known)
            known = nameTypeByOid(typeOid);
        const QString type = known ? known->text() : attribute.type;
        QString value = attribute.value.trimmed();
        const quint8 tag = known ? known->stringTag : der::kUtf8String;
        const int bound = known ? known->upperBound : kUnknownTypeBound;
        const auto codes = value.toUcs4();

        if (type == u"CN" && (codes.isEmpty() || codes.size() > bound))
            return fail(ErrorCode::CommonNameInvalid, QStringLiteral("CN"), {value});
        if (value.isEmpty())
            continue;
        if (!value.isValidUtf16() || std::any_of(codes.begin(), codes.end(), misleadsInName))
            return fail(ErrorCode::SubjectInvalid, QStringLiteral("subject"), {type});
        if (bound == 2) {
            value = value.toUpper();
            if (!isCountry(value))
                return fail(ErrorCode::CountryInvalid, type, {value});
        }
        if (codes.size() > bound)
            return fail(ErrorCode::InputTooLong, type, {QString::number(bound)});
        if ((tag == der::kPrintableString && !isPrintableString(value))
            || (tag == der::kIa5String && !isAsciiText(value)))
            return fail(ErrorCode::SubjectInvalid, QStringLiteral("subject"), {type});

        out.begin(der::kSet);
        out.begin(der::kSequence);
        out.oid(typeOid);
        out.primitive(tag, value.toUtf8());
        out.end();
        out.end();
        name.m_attributes << NameAttribute{type, value};
    }
    out.end();
    name.m_der = out.take();
    return name;
}

Result<DistinguishedName> DistinguishedName::parse(const QString &text)
{
    QStringView trimmed = QStringView(text).trimmed();
    const bool slashes = trimmed.startsWith(u'/');
    if (slashes)
        trimmed = trimmed.sliced(1);
    CAS_TRY(const auto attributes, NameTextReader(trimmed, slashes).read());
    return create(attributes);
}

DistinguishedName DistinguishedName::fromDer(const QByteArray &nameDer)
{
    DistinguishedName name;
    name.m_der = nameDer;
    DerStatus status;
    DerItem rdns;
    DerItem rdn;
    if (!readWhole(nameDer, der::kSequence, rdns, status))
        return name;
    name.m_attributes.reserve(kUsualAttributes);
    DerReader rdnReader = DerReader(nameDer, status).enter(rdns);
    while (rdnReader.next(rdn)) {
        DerReader pairReader = rdnReader.enter(rdn);
        DerItem pair;
        while (pairReader.next(pair)) {
            DerReader fields = pairReader.enter(pair);
            DerItem type;
            DerItem value;
            if (!fields.expect(der::kOid, type) || !fields.next(value))
                break;
            const NameType *known = nameTypeByOid(type.content);
            name.m_attributes << NameAttribute{known ? known->text() : oidToText(type.content),
                                               decodeText(value)};
        }
    }
    return name;
}

QString DistinguishedName::value(QStringView type) const
{
    for (const NameAttribute &attribute : m_attributes) {
        if (attribute.type == type)
            return attribute.value;
    }
    return {};
}

QString DistinguishedName::toString() const
{
    QStringList parts;
    for (const NameAttribute &attribute : m_attributes)
        parts << attribute.type + u'=' + escapedValue(attribute.value);
    return parts.join(QStringLiteral(", "));
}

} // namespace cas::crypto
