// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/container_input.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

namespace cas::crypto {

namespace {

struct LegacyLibrary
{
    LibCtxPtr context{OSSL_LIB_CTX_new()};
    bool usable = false;
    LegacyLibrary()
    {
        // Providers live as long as their context.
        usable = context && OSSL_PROVIDER_load(context.get(), "default")
                 && OSSL_PROVIDER_load(context.get(), "legacy");
        ERR_clear_error();
    }
};

/// PBKDF2-params and PKCS-12 PbeParams: SEQUENCE { salt OCTET STRING, iterations INTEGER ...}.
Result<> checkSaltAndCount(DerReader fields)
{
    DerItem item;
    if (!fields.next(item) || !fields.expect(der::kInteger, item))
        return fail(ErrorCode::DerInvalid);
    return checkIterationCount(decodeInteger(item.content).value_or(kIterationLimit + 1));
}

/// What to call the cipher of an encryption AlgorithmIdentifier: OpenSSL's name, else the OID.
QString cipherName(QByteArrayView algorithmDer)
{
    DerStatus status;
    DerItem item;
    DerItem type;
    if (!readWhole(algorithmDer, der::kSequence, item, status))
        return {};
    DerReader fields = DerReader(algorithmDer, status).enter(item);
    if (!fields.expect(der::kOid, type))
        return {};
    if (type.content == oid::kPbes2 && fields.expect(der::kSequence, item)) {
        DerReader pbes2 = fields.enter(item);
        DerItem kdf;
        if (pbes2.expect(der::kSequence, kdf) && pbes2.expect(der::kSequence, item)
            && !pbes2.enter(item).expect(der::kOid, type))
            return {};
    }
    const QString dotted = oidToText(type.content);
    const int nid = OBJ_txt2nid(dotted.toLatin1().constData());
    ERR_clear_error();
    return nid == NID_undef ? dotted : QString::fromLatin1(OBJ_nid2ln(nid));
}

} // namespace

Result<> checkIterationCount(qint64 count)
{
    if (count > kIterationLimit || count < 0)
        return fail(ErrorCode::IterationsTooMany, {},
                    {QString::number(count), QString::number(kIterationLimit)});
    return {};
}

Result<> checkIterations(QByteArrayView algorithmDer)
{
    DerStatus status;
    DerItem algorithm;
    if (!readWhole(algorithmDer, der::kSequence, algorithm, status))
        return status.error();
    DerReader fields = DerReader(algorithmDer, status).enter(algorithm);
    DerItem type;
    DerItem params;
    if (!fields.expect(der::kOid, type))
        return fail(ErrorCode::DerInvalid);
    if (!fields.optional(der::kSequence, params))
        return {};
    DerReader inner = fields.enter(params);
    if (type.content != oid::kPbes2)
        return checkSaltAndCount(inner);
    DerItem kdf;
    DerItem kdfType;
    DerItem kdfParams;
    if (!inner.expect(der::kSequence, kdf))
        return fail(ErrorCode::DerInvalid);
    DerReader kdfFields = inner.enter(kdf);
    if (!kdfFields.expect(der::kOid, kdfType) || !kdfFields.expect(der::kSequence, kdfParams))
        return fail(ErrorCode::DerInvalid);
    if (kdfType.content == oid::kPbkdf2)
        return checkSaltAndCount(kdfFields.enter(kdfParams));
    return {}; // scrypt has OpenSSL's memory limit
}

OSSL_LIB_CTX *legacyContext()
{
    // Never freed, as the fetched algorithms: a reader may still run while the process exits.
    static const LegacyLibrary *const library = new LegacyLibrary;
    return library->usable ? library->context.get() : nullptr;
}

Error decryptionFailure(const char *call, QByteArrayView algorithmDer)
{
    Error error = failOpenssl(call, ErrorCode::WrongExportPassphrase);
    if (error.detail.contains(QLatin1String("unsupported"))
        || error.detail.contains(QLatin1String("unknown"))) {
        error.code = ErrorCode::CipherUnsupported;
        error.args = {cipherName(algorithmDer)};
    }
    return error;
}

} // namespace cas::crypto
