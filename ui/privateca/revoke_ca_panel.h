// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/crl_service.h"
#include "ui/kit/side_panel.h"

class QComboBox;
class QLineEdit;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class InlineMessage;

/// The question before a CA is revoked: what follows, the reason, and the CA's name typed in.
/// @thread main
class RevokeCaPanel : public SidePanel
{
    Q_OBJECT
public:
    RevokeCaPanel(Console &console, const privateca::Ca &ca, QWidget *parent = nullptr);
    ~RevokeCaPanel() override;

signals:
    void revoked(const cas::privateca::RevokedCa &gone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void updateBlocked();
    void start();

    Console &m_console;
    const privateca::Ca m_ca;
    InlineMessage *m_warning;
    QComboBox *m_reason;
    QLineEdit *m_name;
    FormField *m_reasonField;
    FormField *m_nameField;
    Job<privateca::RevokedCa> m_job;
};

} // namespace cas::ui
