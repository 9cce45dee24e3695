// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/container_input.h"
#include "core/crypto/internal/der_values.h"
#include "core/crypto/internal/oids.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/evp.h>

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

Error decryptionFailure(const char *call)
{
    QString name;
    const char *data = nullptr;
    int flags = 0;
    if (ERR_peek_last_error_data(&data, &flags) && data && (flags & ERR_TXT_STRING))
        name = QString::fromUtf8(data);
    Error error = failOpenssl(call, ErrorCode::WrongExportPassphrase);
    if (error.detail.contains(QLatin1String("unsupported"))
        || error.detail.contains(QLatin1String("unknown"))) {
        error.code = ErrorCode::CipherUnsupported;
        error.args = {name};
    }
    return error;
}

} // namespace cas::crypto
