// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/containers.h"

#include <QList>

#include <vector>

namespace cas::certificates {

/// What a person can take away. One packer serves Download, Export, Convert and deployment.
enum class PackFormat {
    Pem, // leaf, then chain; never a key
    Der, // the leaf alone
    P7b, // leaf and chain, certificates only
    Pfx, // key and chain, needs a passphrase
    Pkcs8, // the key, encrypted PKCS#8 PEM, needs a passphrase
    CrtKey // NAME.crt (leaf, then chain) and NAME.key (PKCS#8 PEM, in clear or encrypted)
};
/// `pem`, `der`, `p7b`, `pfx`, `pkcs8`, `crt-key`. @errors InputInvalid(field `format`)
Result<PackFormat> parsePackFormat(const QString &id);
/// Whether the format holds the private key.
bool holdsKey(PackFormat format);

/// What pack() asks of a passphrase for a key, for those who must know before.
/// @errors PassphraseMissing, PassphraseTooWeak(field `export_passphrase`)
Result<> checkExportPassphrase(const SecretBytes &passphrase);

/// Everything that goes into a package.
struct PackContent
{
    QByteArray leaf; // DER
    QList<QByteArray> chain; // DER, issuer of the leaf first
    crypto::PrivateKey key; // null where there is none
    QString name; // for file names and the friendly name
};

struct PackOptions
{
    PackFormat format = PackFormat::Pem;
    bool includeChain = true;
    bool clearKey = false; // CrtKey only: the person agreed to a key without a passphrase
    crypto::ContainerStrength strength = crypto::ContainerStrength::Current;
};

/// One file to write; `secret` ones hold a key and are written 0600.
struct PackedFile
{
    QString name; // safe on every system
    SecretBytes content;
    bool secret = false;
};

/// @errors NoKeyHeld; PassphraseMissing, PassphraseTooWeak(field `export_passphrase`); KeyMismatch
Result<std::vector<PackedFile>> pack(const PackContent &content, const PackOptions &options,
                                     const SecretBytes &passphrase);

/// A file name made of untrusted text: letters, digits, `-_.` kept, `*` becomes `_wildcard`,
/// everything else `_`; never empty, never a reserved name, at most 80 characters.
QString safeFileName(const QString &text);

/// Writes every file beside its final name and renames, 0600 where secret; replaces nothing unless
/// `overwrite`. On an error what stood under that name is as it was.
/// @return the paths. @errors those of checkOutputFile (output_file.h); Io(arg path), DiskFull
Result<QStringList> writeFiles(const std::vector<PackedFile> &files, const QString &folder,
                               bool overwrite);
/// The same for one file under a name the person chose.
Result<> writeFile(const PackedFile &file, const QString &path, bool overwrite);

} // namespace cas::certificates
