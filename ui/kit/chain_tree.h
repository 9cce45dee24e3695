// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace cas::ui {

/// A certificate chain from the root down, each node with its name, a note and its state. One tab
/// stop: Up/Down move, Enter or a click opens a node.
class ChainTree : public QWidget
{
    Q_OBJECT
public:
    struct Node
    {
        QString name; // untrusted is fine
        QString note; // "Root · trusted by this system", second colour
        StatusKind kind = StatusKind::Neutral;
        QString status; // a word for the state, "Expired"; empty: none
        bool missing = false; // not held here: drawn hollow
    };
    explicit ChainTree(QWidget *parent = nullptr);
    /// @param nodes from the root to the leaf
    void setNodes(const QList<Node> &nodes);
    [[nodiscard]] int nodeCount() const { return int(m_nodes.size()); }
    /// Where room is short: the note stands beside the name, and lines are lower.
    void setDense(bool dense);
    /// Height of `nodes` lines with the note below the name.
    [[nodiscard]] static int roomyHeight(int nodes);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void nodeActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int nodeAt(const QPointF &at) const;

    QList<Node> m_nodes;
    int m_hover = -1;
    int m_current = 0;
    bool m_dense = false;
};

} // namespace cas::ui
