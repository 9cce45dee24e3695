// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/certificate.h"
#include "core/crypto/pem_reader.h"

#include <vector>

namespace cas::crypto {

/// What a file, or a block of a PEM file, turned out to hold.
struct Material
{
    QList<Certificate> certificates;
    QList<PrivateKey> keys;
    bool unchecked = false; // a PKCS#12 file without a MAC
};

/// Reads certificates and keys in any form, known by their content: a certificate, several one
/// after another, PKCS#7, PKCS#12, PKCS#8 (plain and encrypted), RSA and EC keys. What a name or a
/// PEM label says is not looked at.
/// @param der with a legacy encrypted PEM key: see readPrivateKey()
/// @param passphrases tried in turn where one is needed
/// @errors FormatUnknown; NotACertificate(arg: `request`, `crl`): it is something else of this
///         field; PassphraseMissing, WrongExportPassphrase (field `passphrase`); those of
///         Certificate::fromDer(), readPkcs12(), readPrivateKey()
/// @thread any
Result<Material> readMaterial(const QByteArray &der, const std::vector<SecretBytes> &passphrases);
/// The same of a PEM block, also with the traditional encryption of its headers.
Result<Material> readMaterial(const PemText &text, const std::vector<SecretBytes> &passphrases);

} // namespace cas::crypto
