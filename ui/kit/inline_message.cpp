// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/inline_message.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace cas::ui {

namespace {

StatusKind messageStatus(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Success:
        return StatusKind::Good;
    case InlineMessage::Kind::Warning:
        return StatusKind::Warn;
    case InlineMessage::Kind::Error:
        return StatusKind::Bad;
    case InlineMessage::Kind::Info:
        break;
    }
    return StatusKind::Progress;
}

Symbol messageSymbol(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Success:
        return Symbol::Check;
    case InlineMessage::Kind::Warning:
        return Symbol::Warning;
    case InlineMessage::Kind::Error:
        return Symbol::Error;
    case InlineMessage::Kind::Info:
        break;
    }
    return Symbol::Info;
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel(TextStyle::Body, Tone::Text, this, Wrap::Yes))
    , m_action(makeButton(ButtonKind::Link, this))
    , m_copy(makeButton(ButtonKind::Link, this))
    , m_close(makeIconButton(Symbol::Close, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kM + 16 + space::kS, space::kS, space::kS, space::kS);
    row->setSpacing(space::kM);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_text->setMinimumHeight(24);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("message.text"));
    m_action->setObjectName(QStringLiteral("message.action"));
    m_copy->setObjectName(QStringLiteral("message.copy"));
    m_close->setObjectName(QStringLiteral("message.close"));
    m_close->setProperty("kind", QStringLiteral("inline"));
    m_close->setIconSize({16, 16});
    connect(m_action, &QPushButton::clicked, this, &InlineMessage::actionTriggered);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    m_action->hide();
    m_copy->hide();
    m_close->hide();
    hide();
    retranslate();
}

void InlineMessage::setMessage(Kind kind, const QString &sentence)
{
    m_kind = kind;
    m_sentence = sentence;
    m_text->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    update();
}

void InlineMessage::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void InlineMessage::setDetails(const QString &details)
{
    m_details = details;
    m_copy->setVisible(!details.isEmpty());
}

void InlineMessage::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    const StatusKind status = messageStatus(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.statusWeak(status));
    painter.drawRoundedRect(rect(), 6, 6);
    paintSymbol(painter, QRectF(space::kM, space::kS + 4, 16, 16), messageSymbol(m_kind),
                tokens.status(status));
}

void InlineMessage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void InlineMessage::retranslate()
{
    m_copy->setText(tr("Copy details"));
    setIconButtonText(m_close, tr("Close this message"));
}

} // namespace cas::ui
