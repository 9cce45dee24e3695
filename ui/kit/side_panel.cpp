// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/side_panel.h"

#include "ui/text/error_text.h"
#include "ui/kit/focus_order.h"
#include "ui/kit/form.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/scroll_edge.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

namespace cas::ui {

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextStyle::Large, Tone::Text, this))
    , m_subtitle(makeLabel(TextStyle::Small, Tone::Second, this))
    , m_close(makeIconButton(Symbol::Close, this))
    , m_scroll(new QScrollArea(this))
    , m_busyBar(new QProgressBar(this))
    , m_error(new InlineMessage(this))
    , m_footer(new QWidget(this))
    , m_message(makeLabel(TextStyle::Small, Tone::Second, m_footer, Wrap::Yes))
    , m_extra(new QWidget(m_footer))
    , m_cancel(makeButton(ButtonKind::Secondary, m_footer))
    , m_primary(makeButton(ButtonKind::Primary, m_footer))
    , m_discardRow(new QWidget(this))
    , m_discardText(makeLabel(TextStyle::BodyStrong, Tone::Text, m_discardRow))
    , m_keep(makeButton(ButtonKind::Secondary, m_discardRow))
    , m_discard(makeButton(ButtonKind::Danger, m_discardRow))
{
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kXl, space::kL, space::kL, space::kM);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    head->addLayout(words, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(makeLine(this));

    auto *busy = static_cast<QProgressBar *>(m_busyBar);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    column->addWidget(m_busyBar);
    m_busyBar->hide();

    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("scrollBody"));
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(space::kXl, space::kL, space::kXl, space::kXl);
    m_body->setSpacing(space::kL);
    m_body->setAlignment(Qt::AlignTop);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    keepRightEdge(*m_scroll, *m_body);

    auto *errorRow = new QHBoxLayout;
    errorRow->setContentsMargins(space::kL, 0, space::kL, space::kS);
    errorRow->addWidget(m_error);
    column->addLayout(errorRow);
    column->addWidget(makeLine(this));

    auto *foot = new QHBoxLayout(m_footer);
    foot->setContentsMargins(space::kXl, space::kM, space::kXl, space::kM);
    foot->setSpacing(space::kS);
    foot->addWidget(m_message, 1);
    auto *extra = new QHBoxLayout(m_extra);
    extra->setContentsMargins(0, 0, 0, 0);
    extra->setSpacing(space::kS);
    foot->addWidget(m_extra);
    foot->addWidget(m_cancel);
    foot->addWidget(m_primary);
    column->addWidget(m_footer);

    auto *ask = new QHBoxLayout(m_discardRow);
    ask->setContentsMargins(space::kXl, space::kM, space::kXl, space::kM);
    ask->setSpacing(space::kS);
    ask->addWidget(m_discardText, 1);
    ask->addWidget(m_keep);
    ask->addWidget(m_discard);
    column->addWidget(m_discardRow);
    m_discardRow->hide();

    m_title->setObjectName(QStringLiteral("panel.title"));
    m_subtitle->setObjectName(QStringLiteral("panel.subtitle"));
    m_subtitle->hide();
    m_close->setObjectName(QStringLiteral("panel.close"));
    m_scroll->setObjectName(QStringLiteral("panel.scroll"));
    m_error->setObjectName(QStringLiteral("panel.error"));
    m_message->setObjectName(QStringLiteral("panel.message"));
    m_cancel->setObjectName(QStringLiteral("panel.cancel"));
    m_primary->setObjectName(QStringLiteral("panel.primary"));
    m_discardRow->setObjectName(QStringLiteral("panel.discardRow"));
    m_keep->setObjectName(QStringLiteral("panel.keep"));
    m_discard->setObjectName(QStringLiteral("panel.discard"));
    m_primary->hide();
    m_extra->hide();

    connect(m_close, &QToolButton::clicked, this, &SidePanel::requestClose);
    connect(m_cancel, &QPushButton::clicked, this, &SidePanel::requestClose);
    connect(m_primary, &QPushButton::clicked, this, &SidePanel::submit);
    connect(m_keep, &QPushButton::clicked, this, [this] { askDiscard(false); });
    connect(m_discard, &QPushButton::clicked, this, &SidePanel::done);
    retranslate();
}

void SidePanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SidePanel::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void SidePanel::setPanelWidth(Width width)
{
    m_width = width;
}

int SidePanel::panelWidth() const
{
    return m_width == Width::Wide ? space::kPanelWide : space::kPanel;
}

Form *SidePanel::addForm()
{
    m_form = new Form(m_scroll->widget());
    m_body->addWidget(m_form);
    connect(m_form, &Form::edited, this, [this] {
        clearError();
        updateFooter();
    });
    connect(m_form, &Form::errorCountChanged, this, &SidePanel::updateFooter);
    return m_form;
}

void SidePanel::setPrimary(const QString &text, ButtonKind kind)
{
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
    setButtonKind(m_primary, kind);
    retranslate();
}

void SidePanel::setCancelText(const QString &text)
{
    m_cancelText = text;
    retranslate();
}

void SidePanel::setBlocked(const QString &reason)
{
    m_blocked = reason;
    updateFooter();
}

void SidePanel::setFooterText(const QString &text)
{
    m_footerText = text;
    updateFooter();
}

void SidePanel::addFooterButton(QPushButton *button)
{
    button->setParent(m_extra);
    m_extra->layout()->addWidget(button);
    m_extra->show();
}

void SidePanel::setDirty(bool dirty)
{
    m_dirty = dirty;
    if (!dirty && m_form)
        m_form->setClean();
}

bool SidePanel::dirty() const
{
    return m_dirty || (m_form && m_form->dirty());
}

void SidePanel::setBusy(const QString &text)
{
    QWidget *focused = QApplication::focusWidget();
    if (!m_busy && !text.isEmpty() && isAncestorOf(focused)) {
        // What is switched off would give the keyboard to nobody, and Esc would be heard no more.
        m_beforeBusy = focused;
        setFocus(Qt::OtherFocusReason);
    }
    m_busyText = text;
    m_busy = !text.isEmpty();
    m_busyBar->setVisible(m_busy);
    m_scroll->widget()->setEnabled(!m_busy);
    m_close->setEnabled(!m_busy);
    m_cancel->setEnabled(!m_busy);
    m_extra->setEnabled(!m_busy);
    if (m_busy)
        clearError();
    updateFooter();
    if (m_busy)
        return;
    const QPointer<QWidget> before = std::exchange(m_beforeBusy, nullptr);
    if (before && hasFocus() && before->isVisible() && before->isEnabled())
        before->setFocus(Qt::OtherFocusReason);
}

void SidePanel::showError(const cas::Error &error)
{
    setBusy({});
    if (m_form && m_form->showError(error)) {
        updateFooter();
        if (QWidget *bad = m_form->focusWidget())
            reveal(bad);
        return;
    }
    showErrorText(errorSentence(error));
    m_error->setDetails(errorDetails(error));
}

void SidePanel::showErrorText(const QString &sentence)
{
    setBusy({});
    m_error->setDetails({});
    m_error->setMessage(InlineMessage::Kind::Error, sentence);
}

void SidePanel::clearError()
{
    m_error->setMessage(InlineMessage::Kind::Error, {});
}

void SidePanel::requestClose()
{
    if (m_busy)
        return;
    if (dirty())
        askDiscard(true);
    else
        done();
}

void SidePanel::endForm()
{
    setFocus(Qt::OtherFocusReason); // before it would fall to whatever comes next
    m_form->hide();
    setDirty(false);
}

void SidePanel::done()
{
    emit closed();
}

void SidePanel::submit()
{
    if (m_busy || !m_blocked.isEmpty() || m_primary->isHidden())
        return;
    clearError();
    const bool good = !m_form || m_form->validate();
    updateFooter();
    if (good)
        emit submitted();
    else if (QWidget *bad = m_form->focusWidget())
        reveal(bad);
}

void SidePanel::focusFirst()
{
    if (!m_form || m_form->isHidden() || !m_form->focusFirst())
        setFocus(Qt::OtherFocusReason);
}

void SidePanel::reveal(QWidget *editor)
{
    editor->setFocus(Qt::OtherFocusReason);
    // What was just shown has its place after the layout.
    QTimer::singleShot(0, editor, [this, editor] { m_scroll->ensureWidgetVisible(editor, 0, 48); });
}

void SidePanel::askDiscard(bool ask)
{
    m_asking = ask;
    if (ask)
        m_beforeAsking = focusWidget();
    m_footer->setVisible(!ask);
    m_discardRow->setVisible(ask);
    if (ask)
        m_keep->setFocus(Qt::OtherFocusReason);
    else if (m_beforeAsking && m_beforeAsking->isVisible())
        m_beforeAsking->setFocus(Qt::OtherFocusReason);
    else
        focusFirst();
}

void SidePanel::updateFooter()
{
    const int errors = m_form ? m_form->errorCount() : 0;
    const bool blocked = !m_blocked.isEmpty();
    m_primary->setEnabled(!m_busy && !blocked);
    m_message->setText(m_busy       ? m_busyText
                       : blocked    ? m_blocked
                       : errors > 0 ? tr("%n problem(s) to solve", nullptr, errors)
                                    : m_footerText);
    m_primary->setToolTip(m_blocked.isEmpty() ? m_primary->text() + QStringLiteral(" (Ctrl+Enter)")
                                              : m_blocked.toHtmlEscaped());
}

bool SidePanel::focusNextPrevChild(bool next)
{
    const QList<QWidget *> order = focusOrder(this);
    if (order.isEmpty())
        return false;
    const qsizetype now = order.indexOf(focusWidget()); // -1: on the panel itself
    const qsizetype step = next ? now + 1 : now <= 0 ? order.size() - 1 : now - 1;
    QWidget *target = order.at(step % order.size());
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (m_scroll->isAncestorOf(target))
        m_scroll->ensureWidgetVisible(target, 0, 48);
    return true;
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_asking)
            askDiscard(false);
        else
            requestClose();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // With several fields Enter would be pressed by habit, before the others were looked at.
    const bool only = m_form && m_form->shownFields() == 1;
    if (enter && (only || (event->modifiers() & Qt::ControlModifier))) {
        submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.border);
}

void SidePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SidePanel::retranslate()
{
    setIconButtonText(m_close, tr("Close (Esc)"));
    m_cancel->setText(!m_cancelText.isEmpty() ? m_cancelText
                      : m_primary->isHidden() ? tr("Close")
                                              : tr("Cancel"));
    m_discardText->setText(tr("Discard what you typed?"));
    m_keep->setText(tr("Keep editing"));
    m_discard->setText(tr("Discard"));
    updateFooter();
}

} // namespace cas::ui
