// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/issue_service.h"
#include "ui/download/download_panel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace cas::ui {

class ChainTree;
class InlineMessage;
class KeyValueGrid;

/// What was issued: serial, validity, names, chain, and what to do next.
/// @thread main
class IssuedCard : public QWidget
{
    Q_OBJECT
public:
    explicit IssuedCard(QWidget *parent = nullptr);
    /// @param hasKey whether its private key is in this store
    void setIssued(const privateca::IssuedCertificate &made, bool hasKey, const QDateTime &now);

signals:
    void downloadRequested(const cas::ui::DownloadSubject &subject);
    void detailsRequested(cas::CertificateId id);
    void anotherRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();

    std::optional<privateca::IssuedCertificate> m_made;
    bool m_hasKey = false;
    QDateTime m_now;
    InlineMessage *m_message;
    KeyValueGrid *m_facts;
    QLabel *m_chainTitle;
    ChainTree *m_chain;
    QPushButton *m_download;
    QPushButton *m_details;
    QPushButton *m_another;
};

} // namespace cas::ui
