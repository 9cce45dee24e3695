// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

class QLabel;
class QMimeData;
class QPushButton;

namespace cas::ui {

class DropZone;
class FormField;
class ImportReportTable;
class InlineMessage;
class PageHost;
class PassphraseField;

/// Import: takes in certificates and keys from files, folders and pasted text, and tells piece by
/// piece what could not be taken.
/// @thread main
class ImportPanel : public SidePanel
{
    Q_OBJECT
public:
    ImportPanel(Console &console, PageHost *host, QWidget *parent = nullptr);
    ~ImportPanel() override;

    /// Adds files and folders to what will be imported.
    void addPaths(const QStringList &paths);
    /// What was dropped elsewhere, or the clipboard. @return false: nothing that can be imported
    bool take(const QMimeData *content);
    void forgetSecrets() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Filled by the threads that import, read when they are done.
    struct Notable;

    void translateTexts();
    void showChosen();
    [[nodiscard]] bool looksProtected() const;
    void addText(const QString &text);
    void clearInput();
    void start();
    void ended(const certificates::ImportReport &report);
    void failed(const Error &error);

    Console &m_console;
    PageHost *m_host;
    DropZone *m_drop;
    QPushButton *m_files;
    QPushButton *m_folder;
    QPushButton *m_paste;
    QWidget *m_chosenRow;
    QLabel *m_chosen;
    QPushButton *m_clear;
    InlineMessage *m_protected;
    FormField *m_passwordField;
    PassphraseField *m_password;
    ImportReportTable *m_report;

    QStringList m_paths;
    QByteArray m_text;
    bool m_uncheckedSeen = false; // a PFX without a MAC was refused: the next try takes it
    Job<certificates::ImportReport> m_job;
    std::shared_ptr<Notable> m_notable;
};

} // namespace cas::ui
