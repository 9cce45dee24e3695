// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/drop_zone.h"

#include "ui/kit/labels.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace cas::ui {

namespace {

QStringList localPaths(const QMimeData *content)
{
    QStringList paths;
    for (const QUrl &url : content->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

DropZone::DropZone(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel(TextStyle::Body, Tone::Second, this, Wrap::Yes))
    , m_buttons(new QHBoxLayout)
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus); // Ctrl+V
    m_text->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kL);
    column->setSpacing(space::kM);
    column->addWidget(m_text);
    m_buttons->setSpacing(space::kS);
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
}

void DropZone::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void DropZone::addButton(QWidget *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

bool DropZone::accepts(const QMimeData *content)
{
    return content && (!localPaths(content).isEmpty() || content->hasText());
}

bool DropZone::take(const QMimeData *content)
{
    if (!accepts(content))
        return false;
    const QStringList paths = localPaths(content);
    if (!paths.isEmpty())
        emit filesTaken(paths);
    else
        emit textTaken(content->text());
    return true;
}

void DropZone::setOver(bool over)
{
    m_over = over;
    update();
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (!accepts(event->mimeData()))
        return;
    event->acceptProposedAction();
    setOver(true);
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *event)
{
    setOver(false);
    QWidget::dragLeaveEvent(event);
}

void DropZone::dropEvent(QDropEvent *event)
{
    setOver(false);
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

void DropZone::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && take(QApplication::clipboard()->mimeData()))
        return;
    QWidget::keyPressEvent(event);
}

void DropZone::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void DropZone::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void DropZone::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    const bool marked = m_over || hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(marked ? tokens.accent : tokens.borderStrong);
    pen.setStyle(m_over ? Qt::SolidLine : Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_over ? tokens.accentWeak : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace cas::ui
