// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/remaining_bar.h"
#include "ui/kit/theme.h"
#include "ui/kit/validity_bar.h"

#include <QPainter>

namespace cas::ui {

RemainingBar::RemainingBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RemainingBar::setRemaining(double fraction, StatusKind kind)
{
    m_fraction = fraction;
    m_kind = kind;
    update();
}

void RemainingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter, rect(), m_fraction, m_kind, Theme::of(this).tokens());
}

} // namespace cas::ui
