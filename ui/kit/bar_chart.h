// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace cas::ui {

/// Bars over time: expiries by week (each bar may have a state's colour), issued per day, quota.
/// Drawn in the look's own colours. One tab stop: Left/Right walk over the bars and Enter opens
/// one; the accessible description lists all values.
class BarChart : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        qint64 value = 0;
        QString label; // under the bar, drawn where there is room: "Dec"
        QString toolTip; // "Week of 2026-12-07: 12 certificates"; also what screen readers read
        std::optional<StatusKind> kind = {}; // none: accent
        bool faint = false; // drawn lighter (the past)
        QString marker = {}; // a dashed line left of this bar with this text: "100-day rule begins"
    };
    explicit BarChart(QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars);
    [[nodiscard]] const QList<Bar> &bars() const { return m_bars; }
    /// Draws the axis with a few round values at the left (default on).
    void setAxisVisible(bool visible);

    [[nodiscard]] QSize sizeHint() const override { return {400, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 80}; }

signals:
    /// Click or Enter.
    void barActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF barRect(int index) const;
    [[nodiscard]] int barAt(const QPointF &at) const;
    [[nodiscard]] qint64 top() const;
    void setCurrent(int index);

    QList<Bar> m_bars;
    int m_hover = -1;
    int m_current = 0;
    bool m_axis = true;
};

} // namespace cas::ui
