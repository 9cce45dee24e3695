// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/toast.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/text/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace cas::ui {

namespace {

constexpr int kToastShadow = 10; // room around the card
constexpr int kMostToasts = 3;
constexpr int kToastBottom = 68; // above a table's footer

} // namespace

Toast::Toast(const QString &text, std::function<void()> undo, QWidget *parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kToastShadow + space::kL, kToastShadow + space::kS,
                            kToastShadow + space::kS, kToastShadow + space::kS);
    row->setSpacing(space::kM);
    row->addSpacing(16);
    auto *label = makeLabel(TextStyle::Body, Tone::Text, this);
    label->setText(visibleText(text, 160));
    label->setObjectName(QStringLiteral("toast.text"));
    row->addWidget(label, 1);
    if (undo) {
        auto *button = makeButton(ButtonKind::Link, this);
        button->setText(tr("Undo"));
        button->setObjectName(QStringLiteral("toast.undo"));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, undo] {
            m_timer->stop();
            undo();
            emit finished();
        });
    }
    auto *close = makeIconButton(Symbol::Close, this);
    close->setProperty("kind", QStringLiteral("inline"));
    close->setIconSize({14, 14});
    close->setObjectName(QStringLiteral("toast.close"));
    setIconButtonText(close, tr("Close"));
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &Toast::finished);
    m_timer->setSingleShot(true);
    m_timer->setInterval(undo ? kUndoMs : kPlainMs);
    connect(m_timer, &QTimer::timeout, this, &Toast::finished);
    m_timer->start();
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card =
        QRectF(rect()).adjusted(kToastShadow, kToastShadow, -kToastShadow, -kToastShadow);
    painter.setPen(Qt::NoPen);
    QColor shade = tokens.shadow;
    for (int ring = kToastShadow - 2; ring > 0; --ring) {
        shade.setAlphaF(tokens.shadow.alphaF() * 0.16F * float(kToastShadow - ring) / kToastShadow);
        painter.setBrush(shade);
        painter.drawRoundedRect(card.adjusted(-ring, -ring + 2, ring, ring + 1), 8 + ring,
                                8 + ring);
    }
    painter.setPen(tokens.border);
    painter.setBrush(tokens.dark ? tokens.raised : tokens.surface);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    paintSymbol(painter, QRectF(card.left() + space::kL - 4, card.center().y() - 9, 18, 18),
                Symbol::Check, tokens.good);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer->stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_timer->start();
}

ToastStack::ToastStack(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void ToastStack::add(const QString &text, std::function<void()> undo)
{
    while (m_toasts.size() >= kMostToasts)
        emit m_toasts.first()->finished();
    auto *toast = new Toast(text, std::move(undo), this);
    connect(toast, &Toast::finished, this, [this, toast] {
        if (!m_toasts.removeOne(toast))
            return;
        m_column->removeWidget(toast);
        toast->hide();
        toast->deleteLater();
        place();
    });
    m_toasts.append(toast);
    m_column->addWidget(toast, 0, Qt::AlignLeft);
    toast->show();
    place();
}

void ToastStack::place()
{
    setVisible(!m_toasts.isEmpty());
    if (m_toasts.isEmpty())
        return;
    m_column->activate();
    const QSize wanted = m_column->sizeHint().boundedTo(parentWidget()->size());
    setGeometry(space::kPageSide - kToastShadow,
                parentWidget()->height() - wanted.height() - kToastBottom + kToastShadow,
                wanted.width(), wanted.height());
    raise();
}

} // namespace cas::ui
