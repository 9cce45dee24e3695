// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_files.h"

#include "core/base/secret_bytes.h"
#include "core/crypto/containers.h"
#include "ui/privateca/file_input.h"

namespace cas::ui {

namespace {

bool holdsCertificate(const QByteArray &content)
{
    return crypto::looksLikePkcs12(content) || crypto::readCertificates(content);
}

bool holdsKey(const QByteArray &content)
{
    const auto key = crypto::readPrivateKey(content, {});
    return key || key.error().code == ErrorCode::PassphraseMissing;
}

} // namespace

Result<CaFiles> sortCaFiles(const QStringList &paths)
{
    CaFiles files;
    for (const QString &path : paths) {
        CAS_TRY(auto content, readSmallFile(path));
        bool taken = false;
        if (files.certificate.isEmpty() && holdsCertificate(content)) {
            files.certificate = path;
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
    return files;
}

} // namespace cas::ui
