// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"
#include "core/base/job.h"
#include "core/certificates/certificate_service.h"
#include "core/privateca/ca_service.h"
#include "ui/kit/side_panel.h"

#include <optional>

class QLabel;
class QPushButton;

namespace cas {
class Console;
}

namespace cas::ui {

class ChainTree;
class CodeBlock;
class KeyValueGrid;
class PublicationFields;
class StatusChip;

/// The details of a CA: subject, dates, key, fingerprints, chain, what it publishes (which can be
/// changed here), its revocation list, PEM and history.
/// @thread main
class CaDetailsPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    CaDetailsPanel(Console &console, CaId id, QWidget *parent = nullptr);
    ~CaDetailsPanel() override;

signals:
    void crlDownloadRequested(cas::CaId id);
    /// Another CA of the chain was opened.
    void caRequested(cas::CaId id);
    void bulkRequested(cas::CaId id);
    void saved(const cas::privateca::Ca &ca);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What one fetch brings.
    struct Everything
    {
        privateca::CaDetails details;
        std::optional<certificates::CertificateDetails> certificate;
        QList<audit::AuditEvent> history;
    };
    static constexpr int kHistoryRows = 20;

    void build();
    void translateTexts();
    void showSave();
    void fetch();
    void arrived(const Everything &everything);
    void showFacts();
    void showConstraints(const crypto::NameConstraints &constraints);
    void showCrl();
    void showChain();
    void showBelow();
    void showHistory();
    void save();
    void publish();

    Console &m_console;
    const CaId m_id;
    std::optional<Everything> m_now;
    StatusChip *m_status;
    QPushButton *m_bulk; // where the CA may issue
    KeyValueGrid *m_facts;
    QLabel *m_chainTitle;
    ChainTree *m_chain;
    QLabel *m_publicationTitle;
    PublicationFields *m_publication;
    QLabel *m_crlTitle;
    KeyValueGrid *m_crl;
    StatusChip *m_crlStatus;
    QPushButton *m_publish;
    QPushButton *m_download;
    QLabel *m_pemTitle;
    CodeBlock *m_pem;
    QLabel *m_historyTitle;
    KeyValueGrid *m_history;
    Job<Everything> m_fetch;
    Job<privateca::Ca> m_save;
    Job<privateca::CrlInfo> m_publishing;
};

} // namespace cas::ui
