// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_cards.h"

#include "ui/kit/bar_chart.h"
#include "ui/kit/buttons.h"
#include "ui/kit/card.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/labels.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QEvent>
#include <QScrollArea>

#include <algorithm>

namespace cas::ui {

namespace {

constexpr int kCardsHeight = 204; // three levels of a chain without scrolling
constexpr int kLowHeight = 148; // in a low window the table needs the room
constexpr int kCardFrame = 68; // of a card's height: margins, title, the gap below it
constexpr int kLowWindow = 620;
constexpr int kNarrow = 800; // below it the chart gives way; the details have it too
constexpr int kLastDays = 2; // the newest bars stand out

} // namespace

CrlState crlState(const privateca::Ca &ca, const privateca::CrlInfo &crl, const QDateTime &now)
{
    if (!ca.crlEnabled)
        return {StatusKind::Neutral, CaCards::tr("Off")};
    if (crl.number == 0)
        return {StatusKind::Neutral, CaCards::tr("None yet")};
    if (crl.nextUpdate <= now)
        return {StatusKind::Bad, CaCards::tr("Overdue")};
    return {StatusKind::Good, CaCards::tr("Current")};
}

CaCards::CaCards(QWidget *parent)
    : QWidget(parent)
    , m_issuedCard(new Card(this))
    , m_issued(new BarChart(m_issuedCard))
    , m_issuedNone(makeLabel(TextStyle::Body, Tone::Second, m_issuedCard, Wrap::Yes))
    , m_crlCard(new Card(this))
    , m_crlLine(makeLabel(TextStyle::Body, Tone::Second, m_crlCard, Wrap::Yes))
    , m_crlUrl(makeLabel(TextStyle::Mono, Tone::Second, m_crlCard, Wrap::Yes))
    , m_crlChip(new StatusChip(m_crlCard))
    , m_publish(makeButton(ButtonKind::Link, m_crlCard))
    , m_download(makeButton(ButtonKind::Link, m_crlCard))
    , m_chainCard(new Card(this))
    , m_chain(new ChainTree)
{
    m_issuedCard->setObjectName(QStringLiteral("card.issued"));
    m_issued->setObjectName(QStringLiteral("issuedChart"));
    m_crlCard->setObjectName(QStringLiteral("card.crl"));
    m_crlLine->setObjectName(QStringLiteral("crl.line"));
    m_crlUrl->setObjectName(QStringLiteral("crl.url"));
    m_crlChip->setObjectName(QStringLiteral("crl.status"));
    m_publish->setObjectName(QStringLiteral("crl.publish"));
    m_download->setObjectName(QStringLiteral("crl.download"));
    m_chainCard->setObjectName(QStringLiteral("card.chain"));
    m_chain->setObjectName(QStringLiteral("chain"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kL);
    for (Card *card : {m_issuedCard, m_crlCard, m_chainCard}) {
        card->setFixedHeight(kCardsHeight);
        row->addWidget(card, 1);
    }
    m_issued->setAxisVisible(false);
    m_issuedCard->content()->addWidget(m_issued, 1);
    m_issuedNone->setObjectName(QStringLiteral("issued.none"));
    m_issuedNone->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_issuedCard->content()->addWidget(m_issuedNone, 1);

    m_crlUrl->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_crlCard->content()->addWidget(m_crlLine);
    m_crlCard->content()->addWidget(m_crlUrl);
    auto *links = new QHBoxLayout;
    links->setSpacing(space::kM);
    links->addWidget(m_crlChip);
    links->addWidget(m_publish);
    links->addWidget(m_download);
    links->addStretch(1);
    m_crlCard->content()->addLayout(links);
    m_crlCard->content()->addStretch(1);

    auto *scroll = new QScrollArea(m_chainCard);
    scroll->setObjectName(QStringLiteral("chain.scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("scrollBody")); // transparent by the style sheet
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chain);
    column->addStretch(1);
    scroll->setWidget(inside);
    m_chainCard->content()->addWidget(scroll, 1);

    connect(m_publish, &QPushButton::clicked, this, [this] {
        if (m_details)
            emit publishRequested(m_details->ca.id);
    });
    connect(m_download, &QPushButton::clicked, this, [this] {
        if (m_details)
            emit crlDownloadRequested(m_details->ca.id);
    });
    connect(m_chain, &ChainTree::nodeActivated, this, [this](int index) {
        if (!m_details)
            return;
        const auto &chain = m_details->chain; // the CA itself first, the tree from the root down
        if (index < chain.size())
            emit caActivated(chain.at(chain.size() - 1 - index).id);
        else
            emit certificatesActivated(m_details->ca.id);
    });
    if (parent)
        parent->installEventFilter(this); // how much room there is, decides how much is shown
    translateTexts();
}

void CaCards::setDetails(const privateca::CaDetails &details, const QDateTime &now,
                         Publishing publishing)
{
    m_details = details;
    m_now = now;
    m_publishing = publishing;
    translateTexts();
    show();
}

void CaCards::clear()
{
    m_details.reset();
    hide();
}

void CaCards::translateTexts()
{
    m_issuedCard->setTitle(tr("Issued per day, last 30 days"));
    m_issued->setAccessibleName(m_issuedCard->accessibleName());
    m_chainCard->setTitle(tr("Chain"));
    m_chain->setAccessibleName(tr("Chain"));
    m_publish->setText(tr("Publish now"));
    m_publish->setToolTip(tr("Sign a new revocation list at once"));
    m_download->setText(tr("Download"));
    m_download->setAccessibleName(tr("Download the revocation list"));
    if (!m_details)
        return;
    showIssued();
    showCrl();
    showChain();
}

void CaCards::showIssued()
{
    QList<BarChart::Bar> bars;
    const auto &days = m_details->issuedPerDay;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const QDate day = m_now.toLocalTime().date().addDays(i + 1 - days.size());
        BarChart::Bar bar;
        bar.value = days.at(i);
        bar.toolTip =
            tr("%1: %n certificate(s)", nullptr, int(days.at(i))).arg(day.toString(Qt::ISODate));
        bar.faint = i < days.size() - kLastDays;
        if (i == 0 || i + 1 == days.size() || i == days.size() / 2)
            bar.label = day.toString(QStringLiteral("MM-dd"));
        bars.append(bar);
    }
    m_issued->setBars(bars);
    const bool none =
        std::all_of(days.begin(), days.end(), [](qint64 count) { return count == 0; });
    m_issued->setVisible(!none);
    m_issuedNone->setVisible(none);
    m_issuedNone->setText(m_details->ca.issuedCount > 0
                              ? tr("Nothing in these 30 days; %n certificate(s) in all.", nullptr,
                                   int(m_details->ca.issuedCount))
                              : tr("This CA has not issued anything yet."));
}

void CaCards::showCrl()
{
    const auto &ca = m_details->ca;
    const auto &crl = m_details->crl;
    m_crlCard->setTitle(tr("CRL of %1").arg(visibleText(ca.name, 60)));
    const CrlState state = crlState(ca, crl, m_now);
    m_crlChip->setStatus(state.kind, state.text);
    if (crl.number == 0)
        m_crlLine->setText(ca.crlEnabled ? tr("No revocation list was made yet.")
                                         : tr("This CA publishes no revocation list."));
    else
        m_crlLine->setText(tr("Number %1 · %2 · next update %3")
                               .arg(groupedNumber(crl.number),
                                    tr("%n revoked", nullptr, int(m_details->ca.revokedCount)),
                                    relativeTime(crl.nextUpdate, m_now)));
    m_crlLine->setToolTip(crl.number == 0 ? QString() : plainToolTip(isoDateTime(crl.nextUpdate)));
    m_crlUrl->setFont(
        Theme::of(this).font(ca.crlUrl.isEmpty() ? TextStyle::Body : TextStyle::Mono));
    m_crlUrl->setText(ca.crlUrl.isEmpty() ? tr("No address is written into certificates.")
                                          : visibleText(ca.crlUrl));
    m_publish->setVisible(ca.crlEnabled && m_publishing == Publishing::Allowed);
    m_download->setVisible(ca.crlEnabled && ca.certificate);
}

void CaCards::showChain()
{
    QList<ChainTree::Node> nodes;
    const auto &chain = m_details->chain;
    for (auto at = chain.crbegin(); at != chain.crend(); ++at)
        nodes.append(
            {at->name, CaText::type(at->type), CaText::statusKind(at->status),
             at->status == privateca::CaStatus::Enabled ? QString() : CaText::status(at->status)});
    QStringList parts;
    if (m_details->subordinates > 0)
        parts.append(tr("%n of a subordinate CA", nullptr, int(m_details->subordinates)));
    parts.append(tr("%n revoked", nullptr, int(m_details->ca.revokedCount)));
    if (m_details->endingSoon > 0)
        parts.append(tr("%n expire(s) within 30 days", nullptr, int(m_details->endingSoon)));
    nodes.append({tr("%n certificate(s)", nullptr, int(m_details->ca.issuedCount)),
                  parts.join(QStringLiteral(" · ")),
                  StatusKind::Neutral,
                  {},
                  true});
    m_chain->setNodes(nodes);
    fit();
}

bool CaCards::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void CaCards::fit()
{
    if (!parentWidget())
        return;
    m_issuedCard->setVisible(parentWidget()->width() >= kNarrow);
    const bool low = parentWidget()->height() < kLowWindow;
    for (Card *card : {m_issuedCard, m_crlCard, m_chainCard})
        card->setFixedHeight(low ? kLowHeight : kCardsHeight);
    const int room = (low ? kLowHeight : kCardsHeight) - kCardFrame;
    m_chain->setDense(ChainTree::roomyHeight(m_chain->nodeCount()) > room);
}

} // namespace cas::ui
