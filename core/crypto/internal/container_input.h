// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/containers.h"

#include <QByteArrayView>

#include <openssl/types.h>

namespace cas::crypto {

/// Iterations that we are ready to spend on somebody's file (crypto-notes §8).
constexpr qint64 kIterationLimit = 10'000'000;

/// Reads the counts of an encryption AlgorithmIdentifier before any work is done for it.
/// @errors IterationsTooMany(args n, limit); DerInvalid
Result<> checkIterations(QByteArrayView algorithmDer);
/// Checks one count. @errors IterationsTooMany
Result<> checkIterationCount(qint64 count);

/// A library context that knows RC2 and the other legacy ciphers, for reading only; made at first
/// use, never the global one. Null when the legacy provider is not installed.
OSSL_LIB_CTX *legacyContext();

/// What the queue says after a failed decryption: CipherUnsupported(arg name) or
/// WrongExportPassphrase.
/// @param algorithmDer encryption AlgorithmIdentifier, to name the cipher (for PBES2 the inner one)
Error decryptionFailure(const char *call, QByteArrayView algorithmDer);

} // namespace cas::crypto
