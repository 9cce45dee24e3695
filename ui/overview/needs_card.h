// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/card.h"
#include "ui/overview/overview_snapshot.h"

class QGridLayout;

namespace cas::ui {

/// "Needs a person today": what ends or is due, soonest first, each with a link to it.
class NeedsCard : public Card
{
    Q_OBJECT
public:
    explicit NeedsCard(QWidget *parent = nullptr);
    /// @param more how many there are besides the listed ones
    void setNeeds(const QList<OverviewNeed> &needs, qint64 more, const QDateTime &now);

signals:
    void certificateRequested(cas::CertificateId id);
    void caRequested(cas::CaId id);
    void backupsRequested();
    /// The line "and 12 more".
    void allRequested();

private:
    void addLine(const OverviewNeed &need, int number, const QDateTime &now);

    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace cas::ui
