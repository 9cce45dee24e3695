// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/confirm_panel.h"

#include "ui/text/error_text.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/text/plain_text.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace cas::ui {

namespace {

constexpr int kConfirmWidth = 460;

} // namespace

ConfirmPanel::ConfirmPanel(const Question &question, QWidget *parent)
    : QWidget(parent)
    , m_question(question)
    , m_card(new QFrame(this))
    , m_text(makeLabel(TextStyle::Body, Tone::Second, m_card, Wrap::Yes))
    , m_error(new InlineMessage(m_card))
    , m_cancel(makeButton(ButtonKind::Secondary, m_card))
    , m_verb(makeButton(question.kind, m_card))
{
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(question.title);
    m_card->setProperty("surface", QStringLiteral("card"));
    m_card->setFixedWidth(kConfirmWidth);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(m_card, 0, Qt::AlignHCenter);
    outer->addStretch(3);

    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(space::kXl, space::kXl, space::kXl, space::kL);
    column->setSpacing(space::kM);
    auto *title = makeLabel(TextStyle::Large, Tone::Text, m_card, Wrap::Yes);
    title->setObjectName(QStringLiteral("confirm.title"));
    title->setText(visibleText(question.title));
    column->addWidget(title);
    m_text->setObjectName(QStringLiteral("confirm.text"));
    m_text->setText(question.text);
    column->addWidget(m_text);
    if (!question.typeToConfirm.isEmpty()) {
        m_typeLabel = makeLabel(TextStyle::Body, Tone::Text, m_card, Wrap::Yes);
        column->addSpacing(space::kXs);
        column->addWidget(m_typeLabel);
        m_type = new QLineEdit(m_card);
        m_type->setObjectName(QStringLiteral("confirm.type"));
        column->addWidget(m_type);
        connect(m_type, &QLineEdit::textChanged, this, &ConfirmPanel::updateState);
        connect(m_type, &QLineEdit::returnPressed, this, [this] { m_verb->click(); });
    }
    if (!question.checkText.isEmpty()) {
        m_check = new QCheckBox(m_card);
        m_check->setObjectName(QStringLiteral("confirm.check"));
        m_check->setText(visibleText(question.checkText).replace(u'&', QLatin1String("&&")));
        m_check->setChecked(question.checked);
        column->addWidget(m_check);
        connect(m_check, &QCheckBox::toggled, this, &ConfirmPanel::updateState);
    }
    column->addWidget(m_error);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, space::kS, 0, 0);
    buttons->setSpacing(space::kS);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_verb);
    column->addLayout(buttons);
    m_cancel->setObjectName(QStringLiteral("confirm.cancel"));
    m_verb->setObjectName(QStringLiteral("confirm.verb"));
    m_verb->setText(question.verb);

    connect(m_cancel, &QPushButton::clicked, this, &ConfirmPanel::done);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        const bool option = checked();
        if (m_closeOnConfirm)
            emit closed();
        emit confirmed(option);
    });
    retranslate();
    updateState();
}

bool ConfirmPanel::checked() const
{
    return m_check && m_check->isChecked();
}

void ConfirmPanel::setBusy(const QString &text)
{
    m_busy = !text.isEmpty();
    m_error->setMessage(InlineMessage::Kind::Info, text);
    updateState();
}

void ConfirmPanel::showError(const cas::Error &error)
{
    m_busy = false;
    m_error->setDetails(errorDetails(error));
    m_error->setMessage(InlineMessage::Kind::Error, errorSentence(error));
    updateState();
}

void ConfirmPanel::done()
{
    if (!m_busy)
        emit closed();
}

void ConfirmPanel::updateState()
{
    const bool typed = !m_type || m_type->text() == m_question.typeToConfirm;
    const bool ticked = !m_question.checkRequired || checked();
    m_verb->setEnabled(!m_busy && typed && ticked);
    m_cancel->setEnabled(!m_busy);
    if (m_type)
        m_type->setEnabled(!m_busy);
    if (m_check)
        m_check->setEnabled(!m_busy);
}

void ConfirmPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_type)
        m_type->setFocus(Qt::OtherFocusReason);
    else
        m_cancel->setFocus(Qt::OtherFocusReason); // Enter must not destroy by accident
}

void ConfirmPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        done();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ConfirmPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(),
                     Theme::of(this).dark() ? QColor(0, 0, 0, 140) : QColor(20, 28, 44, 90));
}

void ConfirmPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConfirmPanel::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    if (m_typeLabel) {
        const QString text = tr("Type %1 to confirm.").arg(visibleText(m_question.typeToConfirm));
        m_typeLabel->setText(text);
        m_type->setAccessibleName(text);
    }
}

} // namespace cas::ui
