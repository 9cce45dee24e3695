// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/stat_tile.h"
#include "ui/text/plain_text.h"

#include <QEnterEvent>
#include <QKeyEvent>
#include <QPainter>

namespace cas::ui {

namespace {

constexpr int kTileHeight = 80;

QColor toneColor(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Second:
        return tokens.textSecond;
    case Tone::Third:
        return tokens.textThird;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Good:
        return tokens.good;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Bad:
        return tokens.bad;
    case Tone::Text:
        break;
    }
    return tokens.text;
}

} // namespace

StatTile::StatTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void StatTile::setWords(const QString &label, const QString &toolTip)
{
    m_label = label;
    setToolTip(plainToolTip(toolTip));
    setAccessibleDescription(toolTip);
    updateNames();
}

void StatTile::setNumber(qint64 number, Tone tone)
{
    m_number = number;
    m_tone = tone;
    updateNames();
}

void StatTile::setUnknown()
{
    m_number = -1;
    updateNames();
}

void StatTile::updateNames()
{
    const QString number = m_number < 0 ? QString() : groupedNumber(m_number);
    setAccessibleName((m_label + u' ' + number).trimmed());
    update();
}

QSize StatTile::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Body));
    return {metrics.horizontalAdvance(m_label) + 2 * space::kM, kTileHeight};
}

QSize StatTile::minimumSizeHint() const
{
    return sizeHint();
}

void StatTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    painter.setBrush(isDown() ? tokens.hover : tokens.surface);
    const bool ring = hasFocus() && m_ring;
    painter.setPen(ring ? QPen(tokens.focusRing, 2)
                        : QPen(over ? tokens.borderStrong : tokens.border, 1));
    const qreal half = ring ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), space::kRadiusLarge,
                            space::kRadiusLarge);

    const int side = width() >= sizeHint().width() + space::kS ? space::kL : space::kM;
    const QRect inside = rect().adjusted(side, space::kM + 2, -side, -space::kM);
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(tokens.textSecond);
    const QFontMetrics label(painter.font());
    painter.drawText(QRect(inside.left(), inside.top(), inside.width(), label.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     label.elidedText(m_label, Qt::ElideRight, inside.width()));
    painter.setFont(theme.font(TextStyle::Figure));
    painter.setPen(m_number > 0 ? toneColor(tokens, m_tone) : tokens.textThird);
    const QString number = m_number < 0 ? QStringLiteral("–") : groupedNumber(m_number);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, number);
}

void StatTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StatTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void StatTile::focusInEvent(QFocusEvent *event)
{
    // A window that opens puts the focus somewhere; only who walks by keyboard has to see where.
    m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
             || event->reason() == Qt::ShortcutFocusReason;
    QAbstractButton::focusInEvent(event);
}

void StatTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace cas::ui
