// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/ca_service.h"
#include "ui/kit/tokens.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace cas::ui {

class BarChart;
class Card;
class ChainTree;
class StatusChip;

/// Three cards about the selected CA: issued per day, its revocation list, its chain.
/// @thread main
class CaCards : public QWidget
{
    Q_OBJECT
public:
    explicit CaCards(QWidget *parent = nullptr);

    /// @param now for "in 6 days"
    /// @param canPublish whether a new list may be signed (state, store not read-only)
    enum class Publishing { Forbidden, Allowed };
    void setDetails(const privateca::CaDetails &details, const QDateTime &now,
                    Publishing publishing);
    void clear();
    void translateTexts();

signals:
    void publishRequested(cas::CaId ca);
    void crlDownloadRequested(cas::CaId ca);
    /// A CA of the chain was opened.
    void caActivated(cas::CaId ca);
    /// The line about the certificates was opened.
    void certificatesActivated(cas::CaId ca);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void showIssued();
    void showCrl();
    void showChain();

    std::optional<privateca::CaDetails> m_details;
    QDateTime m_now;
    Publishing m_publishing = Publishing::Forbidden;
    Card *m_issuedCard;
    BarChart *m_issued;
    QLabel *m_issuedNone; // instead of an empty chart
    Card *m_crlCard;
    QLabel *m_crlLine;
    QLabel *m_crlUrl;
    StatusChip *m_crlChip;
    QPushButton *m_publish;
    QPushButton *m_download;
    Card *m_chainCard;
    ChainTree *m_chain;
};

/// The state of a CA's revocation list as a chip shows it.
struct CrlState
{
    StatusKind kind;
    QString text; // translated: "Current", "Overdue", "Off", "None yet"
};
CrlState crlState(const privateca::Ca &ca, const privateca::CrlInfo &crl, const QDateTime &now);

} // namespace cas::ui
