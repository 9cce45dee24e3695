// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "ui/guides/guide_files.h"
#include "ui/kit/page.h"
#include "ui/kit/side_panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cas {
class Console;
}

namespace cas::ui {

class Form;
class FormField;
class InlineMessage;
class KeyValueGrid;
class PassphraseField;

/// What the Download dialog box needs to know of a certificate before it is fetched.
struct DownloadSubject
{
    CertificateId id;
    QString name; // shown, untrusted is fine
    bool hasKey = false; // CertificateRow::hasKey
    bool revoked = false; // then the certificate is offered without its key
};

/// The Download dialog box (operation 29): format, chain, password, folder, Confirm; afterwards the
/// files that were written, Open folder and the link "Deploy SSL certificates". Used by every list
/// of certificates: openDownload() does all there is to do.
/// @thread main
class DownloadPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    DownloadPanel(Console &console, DownloadSubject subject, QWidget *parent = nullptr);
    ~DownloadPanel() override;

    /// The paths that were written; empty until then.
    [[nodiscard]] QStringList files() const { return m_files; }

signals:
    void downloaded(const QStringList &files);
    /// The link "Deploy SSL certificates" was pressed.
    void guidesRequested(const cas::ui::GuideFiles &files);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Overwrite { No, Yes };

    void buildForm();
    void translateTexts();
    void fillFormats();
    void applyFormat();
    [[nodiscard]] bool withKey() const;
    [[nodiscard]] QString passwordProblem() const;
    void chooseFolder();
    void start(Overwrite overwrite);
    void finished(Outcome<QStringList> outcome);
    void showResult();
    void openFolder();

    Console &m_console;
    const DownloadSubject m_subject;
    Form *m_downloadForm = nullptr;
    QComboBox *m_format = nullptr;
    QCheckBox *m_chain = nullptr;
    QCheckBox *m_clear = nullptr;
    PassphraseField *m_password = nullptr;
    PassphraseField *m_repeat = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_browse = nullptr;
    FormField *m_formatField = nullptr;
    FormField *m_chainField = nullptr;
    FormField *m_passwordField = nullptr;
    FormField *m_repeatField = nullptr;
    FormField *m_strengthField = nullptr;
    QComboBox *m_strength = nullptr;
    FormField *m_clearField = nullptr;
    FormField *m_folderField = nullptr;
    InlineMessage *m_note = nullptr;
    InlineMessage *m_exists = nullptr;
    QWidget *m_result = nullptr;
    InlineMessage *m_resultText = nullptr;
    KeyValueGrid *m_fileRows = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_deploy = nullptr;
    Job<QStringList> m_job;
    QStringList m_files;
};

/// Opens the Download dialog box over `host`; its link opens the install guides there as well.
/// @param host, console borrowed; must outlive the panel
void openDownload(PageHost &host, Console &console, const DownloadSubject &subject);

} // namespace cas::ui
