// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

namespace cas::ui {

class FormField;

/// Change passphrase: the current one, the new one twice.
class PassphrasePanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    explicit PassphrasePanel(Console &console, QWidget *parent = nullptr);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void start();

    Console &m_console;
    FormField *m_current;
    FormField *m_next;
    FormField *m_repeat;
    Job<Unit> m_job;
};

} // namespace cas::ui
