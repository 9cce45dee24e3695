// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate_fields.h"
#include "core/crypto/internal/der_reader.h"
#include "core/crypto/internal/der_writer.h"

#include <optional>

namespace cas::crypto {

// Writing: each begins and ends whole Extension structures. Source: RFC 5280 §4.2.

/// SEQUENCE { extnID, critical, OCTET STRING { ... left open for the value.
enum class Critical { No, Yes };
void beginExtension(DerWriter &out, QByteArrayView oid, Critical critical);
void endExtension(DerWriter &out);
void writeGeneralNames(DerWriter &out, const QList<SubjectAltName> &names);
void writeKeyUsage(DerWriter &out, KeyUsages usage);
/// @errors InvalidArgument: a text that is no constraint
Result<> writeNameConstraints(DerWriter &out, const NameConstraints &constraints);

// Reading. Values are the contents of extnValue.

struct ExtensionItem
{
    QByteArrayView oid;
    bool critical = false;
    QByteArrayView value;
};
/// Steps through the contents of an Extensions SEQUENCE. @return false at the end or when broken
bool nextExtension(DerReader &extensions, ExtensionItem &out);

/// The well-formed DNS, IP, e-mail and URI names, at most `limit`.
/// @return false when the value is no GeneralNames at all
bool readSubjectAltNames(QByteArrayView value, QList<SubjectAltName> &out, qsizetype limit);
bool readKeyUsage(QByteArrayView value, KeyUsages &out);
bool readBasicConstraints(QByteArrayView value, bool &isCa, std::optional<int> &pathLength);
bool readExtendedKeyUsage(QByteArrayView value, QStringList &out);
bool readNameConstraints(QByteArrayView value, NameConstraints &out);
/// The first URL of each distribution point's fullName.
bool readCrlUrls(QByteArrayView value, QStringList &out);
bool readAuthorityInfo(QByteArrayView value, QStringList &ocsp, QStringList &issuers);
bool readSubjectKeyId(QByteArrayView value, QByteArray &out);
bool readAuthorityKeyId(QByteArrayView value, QByteArray &out);

/// A name without checks of its text, for what foreign certificates carry.
QString generalNameText(const DerItem &name);

} // namespace cas::crypto
