// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/internal/der_reader.h"

#include <QString>

namespace cas::crypto {

/// One attribute type of a name: how it is called, encoded and bounded.
/// @source X.520, RFC 5280 appendix A.1 (upper bounds), RFC 4519, RFC 2985
struct NameType
{
    QStringView shortName; // of a literal: lives as long as the program
    QByteArrayView oid;
    quint8 stringTag; // what we write
    int upperBound; // characters

    /// The short name without a copy: names are read by the hundred thousand.
    [[nodiscard]] QString text() const
    {
        return QString::fromRawData(shortName.data(), shortName.size());
    }
};

/// @param name short name, case ignored @return null when not known
const NameType *nameTypeByShortName(QStringView name);
const NameType *nameTypeByOid(QByteArrayView oid);

/// Whether a DER Name or GeneralNames holds a string with a NUL character.
bool holdsNul(QByteArrayView der);

} // namespace cas::crypto
