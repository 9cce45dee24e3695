// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/signed_object.h"
#include "core/crypto/internal/der_values.h"

namespace cas::crypto {

bool readSignedObject(QByteArrayView der, SignedParts &parts, DerStatus &status)
{
    DerReader outer(der, status);
    DerItem whole;
    DerItem bits;
    if (!outer.expect(der::kSequence, whole) || !outer.expectEnd())
        return false;
    DerReader fields = outer.enter(whole);
    if (!fields.expect(der::kSequence, parts.tbs) || !fields.expect(der::kSequence, parts.algorithm)
        || !fields.expect(der::kBitString, bits) || !fields.expectEnd())
        return false;
    return decodeBits(bits.content, parts.signature) || fields.fault();
}

Result<QByteArray> signObject(const QByteArray &tbs, const QByteArray &algorithm,
                              const Signer &signer)
{
    if (algorithm.isEmpty())
        return fail(ErrorCode::InvalidArgument, {}, {}, QStringLiteral("signer has no algorithm"));
    CAS_TRY(const QByteArray signature, signer.sign(tbs));
    DerWriter out(tbs.size() + signature.size() + 64);
    out.begin(der::kSequence);
    out.raw(tbs);
    out.raw(algorithm);
    out.bitString(signature);
    out.end();
    return out.take();
}

void writeName(DerWriter &out, const DistinguishedName &name)
{
    if (name.der().isEmpty())
        out.primitive(der::kSequence, {});
    else
        out.raw(name.der());
}

bool isEncodableTime(const QDateTime &utc)
{
    return utc.isValid() && utc.timeSpec() == Qt::UTC && utc.date().year() >= 1950
           && utc.date().year() <= 9999;
}

} // namespace cas::crypto
