// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_code.h"

#include <QString>
#include <QStringList>

namespace cas {

/// Where a native error number comes from; `None` when there is none.
enum class NativeDomain { None, OpenSsl, Sqlite, Os, Http, Keychain, Pkcs11, Skf, Acme };

/// The number another library gave, kept so that logs and bug reports can name it.
struct NativeCode
{
    NativeDomain domain = NativeDomain::None;
    qint64 number = 0;
    bool operator==(const NativeCode &) const = default;
};

/// One thing that went wrong, as a value: a code to branch on, never only a sentence.
///
/// `field`  names the input at fault (`san`, `days`, `passphrase`), empty when no single one is.
/// `args`   are the values that a sentence about it needs (a limit, a name), in the order that
///          ui/error_text documents for the code. Untrusted text is allowed, secrets are not.
/// `detail` is English text for the log and the "details" fold; never a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString field = {};
    QStringList args = {};
    QString detail = {};
    NativeCode native = {};

    bool operator==(const Error &) const = default;
};

/// The stable dotted name of a code, as scripts see it (`input.san.invalid`).
QString errorName(ErrorCode code);

/// casctl's exit status for a code (cli.md): 1 failed, 2 usage, 3 input refused, 4 locked or not
/// permitted, 5 not found, 6 wrong state, 7 the other side failed.
int exitStatus(ErrorCode code);

} // namespace cas
