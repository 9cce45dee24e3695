// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privateca/ca_form_panel.h"

namespace cas::ui {

/// Makes a subordinate CA under one of this store's CAs (operation 30), or enables one that was
/// bought.
/// @thread main
class CreateSubPanel : public CaFormPanel
{
    Q_OBJECT
public:
    /// @param cas    all CAs; those that may sign are offered as parents
    /// @param parentCa the one to start with
    /// @param pending the bought CA to enable, below `parentCa` only; nothing: a new one
    CreateSubPanel(Console &console, const QList<privateca::Ca> &cas, CaId parentCa,
                   const StoreTraits &traits, const std::optional<privateca::Ca> &pending = {},
                   QWidget *parent = nullptr);

protected:
    void translateTexts() override;

private:
    void parentChanged();
    void start();
    [[nodiscard]] QString constraintProblem() const;
    [[nodiscard]] crypto::NameConstraints constraints() const;

    const std::optional<privateca::Ca> m_pending;
    QList<privateca::Ca> m_parents;
    QComboBox *m_parent;
    QSpinBox *m_pathLength;
    QLineEdit *m_permitted;
    FormField *m_parentField;
    FormField *m_pathField;
    FormField *m_permittedField;
};

} // namespace cas::ui
