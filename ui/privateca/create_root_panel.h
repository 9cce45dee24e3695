// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privateca/ca_form_panel.h"

namespace cas::ui {

/// Makes a root CA (operation 30): Purchase and Enable in an unmetered store, or Enable for a root
/// that was bought.
/// @thread main
class CreateRootPanel : public CaFormPanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param pending the bought CA to enable; nothing: a new one
    CreateRootPanel(Console &console, const StoreTraits &traits,
                    const std::optional<privateca::Ca> &pending = {}, QWidget *parent = nullptr);

protected:
    void translateTexts() override;

private:
    void start();

    const std::optional<privateca::Ca> m_pending;
};

} // namespace cas::ui
