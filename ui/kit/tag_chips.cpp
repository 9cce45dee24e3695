// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tag_chips.h"

#include "ui/kit/flow_layout.h"
#include "ui/kit/icons.h"
#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace cas::ui {

TagChips::TagChips(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_flow(new FlowLayout(this, space::kXs))
{
    if (mode == Mode::ReadOnly)
        return;
    m_flow->setContentsMargins(6, 4, 6, 4);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("tags.edit"));
    m_edit->setProperty("kind", QStringLiteral("bare"));
    m_edit->setMaxLength(kMaxTagLength);
    m_edit->setFixedSize(120, 22);
    m_edit->installEventFilter(this);
    m_flow->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.endsWith(u',') || text.endsWith(u'，'))
            addTyped();
    });
}

void TagChips::setTags(const QStringList &tags)
{
    m_tags.clear();
    for (const QString &tag : tags) {
        const QString clean = tag.trimmed().left(kMaxTagLength);
        if (!clean.isEmpty() && !m_tags.contains(clean, Qt::CaseInsensitive))
            m_tags.append(clean);
    }
    rebuild();
}

void TagChips::setSuggestions(const QStringList &tags)
{
    if (!m_edit)
        return;
    auto *completer = new QCompleter(tags, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    connect(
        completer, qOverload<const QString &>(&QCompleter::activated), this,
        [this](const QString &) { addTyped(); }, Qt::QueuedConnection);
}

void TagChips::setPlaceholder(const QString &text)
{
    if (m_edit)
        m_edit->setPlaceholderText(text);
}

void TagChips::rebuild()
{
    for (QWidget *chip : std::exchange(m_chips, {})) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    if (m_edit)
        m_flow->removeWidget(m_edit);
    for (const QString &tag : m_tags) {
        auto *chip = new QToolButton(this);
        chip->setProperty("kind", QStringLiteral("tag"));
        chip->setText(visibleText(tag, kMaxTagLength));
        chip->setFont(Theme::of(this).font(TextStyle::Small));
        chip->setObjectName(QStringLiteral("tag.") + tag);
        if (m_mode == Mode::Editable) {
            chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            chip->setIcon(icon(Symbol::Close, Tint::Second));
            chip->setIconSize({12, 12});
            chip->setLayoutDirection(Qt::RightToLeft);
            chip->setFocusPolicy(Qt::TabFocus);
            const QString text = tr("Remove the tag %1").arg(chip->text());
            chip->setAccessibleName(text);
            chip->setToolTip(plainToolTip(text));
            connect(chip, &QToolButton::clicked, this, [this, tag] { removeTag(tag); });
        } else {
            chip->setFocusPolicy(Qt::NoFocus);
            chip->setAttribute(Qt::WA_TransparentForMouseEvents);
        }
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    if (m_edit)
        m_flow->addWidget(m_edit);
    updateGeometry();
}

void TagChips::addTyped()
{
    QString typed = m_edit->text();
    typed.remove(u',').remove(u'，');
    m_edit->clear();
    const qsizetype before = m_tags.size();
    setTags(m_tags + QStringList{typed});
    if (m_tags.size() != before)
        emit tagsChanged(m_tags);
}

void TagChips::removeTag(const QString &tag)
{
    m_tags.removeAll(tag);
    rebuild();
    if (m_edit)
        m_edit->setFocus();
    emit tagsChanged(m_tags);
}

bool TagChips::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter)
            && !m_edit->text().trimmed().isEmpty()) {
            addTyped();
            return true;
        }
        if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_tags.isEmpty()) {
            removeTag(m_tags.last());
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut
        && !m_edit->text().trimmed().isEmpty())
        addTyped();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void TagChips::paintEvent(QPaintEvent *)
{
    if (m_mode == Mode::ReadOnly)
        return;
    const Tokens &tokens = Theme::of(this).tokens();
    const bool focused = m_edit->hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tokens.surface);
    painter.setPen(QPen(focused ? tokens.accent : tokens.borderStrong, focused ? 2 : 1));
    const qreal half = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 6, 6);
}

} // namespace cas::ui
