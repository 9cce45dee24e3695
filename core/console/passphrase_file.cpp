// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/passphrase_file.h"
#include "core/certificates/output_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <string_view>

namespace cas {

namespace {

constexpr qint64 kMaxInputBytes = 64LL * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // some editors write it before UTF-8

void dropTrailingLineEnd(SecretBytes &secret)
{
    size_t size = secret.size();
    if (size > 0 && secret.data()[size - 1] == '\n') {
        --size;
        if (size > 0 && secret.data()[size - 1] == '\r')
            --size;
    }
    secret.truncate(size);
}

} // namespace

Result<SecretBytes> readPassphraseFile(const QString &path, const QString &field)
{
    CAS_TRY(QByteArray bytes, readInputFile(path, field));
    certificates::reserveFile(path);
    return passphraseFrom(SecretBytes::takeFrom(bytes), field, path);
}

Result<SecretBytes> passphraseFrom(SecretBytes secret, const QString &field, const QString &source)
{
    if (!secret.view().isValidUtf8())
        return fail(ErrorCode::InputInvalid, field, {source, QStringLiteral("UTF-8")});
    if (secret.view().startsWith(QByteArrayView(kByteOrderMark))) {
        SecretBytes rest(secret.size() - kByteOrderMark.size());
        std::copy_n(secret.data() + kByteOrderMark.size(), rest.size(), rest.data());
        secret = std::move(rest);
    }
    dropTrailingLineEnd(secret);
    if (secret.empty())
        return fail(ErrorCode::PassphraseMissing, field, {source});
    return secret;
}

Result<QByteArray> readInputFile(const QString &path, const QString &field)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, field, {path});
    if (!info.isFile())
        return fail(ErrorCode::Io, field, {path, QStringLiteral("not a regular file")});
    if (info.size() > kMaxInputBytes)
        return fail(ErrorCode::FileTooLarge, field, {QStringLiteral("64 MiB")});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // no copy in a buffer of Qt's
        return fail(ErrorCode::Io, field, {path, file.errorString()});
    return file.read(kMaxInputBytes);
}

} // namespace cas
