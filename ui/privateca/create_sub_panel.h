// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca.h"
#include "ui/kit/side_panel.h"
#include "ui/privateca/store_traits.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class PublicationFields;
class SubjectFields;

/// Makes a subordinate CA under one of this store's CAs (operation 30).
/// @thread main
class CreateSubPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param cas    all CAs; those that may sign are offered as parents
    /// @param parentCa the one to start with
    CreateSubPanel(Console &console, const QList<privateca::Ca> &cas, CaId parentCa,
                   const StoreTraits &traits, QWidget *parent = nullptr);
    ~CreateSubPanel() override;

signals:
    void created(const cas::privateca::Ca &ca);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void parentChanged();
    void start();
    void failed(const Error &error);
    [[nodiscard]] QString constraintProblem() const;

    Console &m_console;
    const StoreTraits m_traits;
    QList<privateca::Ca> m_parents;
    QComboBox *m_parent;
    SubjectFields *m_subject;
    PublicationFields *m_publication;
    QComboBox *m_algorithm;
    QSpinBox *m_years;
    QLineEdit *m_name;
    QSpinBox *m_pathLength;
    QLineEdit *m_permitted;
    FormField *m_parentField;
    FormField *m_algorithmField;
    FormField *m_yearsField;
    FormField *m_nameField;
    FormField *m_pathField;
    FormField *m_permittedField;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
