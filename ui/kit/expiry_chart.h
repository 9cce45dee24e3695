// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/bar_chart.h"

#include <QDate>

namespace cas::ui {

/// Expiries by week: the current week in the bad colour, the weeks inside the warning time in the
/// warn colour, later ones in the accent. Month names under the first week of each month.
class ExpiryChart : public BarChart
{
    Q_OBJECT
public:
    struct Week
    {
        QDate monday;
        qint64 count = 0;
    };
    explicit ExpiryChart(QWidget *parent = nullptr);

    /// @param weeks consecutive, the current one first
    /// @param warnDays days that count as "about to expire", 30 by default
    /// @param marks dates with a text ("100-day rule begins"), drawn as dashed lines
    void setWeeks(const QList<Week> &weeks, int warnDays = 30,
                  const QList<std::pair<QDate, QString>> &marks = {});

signals:
    void weekActivated(const QDate &monday);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QList<Week> m_weeks;
    int m_warnDays = 30;
    QList<std::pair<QDate, QString>> m_marks;
};

} // namespace cas::ui
