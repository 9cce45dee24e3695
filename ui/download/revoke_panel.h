// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "core/privateca/crl_service.h"
#include "ui/kit/page.h"
#include "ui/kit/side_panel.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class InlineMessage;
class KeyValueGrid;

/// What the question names.
struct RevokeSubject
{
    CertificateId id;
    QString name; // untrusted is fine
    QString commonName;
    QByteArray serial; // big endian
    QString issuer; // name of the CA
};

/// The question before a certificate is revoked (operation 34): what it is, the reason, a note for
/// the operation log, a box to tick, Revoke. Only certificates that a CA of this store issued can
/// be revoked; for others the service answers NotFound and the panel says so.
/// @thread main
class RevokePanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    RevokePanel(Console &console, RevokeSubject subject, QWidget *parent = nullptr);
    ~RevokePanel() override;

signals:
    /// The certificate is revoked and the panel closes. Lists refresh by the store's change feed.
    void revoked(const cas::privateca::Revoked &gone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void start();
    void updateBlocked();
    void finished(Outcome<privateca::Revoked> outcome);

    Console &m_console;
    const RevokeSubject m_subject;
    InlineMessage *m_warning;
    KeyValueGrid *m_what;
    QComboBox *m_reason;
    QLineEdit *m_note;
    QCheckBox *m_forGood;
    FormField *m_reasonField;
    FormField *m_noteField;
    Job<privateca::Revoked> m_job;
};

/// "www.example.com is revoked (revocation list number 4)."; or that its list waits, and why.
/// @param name untrusted is fine
QString revokedText(const QString &name, const privateca::CrlOutcome &crl);

/// Opens the question over `host` and says "revoked" in a toast afterwards.
/// @param host, console borrowed; must outlive the panel
void openRevoke(PageHost &host, Console &console, const RevokeSubject &subject);

} // namespace cas::ui
