// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/focus_order.h"

#include <QLayout>
#include <QScrollArea>

namespace cas::ui {

namespace {

void collect(QWidget *widget, QList<QWidget *> &found);

void collect(const QLayout *layout, QList<QWidget *> &found)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget())
            collect(widget, found);
        else if (const QLayout *inner = item->layout())
            collect(inner, found);
    }
}

void collect(QWidget *widget, QList<QWidget *> &found)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return;
    if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy())
        found.append(widget);
    if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
        if (QWidget *content = area->widget())
            collect(content, found);
    } else if (const QLayout *layout = widget->layout()) {
        collect(layout, found);
    }
}

} // namespace

QList<QWidget *> focusOrder(const QWidget *root)
{
    QList<QWidget *> found;
    if (const QLayout *layout = root->layout())
        collect(layout, found);
    return found;
}

} // namespace cas::ui
