// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/selection_bar.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/text/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace cas::ui {

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel(TextStyle::BodyStrong, Tone::Accent, this))
    , m_row(new QHBoxLayout(this))
    , m_clear(makeButton(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("table.selectionBar"));
    m_row->setContentsMargins(space::kM, 0, space::kM, 1);
    m_row->setSpacing(space::kM);
    m_row->addWidget(m_text);
    m_row->addStretch(1);
    m_row->addWidget(m_clear);
    m_clear->setObjectName(QStringLiteral("bulk.clear"));
    connect(m_clear, &QPushButton::clicked, this, &SelectionBar::cleared);
    retranslate();
}

void SelectionBar::setActions(const RowActions &actions)
{
    qDeleteAll(std::exchange(m_buttons, {}));
    int at = 1;
    for (const RowAction &action : actions) {
        auto *button = makeButton(ButtonKind::Link, this);
        button->setText(action.text);
        button->setObjectName(QStringLiteral("bulk.") + action.id);
        button->setEnabled(action.enabled);
        button->setToolTip(plainToolTip(action.enabled ? QString() : action.disabledReason));
        connect(button, &QPushButton::clicked, this,
                [this, id = action.id] { emit triggered(id); });
        m_row->insertWidget(at++, button);
        m_buttons.append(button);
    }
}

void SelectionBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.accentWeak);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

void SelectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SelectionBar::retranslate()
{
    m_clear->setText(tr("Clear selection"));
}

} // namespace cas::ui
