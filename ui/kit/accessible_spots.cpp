// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/accessible_spots.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace cas::ui {

namespace {

constexpr int kMostKeptSpots = 500; // interfaces kept for spots that are no longer shown

// Asked anew each time: while a widget goes, it is no AccessibleSpots any more.
QList<AccessibleSpots::Spot> spotsOf(QObject *host)
{
    const auto *spots = dynamic_cast<AccessibleSpots *>(host);
    return spots ? spots->accessibleSpots() : QList<AccessibleSpots::Spot>();
}

QWidget *menuOf(QObject *host)
{
    const auto *spots = dynamic_cast<AccessibleSpots *>(host);
    return spots ? spots->openMenu() : nullptr;
}

class SpotInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SpotInterface(QWidget *host, QString key)
        : m_host(host)
        , m_key(std::move(key))
    { }

    [[nodiscard]] QString key() const { return m_key; }

    bool isValid() const override { return m_host && find().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_host ? m_host->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_host ? QAccessible::queryAccessibleInterface(m_host) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        const auto spot = find();
        if (!spot)
            return {};
        if (kind == QAccessible::Name)
            return spot->name;
        return kind == QAccessible::Description ? spot->description : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const auto spot = find();
        return spot ? QRect(m_host->mapToGlobal(spot->rect.topLeft()), spot->rect.size()) : QRect();
    }
    QAccessible::Role role() const override
    {
        const auto *spots = dynamic_cast<AccessibleSpots *>(m_host.data());
        return spots ? spots->accessibleRoles().spot : QAccessible::NoRole;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto spot = find();
        if (!spot) {
            state.invalid = true;
            return state;
        }
        state.disabled = !spot->enabled || !m_host->isEnabled();
        state.invisible = !m_host->isVisible();
        state.offscreen = !m_host->rect().intersects(spot->rect);
        if (role() == QAccessible::RadioButton) {
            state.checkable = true;
            state.checked = spot->on;
        } else if (role() != QAccessible::Link) {
            state.selectable = true;
            state.selected = spot->on;
        }
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name != pressAction() || state().disabled)
            return;
        // A press may take the widget away, and this object with it: not from within the call.
        QTimer::singleShot(0, m_host, [host = m_host, key = m_key] {
            if (auto *spots = dynamic_cast<AccessibleSpots *>(host.data()))
                spots->pressSpot(key);
        });
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] std::optional<AccessibleSpots::Spot> find() const
    {
        for (const AccessibleSpots::Spot &spot : spotsOf(m_host)) {
            if (spot.key == m_key)
                return spot;
        }
        return {};
    }

    QPointer<QWidget> m_host;
    QString m_key;
};

class SpotsInterface final : public QAccessibleWidget
{
public:
    SpotsInterface(QWidget *host, QAccessible::Role role)
        : QAccessibleWidget(host, role)
    { }
    ~SpotsInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        return int(spotsOf(object()).size()) + (menuOf(object()) ? 1 : 0);
    }
    QAccessibleInterface *child(int index) const override
    {
        const auto spots = spotsOf(object());
        if (index == spots.size() && menuOf(object()))
            return QAccessible::queryAccessibleInterface(menuOf(object()));
        if (index < 0 || index >= spots.size())
            return nullptr;
        const QString key = spots.at(index).key;
        if (!m_ids.contains(key)) {
            if (m_ids.size() >= kMostKeptSpots)
                forgetOthers(spots);
            auto *made = new SpotInterface(widget(), key);
            m_ids.insert(key, QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_ids.value(key));
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *spot = dynamic_cast<const SpotInterface *>(child);
        const auto spots = spotsOf(object());
        for (int i = 0; spot && i < spots.size(); ++i) {
            if (spots.at(i).key == spot->key())
                return i;
        }
        return !spot && child && child->object() && child->object() == menuOf(object())
                   ? int(spots.size())
                   : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        const auto spots = spotsOf(object());
        for (int i = 0; i < spots.size(); ++i) {
            if (spots.at(i).rect.contains(at))
                return child(i);
        }
        return nullptr;
    }

private:
    void forgetOthers(const QList<AccessibleSpots::Spot> &shown) const
    {
        QHash<QString, QAccessible::Id> kept;
        for (const AccessibleSpots::Spot &spot : shown) {
            if (const QAccessible::Id id = m_ids.take(spot.key))
                kept.insert(spot.key, id);
        }
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
        m_ids = kept;
    }

    mutable QHash<QString, QAccessible::Id> m_ids;
};

} // namespace

void announceChosenSpot(QWidget *widget)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(widget);
    if (!whole)
        return;
    for (int i = 0; i < whole->childCount(); ++i) {
        QAccessibleInterface *spot = whole->child(i);
        if (!spot || spot->object()) // a menu is no spot
            continue;
        QAccessible::State changed;
        changed.checked = spot->state().checkable;
        changed.selected = spot->state().selectable;
        QAccessibleStateChangeEvent event(spot, changed);
        QAccessible::updateAccessibility(&event);
    }
}

QAccessibleInterface *makeAccessibleSpots(QObject *object)
{
    const auto *spots = dynamic_cast<AccessibleSpots *>(object);
    auto *widget = qobject_cast<QWidget *>(object);
    return spots && widget ? new SpotsInterface(widget, spots->accessibleRoles().whole) : nullptr;
}

} // namespace cas::ui
