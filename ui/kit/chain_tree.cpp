// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chain_tree.h"

#include "ui/kit/status_chip.h"
#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace cas::ui {

namespace {

constexpr int kChainLine = 44;
constexpr int kDenseLine = 26;
constexpr int kChainIndent = 22;
constexpr int kChainDot = 10;

} // namespace

ChainTree::ChainTree(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChainTree::setNodes(const QList<Node> &nodes)
{
    m_nodes = nodes;
    m_current = 0;
    QStringList words;
    for (const Node &node : nodes)
        words.append(
            QStringList{visibleText(node.name), node.status, node.note}.join(u' ').simplified());
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void ChainTree::setDense(bool dense)
{
    if (dense == m_dense)
        return;
    m_dense = dense;
    updateGeometry();
    update();
}

int ChainTree::roomyHeight(int nodes)
{
    return nodes * kChainLine;
}

int ChainTree::lineHeight() const
{
    return m_dense ? kDenseLine : kChainLine;
}

QSize ChainTree::sizeHint() const
{
    return {320, int(m_nodes.size()) * lineHeight()};
}

QSize ChainTree::minimumSizeHint() const
{
    return {160, int(m_nodes.size()) * lineHeight()};
}

int ChainTree::nodeAt(const QPointF &at) const
{
    const int index = int(at.y()) / lineHeight();
    return index >= 0 && index < m_nodes.size() ? index : -1;
}

void ChainTree::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_nodes.size(); ++i) {
        const Node &node = m_nodes.at(i);
        const QRectF line(0, i * lineHeight(), width(), lineHeight());
        if (i == m_hover) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.hover);
            painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), 6, 6);
        }
        if (i == m_current && hasFocus()) {
            painter.setPen(QPen(tokens.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(line.adjusted(1, 2, -1, -2), 6, 6);
        }
        const QPointF dot(12 + i * kChainIndent, line.top() + (m_dense ? 13 : 14));
        painter.setBrush(Qt::NoBrush);
        if (i > 0) {
            // The elbow from the node above.
            const QPointF above(12 + (i - 1) * kChainIndent,
                                dot.y() - lineHeight() + kChainDot / 2.0 + 2);
            QPainterPath elbow(above);
            elbow.lineTo(above.x(), dot.y() - 6);
            elbow.quadTo(above.x(), dot.y(), above.x() + 6, dot.y());
            elbow.lineTo(dot.x() - kChainDot / 2.0 - 3, dot.y());
            painter.setPen(QPen(tokens.borderStrong, 1.5));
            painter.drawPath(elbow);
        }
        const QColor color = tokens.status(node.kind);
        painter.setPen(QPen(color, 2));
        painter.setBrush(node.missing ? QBrush(Qt::NoBrush) : QBrush(color));
        painter.drawEllipse(dot, kChainDot / 2.0 - 1, kChainDot / 2.0 - 1);

        const qreal x = dot.x() + kChainDot + 4;
        qreal room = width() - x - space::kS;
        if (!node.status.isEmpty()) {
            const int chip = StatusChip::widthFor(node.status, theme.font(TextStyle::Small));
            room -= chip + space::kS;
            StatusChip::paint(painter, QPointF(width() - chip - space::kS, line.top() + 3), chip,
                              node.kind, node.status, tokens);
        }
        const QFont strong = theme.font(TextStyle::BodyStrong);
        painter.setFont(strong);
        painter.setPen(node.missing ? tokens.textSecond : tokens.text);
        const QString name =
            QFontMetrics(strong).elidedText(visibleText(node.name), Qt::ElideRight, int(room));
        painter.drawText(QRectF(x, line.top() + (m_dense ? 3 : 4), room, 20), Qt::AlignVCenter,
                         name);
        const QFont small = theme.font(TextStyle::Small);
        painter.setFont(small);
        painter.setPen(tokens.textSecond);
        const qreal beside = QFontMetrics(strong).horizontalAdvance(name) + space::kS;
        const QRectF note = m_dense ? QRectF(x + beside, line.top() + 3, room - beside, 20)
                                    : QRectF(x, line.top() + 22, width() - x, 18);
        if (note.width() > 0)
            painter.drawText(note, Qt::AlignVCenter,
                             QFontMetrics(small).elidedText(visibleText(node.note), Qt::ElideRight,
                                                            int(note.width())));
    }
}

void ChainTree::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = nodeAt(event->position());
    update();
}

void ChainTree::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = nodeAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0) {
        m_current = index;
        emit nodeActivated(index);
    }
}

void ChainTree::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void ChainTree::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = qMax(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = qMin(int(m_nodes.size()) - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_nodes.isEmpty())
            emit nodeActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

} // namespace cas::ui
