// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QWidget>

namespace cas::ui {

/// One line over time with dashed marks where a rule begins. Drawn in the accent colour; the
/// accessible description has first, highest and last value.
class LineChart : public QWidget
{
    Q_OBJECT
public:
    struct Point
    {
        QDate date;
        double value = 0;
    };
    explicit LineChart(QWidget *parent = nullptr);
    /// @param points in order of date @param marks dates with a text, drawn as dashed lines
    void setPoints(const QList<Point> &points, const QList<std::pair<QDate, QString>> &marks = {});

    [[nodiscard]] QSize sizeHint() const override { return {320, 130}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QPointF at(const Point &point) const;

    QList<Point> m_points;
    QList<std::pair<QDate, QString>> m_marks;
    double m_top = 1;
};

} // namespace cas::ui
