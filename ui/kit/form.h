// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace cas::ui {

class FormField;

/// A column of fields with section titles, 16 px apart, that can be checked as a whole. Fields that
/// do not apply are hidden (setVisible(false)) and then neither checked nor counted.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);

    /// Appends a field around this editor (FormField tells which editors and names), made in its
    /// place. Takes ownership of the editor.
    FormField *add(QWidget *editor, const QString &name);
    /// Appends one that was made before; the form takes ownership. Returns its argument.
    FormField *add(FormField *field);
    /// Two or more fields side by side in equal widths.
    void addRow(const QList<FormField *> &fields);
    /// A semi-bold section title; keep it for retranslate().
    QLabel *addSection(const QString &title = {});
    /// Any other widget (message, key-value grid) between the fields.
    void addWidget(QWidget *widget);
    /// One that keeps its own width, such as a link: at the left, where the fields begin.
    void addAtLeft(QWidget *widget);

    /// Puts the keyboard into the first field that is shown and enabled. @return false: there is
    /// none
    bool focusFirst();
    /// How many fields are shown.
    [[nodiscard]] int shownFields() const;
    [[nodiscard]] FormField *field(const QString &name) const; // null if none
    [[nodiscard]] const QList<FormField *> &fields() const { return m_fields; }

    /// Checks every visible field, shows the errors, puts the keyboard into the first bad one.
    bool validate();
    [[nodiscard]] int errorCount() const; // shown errors in visible fields
    /// Puts a service's error at the field that `error.field` names ("san" also fits "san.0").
    /// @return false when no visible field has that name: show it elsewhere
    bool showError(const cas::Error &error);
    /// True since the person edited something; setClean() after load.
    [[nodiscard]] bool dirty() const { return m_dirty; }
    void setClean() { m_dirty = false; }

signals:
    void edited();
    void errorCountChanged(int errors);

private:
    void adopt(FormField *field);

    QVBoxLayout *m_layout;
    QList<FormField *> m_fields;
    bool m_dirty = false;
};

} // namespace cas::ui
