// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/key_value_grid.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/text/plain_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

namespace cas::ui {

namespace {

constexpr int kLineHeight = 24; // of a row of one line, whether Latin or Chinese, copied or not
constexpr int kMaxValueLength = 8192; // characters; longer values belong into a CodeBlock

} // namespace

KeyValueGrid::KeyValueGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kM);
    m_grid->setVerticalSpacing(space::kXs);
    m_grid->setColumnStretch(1, 1);
    setLabelWidth(140);
}

void KeyValueGrid::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

KeyValueGrid::Row &KeyValueGrid::row(const QString &id, const QString &label)
{
    auto found = m_rows.find(id);
    if (found == m_rows.end()) {
        Row added;
        added.line = m_lines++;
        added.label = makeLabel(TextStyle::Body, Tone::Second, this, Wrap::Yes);
        added.label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        added.label->setMinimumHeight(kLineHeight);
        m_grid->addWidget(added.label, added.line, 0, Qt::AlignTop);
        found = m_rows.insert(id, added);
    }
    found->label->setText(label);
    return *found;
}

void KeyValueGrid::setRow(const QString &id, const QString &label, const QString &value,
                          Style style, Copy copy)
{
    Row &entry = row(id, label);
    auto *text = qobject_cast<QLabel *>(entry.value);
    if (!text || entry.style != style) {
        delete entry.value;
        text = makeLabel(style == Style::Text ? TextStyle::Body : TextStyle::Mono, Tone::Text, this,
                         Wrap::Yes);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setFocusPolicy(Qt::ClickFocus);
        text->setObjectName(QStringLiteral("value.") + id);
        text->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        text->setMinimumHeight(kLineHeight);
        if (style != Style::Text) // begins on the label's line also where it has several
            text->setContentsMargins(0, 4, 0, 4);
        entry.value = text;
        m_grid->addWidget(text, entry.line, 1, Qt::AlignTop);
    }
    entry.style = style;
    entry.text = value;
    const QString safe = visibleText(value, kMaxValueLength);
    text->setText(value.isEmpty()       ? QStringLiteral("—")
                  : style == Style::Hex ? groupedHex(ungroupedHex(safe))
                                        : safe);
    const bool wanted = copy == Copy::Yes && !value.isEmpty();
    if (wanted && !entry.copy) {
        entry.copy = makeIconButton(Symbol::Copy, this);
        entry.copy->setProperty("kind", QStringLiteral("inline"));
        entry.copy->setIconSize({16, 16});
        entry.copy->setObjectName(QStringLiteral("copy.") + id);
        m_grid->addWidget(entry.copy, entry.line, 2, Qt::AlignTop);
        connect(entry.copy, &QToolButton::clicked, this, [this, id] {
            const Row &copied = m_rows[id];
            QGuiApplication::clipboard()->setText(
                copied.style == Style::Hex ? ungroupedHex(copied.text) : copied.text);
        });
    }
    if (entry.copy) {
        entry.copy->setVisible(wanted);
        setIconButtonText(entry.copy, tr("Copy %1").arg(label));
    }
}

void KeyValueGrid::setWidgetRow(const QString &id, const QString &label, QWidget *value)
{
    Row &entry = row(id, label);
    if (entry.value != value)
        delete entry.value;
    entry.value = value;
    value->setParent(this);
    m_grid->addWidget(value, entry.line, 1, Qt::AlignLeft | Qt::AlignTop);
    value->show();
}

void KeyValueGrid::removeRow(const QString &id)
{
    const Row removed = m_rows.take(id);
    delete removed.label;
    delete removed.value;
    delete removed.copy;
}

void KeyValueGrid::clear()
{
    const QStringList ids = m_rows.keys();
    for (const QString &id : ids)
        removeRow(id);
    m_lines = 0;
}

QString KeyValueGrid::value(const QString &id) const
{
    return m_rows.value(id).text;
}

void KeyValueGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void KeyValueGrid::retranslate()
{
    for (const Row &entry : m_rows) {
        if (entry.copy)
            setIconButtonText(entry.copy, tr("Copy %1").arg(entry.label->text()));
    }
}

} // namespace cas::ui
