// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/accessibility.h"

#include "ui/kit/accessible_spots.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace cas::ui {

namespace {

// Same children, state and actions as Qt's own; only the name is the label, and the current entry
// stands first in the description.
class ComboInterface final : public QAccessibleWidget
{
public:
    explicit ComboInterface(QComboBox *combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    { }

    int childCount() const override { return combo()->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(combo()->view());
        if (index == 1 && combo()->isEditable())
            return QAccessible::queryAccessibleInterface(combo()->lineEdit());
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == combo()->view())
            return 0;
        return combo()->isEditable() && child->object() == combo()->lineEdit() ? 1 : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        QLineEdit *line = combo()->lineEdit();
        return line && line->rect().contains(line->mapFromGlobal(QPoint(x, y))) ? child(1)
                                                                                : nullptr;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return combo()->currentText();
        QString text = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Name)
            return text.isEmpty() ? combo()->currentText() : text;
        if (kind == QAccessible::Description)
            return text.isEmpty() ? combo()->currentText()
                                  : combo()->currentText() + QLatin1String("; ") + text;
        return text;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo()->view()->isVisible();
        state.editable = combo()->isEditable();
        return state;
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &name) override
    {
        if (!combo()->isEnabled() || (name != showMenuAction() && name != pressAction()))
            return;
        if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }

private:
    [[nodiscard]] QComboBox *combo() const { return static_cast<QComboBox *>(object()); }
};

QAccessibleInterface *makeKitInterface(const QString &, QObject *object)
{
    if (QAccessibleInterface *spots = makeAccessibleSpots(object))
        return spots;
    auto *combo = qobject_cast<QComboBox *>(object);
    return combo ? new ComboInterface(combo) : nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(makeKitInterface);
}

} // namespace cas::ui
