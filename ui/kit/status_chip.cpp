// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/status_chip.h"

#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace cas::ui {

namespace {

constexpr int kChipDot = 6;
constexpr int kChipSide = 9; // left and right of the content
constexpr int kChipGap = 6; // between dot and word

} // namespace

StatusChip::StatusChip(QWidget *parent)
    : StatusChip(StatusKind::Neutral, QString(), parent)
{ }

StatusChip::StatusChip(StatusKind kind, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::of(this).font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setStatus(kind, text);
}

void StatusChip::setStatus(StatusKind kind, const QString &text)
{
    m_kind = kind;
    m_text = visibleText(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return {widthFor(m_text, font()), space::kChip};
}

QSize StatusChip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 60), space::kChip};
}

int StatusChip::widthFor(const QString &text, const QFont &font)
{
    QFont medium = font;
    medium.setWeight(QFont::Medium);
    return kChipSide * 2 + kChipDot + kChipGap + QFontMetrics(medium).horizontalAdvance(text) + 1;
}

int StatusChip::columnWidth(const QStringList &texts)
{
    const QFont small = Theme::of().font(TextStyle::Small);
    int widest = 0;
    for (const QString &text : texts)
        widest = qMax(widest, widthFor(text, small));
    return widest + 2 * space::kM;
}

void StatusChip::paint(QPainter &painter, const QPointF &topLeft, int maxWidth, StatusKind kind,
                       const QString &text, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = Theme::of().font(TextStyle::Small);
    const int width = qMin(maxWidth, widthFor(text, font));
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const QRectF box(topLeft, QSizeF(width, space::kChip));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.statusWeak(kind));
    painter.drawRoundedRect(box, space::kChip / 2.0, space::kChip / 2.0);
    painter.setBrush(tokens.status(kind));
    painter.drawEllipse(
        QRectF(box.x() + kChipSide, box.y() + (space::kChip - kChipDot) / 2.0, kChipDot, kChipDot));
    painter.setPen(tokens.status(kind));
    const QRectF words = box.adjusted(kChipSide + kChipDot + kChipGap, 0, -kChipSide + 2, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, int(words.width())));
    painter.restore();
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPoint corner(0, (height() - space::kChip) / 2); // on whole pixels
    paint(painter, corner, width(), m_kind, m_text, Theme::of(this).tokens());
}

} // namespace cas::ui
