// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/packer.h"
#include "core/certificates/output_file.h"
#include "core/certificates/platform/file_sync.h"
#include "core/crypto/certificate.h"
#include "core/store/platform/process.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>

namespace cas::certificates {

namespace {

constexpr size_t kExportPassphraseBytes = 8;

struct FormatName
{
    PackFormat format;
    const char *id;
};
constexpr FormatName kFormatNames[] = {
    {PackFormat::Pem, "pem"}, {PackFormat::Der, "der"},     {PackFormat::P7b, "p7b"},
    {PackFormat::Pfx, "pfx"}, {PackFormat::Pkcs8, "pkcs8"}, {PackFormat::CrtKey, "crt-key"},
};

PackedFile openFile(const QString &name, const QByteArray &content)
{
    return {name, SecretBytes::copyOf(content), false};
}

QByteArray pemChain(const QList<QByteArray> &certificates)
{
    QByteArray text;
    for (const QByteArray &der : certificates)
        text += crypto::toPem(der, "CERTIFICATE");
    return text;
}

Result<PackedFile> encryptedKey(const PackContent &content, const QString &name,
                                const SecretBytes &passphrase)
{
    CAS_TRY_VOID(checkExportPassphrase(passphrase));
    CAS_TRY(const SecretBytes pkcs8, content.key.toPkcs8());
    CAS_TRY(const QByteArray der, crypto::encryptPkcs8(pkcs8, passphrase));
    return PackedFile{name, SecretBytes::copyOf(crypto::toPem(der, "ENCRYPTED PRIVATE KEY")), true};
}

} // namespace

Result<PackFormat> parsePackFormat(const QString &id)
{
    for (const FormatName &row : kFormatNames) {
        if (QLatin1StringView(row.id).compare(id.trimmed(), Qt::CaseInsensitive) == 0)
            return row.format;
    }
    return fail(ErrorCode::InputInvalid, QStringLiteral("format"),
                {id.left(80), QStringLiteral("pem, der, pfx, p7b, pkcs8")});
}

Result<> checkExportPassphrase(const SecretBytes &passphrase)
{
    if (passphrase.empty())
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("export_passphrase"));
    if (passphrase.size() < kExportPassphraseBytes)
        return fail(ErrorCode::PassphraseTooWeak, QStringLiteral("export_passphrase"),
                    {QString::number(kExportPassphraseBytes)});
    return {};
}

bool holdsKey(PackFormat format)
{
    return format == PackFormat::Pfx || format == PackFormat::Pkcs8 || format == PackFormat::CrtKey;
}

Result<std::vector<PackedFile>> pack(const PackContent &content, const PackOptions &options,
                                     const SecretBytes &passphrase)
{
    const QString base = safeFileName(content.name);
    QList<QByteArray> certificates{content.leaf};
    if (options.includeChain)
        certificates += content.chain;
    if (holdsKey(options.format)) {
        if (content.key.isNull())
            return fail(ErrorCode::NoKeyHeld, QStringLiteral("format"));
        CAS_TRY(const auto leaf, crypto::Certificate::fromDer(content.leaf));
        CAS_TRY(const auto leafKey, leaf.publicKey());
        if (leafKey.spkiSha256() != content.key.publicKey().spkiSha256())
            return fail(ErrorCode::KeyMismatch, QStringLiteral("key"));
    }

    std::vector<PackedFile> files; // move-only elements
    switch (options.format) {
    case PackFormat::Pem:
        files.push_back(openFile(base + QStringLiteral(".pem"), pemChain(certificates)));
        break;
    case PackFormat::Der:
        files.push_back(openFile(base + QStringLiteral(".cer"), content.leaf));
        break;
    case PackFormat::P7b: {
        CAS_TRY(const QByteArray der, crypto::buildPkcs7(certificates));
        files.push_back(openFile(base + QStringLiteral(".p7b"), der));
        break;
    }
    case PackFormat::Pfx: {
        CAS_TRY_VOID(checkExportPassphrase(passphrase));
        CAS_TRY(const QByteArray der, crypto::buildPkcs12(content.key, certificates, content.name,
                                                          passphrase, options.strength));
        files.push_back(PackedFile{base + QStringLiteral(".pfx"), SecretBytes::copyOf(der), true});
        break;
    }
    case PackFormat::Pkcs8: {
        CAS_TRY(PackedFile key, encryptedKey(content, base + QStringLiteral(".key"), passphrase));
        files.push_back(std::move(key));
        break;
    }
    case PackFormat::CrtKey: {
        files.push_back(openFile(base + QStringLiteral(".crt"), pemChain(certificates)));
        if (options.clearKey && passphrase.empty()) {
            CAS_TRY(const SecretBytes pkcs8, content.key.toPkcs8());
            files.push_back(PackedFile{base + QStringLiteral(".key"),
                                       crypto::toPem(pkcs8, "PRIVATE KEY"), true});
        } else {
            CAS_TRY(PackedFile key,
                    encryptedKey(content, base + QStringLiteral(".key"), passphrase));
            files.push_back(std::move(key));
        }
        break;
    }
    }
    return files;
}

QString safeFileName(const QString &text)
{
    QString name;
    for (const QChar c : text.trimmed().left(80)) {
        if ((c.isLetterOrNumber() && !c.isSurrogate()) || c == u'-' || c == u'_' || c == u'.')
            name += c;
        else if (c == u'*')
            name += QStringLiteral("_wildcard");
        else
            name += u'_';
    }
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name[0] = u'_';
    while (name.endsWith(u'.'))
        name.chop(1);
    static const QStringList reserved{QStringLiteral("con"), QStringLiteral("prn"),
                                      QStringLiteral("aux"), QStringLiteral("nul")};
    const QString stem = name.section(u'.', 0, 0).toLower();
    const bool device =
        reserved.contains(stem)
        || (stem.size() == 4 && stem.at(3).isDigit()
            && (stem.startsWith(QStringLiteral("com")) || stem.startsWith(QStringLiteral("lpt"))));
    if (name.isEmpty() || device)
        name.prepend(QStringLiteral("certificate_"));
    return name.left(80);
}

Result<> writeFile(const PackedFile &file, const QString &path, bool overwrite)
{
    CAS_TRY_VOID(checkOutputFile(path, overwrite));
    const auto size = static_cast<qint64>(file.content.size());
    QSaveFile out(path);
    // Unbuffered: Qt would keep a copy of a private key in memory that it frees as it is.
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeError(out, 0);
    if (file.secret)
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // commit() of Qt 6.4 forgets that its last flush failed and renames what is there, so
    // everything is on the disk before it is called.
    const bool written = out.write(file.content.view().data(), size) == size && out.flush()
                         && out.error() == QFileDevice::NoError;
    if (!written) {
        Error error = writeError(out, size);
        out.cancelWriting();
        return error;
    }
    if (const int code = platform::syncFile(out.handle())) {
        out.cancelWriting();
        return fail(code == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io, QStringLiteral("out"),
                    {path, qt_error_string(code)});
    }
    if (!out.commit())
        return writeError(out, size);
    store::platform::syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<QStringList> writeFiles(const std::vector<PackedFile> &files, const QString &folder,
                               bool overwrite)
{
    const QDir dir(folder);
    if (!dir.exists())
        return fail(ErrorCode::FileNotFound, QStringLiteral("out"), {folder});
    for (const PackedFile &file : files) {
        CAS_TRY_VOID(checkOutputFile(dir.filePath(file.name), overwrite));
    }
    QStringList paths;
    for (const PackedFile &file : files) {
        CAS_TRY_VOID(writeFile(file, dir.filePath(file.name), overwrite));
        paths.append(dir.filePath(file.name));
    }
    return paths;
}

} // namespace cas::certificates
