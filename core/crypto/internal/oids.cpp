// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/oids.h"

namespace cas::crypto::oid {

namespace {

struct OidName
{
    const char *dotted;
    const char *name;
};

constexpr OidName kOidNames[] = {
    {"2.5.29.9", "Subject Directory Attributes"},
    {"2.5.29.14", "Subject Key Identifier"},
    {"2.5.29.15", "Key Usage"},
    {"2.5.29.16", "Private Key Usage Period"},
    {"2.5.29.17", "Subject Alternative Name"},
    {"2.5.29.18", "Issuer Alternative Name"},
    {"2.5.29.19", "Basic Constraints"},
    {"2.5.29.20", "CRL Number"},
    {"2.5.29.27", "Delta CRL Indicator"},
    {"2.5.29.28", "Issuing Distribution Point"},
    {"2.5.29.30", "Name Constraints"},
    {"2.5.29.31", "CRL Distribution Points"},
    {"2.5.29.32", "Certificate Policies"},
    {"2.5.29.32.0", "Any Policy"},
    {"2.5.29.33", "Policy Mappings"},
    {"2.5.29.35", "Authority Key Identifier"},
    {"2.5.29.36", "Policy Constraints"},
    {"2.5.29.37", "Extended Key Usage"},
    {"2.5.29.37.0", "Any Extended Key Usage"},
    {"2.5.29.46", "Freshest CRL"},
    {"2.5.29.54", "Inhibit Any Policy"},
    {"1.3.6.1.5.5.7.1.1", "Authority Information Access"},
    {"1.3.6.1.5.5.7.1.3", "Qualified Certificate Statements"},
    {"1.3.6.1.5.5.7.1.11", "Subject Information Access"},
    {"1.3.6.1.5.5.7.1.24", "TLS Feature"},
    {"1.3.6.1.5.5.7.48.1.5", "OCSP No Check"},
    {"1.3.6.1.4.1.11129.2.4.2", "Signed Certificate Timestamps"},
    {"1.3.6.1.4.1.11129.2.4.3", "Certificate Transparency Poison"},
    {"2.16.840.1.113730.1.1", "Netscape Certificate Type"},
    {"2.16.840.1.113730.1.13", "Netscape Comment"},
    {"1.3.6.1.5.5.7.3.1", "Server Authentication"},
    {"1.3.6.1.5.5.7.3.2", "Client Authentication"},
    {"1.3.6.1.5.5.7.3.3", "Code Signing"},
    {"1.3.6.1.5.5.7.3.4", "Email Protection"},
    {"1.3.6.1.5.5.7.3.8", "Time Stamping"},
    {"1.3.6.1.5.5.7.3.9", "OCSP Signing"},
    {"1.3.6.1.5.5.7.48.1", "OCSP"},
    {"1.3.6.1.5.5.7.48.2", "CA Issuers"},
};

} // namespace

QString standardName(const QString &dotted)
{
    for (const OidName &row : kOidNames) {
        if (dotted == QLatin1String(row.dotted))
            return QString::fromLatin1(row.name);
    }
    return {};
}

} // namespace cas::crypto::oid
