// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/guides/guide_text.h"
#include "ui/kit/page.h"
#include "ui/kit/side_panel.h"

namespace cas::ui {

class InlineMessage;
class TabStrip;

/// The install guides (the link "Deploy SSL certificates"): one tab a server or client, numbered
/// steps, commands with a copy button that name the files just written.
/// @thread main
class GuidePanel : public SidePanel
{
    Q_OBJECT
public:
    explicit GuidePanel(GuideFiles files = {}, QWidget *parent = nullptr);

    /// Shows a guide: the tab's id is Guides::name().
    void showGuide(Guides::Id id);
    [[nodiscard]] Guides::Id current() const { return m_current; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void fillSteps();

    const GuideFiles m_files;
    Guides::Id m_current;
    TabStrip *m_tabs;
    InlineMessage *m_hint;
    QWidget *m_steps = nullptr;
};

/// Opens the install guides over `host`, at the guide that fits the files.
void openGuides(PageHost &host, const GuideFiles &files);

} // namespace cas::ui
