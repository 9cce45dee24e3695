// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/kit/buttons.h"
#include "ui/kit/card.h"
#include "ui/kit/expiry_chart.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/page_header.h"
#include "ui/kit/scroll_edge.h"
#include "ui/kit/status_ring.h"
#include "ui/logs/event_text.h"
#include "ui/overview/first_steps_card.h"
#include "ui/overview/needs_card.h"
#include "ui/overview/stat_tile.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace cas::ui {

using certificates::CertificateStatus;

namespace {

constexpr int kWideFrom = 820; // width of the page from which cards stand side by side
constexpr int kChartHeight = 240;
constexpr int kNeedsShown = 5;
constexpr int kScrollBar = 14;
constexpr int kTilesInTwoRows = 3; // across

const CertificateStatus kTileStatus[]{CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                                      CertificateStatus::Expired, CertificateStatus::Revoked};

} // namespace

OverviewPage::OverviewPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
{
    setObjectName(QStringLiteral("page.overview"));
    build();
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&console.store(), &store::Store::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("overview.scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);

    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("scrollBody"));
    m_content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->setSpacing(space::kL);
    keepRightEdge(*scroll, *column);
    m_header = new PageHeader(m_content);
    column->addWidget(m_header);
    m_error = new InlineMessage(m_content);
    m_error->setObjectName(QStringLiteral("overview.error"));
    column->addWidget(m_error);
    m_tileRow = new QWidget(m_content);
    m_tileGrid = new QGridLayout(m_tileRow);
    m_tileGrid->setContentsMargins(0, 0, 0, 0);
    m_tileGrid->setSpacing(space::kL);
    column->addWidget(m_tileRow);
    m_steps = new FirstStepsCard(m_content);
    column->addWidget(m_steps);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::kL);
    column->addLayout(m_grid);
    column->addStretch(1);
    scroll->setWidget(m_content);

    for (int tile = 0; tile < kTiles; ++tile) {
        m_tiles[tile] = new StatTile(m_tileRow);
        connect(m_tiles[tile], &StatTile::clicked, this, [this, tile] { openTile(tile); });
    }
    m_tiles[IssuedTile]->setObjectName(QStringLiteral("tile.issued"));
    m_tiles[AboutToExpireTile]->setObjectName(QStringLiteral("tile.aboutToExpire"));
    m_tiles[ExpiredTile]->setObjectName(QStringLiteral("tile.expired"));
    m_tiles[RevokedTile]->setObjectName(QStringLiteral("tile.revoked"));
    m_tiles[CaTile]->setObjectName(QStringLiteral("tile.cas"));

    m_chartCard = new Card(m_content);
    m_chart = new ExpiryChart(m_chartCard);
    m_chart->setObjectName(QStringLiteral("overview.expiries"));
    m_chart->setMinimumHeight(kChartHeight);
    m_chartCard->content()->addWidget(m_chart, 1);
    m_needs = new NeedsCard(m_content);
    m_ringCard = new Card(m_content);
    m_ring = new StatusRing(m_ringCard);
    m_ring->setObjectName(QStringLiteral("overview.ring"));
    m_ringCard->content()->addWidget(m_ring, 1);
    m_allCertificates = makeButton(ButtonKind::Link, m_ringCard);
    m_allCertificates->setObjectName(QStringLiteral("overview.allCertificates"));
    m_ringCard->addHeaderWidget(m_allCertificates);
    m_recentCard = new Card(m_content);
    m_recentCard->setObjectName(QStringLiteral("overview.recent"));
    m_allEvents = makeButton(ButtonKind::Link, m_recentCard);
    m_allEvents->setObjectName(QStringLiteral("overview.allEvents"));
    m_recentCard->addHeaderWidget(m_allEvents);
    for (QWidget *card :
         std::initializer_list<QWidget *>{m_steps, m_chartCard, m_needs, m_ringCard, m_recentCard})
        card->hide(); // until it is known what they show
    arrange();

    connect(m_steps, &FirstStepsCard::stepRequested, this, &OverviewPage::runStep);
    connect(m_chart, &ExpiryChart::weekActivated, this, [this](const QDate &monday) {
        showCertificates(QStringLiteral("ends"),
                         QStringLiteral("%1/%2").arg(monday.toString(Qt::ISODate),
                                                     monday.addDays(7).toString(Qt::ISODate)));
    });
    connect(m_ring, &StatusRing::partActivated, this, [this](int part) { openTile(part); });
    connect(m_needs, &NeedsCard::certificateRequested, this, [this](CertificateId id) {
        if (host())
            host()->showPage(QStringLiteral("certificates"), id.toString());
    });
    connect(m_needs, &NeedsCard::caRequested, this, [this](CaId id) {
        if (host())
            host()->showPage(QStringLiteral("private-ca"), id.toString());
    });
    connect(m_needs, &NeedsCard::backupsRequested, this,
            [this] { host()->showPage(QStringLiteral("settings")); });
    connect(m_needs, &NeedsCard::allRequested, this, [this] {
        // Without a certificate that ends soon only CAs can be meant.
        openTile(m_snapshot.counts.endingNext.isEmpty() ? CaTile : AboutToExpireTile);
    });
    connect(m_allEvents, &QPushButton::clicked, this, [this] {
        if (host())
            host()->showPage(QStringLiteral("operation-logs"));
    });
    connect(m_allCertificates, &QPushButton::clicked, this, [this] {
        if (host())
            host()->showPage(QStringLiteral("certificates"));
    });
    connect(m_error, &InlineMessage::actionTriggered, this, &OverviewPage::refresh);
}

void OverviewPage::arrange()
{
    const int across = m_across;
    m_tileGrid->setHorizontalSpacing(m_wide ? space::kL : space::kM);
    for (int tile = 0; tile < kTiles; ++tile)
        m_tileGrid->addWidget(m_tiles[tile], tile / across, tile % across);
    for (int column = 0; column < kTiles; ++column)
        m_tileGrid->setColumnStretch(column, column < across ? 1 : 0);

    // Six columns: two thirds beside one third above, one third beside two thirds below.
    for (int column = 0; column < 6; ++column)
        m_grid->setColumnStretch(column, 1);
    const bool beside = m_wide && m_pictures;
    m_grid->addWidget(m_chartCard, m_wide ? 0 : 1, 0, 1, m_wide ? 4 : 6);
    m_grid->addWidget(m_needs, 0, m_wide ? 4 : 0, 1, m_wide ? 2 : 6);
    m_grid->addWidget(m_ringCard, m_wide ? 1 : 2, 0, 1, m_wide ? 2 : 6);
    m_grid->addWidget(m_recentCard, m_wide ? 1 : 3, beside ? 2 : 0, 1, beside ? 4 : 6);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

void OverviewPage::fit()
{
    const bool wide = width() >= kWideFrom;
    int needed = 2 * space::kPageSide + kScrollBar + (kTiles - 1) * space::kM;
    for (const StatTile *tile : m_tiles)
        needed += tile->minimumSizeHint().width();
    const int across = width() >= needed ? int(kTiles) : kTilesInTwoRows;
    const bool same = wide == m_wide && across == m_across;
    m_wide = wide;
    m_across = across;
    if (!same)
        arrange();
}

void OverviewPage::activated(const QVariant &)
{
    m_minute.start();
    refresh();
}

void OverviewPage::deactivated()
{
    m_minute.stop();
}

void OverviewPage::refresh()
{
    m_job = overviewJob(m_console);
    m_job.onFinished([this](Outcome<OverviewSnapshot> outcome) {
        if (auto *snapshot = std::get_if<Done<OverviewSnapshot>>(&outcome)) {
            m_error->setMessage(InlineMessage::Kind::Info, {});
            m_snapshot = std::move(snapshot->value);
            m_loaded = true;
            display();
            emit loaded();
        } else if (const auto *failure = std::get_if<Failed>(&outcome)) {
            m_error->setMessage(InlineMessage::Kind::Error, errorSentence(failure->error));
            m_error->setDetails(errorDetails(failure->error));
            m_error->setAction(tr("Try again"));
        }
    });
}

void OverviewPage::retranslate()
{
    m_header->setTitle(tr("Overview"));
    const QDate today = m_console.clock().now().toLocalTime().date();
    m_header->setHelp(tr("%1 · everything in this store", "%1 the date in words")
                          .arg(QLocale().toString(today, QLocale::LongFormat)));
    for (int tile = 0; tile < CaTile; ++tile) {
        const QString status = certificateStatusText(kTileStatus[tile]);
        m_tiles[tile]->setWords(status, tr("Show the certificates with the status %1").arg(status));
    }
    m_tiles[CaTile]->setWords(tr("Private CAs"), tr("Show the private CAs"));
    fit(); // the words have other widths
    m_steps->retranslate();
    m_chartCard->setTitle(tr("Expiries by week, next 6 months"));
    m_chart->setAccessibleName(tr("Expiries by week, next 6 months"));
    m_needs->setTitle(tr("Needs a person today"));
    m_ringCard->setTitle(tr("Status"));
    m_ring->setAccessibleName(tr("Status"));
    m_recentCard->setTitle(tr("Recent"));
    m_allEvents->setText(tr("Operation Logs"));
    m_allCertificates->setText(tr("Certificates"));
    if (m_loaded)
        display();
}

void OverviewPage::display()
{
    displayTiles();
    const FirstSteps steps = FirstSteps::of(m_snapshot);
    m_steps->setSteps(steps);
    m_steps->setVisible(!steps.allDone());

    const auto &counts = m_snapshot.counts;
    QList<ExpiryChart::Week> weeks;
    for (int week = 0; week < counts.expiriesByWeek.size(); ++week)
        weeks.append({m_snapshot.monday.addDays(7LL * week), counts.expiriesByWeek.at(week)});
    m_chart->setWeeks(weeks);
    const qint64 endingSoon = counts.byStatus.value(CertificateStatus::AboutToExpire);
    QList<OverviewNeed> needs = overviewNeeds(m_snapshot);
    const qint64 unseen = qMax<qint64>(0, endingSoon - counts.endingNext.size());
    const qint64 more = unseen + qMax<qint64>(0, needs.size() - kNeedsShown);
    needs = needs.mid(0, kNeedsShown);
    m_needs->setNeeds(needs, more, m_snapshot.takenAt);

    QList<StatusRing::Part> parts;
    qint64 total = 0;
    for (const CertificateStatus status : kTileStatus) {
        const qint64 number = counts.byStatus.value(status);
        parts.append({certificateStatusKind(status), certificateStatusText(status), number});
        total += number;
    }
    m_ring->setParts(parts);
    displayRecent();

    // A new store shows no pictures of nothing: its CAs' own certificates say little in them.
    const bool pictures = total > caCount();
    if (std::exchange(m_pictures, pictures) != pictures)
        arrange();
    m_chartCard->setVisible(pictures);
    m_needs->setVisible(pictures);
    m_ringCard->setVisible(pictures);
    m_recentCard->setVisible(!m_snapshot.recent.isEmpty());
}

void OverviewPage::displayTiles()
{
    const auto count = [this](int tile) {
        return m_snapshot.counts.byStatus.value(kTileStatus[tile]);
    };
    m_tiles[IssuedTile]->setNumber(count(IssuedTile), Tone::Text);
    m_tiles[AboutToExpireTile]->setNumber(count(AboutToExpireTile), Tone::Warn);
    m_tiles[ExpiredTile]->setNumber(count(ExpiredTile), Tone::Bad);
    m_tiles[RevokedTile]->setNumber(count(RevokedTile), Tone::Text);
    m_tiles[CaTile]->setNumber(caCount(), Tone::Text);
}

qint64 OverviewPage::caCount() const
{
    return std::count_if(m_snapshot.cas.cbegin(), m_snapshot.cas.cend(),
                         [](const privateca::Ca &ca) { return bool(ca.certificate); });
}

void OverviewPage::displayRecent()
{
    delete m_recentRows;
    m_recentRows = new QWidget(m_recentCard);
    auto *rows = new QGridLayout(m_recentRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(space::kM);
    rows->setVerticalSpacing(space::kS);
    rows->setColumnStretch(1, 1);
    const QDate today = m_snapshot.takenAt.toLocalTime().date();
    int line = 0;
    for (const audit::AuditEvent &event : std::as_const(m_snapshot.recent)) {
        const QDateTime local = event.at.toLocalTime();
        auto *time = makeLabel(TextStyle::Small, Tone::Second, m_recentRows);
        time->setText(local.date() == today ? local.toString(QStringLiteral("HH:mm"))
                                            : isoDate(event.at));
        time->setToolTip(plainToolTip(isoDateTime(event.at)));
        auto *text =
            makeLabel(TextStyle::Body, event.ok ? Tone::Text : Tone::Bad, m_recentRows, Wrap::Yes);
        text->setObjectName(QStringLiteral("recent.%1").arg(line));
        text->setText(eventSentence(event, m_snapshot.names));
        rows->addWidget(time, line, 0, Qt::AlignTop);
        rows->addWidget(text, line, 1);
        ++line;
    }
    rows->setRowStretch(line, 1);
    m_recentCard->content()->addWidget(m_recentRows, 1);
    m_recentRows->show();
}

void OverviewPage::showCertificates(const QString &filter, const QString &value)
{
    if (host())
        host()->showPage(QStringLiteral("certificates"), QVariantMap{{filter, value}});
}

void OverviewPage::openTile(int tile)
{
    if (tile == CaTile) {
        if (host())
            host()->showPage(QStringLiteral("private-ca"));
        return;
    }
    showCertificates(QStringLiteral("status"), certificates::statusName(kTileStatus[tile]));
}

void OverviewPage::runStep(int step)
{
    if (!host())
        return;
    const auto page = QStringLiteral("private-ca");
    switch (step) {
    case FirstStepsCard::CreateRoot:
        host()->showPage(page, QStringLiteral("create"));
        break;
    case FirstStepsCard::CreateSubordinate:
        host()->showPage(page, QStringLiteral("create-sub"));
        break;
    default:
        host()->showPage(page, QStringLiteral("request"));
        break;
    }
}

} // namespace cas::ui
