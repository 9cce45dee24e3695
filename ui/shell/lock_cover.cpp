// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lock_cover.h"

#include "ui/kit/icons.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kLockCardWidth = 400;

class LockDisc final : public QWidget
{
public:
    explicit LockDisc(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(48, 48);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::of(this).tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accentWeak);
        painter.drawEllipse(rect());
        paintSymbol(painter, QRectF(12, 12, 24, 24), Symbol::Lock, tokens.accent);
    }
};

} // namespace

LockCover::LockCover(QWidget *parent)
    : QWidget(parent)
    , m_card(new QFrame(this))
    , m_title(makeLabel(TextStyle::Large, Tone::Text, m_card))
    , m_text(makeLabel(TextStyle::Body, Tone::Second, m_card, Wrap::Yes))
    , m_slot(new QVBoxLayout)
{
    setObjectName(QStringLiteral("lockCover"));
    setFocusPolicy(Qt::StrongFocus);
    m_card->setProperty("surface", QStringLiteral("card"));
    m_card->setFixedWidth(kLockCardWidth);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *middle = new QHBoxLayout; // an alignment would take the height without wrapped lines
    middle->addStretch(1);
    middle->addWidget(m_card);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(3);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(space::kS);
    column->addWidget(new LockDisc(m_card), 0, Qt::AlignHCenter);
    column->addSpacing(space::kXs);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(space::kS);
    column->addLayout(m_slot);
    retranslate();
    hide();
}

void LockCover::setForm(QWidget *form)
{
    delete m_form;
    m_form = form;
    if (form) {
        form->setParent(m_card);
        m_slot->addWidget(form);
        form->show();
    }
}

void LockCover::setStoreName(const QString &name)
{
    m_storeName = visibleText(name, 60);
    retranslate();
}

void LockCover::cover()
{
    m_covering = true;
    setGeometry(parentWidget()->rect());
    show();
    raise();
    // A menu or list that is open would stand above the cover.
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    if (m_form)
        m_form->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void LockCover::uncover()
{
    m_covering = false;
    hide();
}

void LockCover::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).tokens().background);
}

void LockCover::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // nothing reaches what lies below
}

void LockCover::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LockCover::retranslate()
{
    m_title->setText(tr("Locked"));
    m_text->setText(m_storeName.isEmpty() ? tr("Unlock the store to go on.")
                                          : tr("Unlock %1 to go on.").arg(m_storeName));
    setAccessibleName(m_text->text());
}

} // namespace cas::ui
