// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace cas::crypto {

/// The key algorithms the console makes (architecture.md, "Settled").
enum class KeyAlgorithm { Rsa2048, Rsa3072, Rsa4096, EcP256, EcP384, EcP521, Ed25519, Sm2 };

/// All of them, in the order they are offered.
QList<KeyAlgorithm> allKeyAlgorithms();

/// `rsa-2048` ... `ec-p256` ... `ed25519` `sm2`: command line, JSON and store.
QString keyAlgorithmId(KeyAlgorithm algorithm);
/// @errors InputInvalid(field `key`): not one of the ids above (case ignored)
Result<KeyAlgorithm> parseKeyAlgorithm(const QString &id);
/// `RSA 2048`, `ECC P-256`, `Ed25519`, `SM2`: for people, not translated.
QString keyAlgorithmLabel(KeyAlgorithm algorithm);

} // namespace cas::crypto
