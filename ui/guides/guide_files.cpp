// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/guide_files.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace cas::ui {

GuideFiles GuideFiles::fromPaths(const QStringList &paths)
{
    GuideFiles files;
    for (const QString &path : paths) {
        const QString ending = QFileInfo(path).suffix().toLower();
        if (ending == u"crt" || ending == u"pem")
            files.certificate = path;
        else if (ending == u"key")
            files.key = path;
        else if (ending == u"pfx" || ending == u"p12")
            files.pfx = path;
        else if (ending == u"cer" || ending == u"p7b")
            files.authority = path;
    }
    return files;
}

QString GuideFiles::host() const
{
    static const QRegularExpression name(
        QStringLiteral("^(localhost|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)$"));
    for (const QString &path : {certificate, key, pfx}) {
        QString base = QFileInfo(path).completeBaseName();
        if (name.match(base).hasMatch())
            return base;
    }
    return QStringLiteral("www.example.com");
}

} // namespace cas::ui
