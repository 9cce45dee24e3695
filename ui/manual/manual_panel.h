// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/page.h"
#include "ui/kit/side_panel.h"
#include "ui/manual/manual_text.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace cas::ui {

/// The manual (F1): chapters at the left, the text at the right, a search that narrows the chapters
/// and marks what was found. What it shows is our own text, hence the only rich text of the window.
/// @thread main
class ManualPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param sectionId where to open; the first chapter where there is none of that id
    explicit ManualPanel(const QString &sectionId, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void fillChapters();
    void showChapter(int row);
    void layOut();
    void markFound();

    QList<ManualSection> m_sections;
    QString m_current; // id
    QLineEdit *m_search;
    QListWidget *m_chapters;
    QTextBrowser *m_text;
};

/// Opens it over `host`.
void openManual(PageHost &host, const QString &sectionId);

} // namespace cas::ui
