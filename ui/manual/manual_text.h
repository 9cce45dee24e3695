// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace cas::ui {

/// A chapter of the manual.
struct ManualSection
{
    QString id; // `certificates`: the same in every language, often the id of a page
    QString title;
    QString markdown; // with its title
};

/// The manual in a language, chapters in order; English where a language has none.
/// @param language `en`, `zh_CN`
/// @source resources/manual/*.md, where `<!-- section: ID -->` begins a chapter
QList<ManualSection> manualSections(const QString &language);

} // namespace cas::ui
