// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/openssl_error.h"

#include <openssl/err.h>

namespace cas::crypto {

Error failOpenssl(const char *call, ErrorCode code)
{
    Error error{code};
    QStringList reasons;
    while (const unsigned long number = ERR_get_error()) {
        if (reasons.isEmpty())
            error.native = {NativeDomain::OpenSsl, static_cast<qint64>(number)};
        const char *reason = ERR_reason_error_string(number);
        reasons << (reason ? QString::fromLatin1(reason)
                           : QStringLiteral("error %1").arg(number, 0, 16));
    }
    error.detail = QString::fromLatin1(call);
    if (!reasons.isEmpty())
        error.detail += QStringLiteral(": ") + reasons.join(QStringLiteral("; "));
    return error;
}

} // namespace cas::crypto
