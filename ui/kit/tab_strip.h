// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/accessible_spots.h"

#include <QList>
#include <QWidget>

namespace cas::ui {

/// Tabs under a page's head, with an optional count each ("Certificates 128"): which source the
/// list shows. One tab stop; Left/Right/Home/End move. Draws the line below itself.
class TabStrip : public QWidget, public AccessibleSpots
{
    Q_OBJECT
public:
    struct Tab
    {
        QString id; // stable
        QString text; // translated
        qint64 count = -1; // -1: none shown (yet)
    };
    explicit TabStrip(QWidget *parent = nullptr);

    /// Sets or replaces the tabs; keeps the choice when its id is still there, else takes the
    /// first.
    void setTabs(const QList<Tab> &tabs);
    void setCount(const QString &id, qint64 count);
    [[nodiscard]] QString current() const;
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
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect tabRect(int index) const;
    [[nodiscard]] int tabAt(const QPoint &at) const;
    void select(int index);

    QList<Tab> m_tabs;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace cas::ui
