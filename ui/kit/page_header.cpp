// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/page_header.h"

#include "ui/kit/labels.h"

#include <QHBoxLayout>
#include <QLabel>

namespace cas::ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextStyle::Title, Tone::Text, this))
    , m_help(makeLabel(TextStyle::Body, Tone::Second, this, Wrap::Yes))
    , m_actions(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kL);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_help);
    row->addLayout(words, 1);
    m_actions->setSpacing(space::kS);
    auto *top = new QVBoxLayout;
    top->addLayout(m_actions);
    top->addStretch(1);
    row->addLayout(top);
    m_title->setObjectName(QStringLiteral("page.title"));
    m_help->setObjectName(QStringLiteral("page.help"));
    m_title->setFixedHeight(26); // the same whatever the script
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void PageHeader::addAction(QWidget *button)
{
    button->setParent(this);
    m_actions->addWidget(button);
}

} // namespace cas::ui
