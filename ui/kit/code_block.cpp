// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/code_block.h"

#include "ui/kit/buttons.h"
#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace cas::ui {

CodeBlock::CodeBlock(QWidget *parent)
    : QFrame(parent)
    , m_view(new QPlainTextEdit(this))
    , m_copy(makeIconButton(Symbol::Copy, this))
{
    setProperty("surface", QStringLiteral("code"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kM, space::kS, space::kXs, space::kS);
    column->addWidget(m_view);
    m_view->setReadOnly(true);
    m_view->setProperty("kind", QStringLiteral("bare"));
    m_view->setFont(Theme::of(this).font(TextStyle::Mono));
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setTabChangesFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->document()->setDocumentMargin(0);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setObjectName(QStringLiteral("code.text"));
    m_copy->setProperty("kind", QStringLiteral("inline"));
    m_copy->setIconSize({16, 16});
    m_copy->setObjectName(QStringLiteral("code.copy"));
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text); });
    retranslate();
}

void CodeBlock::setText(const QString &text)
{
    m_text = text;
    QStringList lines = text.split(u'\n');
    while (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast();
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        line = visibleText(line.replace(u'\t', QLatin1String("    ")), 4096);
    }
    m_view->setPlainText(lines.join(u'\n'));
    updateHeight();
}

void CodeBlock::setMaximumLines(int lines)
{
    m_maximumLines = qMax(1, lines);
    updateHeight();
}

void CodeBlock::updateHeight()
{
    const int lines = qBound(1, m_view->document()->blockCount(), m_maximumLines);
    int longest = 0;
    for (const QString &line : m_view->toPlainText().split(u'\n'))
        longest = qMax(longest, m_view->fontMetrics().horizontalAdvance(line));
    const bool wide = longest > width() - space::kM - space::kXs - 4;
    m_view->setFixedHeight(lines * m_view->fontMetrics().lineSpacing() + 4
                           + (wide ? m_view->horizontalScrollBar()->sizeHint().height() : 0));
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateHeight();
    m_copy->move(width() - m_copy->sizeHint().width() - space::kM, space::kXs + 1);
    m_copy->raise();
}

void CodeBlock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CodeBlock::retranslate()
{
    setIconButtonText(m_copy, tr("Copy"));
}

} // namespace cas::ui
