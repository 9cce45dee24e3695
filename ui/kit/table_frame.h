// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/accessible_spots.h"

#include <QElapsedTimer>
#include <QWidget>

namespace cas::ui {

class TableView;

/// The rounded border of a DataTable, above its children: a view cannot round its own corners. To
/// assistive technology it holds the links of the rows in sight, each described by its row.
class TableFrame final : public QWidget, public AccessibleSpots
{
    Q_OBJECT
public:
    TableFrame(TableView *view, QWidget *parent);

    [[nodiscard]] Roles accessibleRoles() const override;
    [[nodiscard]] QList<Spot> accessibleSpots() const override;
    [[nodiscard]] QWidget *openMenu() const override;
    void pressSpot(const QString &key) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QList<Spot> readSpots() const;

    TableView *m_view;
    // A screen reader asks for every link several times, and each is found by a walk over all.
    mutable QList<Spot> m_spots;
    mutable QElapsedTimer m_spotsAge; // invalid: they have to be read anew
};

} // namespace cas::ui
