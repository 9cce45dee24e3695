// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/distinguished_name.h"
#include "core/crypto/internal/der_writer.h"
#include "core/crypto/key.h"

namespace cas::crypto {

/// The three parts that certificates, requests and CRLs share.
struct SignedParts
{
    DerItem tbs;
    DerItem algorithm;
    QByteArrayView signature;
};
/// Takes SEQUENCE { tbs, AlgorithmIdentifier, BIT STRING } apart.
/// @return false: see status
bool readSignedObject(QByteArrayView der, SignedParts &parts, DerStatus &status);

/// Signs `tbs` and puts the object together.
/// @errors those of the signer; InvalidArgument: it has no algorithm
Result<QByteArray> signObject(const QByteArray &tbs, const QByteArray &algorithm,
                              const Signer &signer);

/// A name that was never set is the empty SEQUENCE.
void writeName(DerWriter &out, const DistinguishedName &name);
/// UTC, years 1950-9999: what RFC 5280 §4.1.2.5 can say.
bool isEncodableTime(const QDateTime &utc);

} // namespace cas::crypto
