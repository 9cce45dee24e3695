// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/guides/guide_files.h"

#include <QCoreApplication>
#include <QList>

namespace cas::ui {

/// One step of a guide: a sentence, and perhaps commands or configuration to copy.
struct GuideStep
{
    QString text; // translated plain text
    QString code; // to copy as it is; empty: none
};

/// The install guides as text, without a display. Every name in a command is quoted for the shell
/// or configuration it goes into.
class Guides
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::Guides)
public:
    enum class Id { Nginx, Apache, Iis, Browsers, Windows };
    static QList<Id> all();
    /// Stable: "nginx", "apache", "iis", "browsers", "windows".
    static QString name(Id id);
    static QString title(Id id);
    /// What the files must be for this guide; empty when they fit.
    static QString hint(Id id, const GuideFiles &files);
    static QList<GuideStep> steps(Id id, const GuideFiles &files);
    /// The guide that fits the files best.
    static Id suggested(const GuideFiles &files);

    /// A word for a POSIX shell: in single quotes where it has other than plain characters.
    static QString shellWord(const QString &text);

private:
    static QList<GuideStep> nginx(const GuideFiles &files);
    static QList<GuideStep> apache(const GuideFiles &files);
    static QList<GuideStep> iis(const GuideFiles &files);
    static QList<GuideStep> browsers(const GuideFiles &files);
    static QList<GuideStep> windows(const GuideFiles &files);
};

} // namespace cas::ui
