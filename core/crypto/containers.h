// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/key.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace cas::crypto {

/// Strength of what we write (crypto-notes §5.2). Current: PBES2, AES-256-CBC, PBKDF2-SHA256
/// 100,000 rounds, MAC SHA-256. Compatible: 3DES and SHA-1, 2,048 rounds, for old Windows, Java and
/// macOS; never RC2.
enum class ContainerStrength { Current, Compatible };

// --- PEM (RFC 7468) ---
struct PemBlock
{
    QString label; // "CERTIFICATE"
    QByteArray der;
    qint64 line = 0; // 1-based, of its BEGIN line
};
/// `-----BEGIN label-----`, 64 columns, LF.
QByteArray toPem(QByteArrayView der, const char *label);
/// The same for secrets: the text is a secret as well.
SecretBytes toPem(const SecretBytes &der, const char *label);
/// Every block of a text: BOM, UTF-16, CRLF, indentation, one long line and text around blocks are
/// accepted; NUL, bad base64, a missing END, a block over 16 MiB are not.
/// @errors PemInvalid(args line, reason); FileTooLarge over 64 MiB
Result<QList<PemBlock>> splitPem(const QByteArray &text);

// --- PKCS#8 (RFC 5208, 5958; PBES2: RFC 8018) ---
/// @return DER EncryptedPrivateKeyInfo, PBES2 with AES-256-CBC
Result<QByteArray> encryptPkcs8(const SecretBytes &pkcs8, const SecretBytes &passphrase);
/// Also GmSSL's HMAC-SM3 form (crypto-notes §1.1).
/// @errors WrongExportPassphrase; CipherUnsupported(arg name); IterationsTooMany(args n, limit);
///         DerInvalid
Result<SecretBytes> decryptPkcs8(const QByteArray &der, const SecretBytes &passphrase);
/// PEM or DER key, plain or encrypted (PKCS#8, traditional with DEK-Info).
/// @errors PassphraseMissing: encrypted and none given; as decryptPkcs8
Result<PrivateKey> readPrivateKey(const QByteArray &pemOrDer, const SecretBytes &passphrase);

// --- PKCS#12 (RFC 7292) ---
/// Whether a file that was read could be checked as a whole.
enum class Pkcs12Mac {
    Verified,
    Absent, // nothing tells whether it was changed: the person must be told before it is used
};
struct Pkcs12Content
{
    QList<PrivateKey> keys;
    QList<QByteArray> certificates; // DER, file order
    QString friendlyName;
    Pkcs12Mac mac = Pkcs12Mac::Verified;
};
/// @param chain DER, leaf first; `key` belongs to the first
Result<QByteArray> buildPkcs12(const PrivateKey &key, const QList<QByteArray> &chain,
                               const QString &friendlyName, const SecretBytes &passphrase,
                               ContainerStrength strength);
/// Whether these bytes begin as a PFX does (version 3, RFC 7292 §4); says nothing of the rest.
bool looksLikePkcs12(const QByteArray &der);
/// RC2 and friends are read through a private library context, never loaded globally. A file
/// without a MAC is read as well, `mac` says so (crypto-notes §8 row 16); where nothing in it is
/// encrypted either, the passphrase is not looked at.
/// @errors WrongExportPassphrase; CipherUnsupported; IterationsTooMany; DerInvalid
Result<Pkcs12Content> readPkcs12(const QByteArray &der, const SecretBytes &passphrase);

// --- PKCS#7, certificates only (RFC 2315 §9) ---
Result<QByteArray> buildPkcs7(const QList<QByteArray> &certificates);
Result<QList<QByteArray>> readPkcs7(const QByteArray &pemOrDer);

/// All certificates of a file, whatever it is: PEM bundle, DER, concatenated DER, P7B.
/// @errors FormatUnknown; those of the readers
Result<QList<QByteArray>> readCertificates(const QByteArray &file);

} // namespace cas::crypto
