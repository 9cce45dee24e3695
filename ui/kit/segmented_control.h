// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/accessible_spots.h"

#include <QList>
#include <QWidget>

namespace cas::ui {

/// One choice out of a few, side by side. One tab stop; Left/Right/Home/End move, and skip what is
/// disabled.
class SegmentedControl : public QWidget, public AccessibleSpots
{
    Q_OBJECT
public:
    struct Segment
    {
        QString id; // stable
        QString text; // translated
        bool enabled = true;
        QString toolTip; // needed when disabled: why
    };
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// Sets or replaces the segments; keeps the choice when its id is still there and enabled, else
    /// takes the first enabled one.
    void setSegments(const QList<Segment> &segments);
    [[nodiscard]] QString current() const; // empty when there are no segments
    /// Does nothing for an unknown or disabled id. Emits currentChanged when it differs.
    void setCurrent(const QString &id);

    [[nodiscard]] Roles accessibleRoles() const override;
    [[nodiscard]] QList<Spot> accessibleSpots() const override;
    void pressSpot(const QString &key) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentChanged(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect segmentRect(int index) const;
    [[nodiscard]] int segmentAt(const QPoint &at) const;
    void select(int index);

    QList<Segment> m_segments;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace cas::ui
