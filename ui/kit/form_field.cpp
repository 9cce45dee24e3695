// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/form_field.h"

#include "ui/kit/labels.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/tag_chips.h"
#include "ui/text/plain_text.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStyle>

namespace cas::ui {

namespace {

bool editorEmpty(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text().trimmed().isEmpty();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor))
        return text->document()->isEmpty();
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->isEditable() ? combo->currentText().trimmed().isEmpty()
                                   : combo->currentIndex() < 0;
    if (const auto *secret = qobject_cast<const PassphraseField *>(editor))
        return secret->empty();
    if (const auto *tags = qobject_cast<const TagChips *>(editor))
        return tags->tags().isEmpty();
    if (const auto *check = qobject_cast<const QCheckBox *>(editor))
        return !check->isChecked();
    return false;
}

// What the keyboard goes to: the editor, or the widget in a composed one that takes the focus for
// it. Its frame turns red: the composed one has none.
QWidget *typedInto(QWidget *editor)
{
    while (editor->focusProxy())
        editor = editor->focusProxy();
    return editor;
}

} // namespace

FormField::FormField(QWidget *editor, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_editor(editor)
    , m_label(makeLabel(TextStyle::Body, Tone::Text, this))
    , m_help(makeLabel(TextStyle::Small, Tone::Second, this, Wrap::Yes))
    , m_errorLabel(makeLabel(TextStyle::Small, Tone::Bad, this, Wrap::Yes))
{
    setObjectName(QStringLiteral("field.") + name);
    if (editor->objectName().isEmpty())
        editor->setObjectName(name);
    m_label->setObjectName(QStringLiteral("label"));
    m_help->setObjectName(QStringLiteral("help"));
    m_errorLabel->setObjectName(QStringLiteral("error"));
    QFont font = m_label->font();
    font.setWeight(QFont::Medium);
    m_label->setFont(font);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    auto *head = new QHBoxLayout;
    head->setSpacing(3);
    head->addWidget(m_label);
    auto *mark = makeLabel(TextStyle::Body, Tone::Bad, this);
    mark->setObjectName(QStringLiteral("mark"));
    mark->setText(QStringLiteral("*"));
    mark->hide();
    head->addWidget(mark);
    head->addStretch(1);
    column->addLayout(head);
    column->addSpacing(2);
    column->addWidget(editor);
    column->addWidget(m_help);
    column->addWidget(m_errorLabel);
    m_label->setBuddy(editor);
    m_label->hide();
    m_help->hide();
    m_errorLabel->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    if (qobject_cast<QCheckBox *>(editor)) // its help stands under its text, not under the box
        m_help->setIndent(24);
    watch();
}

void FormField::watch()
{
    if (auto *line = qobject_cast<QLineEdit *>(m_editor)) {
        connect(line, &QLineEdit::textEdited, this, &FormField::noteEdited);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor)) {
        connect(text, &QPlainTextEdit::textChanged, this, &FormField::noteEdited);
        text->setTabChangesFocus(true);
    } else if (auto *combo = qobject_cast<QComboBox *>(m_editor)) {
        connect(combo, &QComboBox::activated, this, &FormField::noteEdited);
        connect(combo, &QComboBox::editTextChanged, this, &FormField::noteEdited);
        combo->setFocusPolicy(Qt::StrongFocus); // no change by a wheel that only scrolls past
    } else if (auto *spin = qobject_cast<QSpinBox *>(m_editor)) {
        connect(spin, &QSpinBox::valueChanged, this, &FormField::noteEdited);
        spin->setFocusPolicy(Qt::StrongFocus);
    } else if (auto *date = qobject_cast<QDateTimeEdit *>(m_editor)) {
        connect(date, &QDateTimeEdit::dateTimeChanged, this, &FormField::noteEdited);
    } else if (auto *check = qobject_cast<QCheckBox *>(m_editor)) {
        connect(check, &QCheckBox::clicked, this, &FormField::noteEdited);
    } else if (auto *segments = qobject_cast<SegmentedControl *>(m_editor)) {
        connect(segments, &SegmentedControl::currentChanged, this, &FormField::noteEdited);
    } else if (auto *secret = qobject_cast<PassphraseField *>(m_editor)) {
        connect(secret, &PassphraseField::edited, this, &FormField::noteEdited);
        secret->edit()->installEventFilter(this);
    } else if (auto *tags = qobject_cast<TagChips *>(m_editor)) {
        connect(tags, &TagChips::tagsChanged, this, &FormField::noteEdited);
    }
    m_editor->installEventFilter(this);
}

void FormField::setLabel(const QString &label)
{
    m_labelText = label;
    updateLabel();
}

void FormField::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    describe();
}

void FormField::setRequired(bool required)
{
    m_required = required;
    updateLabel();
}

void FormField::updateLabel()
{
    m_label->setText(m_labelText);
    m_label->setVisible(!m_labelText.isEmpty());
    if (auto *mark = findChild<QLabel *>(QStringLiteral("mark"), Qt::FindDirectChildrenOnly))
        mark->setVisible(m_required && !m_labelText.isEmpty());
    if (m_labelText.isEmpty())
        return;
    m_editor->setAccessibleName(m_labelText);
    QWidget *typed = typedInto(m_editor);
    // One of several widgets in a composed editor may have a name of its own.
    if (typed->accessibleName().isEmpty() || typed->accessibleName() == m_spokenLabel)
        typed->setAccessibleName(m_labelText);
    m_spokenLabel = m_labelText;
    describe();
}

void FormField::describe()
{
    QStringList parts;
    //: spoken with a field that must be filled
    if (m_required)
        parts.append(tr("required"));
    const QString sentence = m_errorLabel->text().isEmpty() ? m_help->text() : m_errorLabel->text();
    if (!sentence.isEmpty())
        parts.append(sentence);
    const QString description = parts.join(QLatin1String("; "));
    m_editor->setAccessibleDescription(description);
    typedInto(m_editor)->setAccessibleDescription(description);
}

void FormField::setValidator(std::function<QString()> validator)
{
    m_validator = std::move(validator);
}

QString FormField::problem() const
{
    if (isHidden())
        return {};
    if (m_required && editorEmpty(m_editor))
        return tr("This field is needed.");
    return m_validator ? m_validator() : QString();
}

bool FormField::validate()
{
    const QString found = problem();
    if (found.isEmpty() && m_external)
        return m_error.isEmpty();
    show(found);
    return found.isEmpty();
}

void FormField::setError(const QString &error)
{
    m_external = !error.isEmpty();
    show(error);
}

void FormField::show(const QString &error)
{
    m_shown = m_shown || !error.isEmpty();
    m_errorLabel->setText(error);
    m_errorLabel->setVisible(!error.isEmpty());
    m_help->setVisible(error.isEmpty() && !m_help->text().isEmpty());
    QWidget *frame = typedInto(m_editor);
    if (frame->property("invalid").toBool() != !error.isEmpty()) {
        frame->setProperty("invalid", !error.isEmpty());
        frame->style()->unpolish(frame);
        frame->style()->polish(frame);
    }
    describe();
    if (std::exchange(m_error, error) != error)
        emit errorChanged();
}

void FormField::noteEdited()
{
    if (std::exchange(m_external, false))
        show({});
    else if (m_shown)
        show(problem());
    emit edited();
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == typedInto(m_editor)) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        // A popup or another window takes the focus for a while only.
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason
            && reason != Qt::MenuBarFocusReason && !m_external) {
            // An empty required field is not scolded for being passed by; submit does that.
            if (!editorEmpty(m_editor) || m_shown)
                show(problem());
        }
    }
    if (event->type() == QEvent::Wheel && !m_editor->hasFocus()
        && (qobject_cast<QComboBox *>(m_editor) || qobject_cast<QAbstractSpinBox *>(m_editor))) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateLabel();
        if (!m_error.isEmpty() && !m_external)
            show(problem());
    }
    QWidget::changeEvent(event);
}

} // namespace cas::ui
