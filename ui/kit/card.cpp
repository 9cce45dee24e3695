// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/card.h"

#include "ui/kit/labels.h"

#include <QHBoxLayout>
#include <QLabel>

namespace cas::ui {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_head(new QWidget(this))
    , m_headLayout(new QHBoxLayout(m_head))
    , m_title(makeLabel(TextStyle::BodyStrong, Tone::Text, m_head, Wrap::Yes))
    , m_content(new QVBoxLayout)
{
    setProperty("surface", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kL);
    column->setSpacing(space::kM);
    m_headLayout->setContentsMargins(0, 0, 0, 0);
    m_headLayout->setSpacing(space::kS);
    m_headLayout->addWidget(m_title, 1);
    m_content->setSpacing(space::kS);
    column->addWidget(m_head);
    column->addLayout(m_content, 1);
    m_head->hide();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_head->setVisible(!title.isEmpty());
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_headLayout->addWidget(widget);
    m_head->show();
}

} // namespace cas::ui
