// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/name_types.h"
#include "core/crypto/internal/oids.h"

namespace cas::crypto {

namespace {

using oid::octets;

#define CAS_X520(last) octets("\x55\x04" last)
#define CAS_JURISDICTION(last) octets("\x2b\x06\x01\x04\x01\x82\x37\x3c\x02\x01" last)

constexpr NameType kNameTypes[] = {
    {u"CN", CAS_X520("\x03"), der::kUtf8String, 64},
    {u"O", CAS_X520("\x0a"), der::kUtf8String, 64},
    {u"OU", CAS_X520("\x0b"), der::kUtf8String, 64},
    {u"C", CAS_X520("\x06"), der::kPrintableString, 2},
    {u"ST", CAS_X520("\x08"), der::kUtf8String, 128},
    {u"L", CAS_X520("\x07"), der::kUtf8String, 128},
    {u"STREET", CAS_X520("\x09"), der::kUtf8String, 128},
    {u"postalCode", CAS_X520("\x11"), der::kUtf8String, 40},
    {u"emailAddress", octets("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01"), der::kIa5String, 255},
    {u"UID", octets("\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01"), der::kUtf8String, 256},
    {u"DC", octets("\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19"), der::kIa5String, 63},
    // X.520 has PrintableString only for these two.
    {u"serialNumber", CAS_X520("\x05"), der::kPrintableString, 64},
    {u"dnQualifier", CAS_X520("\x2e"), der::kPrintableString, 64},
    {u"SN", CAS_X520("\x04"), der::kUtf8String, 64},
    {u"GN", CAS_X520("\x2a"), der::kUtf8String, 64},
    {u"title", CAS_X520("\x0c"), der::kUtf8String, 64},
    {u"initials", CAS_X520("\x2b"), der::kUtf8String, 64},
    {u"name", CAS_X520("\x29"), der::kUtf8String, 64},
    {u"generationQualifier", CAS_X520("\x2c"), der::kUtf8String, 64},
    {u"pseudonym", CAS_X520("\x41"), der::kUtf8String, 128},
    {u"description", CAS_X520("\x0d"), der::kUtf8String, 1024},
    {u"businessCategory", CAS_X520("\x0f"), der::kUtf8String, 128},
    {u"organizationIdentifier", CAS_X520("\x61"), der::kUtf8String, 256},
    {u"jurisdictionL", CAS_JURISDICTION("\x01"), der::kUtf8String, 128},
    {u"jurisdictionST", CAS_JURISDICTION("\x02"), der::kUtf8String, 128},
    {u"jurisdictionC", CAS_JURISDICTION("\x03"), der::kPrintableString, 2},
    {u"unstructuredName", octets("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x02"), der::kUtf8String, 255},
};
#undef CAS_X520
#undef CAS_JURISDICTION

struct NameAlias
{
    const char *alias;
    const char *shortName;
};
constexpr NameAlias kNameAliases[] = {
    {"E", "emailAddress"},
    {"email", "emailAddress"},
    {"S", "ST"},
    {"surname", "SN"},
    {"givenName", "GN"},
    {"commonName", "CN"},
    {"countryName", "C"},
    {"localityName", "L"},
    {"stateOrProvinceName", "ST"},
    {"organizationName", "O"},
    {"organizationalUnitName", "OU"},
    {"userId", "UID"},
};

bool holdsNulIn(DerReader reader)
{
    DerItem item;
    while (reader.next(item)) {
        if (item.tag & 0x20) {
            if (holdsNulIn(reader.enter(item)))
                return true;
            continue;
        }
        const bool wide = item.tag == der::kBmpString || item.tag == der::kUniversalString;
        const qsizetype step = item.tag == der::kBmpString ? 2 : wide ? 4 : 1;
        const bool text = wide || item.tag == der::kUtf8String || item.tag == der::kT61String
                          || item.tag == der::kPrintableString || item.tag == der::kIa5String
                          || item.tag == der::kVisibleString || item.tag == der::context(1)
                          || item.tag == der::context(2) || item.tag == der::context(6);
        for (qsizetype i = 0; text && i + step <= item.content.size(); i += step) {
            qsizetype zeros = 0;
            while (zeros < step && item.content[i + zeros] == 0)
                ++zeros;
            if (zeros == step)
                return true;
        }
    }
    return false;
}

} // namespace

const NameType *nameTypeByShortName(QStringView name)
{
    for (const NameAlias &row : kNameAliases) {
        if (name.compare(QLatin1String(row.alias), Qt::CaseInsensitive) == 0)
            return nameTypeByShortName(QString::fromLatin1(row.shortName));
    }
    for (const NameType &row : kNameTypes) {
        if (name.compare(row.shortName, Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

const NameType *nameTypeByOid(QByteArrayView oid)
{
    for (const NameType &row : kNameTypes) {
        if (row.oid == oid)
            return &row;
    }
    return nullptr;
}

bool holdsNul(QByteArrayView der)
{
    DerStatus status;
    return holdsNulIn(DerReader(der, status));
}

} // namespace cas::crypto
