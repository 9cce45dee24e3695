// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca.h"
#include "ui/kit/side_panel.h"
#include "ui/privateca/store_traits.h"

class QLineEdit;

namespace cas {
class Console;
}

namespace cas::ui {

class FileInput;
class FormField;
class PassphraseField;
class PublicationFields;

/// Import CA: takes a CA made elsewhere, its certificate and its private key, or a PKCS#12 file
/// with both (operation 30).
/// @thread main
class ImportCaPanel : public SidePanel
{
    Q_OBJECT
public:
    ImportCaPanel(Console &console, const StoreTraits &traits, QWidget *parent = nullptr);
    void forgetSecrets() override;
    ~ImportCaPanel() override;

signals:
    /// @param withoutList a revocation list was asked for, but the certificate does not allow one
    void imported(const cas::privateca::Ca &ca, bool withoutList);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void filesChanged();
    void suggestAddresses();
    void start();
    void failed(const Error &error);

    Console &m_console;
    const QString m_baseUrl;
    FileInput *m_certificate;
    FileInput *m_key;
    PassphraseField *m_passphrase;
    QLineEdit *m_name;
    PublicationFields *m_publication;
    FormField *m_certificateField;
    FormField *m_keyField;
    FormField *m_passphraseField;
    FormField *m_nameField;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
