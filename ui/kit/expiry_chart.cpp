// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/expiry_chart.h"

#include <QEvent>
#include <QLocale>

namespace cas::ui {

ExpiryChart::ExpiryChart(QWidget *parent)
    : BarChart(parent)
{
    connect(this, &BarChart::barActivated, this,
            [this](int index) { emit weekActivated(m_weeks.at(index).monday); });
}

void ExpiryChart::setWeeks(const QList<Week> &weeks, int warnDays,
                           const QList<std::pair<QDate, QString>> &marks)
{
    m_weeks = weeks;
    m_warnDays = warnDays;
    m_marks = marks;
    rebuild();
}

void ExpiryChart::rebuild()
{
    QList<Bar> bars;
    int month = -1;
    for (int i = 0; i < m_weeks.size(); ++i) {
        const Week &week = m_weeks.at(i);
        Bar bar;
        bar.value = week.count;
        if (week.monday.month() != std::exchange(month, week.monday.month()))
            bar.label = QLocale().standaloneMonthName(week.monday.month(), QLocale::ShortFormat);
        bar.toolTip = tr("Week of %1: %n certificate(s)", nullptr, int(week.count))
                          .arg(week.monday.toString(Qt::ISODate));
        if (i == 0)
            bar.kind = StatusKind::Bad;
        else if (m_weeks.first().monday.daysTo(week.monday) <= m_warnDays)
            bar.kind = StatusKind::Warn;
        for (const auto &[date, text] : m_marks) {
            if (date >= week.monday && date < week.monday.addDays(7))
                bar.marker = text;
        }
        bars.append(bar);
    }
    setBars(bars);
}

void ExpiryChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    BarChart::changeEvent(event);
}

} // namespace cas::ui
