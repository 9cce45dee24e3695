// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca.h"
#include "ui/kit/side_panel.h"
#include "ui/privateca/store_traits.h"

class QSpinBox;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class InlineMessage;

/// The Buy panel: certificates for a root CA (operation 31).
/// @thread main
class BuyPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    BuyPanel(Console &console, const privateca::Ca &root, const StoreTraits &traits,
             QWidget *parent = nullptr);
    ~BuyPanel() override;

signals:
    void bought(const cas::privateca::Ca &root);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void showPrice();
    void start();

    Console &m_console;
    const privateca::Ca m_root;
    const StoreTraits m_traits;
    InlineMessage *m_note;
    QSpinBox *m_count;
    FormField *m_countField;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
