// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

class QLineEdit;

namespace cas::ui {

class FormField;

/// What people call a certificate; the certificate itself does not change.
/// @thread main
class RenamePanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param row the certificate as the list showed it: a change by somebody else since is refused
    RenamePanel(Console &console, const certificates::CertificateRow &row,
                QWidget *parent = nullptr);

signals:
    void renamed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void submitName();

    Console &m_console;
    const certificates::CertificateRow m_row;
    QLineEdit *m_name;
    FormField *m_field;
    Job<Unit> m_job;
};

} // namespace cas::ui
