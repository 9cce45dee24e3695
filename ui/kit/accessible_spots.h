// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QList>
#include <QRect>
#include <QString>

class QWidget;

namespace cas::ui {

/// For widgets that paint several things to press themselves: lets assistive technology find and
/// press each of them as a child of the widget. Mix in beside QWidget; installAccessibility() does
/// the rest. GUI thread only.
class AccessibleSpots
{
public:
    struct Spot
    {
        QString key; // stable and unique in the widget; a press goes by it, never by position
        QString name; // the visible words
        QString description; // what else is shown: a count, the row it belongs to
        QRect rect; // in the widget's coordinates
        bool enabled = true;
        bool on = false; // the chosen one
    };
    struct Roles
    {
        QAccessible::Role whole; // of the widget
        QAccessible::Role spot; // of each spot
    };

    [[nodiscard]] virtual Roles accessibleRoles() const = 0;
    [[nodiscard]] virtual QList<Spot> accessibleSpots() const = 0;
    /// A menu that a spot has opened and that is shown; stands behind the spots as a child.
    [[nodiscard]] virtual QWidget *openMenu() const { return nullptr; }
    /// Does what a click on the spot does; an unknown key does nothing.
    virtual void pressSpot(const QString &key) = 0;

protected:
    AccessibleSpots() = default;
    AccessibleSpots(const AccessibleSpots &) = default;
    AccessibleSpots &operator=(const AccessibleSpots &) = default;
    ~AccessibleSpots() = default;
};

/// Says that another spot is the chosen one.
void announceChosenSpot(QWidget *widget);

/// The accessible interface of a widget that is an AccessibleSpots; nullptr for others.
QAccessibleInterface *makeAccessibleSpots(QObject *object);

} // namespace cas::ui
