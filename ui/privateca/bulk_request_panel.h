// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/side_panel.h"
#include "ui/privateca/batch_run.h"

#include <QPointer>

class QTimer;

namespace cas {
class Console;
}

namespace cas::ui {

class BatchChoices;
class BatchPreviewTable;
class BatchRunCard;
class BatchSource;
class FormField;

/// Bulk Request: lines of a CSV are looked through, then issued. The run itself belongs to whoever
/// opened the panel, which may be closed meanwhile.
/// @thread main
class BulkRequestPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    BulkRequestPanel(Console &console, const privateca::Ca &ca, QWidget *parent = nullptr);
    ~BulkRequestPanel() override;

    /// Shows how far it is, and its end. @param run borrowed
    void watch(BatchRun *run);
    [[nodiscard]] bool shows(const BatchRun *run) const { return m_run == run; }
    /// Takes a file that was offered.
    void take(const QString &path);
    void forgetSecrets() override;

signals:
    /// Issue this; answer with watch().
    void runRequested(const std::shared_ptr<const cas::privateca::BatchPlan> &plan,
                      const std::shared_ptr<cas::SecretBytes> &exportPassphrase);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What one look at the file brings.
    struct Looked
    {
        std::shared_ptr<const privateca::BatchPlan> plan;
        std::optional<qint64> rest; // of the CA, now
    };

    void translateTexts();
    void look();
    void lookLater();
    void looked(const Looked &what);
    void lookFailed(const Error &error);
    void showState();
    void showQuota();
    void start();
    void runEnded();
    void backToForm();
    void saveRefused();

    Console &m_console;
    const privateca::Ca m_ca;
    BatchSource *m_source;
    FormField *m_sourceField;
    BatchChoices *m_choices;
    InlineMessage *m_quota;
    BatchPreviewTable *m_preview;
    BatchRunCard *m_card;
    QTimer *m_later;
    std::shared_ptr<const privateca::BatchPlan> m_plan; // null: not looked through as it is now
    std::optional<qint64> m_rest;
    QPointer<BatchRun> m_run;
    Job<Looked> m_looking;
    Job<Unit> m_saving;
};

} // namespace cas::ui
