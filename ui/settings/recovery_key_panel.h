// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

namespace cas::ui {

class CodeBlock;
class FormField;
class InlineMessage;

/// New recovery key: asks for the passphrase, shows the key once.
class RecoveryKeyPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    explicit RecoveryKeyPanel(Console &console, QWidget *parent = nullptr);
    void forgetSecrets() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void start();
    void show(const SecretBytes &key);

    Console &m_console;
    FormField *m_passphrase;
    InlineMessage *m_note;
    CodeBlock *m_key;
    Job<SecretBytes> m_job;
};

} // namespace cas::ui
