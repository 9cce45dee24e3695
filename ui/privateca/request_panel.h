// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/issue_service.h"
#include "ui/download/download_panel.h"
#include "ui/kit/side_panel.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace cas {
class Console;
}

namespace cas::ui {

class FileInput;
class FormField;
class InlineMessage;
class IssuedCard;
class SanEditor;
class SubjectFields;

/// The Request Certificate panel (operations 4 and 26): type, names, validity, key and, folded
/// away, the organization and place that else come from the CA; Submit issues at once and the panel
/// then shows what was made.
/// @thread main
class RequestPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param ca      the issuing CA
    /// @param root    where its quota comes from: once its rest count is used up, quota can be
    ///                assigned in this panel; nothing: not offered
    RequestPanel(Console &console, const privateca::Ca &ca,
                 const std::optional<privateca::Ca> &root = {}, QWidget *parent = nullptr);
    ~RequestPanel() override;

signals:
    void issued(cas::CertificateId id);
    void downloadRequested(const cas::ui::DownloadSubject &subject);
    void detailsRequested(cas::CertificateId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum KeyContainer { ConsoleManaged, OwnRequest };

    void buildIdentity();
    void buildKey();
    void translateTexts();
    void applyChoices();
    void buildSubject();
    void buildAssign();
    [[nodiscard]] bool mayAssign() const;
    void offerToAssign();
    void showAssign();
    void assignThenIssue();
    void issue();
    void showRest();
    void setSubjectOpen(bool open);
    void showFold();
    void failed(const Error &error);
    void requestChanged();
    [[nodiscard]] bool server() const;
    [[nodiscard]] QString commonNameProblem() const;
    [[nodiscard]] QString validityProblem() const;
    [[nodiscard]] privateca::Validity validity() const;
    void start();
    void showResult(const privateca::IssuedCertificate &made);
    void startAnother();

    Console &m_console;
    privateca::Ca m_ca;
    const std::optional<privateca::Ca> m_root;
    QComboBox *m_type;
    QLineEdit *m_commonName;
    QWidget *m_validity;
    QSpinBox *m_amount;
    QComboBox *m_unit;
    SanEditor *m_sans;
    QComboBox *m_container;
    FileInput *m_request;
    InlineMessage *m_requestNote;
    QComboBox *m_algorithm;
    QLineEdit *m_account;
    QCheckBox *m_urls;
    FormField *m_typeField;
    FormField *m_commonNameField;
    FormField *m_validityField;
    FormField *m_sansField;
    FormField *m_containerField;
    FormField *m_requestField;
    FormField *m_algorithmField;
    FormField *m_accountField;
    FormField *m_urlsField;
    QSpinBox *m_assign = nullptr;
    FormField *m_assignField = nullptr;
    QPushButton *m_fold = nullptr;
    SubjectFields *m_subject = nullptr;
    bool m_subjectOpen = false;
    IssuedCard *m_result;
    bool m_done = false;
    Job<privateca::Ca> m_assigning;
    Job<privateca::IssuedCertificate> m_job;
};

} // namespace cas::ui
