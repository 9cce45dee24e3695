// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_files.h"

#include "core/base/secret_bytes.h"
#include "core/crypto/containers.h"
#include "ui/privateca/file_input.h"

#include <utility>

namespace cas::ui {

namespace {

bool holdsKey(const QByteArray &content)
{
    const auto key = crypto::readPrivateKey(content, {});
    return key || key.error().code == ErrorCode::PassphraseMissing;
}

} // namespace

CaFiles sortCaFiles(const QStringList &paths)
{
    CaFiles files;
    bool container = false; // a PFX brings its key along
    for (const QString &path : paths) {
        auto read = readSmallFile(path);
        QByteArray content = read ? std::move(*read) : QByteArray();
        const bool pfx = crypto::looksLikePkcs12(content);
        bool taken = false;
        if (files.certificate.isEmpty() && (pfx || crypto::readCertificates(content))) {
            files.certificate = path;
            container = pfx;
            taken = true;
        }
        if (files.key.isEmpty() && holdsKey(content)) {
            files.key = path;
            taken = true;
        }
        if (!taken)
            files.others << path;
        secureWipe(content.data(), size_t(content.size()));
    }
    if (container && !files.key.isEmpty())
        files.others << std::exchange(files.key, {});
    return files;
}

} // namespace cas::ui
