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

/// Purchase and Enable: makes a root CA (operations 30, 32). In a metered store the service period
/// and its price are part of it.
/// @thread main
class CreateRootPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    CreateRootPanel(Console &console, const StoreTraits &traits, QWidget *parent = nullptr);
    ~CreateRootPanel() override;

signals:
    void created(const cas::privateca::Ca &ca);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void showPrice();
    void start();
    void failed(const Error &error);

    Console &m_console;
    const StoreTraits m_traits;
    SubjectFields *m_subject;
    PublicationFields *m_publication;
    QComboBox *m_algorithm;
    QSpinBox *m_years;
    QLineEdit *m_name;
    QComboBox *m_months;
    FormField *m_algorithmField;
    FormField *m_yearsField;
    FormField *m_nameField;
    FormField *m_monthsField;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
