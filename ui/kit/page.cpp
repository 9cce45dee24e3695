// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/page.h"

#include <QEvent>

namespace cas::ui {

Page::Page(QWidget *parent)
    : QWidget(parent)
{ }

void Page::activated(const QVariant &) { }

void Page::deactivated() { }

void Page::retranslate() { }

void Page::refresh() { }

void Page::home() { }

void Page::focusSearch() { }

QByteArray Page::saveState() const
{
    return {};
}

bool Page::restoreState(const QByteArray &)
{
    return false;
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_translated)
        retranslate();
    QWidget::changeEvent(event);
}

void Page::showEvent(QShowEvent *event)
{
    // Virtual calls do not reach the subclass from the base's constructor; the first show does.
    if (!std::exchange(m_translated, true))
        retranslate();
    QWidget::showEvent(event);
}

} // namespace cas::ui
