// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/page.h"
#include "ui/overview/overview_snapshot.h"

#include <QTimer>

class QGridLayout;
class QPushButton;

namespace cas::ui {

class Card;
class ExpiryChart;
class FirstStepsCard;
class InlineMessage;
class NeedsCard;
class PageHeader;
class StatTile;
class StatusRing;

/// The first page: counts, what ends when, what a person has to do, what happened last; in a new
/// store the way to the first certificate. Page id "overview".
/// @thread main
class OverviewPage : public Page
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the page
    explicit OverviewPage(Console &console, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void activated(const QVariant &argument) override;
    void deactivated() override;
    void retranslate() override;
    void refresh() override;

signals:
    /// A snapshot was read and is shown.
    void loaded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Tile { IssuedTile, AboutToExpireTile, ExpiredTile, RevokedTile, CaTile, kTiles };

    void build();
    void fit();
    void arrange();
    void display();
    void displayTiles();
    [[nodiscard]] qint64 caCount() const; // that have a certificate
    void displayRecent();
    void showCertificates(const QString &filter, const QString &value);
    void openTile(int tile);
    void runStep(int step);

    Console &m_console;
    Job<OverviewSnapshot> m_job;
    OverviewSnapshot m_snapshot;
    bool m_loaded = false;
    bool m_wide = true; // cards stand side by side
    int m_across = kTiles; // tiles in a row
    bool m_pictures = false; // chart and ring have something to show
    QTimer m_minute; // dates move on while the page is looked at

    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
    PageHeader *m_header = nullptr;
    InlineMessage *m_error = nullptr;
    QWidget *m_tileRow = nullptr;
    QGridLayout *m_tileGrid = nullptr;
    StatTile *m_tiles[kTiles]{};
    FirstStepsCard *m_steps = nullptr;
    Card *m_chartCard = nullptr;
    ExpiryChart *m_chart = nullptr;
    NeedsCard *m_needs = nullptr;
    Card *m_ringCard = nullptr;
    StatusRing *m_ring = nullptr;
    Card *m_recentCard = nullptr;
    QWidget *m_recentRows = nullptr;
    QPushButton *m_allEvents = nullptr;
    QPushButton *m_allCertificates = nullptr;
};

} // namespace cas::ui
