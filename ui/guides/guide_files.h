// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace cas::ui {

/// Which files a guide's commands shall name. Paths as the person knows them; empty: a made-up name
/// is shown instead.
struct GuideFiles
{
    QString certificate; // PEM with the chain: .crt, .pem
    QString key; // PEM key: .key
    QString pfx; // key and chain: .pfx
    QString authority; // certificate or bundle to trust: .cer, .p7b
    bool keyEncrypted = false;

    /// Sorts the paths that a download wrote by their endings.
    static GuideFiles fromPaths(const QStringList &paths);
    /// The server that the files are for: a download is named after it. A made-up name where no
    /// file has the name of a host.
    [[nodiscard]] QString host() const;
    bool operator==(const GuideFiles &) const = default;
};

} // namespace cas::ui

Q_DECLARE_METATYPE(cas::ui::GuideFiles)
