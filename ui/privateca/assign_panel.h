// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca.h"
#include "ui/kit/side_panel.h"

class QComboBox;
class QSpinBox;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class KeyValueGrid;

/// The Assign panel: how many certificates a subordinate CA may still issue (operation 31). The
/// number is what it shall have afterwards; a lower one gives the rest back to the root.
/// @thread main
class AssignPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param subs   every CA below `root`; those that are enabled are offered
    /// @param chosen the one to start with; `root`'s own id: the first
    AssignPanel(Console &console, const privateca::Ca &root, const QList<privateca::Ca> &subs,
                CaId chosen, QWidget *parent = nullptr);
    ~AssignPanel() override;

signals:
    void assigned(const cas::privateca::Ca &sub);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void showCounts();
    void takeRest();
    void start();
    [[nodiscard]] const privateca::Ca *current() const;

    Console &m_console;
    const privateca::Ca m_root;
    QList<privateca::Ca> m_subs;
    KeyValueGrid *m_counts;
    QComboBox *m_sub;
    QSpinBox *m_rest;
    FormField *m_subField;
    FormField *m_restField;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
