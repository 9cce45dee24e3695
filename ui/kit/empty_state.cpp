// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/empty_state.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kEmptyDisc = 56;
constexpr int kEmptyTextWidth = 420;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QWidget(this))
    , m_text(makeLabel(TextStyle::Body, Tone::Second, this, Wrap::Yes))
    , m_button(makeButton(ButtonKind::Primary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kXl, space::kXl, space::kXl, space::kXl);
    column->setSpacing(space::kL);
    column->addStretch(2);
    m_picture->setFixedSize(kEmptyDisc, kEmptyDisc);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMaximumWidth(kEmptyTextWidth);
    m_text->setMinimumWidth(kEmptyTextWidth);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_text->setObjectName(QStringLiteral("empty.text"));
    m_button->setObjectName(QStringLiteral("empty.button"));
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
    setContent(Symbol::None, QString());
}

void EmptyState::setContent(Symbol symbol, const QString &sentence, const QString &button)
{
    m_symbol = symbol;
    m_text->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (m_symbol == Symbol::None)
        return;
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = m_picture->geometry();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.neutralWeak);
    painter.drawEllipse(disc);
    paintSymbol(painter, disc.adjusted(14, 14, -14, -14), m_symbol, tokens.textSecond);
}

} // namespace cas::ui
