// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/form.h"

#include "ui/text/error_text.h"
#include "ui/kit/form_field.h"
#include "ui/kit/labels.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace cas::ui {

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kL);
}

void Form::adopt(FormField *field)
{
    m_fields.append(field);
    connect(field, &FormField::edited, this, [this] {
        m_dirty = true;
        emit edited();
    });
    connect(field, &FormField::errorChanged, this,
            [this] { emit errorCountChanged(errorCount()); });
}

FormField *Form::add(FormField *field)
{
    adopt(field);
    m_layout->addWidget(field);
    return field;
}

FormField *Form::add(QWidget *editor, const QString &name)
{
    return add(new FormField(editor, name, this));
}

void Form::addRow(const QList<FormField *> &fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kM);
    for (FormField *field : fields) {
        adopt(field);
        row->addWidget(field, 1, Qt::AlignTop);
    }
    m_layout->addLayout(row);
}

QLabel *Form::addSection(const QString &title)
{
    auto *label = makeLabel(TextStyle::BodyStrong, Tone::Text, this);
    label->setText(title);
    if (m_layout->count() > 0)
        m_layout->addSpacing(space::kS);
    m_layout->addWidget(label);
    return label;
}

void Form::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void Form::addAtLeft(QWidget *widget)
{
    m_layout->addWidget(widget, 0, Qt::AlignLeft);
}

FormField *Form::field(const QString &name) const
{
    for (FormField *candidate : m_fields) {
        if (candidate->name() == name)
            return candidate;
    }
    return nullptr;
}

bool Form::focusFirst()
{
    for (const FormField *candidate : m_fields) {
        if (candidate->isHidden() || !candidate->editor()->isEnabled())
            continue;
        // As by Tab: what is proposed there is selected, and typing replaces it.
        candidate->editor()->setFocus(Qt::TabFocusReason);
        return true;
    }
    return false;
}

int Form::shownFields() const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(),
                             [](const FormField *field) { return !field->isHidden(); }));
}

bool Form::validate()
{
    FormField *firstBad = nullptr;
    for (FormField *candidate : m_fields) {
        if (!candidate->isHidden() && !candidate->validate() && !firstBad)
            firstBad = candidate;
    }
    if (firstBad)
        firstBad->editor()->setFocus(Qt::OtherFocusReason);
    return !firstBad;
}

int Form::errorCount() const
{
    int errors = 0;
    for (const FormField *candidate : m_fields)
        errors += !candidate->isHidden() && !candidate->error().isEmpty();
    return errors;
}

bool Form::showError(const cas::Error &error)
{
    FormField *found = field(error.field);
    if (!found)
        found = field(error.field.section(u'.', 0, 0));
    if (!found || found->isHidden())
        return false;
    found->setError(errorSentence(error));
    found->editor()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace cas::ui
