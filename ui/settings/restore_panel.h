// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

namespace cas::ui {

class FormField;
class InlineMessage;
class PathEdit;

/// Restore a backup: which file, into which new one, and the passphrase it opens with. The store
/// that is open stays as it is.
class RestorePanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param newest  the backup that is offered first; may be empty
    RestorePanel(Console &console, const QString &newest, QWidget *parent = nullptr);

signals:
    /// The person wants to see the restored store.
    void openRequested(const QString &path);
    void jobStarted(const std::shared_ptr<cas::JobContext> &job);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void start();
    void finish(const RestoreReport &report);

    Console &m_console;
    PathEdit *m_backup;
    PathEdit *m_target;
    FormField *m_backupField;
    FormField *m_targetField;
    FormField *m_passphrase;
    InlineMessage *m_note;
    RestoreReport m_restored; // file is empty until it is done
    Job<RestoreReport> m_job;
};

} // namespace cas::ui
