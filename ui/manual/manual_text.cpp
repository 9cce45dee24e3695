// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_text.h"

#include <QFile>

// In a static library the linker drops resources that nobody names; outside any namespace.
static void loadManual()
{
    Q_INIT_RESOURCE(manual);
}

namespace cas::ui {

namespace {

const QString kMark = QStringLiteral("<!-- section: ");
const QString kMarkEnd = QStringLiteral(" -->");

QString manualText(const QString &language)
{
    loadManual();
    for (const QString &name : {language, QStringLiteral("en")}) {
        QFile file(QStringLiteral(":/cas/manual/%1.md").arg(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

} // namespace

QList<ManualSection> manualSections(const QString &language)
{
    QList<ManualSection> sections;
    const QStringList parts = manualText(language).split(kMark, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        ManualSection section;
        const qsizetype end = part.indexOf(kMarkEnd);
        section.id = part.left(end);
        section.markdown = part.mid(end + kMarkEnd.size()).trimmed();
        section.title = section.markdown.section(u'\n', 0, 0).mid(2);
        sections.append(section);
    }
    return sections;
}

} // namespace cas::ui
