// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/batch_service.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace cas::ui {

class Form;
class FormField;
class PassphraseField;

/// The choices of a bulk request: key algorithm, what stands in for empty cells, where the files go
/// and whether the keys are among them.
/// @thread main
class BatchChoices : public QObject
{
    Q_OBJECT
public:
    /// @param form borrowed; the fields are appended to it
    BatchChoices(Form *form, const privateca::Ca &ca, int days);

    /// Everything but the file; the CA is named.
    [[nodiscard]] privateca::BatchRequest request() const;
    /// Empty where no key files are wanted.
    [[nodiscard]] SecretBytes exportPassphrase() const;
    /// Whether there is a place to look for files of an earlier run in.
    [[nodiscard]] bool folderGood() const { return folderProblem().isEmpty(); }
    void wipe();
    void translateTexts();

signals:
    /// Something that lines are judged by has changed.
    void changed();

private:
    void apply();
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString folderProblem() const;

    const CaId m_ca;
    QComboBox *m_algorithm;
    QComboBox *m_type;
    QSpinBox *m_days;
    QCheckBox *m_noFiles;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QCheckBox *m_keys;
    PassphraseField *m_password;
    PassphraseField *m_repeat;
    FormField *m_algorithmField;
    FormField *m_typeField;
    FormField *m_daysField;
    FormField *m_folderField;
    FormField *m_noFilesField;
    FormField *m_keysField;
    FormField *m_passwordField;
    FormField *m_repeatField;
};

} // namespace cas::ui
