// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/guide_panel.h"

#include "ui/kit/code_block.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/tab_strip.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace cas::ui {

GuidePanel::GuidePanel(GuideFiles files, QWidget *parent)
    : SidePanel(parent)
    , m_files(std::move(files))
    , m_current(Guides::suggested(m_files))
    , m_tabs(new TabStrip(this))
    , m_hint(new InlineMessage(this))
{
    setObjectName(QStringLiteral("guidePanel"));
    setPanelWidth(Width::Wide);
    m_tabs->setObjectName(QStringLiteral("guide.tabs"));
    m_hint->setObjectName(QStringLiteral("guide.hint"));
    body()->addWidget(m_tabs);
    body()->addWidget(m_hint);
    translateTexts();
    m_tabs->setCurrent(Guides::name(m_current));
    connect(m_tabs, &TabStrip::currentChanged, this, [this](const QString &name) {
        for (const Guides::Id id : Guides::all()) {
            if (Guides::name(id) == name)
                m_current = id;
        }
        fillSteps();
    });
}

void GuidePanel::showGuide(Guides::Id id)
{
    m_tabs->setCurrent(Guides::name(id));
}

void GuidePanel::translateTexts()
{
    setTitle(tr("Deploy SSL certificates"));
    setSubtitle(tr("Install the files on servers and clients"));
    QList<TabStrip::Tab> tabs;
    for (const Guides::Id id : Guides::all())
        tabs.append({Guides::name(id), Guides::title(id)});
    m_tabs->setTabs(tabs);
    m_tabs->setAccessibleName(tr("Install guides"));
    fillSteps();
}

void GuidePanel::fillSteps()
{
    const QString hint = Guides::hint(m_current, m_files);
    m_hint->setMessage(InlineMessage::Kind::Info, hint);
    delete m_steps;
    m_steps = new QWidget(this);
    m_steps->setObjectName(QStringLiteral("guide.steps"));
    auto *grid = new QGridLayout(m_steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kM);
    grid->setVerticalSpacing(space::kS);
    grid->setColumnStretch(1, 1);
    int line = 0;
    int number = 0;
    for (const GuideStep &step : Guides::steps(m_current, m_files)) {
        auto *count = makeLabel(TextStyle::BodyStrong, Tone::Second, m_steps);
        count->setText(QStringLiteral("%1.").arg(++number));
        auto *text = makeLabel(TextStyle::Body, Tone::Text, m_steps, Wrap::Yes);
        text->setObjectName(QStringLiteral("step%1").arg(number));
        text->setText(step.text);
        grid->addWidget(count, line, 0, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(text, line++, 1);
        if (!step.code.isEmpty()) {
            auto *code = new CodeBlock(m_steps);
            code->setObjectName(QStringLiteral("code%1").arg(number));
            code->setText(step.code);
            code->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
            grid->addWidget(code, line++, 1);
        }
        grid->setRowMinimumHeight(line++, space::kXs);
    }
    grid->setRowStretch(line, 1);
    body()->addWidget(m_steps);
    m_steps->show();
}

void GuidePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

void openGuides(PageHost &host, const GuideFiles &files)
{
    host.openPanel(new GuidePanel(files, host.panelParent()));
}

} // namespace cas::ui
