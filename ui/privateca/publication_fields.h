// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/ca_commands.h"

#include <QObject>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace cas::ui {

class Form;
class FormField;

/// The fields about a CA's revocation list and addresses: CRL switch, days, and, folded away at
/// first, CRL, issuer and OCSP address. Field names as in the service: `crl_enabled`, `crl_days`,
/// `crl_url`, `issuer_url`, `ocsp_url`.
/// @thread main
class PublicationFields : public QObject
{
public:
    enum class Fold { Closed, Open, None }; // None: no fold, the addresses stand there

    /// Appends the fields. @param form becomes the parent
    PublicationFields(Form *form, Fold fold);
    void translateTexts();
    void set(const privateca::Publication &publication);
    /// Proposes addresses; a field follows until somebody types into it.
    void suggest(const QString &crlUrl, const QString &issuerUrl);
    [[nodiscard]] privateca::Publication publication() const;
    /// Opens the fold when an error belongs inside it; call before Form::showError.
    void reveal(const QString &field);

private:
    FormField *makeUrl(Form *form, const QString &name, QLineEdit *&edit);
    void setOpen(bool open);
    void showUnit();
    void applyEnabled();

    QCheckBox *m_enabled;
    QSpinBox *m_days;
    FormField *m_enabledField;
    FormField *m_daysField;
    QPushButton *m_fold = nullptr;
    QLineEdit *m_crl = nullptr;
    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_ocsp = nullptr;
    FormField *m_crlField = nullptr;
    FormField *m_issuerField = nullptr;
    FormField *m_ocspField = nullptr;
    QString m_suggestedCrl;
    QString m_suggestedIssuer;
    bool m_open = true;
};

} // namespace cas::ui
