// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca_service.h"
#include "ui/kit/side_panel.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class InlineMessage;
class KeyValueGrid;

/// Buying a CA in a metered store (operation 32): months, price, then the order as it was booked
/// and the way on to Enable. A root comes with one subordinate CA.
/// @thread main
class PurchasePanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param name what the CA is called until somebody changes it
    /// @param root nothing: a root CA; else one more subordinate below it
    PurchasePanel(Console &console, const QString &name, const std::optional<privateca::Ca> &root,
                  QWidget *parent = nullptr);
    ~PurchasePanel() override;

signals:
    void purchased(const cas::privateca::Ca &ca);
    /// The button after the purchase.
    void enableRequested(cas::CaId ca);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void showPrice();
    void start();
    void showOrder(const privateca::PurchasedCa &bought);

    Console &m_console;
    const std::optional<privateca::Ca> m_root;
    QLineEdit *m_name;
    QComboBox *m_months;
    FormField *m_nameField;
    FormField *m_monthsField;
    InlineMessage *m_note;
    KeyValueGrid *m_summary;
    std::optional<privateca::PurchasedCa> m_bought;
    Job<privateca::PurchasedCa> m_job;
};

} // namespace cas::ui
