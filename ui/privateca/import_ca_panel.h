// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca.h"
#include "ui/kit/side_panel.h"
#include "ui/privateca/ca_files.h"
#include "ui/privateca/store_traits.h"

class QLineEdit;

namespace cas {
class Console;
}

namespace cas::ui {

class FileInput;
class FormField;
class InlineMessage;
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
    ~ImportCaPanel() override;

    /// Fills in files that were offered when the program was started. What finds no place is named
    /// in the panel.
    void offer(const QStringList &paths);
    void forgetSecrets() override;

signals:
    /// @param withoutList a revocation list was asked for, but the certificate does not allow one
    void imported(const cas::privateca::Ca &ca, bool withoutList);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void nameLeftOut();
    void filesChanged();
    void suggestAddresses();
    void start();
    void failed(const Error &error);

    Console &m_console;
    const QString m_baseUrl;
    InlineMessage *m_leftOut; // names m_others
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
    QStringList m_others; // paths that were offered and found no place
    Job<CaFiles> m_sorting;
};

} // namespace cas::ui
